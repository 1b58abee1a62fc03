/** Joins stylesheets without their comments and blanks, which every deck would carry along. */
export function compactCss(sheets: readonly string[]): string {
  return sheets
    .join('\n')
    .replaceAll(/\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\//g, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ?([{};,>~]) ?/g, '$1')
    .replaceAll(/(?<=[\w-]): /g, ':')
    .replaceAll(';}', '}')
    .replaceAll(/(?<=\() | (?=\))/g, '')
    .replaceAll(/(?<=\d) \* (?=var\()/g, '*')
    .replaceAll(/(?<=[ ,(:])0\.(?=\d)/g, '.')
    .trim();
}
