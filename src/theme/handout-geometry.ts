/** Millimetres. */
type Millimetres = number;

/** How a page of the handout is divided. `templates/products/handout.css` lays it out with the same numbers. */
interface Division {
  readonly columns: number;
  readonly rows: number;
  /** Between columns and between rows. */
  readonly gap: { readonly column: Millimetres; readonly row: Millimetres };
  /** Left of each thumbnail, for its number. */
  readonly number: Millimetres;
  /** Kept free beside each thumbnail, for rules to write on. */
  readonly beside: Millimetres;
  /** Kept free below each thumbnail. */
  readonly below: Millimetres;
}

export type SlidesPerPage = 1 | 2 | 3 | 4 | 6 | 9;

/** What is left of a page inside the margins of `handout.css`: 25 inside for punching, 15 outside, 22 and 20. */
const room = {
  a4: { width: 210 - 40, height: 297 - 42 },
  letter: { width: 215.9 - 40, height: 279.4 - 42 },
} as const;

const divisions: Readonly<Record<SlidesPerPage, Division>> = {
  1: { columns: 1, rows: 1, gap: { column: 0, row: 0 }, number: 7, beside: 0, below: 110 },
  2: { columns: 1, rows: 2, gap: { column: 0, row: 8 }, number: 7, beside: 0, below: 26 },
  3: { columns: 1, rows: 3, gap: { column: 0, row: 8 }, number: 6, beside: 66, below: 0 },
  4: { columns: 2, rows: 2, gap: { column: 6, row: 8 }, number: 5, beside: 0, below: 34 },
  6: { columns: 2, rows: 3, gap: { column: 6, row: 6 }, number: 5, beside: 0, below: 10 },
  9: { columns: 3, rows: 3, gap: { column: 5, row: 6 }, number: 5, beside: 0, below: 10 },
};

/** CSS pixels in a millimetre. */
const pixels = 96 / 25.4;

/** From one ruled line to the next. */
const ruling: Millimetres = 8;

/** Of the frame around a thumbnail, both sides together. */
const frame: Millimetres = 0.5;

/** How large the slides are on a page of the handout, and how much room is left to write beside or below each. */
export interface HandoutGeometry {
  /** The CSS `zoom` of a slide, rounded down to four digits, so that the same deck has the same bytes everywhere. */
  readonly zoom: number;
  /** Ruled lines beside or below each slide. */
  readonly lines: number;
}

/** The geometry for slides of `slideWidth` x `slideHeight` CSS pixels. */
export function handoutGeometry(
  paper: 'a4' | 'letter',
  perPage: SlidesPerPage,
  slideWidth: number,
  slideHeight: number,
): HandoutGeometry {
  const { columns, rows, gap, number, beside, below } = divisions[perPage];
  const page = room[paper];
  const columnWidth = (page.width - gap.column * (columns - 1)) / columns;
  const rowHeight = (page.height - gap.row * (rows - 1)) / rows;
  const width = columnWidth - number - beside - frame;
  const height = rowHeight - below - frame;
  const fitting = Math.min((width * pixels) / slideWidth, (height * pixels) / slideHeight);
  const zoom = Math.floor(fitting * 10_000) / 10_000;
  const slide = (slideHeight * zoom) / pixels + frame;
  const writable = beside > 0 ? rowHeight : rowHeight - slide;
  return { zoom, lines: Math.floor(writable / ruling) };
}
