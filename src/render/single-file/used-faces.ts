/** A stylesheet without those of its fonts that are only for letters which are nowhere on the page. */
export function withUsedFaces(css: string, letters: ReadonlySet<number>): string {
  return css.replace(/@font-face\{[^{}]*\}\n?/g, (face) => {
    const range = /unicode-range:([^;}]*)/i.exec(face)?.[1];
    return range === undefined || isAnyIn(range, letters) ? face : '';
  });
}

function isAnyIn(range: string, letters: ReadonlySet<number>): boolean {
  const parts = range.split(',').map((part) => {
    const [from = '', to = from] = part.trim().replace(/^u\+/i, '').split('-');
    // `4??` is `400-4FF`.
    return [from.replaceAll('?', '0'), to.replaceAll('?', 'F')].map((code) => Number.parseInt(code, 16));
  });
  return [...letters].some((letter) =>
    parts.some(([from = Number.NaN, to = from]) => !(letter < from || letter > to)),
  );
}

/** Every letter that a text may show, however it is written: as it is, or as a number in markup, rules or scripts. */
export function lettersIn(texts: readonly string[]): ReadonlySet<number> {
  const letters = new Set<number>();
  for (const text of texts) {
    for (const letter of text) letters.add(letter.codePointAt(0) ?? 0);
    for (const [, ten, ...others] of text.matchAll(numbers)) {
      const code = others.find((one) => one !== undefined);
      letters.add(ten === undefined ? Number.parseInt(code ?? '', 16) : Number(ten));
    }
  }
  return letters;
}

const numbers = /&#(\d{1,7});|&#x([0-9a-f]{1,6});|\\u\{?([0-9a-f]{4,6})|\\([0-9a-f]{1,6})/gi;
