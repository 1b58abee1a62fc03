import type { Product } from '../config/settings.js';
import type { Span } from '../diagnostics/source.js';

/** A file that a page refers to. Paths are below the output folder, with `/`. */
export interface Asset {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** What the bytes say, where they were made from text and somebody reads them again. */
  readonly text?: string;
}

/** One HTML page, whole: everything it refers to is in `assets`. */
export interface RenderedPage {
  readonly deck: string;
  /** Null: the deck has no editions, or this is the first one. */
  readonly edition: string | null;
  readonly product: Product | 'shelf';
  /** Where the product goes below the output folder: `public/talk/index.html`, `public/talk/slides.pdf`. */
  readonly path: string;
  readonly html: string;
  readonly assets: readonly Asset[];
  /** Files that are published beside the product, and that it does not refer to. */
  readonly beside?: readonly Asset[];
  /** Null: the HTML is the product. Otherwise it is printed and only the PDF is written. */
  readonly paper: Paper | null;
}

/** What a printed page must turn out to be. */
export interface Paper {
  /** CSS pixels (96 an inch). The page's own `@page` rule says the same. */
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly authors: readonly string[];
  readonly subject: string | null;
  readonly keywords: readonly string[];
  /** BCP 47. */
  readonly lang: string;
  /** `YYYY-MM-DD` or null: then no date is written. */
  readonly date: string | null;
  /** How many pages the PDF has to have; anything else is a failed print. */
  readonly pages: number;
  /** Words beside slides may run on to further pages: then `pages` is the least. */
  readonly mayGrow: boolean;
  /**
   * A document that flows over as many pages as it takes: `pages` is the least, page numbers are filled in, and with
   * `recto` chapters start on right-hand pages. Null: sheets of one page each.
   */
  readonly flow: { readonly recto: boolean } | null;
  /** On which edge a printer turns the paper for the other side; null: one side, or as the printer is set. */
  readonly turn: 'long-edge' | 'short-edge' | null;
  /** What readers call the pages where that is not 1, 2, 3: a sheet of a booklet bears two numbers. Null otherwise. */
  readonly labels: readonly string[] | null;
  /** Bookmarks in reading order; level 1 is a section, 2 a slide. `target` is the id of an element on the page. */
  readonly bookmarks: readonly Bookmark[];
  /** Where each slide on paper came from, to name it in messages, by element id. */
  readonly places: ReadonlyMap<string, Span>;
}

export interface Bookmark {
  readonly level: number;
  readonly title: string;
  readonly target: string;
}
