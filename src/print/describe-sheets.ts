import type { Paper } from '../render/page.js';
import type { PdfFile } from './pdf-file.js';
import { pdfLib } from './pdf-lib.js';

/** Says what the pages are called and, to the print dialog, on which edge the paper is turned. */
export function describeSheets({ context, catalog }: PdfFile, { labels, turn }: Paper): void {
  const { PDFDict, PDFHexString, PDFName } = pdfLib();
  if (labels !== null) {
    const ranges = labels.flatMap((label, index) => [
      index,
      context.obj({ P: PDFHexString.fromText(label) }),
    ]);
    catalog.set(PDFName.of('PageLabels'), context.obj({ Nums: ranges }));
  }
  if (turn !== null) {
    const preferences = catalog.lookup(PDFName.of('ViewerPreferences'), PDFDict);
    const duplex = turn === 'short-edge' ? 'DuplexFlipShortEdge' : 'DuplexFlipLongEdge';
    preferences.set(PDFName.of('Duplex'), PDFName.of(duplex));
  }
}
