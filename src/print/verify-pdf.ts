import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import type { RenderedPage } from '../render/page.js';
import { nameFirst, nameOf } from './page-name.js';
import { type PdfFile, pagesOf } from './pdf-file.js';
import { pdfLib } from './pdf-lib.js';

/**
 * Whether a PDF is what was asked for: a browser that could not print says so by a blank page, not by an error. `wordless` are the
 * pages, from 0, that need not have text or pictures.
 */
export function verifyPdf(pdf: PdfFile, page: RenderedPage, wordless: ReadonlySet<number>): Diagnostic[] {
  const pages = pagesOf(pdf);
  const { pages: wanted, mayGrow } = page.paper ?? { pages: 0, mayGrow: false };
  const found: Diagnostic[] = [];
  if (mayGrow ? pages.length < wanted : pages.length !== wanted) {
    found.push(
      diagnostic(
        'print/page-count',
        null,
        `${nameFirst(page)} came out with ${count(pages.length)} and has to have ${mayGrow ? 'at least ' : ''}${wanted}.`,
        {
          hint: 'Look for something on a slide that is larger than the slide, or for page breaks in CSS of your own.',
        },
      ),
    );
  }

  const blank = pagesWithoutWords(pdf)
    .filter((index) => !wordless.has(index))
    .map((index) => index + 1);
  if (blank.length > 0) {
    const which =
      blank.length === pages.length
        ? 'Every page'
        : `${blank.length === 1 ? 'Page' : 'Pages'} ${blank.slice(0, 10).join(', ')}${blank.length > 10 ? ' and more' : ''}`;
    found.push(
      diagnostic('print/blank', null, `${which} of ${nameOf(page)} came out of the browser blank.`, {
        hint: '`deckhand doctor` tries whether the browser can print at all.',
      }),
    );
  }
  return found;
}

/** The pages, from 0, that paint neither words nor pictures. */
export function pagesWithoutWords(pdf: PdfFile): readonly number[] {
  const { PDFDict, PDFName } = pdfLib();
  const kinds = ['Font', 'XObject'].map((kind) => PDFName.of(kind));
  return pagesOf(pdf).flatMap(({ page }, index) => {
    const resources = page.lookupMaybe(PDFName.of('Resources'), PDFDict);
    const paints = kinds.some((kind) => {
      const entries = resources?.lookupMaybe(kind, PDFDict);
      return entries !== undefined && entries.keys().length > 0;
    });
    return paints ? [] : [index];
  });
}

function count(pages: number): string {
  return pages === 1 ? '1 page' : `${pages} pages`;
}

/**
 * In the page: the sheets, from 0, that show neither words nor pictures of pixels: empty slides and mere drawings. A drawing in a file
 * may be lines alone, and a foot that is not shown has words all the same.
 */
export function findWordless(): number[] {
  return [...document.querySelectorAll<HTMLElement>('.sheet')].flatMap((sheet, index) =>
    sheet.innerText.trim() === '' &&
    [...sheet.querySelectorAll('img')].every((img) => /\.svg$|^data:image\/svg/.test(img.src))
      ? [index]
      : [],
  );
}
