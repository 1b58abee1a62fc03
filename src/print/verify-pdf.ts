import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import type { RenderedPage } from '../render/page.js';
import { nameOf } from './page-name.js';
import { type PdfFile, pagesOf } from './pdf-file.js';
import { pdfLib } from './pdf-lib.js';

/** Whether a PDF is what was asked for: a browser that could not print says so by a blank page, not by an error. */
export function verifyPdf(pdf: PdfFile, page: RenderedPage): Diagnostic[] {
  const { PDFDict, PDFName } = pdfLib();
  const pages = pagesOf(pdf);
  const wanted = page.paper?.pages ?? 0;
  const found: Diagnostic[] = [];
  const mayGrow = page.paper?.mayGrow ?? false;
  if (mayGrow ? pages.length < wanted : pages.length !== wanted) {
    found.push(
      diagnostic(
        'print/page-count',
        null,
        `${nameOf(page)} came out with ${pages.length} pages and has to have ${wanted}.`,
        {
          hint: 'Look for something on a slide that is larger than the slide, or for page breaks in CSS of your own.',
        },
      ),
    );
  }
  const blank: number[] = [];
  pages.forEach(({ page: leaf }, index) => {
    const resources = leaf.lookupMaybe(PDFName.of('Resources'), PDFDict);
    const paints = ['Font', 'XObject'].some((kind) => {
      const entries = resources?.lookupMaybe(PDFName.of(kind), PDFDict);
      return entries !== undefined && entries.keys().length > 0;
    });
    if (!paints) blank.push(index + 1);
  });
  if (blank.length > 0) {
    const which = blank.length === pages.length ? 'Every page' : `Page ${blank.slice(0, 10).join(', ')}`;
    found.push(
      diagnostic('print/blank', null, `${which} of ${nameOf(page)} came out of the printing browser blank.`),
    );
  }
  return found;
}
