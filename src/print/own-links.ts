import { posix } from 'node:path';
import type { RenderedPage } from '../render/page.js';
import { type PdfFile, pagesOf } from './pdf-file.js';
import { pdfLib } from './pdf-lib.js';
import { origin } from './wall.js';

/**
 * Links to files beside the PDF, such as films: the browser writes where it was while it printed, and readers look
 * beside the PDF for an address that is relative.
 */
export function mendOwnLinks(pdf: PdfFile, page: RenderedPage): void {
  const { PDFArray, PDFDict, PDFHexString, PDFName, PDFString } = pdfLib();
  const uri = PDFName.of('URI');
  for (const { page: sheet } of pagesOf(pdf)) {
    for (const ref of sheet.lookupMaybe(PDFName.of('Annots'), PDFArray)?.asArray() ?? []) {
      const action = pdf.context.lookup(ref, PDFDict).lookupMaybe(PDFName.of('A'), PDFDict);
      const address = action?.lookup(uri);
      if (!(address instanceof PDFString || address instanceof PDFHexString)) continue;
      const written = address.decodeText();
      if (!written.startsWith(`${origin}/`)) continue;
      const path = written.slice(origin.length + 1);
      action?.set(uri, PDFString.of(posix.relative(posix.dirname(encodeURI(page.path)), path)));
    }
  }
}
