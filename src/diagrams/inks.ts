/**
 * Diagrams are drawn in colours that stand for the theme's: each engine gets colours that nobody writes, and in what
 * it draws they become custom properties. So one drawing is right in light and dark, on every ground and on paper.
 */
const names = [
  'text',
  'muted',
  'ground',
  'wash',
  'line',
  'accent',
  'second',
  'mark',
  'on-mark',
  'series-1',
  'series-2',
  'series-3',
  'series-4',
  'series-5',
  'series-6',
  'series-7',
  'series-8',
] as const;

/** A colour of the theme's: the custom property of this name. */
export type Ink = (typeof names)[number];

/** The colour that stands for each ink, `#rrggbb`. */
export const inks = Object.fromEntries(
  names.map((name, index) => [name, `#1d0f${(0xa1 + index).toString(16)}`]),
) as Readonly<Record<Ink, string>>;

const properties = new Map(names.map((name) => [inks[name], `var(--${name})`]));

/** A colour as it stands in a drawing: the theme's property for an ink, everything else as it is. */
export function inkOf(color: string): string {
  return properties.get(hexOf(color) ?? '') ?? color;
}

/** `rgb(29, 15, 161)` or `#1D0FA1` as `#1d0fa1`; null for what is neither. */
export function hexOf(color: string): string | null {
  const text = color.trim().toLowerCase();
  if (/^#[0-9a-f]{6}$/.test(text)) return text;
  const rgb = /^rgb\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})\s*\)$/.exec(text);
  return (
    rgb &&
    `#${rgb
      .slice(1)
      .map((part) => Number(part).toString(16).padStart(2, '0'))
      .join('')}`
  );
}
