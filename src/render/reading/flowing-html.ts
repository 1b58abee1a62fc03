import { escapeHtml } from '../html.js';

/** What a page of running text needs to know of the deck's addresses. */
export interface Addresses {
  /** The id of the slide that reveal.js finds at `#/2/1`; null where there is none. */
  readonly at: (column: number, row: number) => string | null;
}

/**
 * HTML of a slide for a page without scripts: links lead to places on the page, and what may be wider than a phone can be
 * reached, and scrolled, from the keyboard.
 */
export function flowingHtml(html: string, addresses: Addresses): string {
  // Most slides have none of these, and code has elements by the thousand.
  if (!changed.test(html)) return html;
  return html.replace(tag, (whole, name: string, attributes: string, inside: string) => {
    if (name === 'a') {
      const own = attributes.replace(
        / href="#\/([^"]*)"/,
        (_, to: string) => ` href="#${placeOf(to, addresses)}"`,
      );
      return `<a${own}>${inside}`;
    }
    const width = widthOf(name, attributes, inside);
    if (width === null || / tabindex=/.test(attributes)) return whole;
    return `<${name}${withWidth(attributes, width)} tabindex="0">${inside}`;
  });
}

/** What stands in whatever changes. */
const changed = /href="#\/|table|math-display|image|figure/;

/** An element, and the drawing it begins with. Values of attributes are escaped in all that we draw: no `>` stands in them. */
const tag = /<(a|div|span|figure|p)((?: [^<>]*)?)>((?:<svg [^<>]*>)?)/g;

/** `#/rolling` and `#/2/1`, as reveal.js writes addresses. */
function placeOf(written: string, { at }: Addresses): string {
  const [, column, row = '0'] = /^(\d+)(?:\/(\d+))?/.exec(written) ?? [];
  const named = column === undefined ? null : at(Number(column), Number(row));
  return named === null ? written.replace(/\/.*$/s, '') : escapeHtml(named);
}

/** Formulas of so many ems do not fit a phone at the smallest size that is read, nor do drawings of so many pixels. */
const widest = { formula: 19, drawing: 520 } as const;

/** How wide something is that may not fit: of a drawing in pixels, else 0; null where all is well. */
function widthOf(name: string, attributes: string, inside: string): number | null {
  if (!/table|math-display|image|figure/.test(attributes)) return null;
  const [, classes = ''] = / class="([^"]*)"/.exec(attributes) ?? [];
  const has = (one: string) => classes.split(' ').includes(one);
  if (name === 'div' && has('table')) return 0;
  const [, ems = '0'] = /--formula: ([\d.]+)/.exec(attributes) ?? [];
  if (has('math-display') && Number(ems) > widest.formula) return 0;
  if (!has('image') && !has('figure')) return null;
  const [, width = '0'] = / width="([\d.]+)/.exec(inside) ?? [];
  return Number(width) > widest.drawing ? Number(width) : null;
}

function withWidth(attributes: string, width: number): string {
  if (width === 0) return attributes;
  const own = `--width: ${width}`;
  return / style="/.test(attributes)
    ? attributes.replace(' style="', ` style="${own}; `)
    : `${attributes} style="${own}"`;
}

/** The same with every heading one level deeper. */
export function deeper(html: string): string {
  return html.replace(
    /<(\/?)h([1-5])(?=[\s>])/g,
    (_, slash: string, level: string) => `<${slash}h${Number(level) + 1}`,
  );
}
