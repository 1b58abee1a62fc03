import type { PdfFile } from './pdf-file.js';
import { pdfLib } from './pdf-lib.js';

/** Says what readers call the pages: 1, 2, 3, as is printed on them. */
export function labelPages({ context, catalog }: PdfFile): void {
  catalog.set(pdfLib().PDFName.of('PageLabels'), context.obj({ Nums: [0, { S: 'D' }] }));
}
