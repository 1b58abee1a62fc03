/** Characters that are about twice as wide as a letter: Chinese, Japanese, Korean, emoji. */
const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\u{1f000}-\u{3fffd}]/u;

/**
 * Words that stay within one line at the head or the foot of a page: the boxes there neither clip nor end in dots by
 * themselves, and would run over what stands beside them.
 *
 * @param most how many letters there is room for
 */
export function oneLine(words: string, most: number): string {
  const characters = [...words];
  const widths = characters.map((one) => (wide.test(one) ? 2 : 1));
  if (widths.reduce((sum, width) => sum + width, 0) <= most) return words;
  let kept = 0;
  let used = 1;
  for (const width of widths) {
    if (used + width > most) break;
    used += width;
    kept++;
  }
  return `${characters.slice(0, kept).join('').trimEnd()}…`;
}
