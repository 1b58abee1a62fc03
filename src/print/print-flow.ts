import type { Paper } from '../render/page.js';
import type { OpenPage } from './open-page.js';
import { destinationsOf, type PdfFile, pagesOf, readPdf } from './pdf-file.js';
import { pdfLib } from './pdf-lib.js';
import { linkTo, printed, type TakenPdf, take } from './print-pdf.js';

/** Where things stand in a document that flows. Pages are counted from 0. */
export interface FlowPlaces {
  readonly pages: readonly (readonly [id: string, page: number])[];
  /** Those that are blank because the next chapter starts on a right-hand page. */
  readonly blank: readonly number[];
}

/** A document whose page numbers are filled in. */
export interface PrintedFlow {
  readonly taken: TakenPdf;
  readonly places: FlowPlaces;
}

/** How often numbers are filled in again because they moved what they number; twice has not been seen. */
const attempts = 4;

/**
 * Prints a document that flows over as many pages as it takes. Chromium can neither say on which page something stands
 * nor start a chapter on a right-hand page: so it prints once to learn where everything is, blank pages and numbers are
 * filled in, and what is printed then has to bear the numbers out. Null when it never does.
 *
 * @param guess where everything stood when it was printed last: as long as that still holds, the first print is spared
 */
export async function printFlow(
  open: OpenPage,
  paper: Paper,
  guess: FlowPlaces | null,
): Promise<PrintedFlow | null> {
  const named = await open.evaluate(targets);
  await open.evaluate(linkTo, [...new Set([...paper.bookmarks.map((one) => one.target), ...named])]);
  let known = guess;
  for (let attempt = 0; attempt < attempts; attempt++) {
    await open.evaluate(takeBlanksOut);
    known ??= { pages: pagesByTarget(await readPdf(await printed(open, false))), blank: [] };
    const filled = await open.evaluate(fillIn, withoutBlanks(known), paper.flow?.recto === true);
    const taken = await take(await printed(open, true));
    const seen = new Map(pagesByTarget(taken.pdf));
    if (seen.size === filled.pages.length && filled.pages.every(([id, page]) => seen.get(id) === page))
      return { taken, places: { pages: filled.pages, blank: filled.blank } };
    // A guess that was wrong has at least shown where everything is now, and each blank page just before its chapter.
    known =
      known === guess
        ? { pages: [...seen], blank: filled.pushed.map((id) => (seen.get(id) ?? 0) - 1) }
        : null;
  }
  return null;
}

/** Blank pages are whole ones between others, so that all behind them stands so many pages earlier without. */
function withoutBlanks({ pages, blank }: FlowPlaces): FlowPlaces['pages'] {
  return pages.map(([id, page]) => [id, page - blank.filter((one) => one < page).length]);
}

/** The page, from 0, that each destination stands on. */
function pagesByTarget(pdf: PdfFile): FlowPlaces['pages'] {
  const { PDFRef } = pdfLib();
  const numbers = new Map(pagesOf(pdf).map(({ ref }, index) => [ref, index]));
  return [...destinationsOf(pdf)].flatMap(([id, place]) => {
    const page = place.get(0);
    const number = page instanceof PDFRef ? numbers.get(page) : undefined;
    return number === undefined ? [] : [[id, number] as const];
  });
}

/** In the page: what has to be found on paper. */
function targets(): string[] {
  const chapters = [...document.querySelectorAll('.chapter[id]')].map((one) => one.id);
  const wanted = [...document.querySelectorAll<HTMLElement>('[data-page-of]')].map(
    (one) => one.dataset.pageOf ?? '',
  );
  return [...chapters, ...wanted];
}

/** In the page: takes out what an earlier attempt put in. */
function takeBlanksOut(): void {
  for (const blank of document.querySelectorAll('.blank-page')) blank.remove();
}

/**
 * In the page: puts blank pages before chapters that would start on a left-hand page, and fills in the numbers.
 *
 * @param found pages, from 0, by the id of what stands on them, as they are without blank ones
 * @returns where everything stands then, and the ids of the chapters that have a blank page before them
 */
function fillIn(found: FlowPlaces['pages'], recto: boolean) {
  const before = new Map(found);
  const blank: number[] = [];
  const pushed: string[] = [];
  /** Where the pushed chapters would start. */
  const starts: number[] = [];
  for (const chapter of recto ? document.querySelectorAll('.chapter[id]') : []) {
    const page = before.get(chapter.id);
    // Page 0 is a right-hand one.
    if (page === undefined || (page + blank.length) % 2 === 0) continue;
    const empty = document.createElement('div');
    empty.className = 'blank-page';
    empty.setAttribute('aria-hidden', 'true');
    chapter.before(empty);
    blank.push(page + blank.length);
    pushed.push(chapter.id);
    starts.push(page);
  }
  const pages = found.map(([id, page]) => [id, page + starts.filter((one) => one <= page).length] as const);
  const after = new Map(pages);
  for (const number of document.querySelectorAll<HTMLElement>('[data-page-of]')) {
    const page = after.get(number.dataset.pageOf ?? '');
    number.textContent = page === undefined ? '' : String(page + 1);
  }
  return { pages, blank, pushed };
}
