/** Where a text's front matter stands, in offsets of the text. */
export type FrontMatter =
  | { readonly kind: 'none' }
  /** `yaml` is what stands between the two marks; the body starts after the closing line. */
  | { readonly kind: 'found'; readonly yaml: Range; readonly bodyStart: number }
  /** The first line opens front matter and nothing closes it. `opening` is that first line. */
  | { readonly kind: 'unclosed'; readonly opening: Range };

interface Range {
  readonly start: number;
  readonly end: number;
}

const opening = /^---[ \t]*(?:\n|$)/;
const closing = /^(?:---|\.\.\.)[ \t]*$/gm;

/**
 * Finds front matter: a text whose first line is `---`, up to the next line that is `---` or, as Pandoc has it,
 * `...`. Anything before that first line, a blank line too, and there is none.
 */
export function splitFrontMatter(text: string): FrontMatter {
  const first = opening.exec(text);
  if (first === null) return { kind: 'none' };
  const start = first[0].length;
  closing.lastIndex = start;
  const last = start < text.length ? closing.exec(text) : null;
  if (last === null) return { kind: 'unclosed', opening: { start: 0, end: 3 } };
  return {
    kind: 'found',
    yaml: { start, end: last.index },
    bodyStart: Math.min(text.length, last.index + last[0].length + 1),
  };
}
