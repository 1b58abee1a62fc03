import type { Paper } from '../render/page.js';
import type { OpenPage } from './open-page.js';
import { destinationsOf, type PdfFile, pagesOf, readPdf } from './pdf-file.js';
import { pdfLib } from './pdf-lib.js';
import { linkTo, printed, take } from './print-pdf.js';

/** A document whose page numbers are filled in. */
export interface PrintedFlow {
  readonly pdf: PdfFile;
  /** Pages, from 0, that are blank because the next chapter starts on a right-hand page. */
  readonly blank: ReadonlySet<number>;
}

/** How often numbers are filled in again because they moved what they number; twice has not been seen. */
const attempts = 4;

/**
 * Prints a document that flows over as many pages as it takes. Chromium can neither say on which page something stands
 * nor start a chapter on a right-hand page: so it prints once to learn where everything is, blank pages and numbers are
 * filled in, and what is printed then has to bear the numbers out. Null when it never does.
 */
export async function printFlow(open: OpenPage, paper: Paper): Promise<PrintedFlow | null> {
  const named = await open.evaluate(targets);
  await open.evaluate(linkTo, [...new Set([...paper.bookmarks.map((one) => one.target), ...named])]);
  for (let attempt = 0; attempt < attempts; attempt++) {
    await open.evaluate(takeBlanksOut);
    const rough = await readPdf(await printed(open, false));
    const places = pagesByTarget(rough);
    const filled = await open.evaluate(
      fillIn,
      [...places],
      pagesOf(rough).length,
      paper.flow?.recto === true,
    );
    const pdf = await take(await printed(open, true));
    const seen = pagesByTarget(pdf);
    if (filled.places.every(([id, page]) => seen.get(id) === page))
      return { pdf, blank: new Set(filled.blank) };
  }
  return null;
}

/** The page, from 0, that each destination stands on. */
function pagesByTarget(pdf: PdfFile): Map<string, number> {
  const { PDFRef } = pdfLib();
  const numbers = new Map(pagesOf(pdf).map(({ ref }, index) => [ref, index]));
  const found = new Map<string, number>();
  for (const [id, place] of destinationsOf(pdf)) {
    const page = place.get(0);
    const number = page instanceof PDFRef ? numbers.get(page) : undefined;
    if (number !== undefined) found.set(id, number);
  }
  return found;
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
 */
function fillIn(found: (readonly [string, number])[], pages: number, recto: boolean) {
  const before = new Map(found);
  const blank: number[] = [];
  /** Pages of chapters that have a blank one before them, as they were. */
  const pushed: number[] = [];
  for (const chapter of recto ? document.querySelectorAll('.chapter[id]') : []) {
    const page = before.get(chapter.id);
    // Page 0 is a right-hand one.
    if (page === undefined || (page + blank.length) % 2 === 0) continue;
    const empty = document.createElement('div');
    empty.className = 'blank-page';
    empty.setAttribute('aria-hidden', 'true');
    chapter.before(empty);
    blank.push(page + blank.length);
    pushed.push(page);
  }
  const places = found.map(([id, page]) => [id, page + pushed.filter((one) => one <= page).length] as const);
  const after = new Map(places);
  for (const number of document.querySelectorAll<HTMLElement>('[data-page-of]')) {
    const page = after.get(number.dataset.pageOf ?? '');
    number.textContent = page === undefined ? '' : String(page + 1);
  }
  return { places, blank, pages: pages + blank.length };
}
