/** CSS pixels of a unit, as browsers have it without a font. */
const pixels: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  pt: 96 / 72,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
  em: 16,
  rem: 16,
};

/** Namespaces and metadata of drawing programs come to some thousand characters. */
const longestTag = 100_000;

/**
 * The size of an SVG in CSS pixels: `width` and `height`, what is missing by the proportions of `viewBox`.
 * Both null where it says nothing; a browser then takes 300 by 150 or what the page says.
 */
export function svgSize(svg: string): { readonly width: number | null; readonly height: number | null } {
  const text = svg.replaceAll(/<!--[\s\S]*?(?:-->|$)/g, '');
  const tag = /<(?:[\w-]{1,40}:)?svg(?=[\s>/])/.exec(text);
  if (tag === null) return { width: null, height: null };
  // From the one place where the tag starts: looking for its end from everywhere takes quadratic time.
  const rest = text.slice(tag.index + tag[0].length, tag.index + longestTag);
  const root = /^(?:[^>"']|"[^"]*"|'[^']*')*(?=>)/.exec(rest)?.[0] ?? '';
  const attribute = (name: string) =>
    new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)
      .exec(root)
      ?.slice(1)
      .find((one) => one !== undefined);
  const width = length(attribute('width'));
  const height = length(attribute('height'));
  if (width !== null && height !== null) return { width, height };
  const box = (attribute('viewBox') ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const [boxWidth = 0, boxHeight = 0] = box.slice(2);
  if (box.length !== 4 || !(boxWidth > 0) || !(boxHeight > 0)) return { width, height };
  if (width !== null) return { width, height: (width * boxHeight) / boxWidth };
  if (height !== null) return { width: (height * boxWidth) / boxHeight, height };
  return { width: boxWidth, height: boxHeight };
}

/** Percentages and units of the window's size say nothing about the picture. */
function length(written: string | undefined): number | null {
  const match = /^\s*\+?(\d{1,9}(?:\.\d{1,9})?|\.\d{1,9})\s*([a-z]*)\s*$/i.exec(written ?? '');
  const unit = match === null ? undefined : pixels[(match[2] ?? '').toLowerCase()];
  const value = unit === undefined ? 0 : Number(match?.[1]) * unit;
  return value > 0 ? value : null;
}
