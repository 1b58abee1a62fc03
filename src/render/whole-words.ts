/** Words that a browser would break behind a hyphen: `--no-install`, `-rf`, `-->`. */
const breakable = /-[^\s\d-]/;

/**
 * Marks the words of code that have hyphens, so that a line goes on with the whole word: an option that is cut in two
 * looks like two. Tags within a word stay with it; a word whose tags do not close within it is left alone.
 *
 *     rm <span class="x">-rf</span> dir   →   rm <span class="whole"><span class="x">-rf</span></span> dir
 */
export function keepWordsWhole(html: string): string {
  if (!breakable.test(withoutTags(html))) return html;
  return piecesOf(html).map(keepWhole).join('');
}

/** Words with the tags in them, and the white space between them; white space in a tag divides nothing. */
function piecesOf(html: string): readonly string[] {
  return html.match(/(?:<[^>]*>?|[^\s<])+|\s+/g) ?? [];
}

function keepWhole(piece: string): string {
  if (!breakable.test(withoutTags(piece))) return piece;
  const [start, end] = withoutOuterTags(piece);
  const word = piece.slice(start, end);
  if (isBalanced(word)) return `${piece.slice(0, start)}${whole(word)}${piece.slice(end)}`;
  return isBalanced(piece) ? whole(piece) : piece;
}

function withoutTags(html: string): string {
  return html.replace(/<[^>]*>/g, '');
}

function whole(word: string): string {
  return `<span class="whole">${word}</span>`;
}

/** Where the word itself begins and ends, between the tags that open before it and close behind it. */
function withoutOuterTags(run: string): readonly [number, number] {
  let start = 0;
  while (run[start] === '<') start = run.indexOf('>', start) + 1;
  let end = run.length;
  while (run[end - 1] === '>') end = run.lastIndexOf('<', end - 1);
  return [start, end];
}

/** Every tag is closed, and none that was opened before. */
function isBalanced(html: string): boolean {
  let depth = 0;
  for (const tag of html.match(/<[^>]*>/g) ?? []) {
    if (!tag.startsWith('</')) depth += 1;
    else if (depth === 0) return false;
    else depth -= 1;
  }
  return depth === 0;
}
