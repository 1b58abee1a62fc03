import type { Diagnostic, Noticed } from '../diagnostics/diagnostic.js';
import type { RenderedPage } from '../render/page.js';
import { type Maker, stampIdentifier, writeInformation } from './document-information.js';
import { writeOutline } from './outline.js';
import { type PdfFile, pagesOf, writePdf } from './pdf-file.js';
import { numberStructureIds } from './structure-ids.js';
import { verifyPdf } from './verify-pdf.js';

/** A finished PDF. */
export interface PrintedPdf {
  readonly bytes: Uint8Array;
  readonly pages: number;
}

/** Turns what the browser printed into the product: checked, with bookmarks and properties, and the same bytes each time. */
export async function finishPdf(
  pdf: PdfFile,
  page: RenderedPage,
  maker: Maker,
): Promise<Noticed<PrintedPdf>> {
  const { paper } = page;
  if (paper === null) throw new Error(`${page.path} is not for paper.`);
  const diagnostics: Diagnostic[] = verifyPdf(pdf, page);
  numberStructureIds(pdf);
  writeOutline(pdf, paper.bookmarks);
  writeInformation(pdf, paper, maker);
  const bytes = await writePdf(pdf);
  stampIdentifier(bytes);
  return { value: { bytes, pages: pagesOf(pdf).length }, diagnostics };
}
