/** A part of KaTeX's tree, as far as widths go. */
interface Part {
  readonly children?: readonly Part[];
  readonly classes?: readonly string[];
  readonly style?: Readonly<Record<string, string>>;
  /** Of letters; the width of one, in ems. */
  readonly text?: string;
  readonly width?: number;
  readonly italic?: number;
}

/** KaTeX's sizes, `size1` to `size11`, in ems of the sixth. */
const sizes = [0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.2, 1.44, 1.728, 2.074, 2.488];

/** Parts whose children stand on top of each other. */
const stacked = ['vlist', 'vlist-t', 'vlist-r'];

/**
 * How wide a formula is, in ems: what a theme needs to draw it as large as there is room. KaTeX leaves the sum to the
 * browser, but knows each letter's width.
 */
export function formulaWidth(root: object): number {
  return Math.round(widthOf(root as Part, 1) * 100) / 100;
}

function widthOf(part: Part, size: number): number {
  const classes = part.classes ?? [];
  if (classes.includes('katex-mathml') || classes.includes('strut') || classes.includes('pstrut')) return 0;
  if (part.text !== undefined) {
    // Letters of one kind are joined, and keep the width of the first.
    return ((part.width ?? 0) * Array.from(part.text).length + (part.italic ?? 0)) * size;
  }
  const scale = size * scaleOf(classes);
  const inside = (part.children ?? []).map((child) => widthOf(child, scale));
  const { style = {} } = part;
  const own = ['marginLeft', 'marginRight', 'paddingLeft', 'paddingRight']
    .map((side) => ems(style[side]))
    .reduce((sum, one) => sum + one, 0);
  const content = classes.some((name) => stacked.includes(name))
    ? Math.max(0, ...inside)
    : linesOf(part, inside);
  return Math.max(content, ems(style.width), ems(style.minWidth)) + own * scale;
}

/** Parts beside each other; behind a `newline` a line of its own begins. */
function linesOf({ children = [] }: Part, widths: readonly number[]): number {
  let longest = 0;
  let line = 0;
  widths.forEach((width, index) => {
    line = children[index]?.classes?.includes('newline') ? 0 : line + width;
    longest = Math.max(longest, line);
  });
  return longest;
}

function scaleOf(classes: readonly string[]): number {
  const from = /^reset-size(\d+)$/;
  const to = /^size(\d+)$/;
  const number = (pattern: RegExp) => classes.map((name) => pattern.exec(name)?.[1]).find((one) => one);
  const [before, after] = [number(from), number(to)];
  if (before === undefined || after === undefined) return 1;
  return (sizes[Number(after) - 1] ?? 1) / (sizes[Number(before) - 1] ?? 1);
}

function ems(value: string | undefined): number {
  return value?.endsWith('em') ? Number.parseFloat(value) : 0;
}
