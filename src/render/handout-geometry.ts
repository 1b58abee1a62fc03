import type { Settings } from '../config/settings.js';
import { paperSheets, pixels } from './paper-size.js';

/** Millimetres. */
type Millimetres = number;

/** How a page of the handout is divided. `handout.css` and `booklet.css` in `templates/products/` lay it out with the same numbers. */
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

type SlidesPerPage = Settings['handout']['slides'];

/** Slides that there is room for on a page of a booklet, the most first. */
export const bookletLayouts = [3, 2, 1] as const;
type BookletLayout = (typeof bookletLayouts)[number];

/** The layout of a handout. */
export interface HandoutLayout {
  readonly paper: Settings['paper'];
  readonly booklet: boolean;
  readonly slides: SlidesPerPage;
}

/** The margins of `handout.css`: 25 inside for punching and 15 outside; 22 above and 20 below. */
const margins = { width: 25 + 15, height: 22 + 20 };

/** Those of `booklet.css`: a booklet is folded, not punched. */
const bookletMargins = { width: 12 + 10, height: 16 + 14 };

const divisions: Readonly<Record<SlidesPerPage, Division>> = {
  1: { columns: 1, rows: 1, gap: { column: 0, row: 0 }, number: 7, beside: 0, below: 110 },
  2: { columns: 1, rows: 2, gap: { column: 0, row: 8 }, number: 7, beside: 0, below: 26 },
  3: { columns: 1, rows: 3, gap: { column: 0, row: 8 }, number: 6, beside: 50, below: 0 },
  4: { columns: 2, rows: 2, gap: { column: 6, row: 8 }, number: 5, beside: 0, below: 34 },
  6: { columns: 2, rows: 3, gap: { column: 6, row: 6 }, number: 5, beside: 0, below: 10 },
  9: { columns: 3, rows: 3, gap: { column: 5, row: 6 }, number: 5, beside: 0, below: 10 },
};

/** A page of a booklet is small: with one or two slides their numbers stand below them, so that they are as wide as the page. */
const bookletDivisions: Readonly<Record<BookletLayout, Division>> = {
  1: { columns: 1, rows: 1, gap: { column: 0, row: 0 }, number: 0, beside: 0, below: 75 },
  2: { columns: 1, rows: 2, gap: { column: 0, row: 5 }, number: 0, beside: 0, below: 9 },
  3: { columns: 1, rows: 3, gap: { column: 0, row: 6 }, number: 6, beside: 0, below: 0 },
};

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
  /** The sheet of paper in CSS pixels; that of a booklet lies on its side. */
  readonly width: number;
  readonly height: number;
}

/** How many slides stand on a page: a booklet has room for three at most. */
export function slidesPerPage({ booklet, slides }: Pick<HandoutLayout, 'booklet' | 'slides'>): SlidesPerPage {
  return booklet ? (Math.min(slides, 3) as BookletLayout) : slides;
}

export function handoutGeometry(layout: HandoutLayout, slide: Settings['aspect']): HandoutGeometry {
  const upright = paperSheets[layout.paper];
  const sheet = layout.booklet ? { width: upright.height, height: upright.width } : upright;
  const page = layout.booklet ? { width: upright.height / 2, height: upright.width } : upright;
  const around = layout.booklet ? bookletMargins : margins;
  const { columns, rows, gap, number, beside, below } = divisionOf(layout);
  const columnWidth = (page.width - around.width - gap.column * (columns - 1)) / columns;
  const rowHeight = (page.height - around.height - gap.row * (rows - 1)) / rows;
  const across = ((columnWidth - number - beside - frame) * pixels) / slide.width;
  const down = ((rowHeight - below - frame) * pixels) / slide.height;
  const zoom = Math.floor(Math.min(across, down) * 10_000) / 10_000;
  const drawn = (slide.height * zoom) / pixels + frame;
  const writable = beside > 0 ? rowHeight : rowHeight - drawn;
  return {
    zoom,
    lines: Math.floor(writable / ruling),
    width: Math.round(sheet.width * pixels * 1000) / 1000,
    height: Math.round(sheet.height * pixels * 1000) / 1000,
  };
}

function divisionOf(layout: HandoutLayout): Division {
  const slides = slidesPerPage(layout);
  return layout.booklet ? bookletDivisions[slides as BookletLayout] : divisions[slides];
}
