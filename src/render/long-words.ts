/** Words of this length and more need not stay whole in a table. */
const longWord = 20;
/** Where there is no such stretch, not even in a tag, no word is long: so it is in most cells. */
const longStretch = /[^\s<>]{20}/;

/**
 * Marks the long words of a cell: digests, addresses, compound nouns. Columns are as wide as their longest word, so one of forty
 * letters would push the others off the slide; a marked one may go on in the next line where there is no room for it.
 */
export function markLongWords(html: string): string {
  if (!longStretch.test(html)) return html;
  return html
    .split(/(<[^<>]*>)/)
    .map((part) => (part.startsWith('<') ? part : part.split(/(\s+)/).map(marked).join('')))
    .join('');
}

function marked(word: string): string {
  const letters = word.replaceAll(/&[#\w]+;/g, '_').length;
  return letters < longWord ? word : `<span class="breakable">${word}</span>`;
}
