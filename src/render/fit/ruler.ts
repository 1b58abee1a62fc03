import type { Inline } from '../../parse/ast.js';
import type { Face, Widths } from '../../theme/theme.js';
import type { Tokens } from '../../theme/tokens.js';

/**
 * With what text is measured while no browser is there. Lengths are in units of the slide, 8 px on 1280 × 720, as in the
 * themes' stylesheets, whose sums these are.
 */
export interface Ruler {
  readonly token: (name: string) => number;
  readonly widths: Widths | null;
  /** The step that is tried: by how much the words of a slide are larger than the theme's own size, or smaller. */
  readonly scale: number;
  /** How far apart items and rows stand, from 0 to 1. */
  readonly air: number;
  /** Words that have been measured, by their face and by how much wider their letters are: in ems the same at every step. */
  readonly measured: Readonly<Record<Face, Map<readonly Inline[], Measured[]>>>;
  /** Whether the slide is less than half as wide again as it is high: columns are set smaller there. */
  readonly narrow: boolean;
}

/** What the words of a slide become: larger or smaller, and further apart. */
export interface Fit {
  readonly scale: number;
  readonly air: number;
}

/** Words, measured: all in ems of the type around them. Every word of a deck is in one, so there are no objects here, but numbers. */
export interface Measured {
  /** How much wider their letters are than those of the face as it is. */
  readonly scale: number;
  /** Pieces that no line break divides: the width of each, then that of the blank behind it; where a line has to end -1 and 0. */
  readonly pieces: readonly number[];
  readonly longest: number;
  /** The longest piece that no line breaks, however narrow it is. */
  readonly least: number;
  /** The longest line, where there is room for it. */
  readonly most: number;
  /** How many lines have to end. */
  readonly ends: number;
}

/** The room for a block, and the type it is set in. */
export interface Room {
  readonly width: number;
  readonly size: number;
  readonly leading: number;
}

/** The height of what cannot be told without a browser. It makes every sum that it is in unknown as well. */
export const unknown = Number.NaN;

/** What harbor has, for themes whose tokens are written in some other way. */
const defaults: Readonly<Record<string, number>> = {
  leading: 1.36,
  'step-title': 5.75,
  'share-title': 0.043,
  'step-body': 3.75,
  'step-small': 2.75,
  'step-quote': 6.5,
  'quote-leading': 1.2,
  'title-leading': 1.12,
  'title-spacing': -0.012,
  letter: 0.74,
  'code-letter': 0.602,
  'code-largest': 3.5,
  'code-alone': 4,
  'bar-width': 1,
  'broad-width': 0.75,
  'head-more': 0,
  'margin-left': 11,
  'margin-right': 9,
  'margin-top': 8,
  'margin-bottom': 9.5,
  'margin-foot': 4,
  'step-foot': 2,
};

export function ruler(
  tokens: Tokens,
  widths: Widths | null,
  { scale, air }: Fit,
  narrow: boolean,
  measured: Ruler['measured'],
): Ruler {
  return { token: (name) => tokens.get(name) ?? defaults[name] ?? 0, widths, scale, air, narrow, measured };
}
