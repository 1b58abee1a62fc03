import type { PDFArray, PDFContext, PDFDict, PDFName, PDFObject, PDFRef } from '@cantoo/pdf-lib';
import { pdfLib } from './pdf-lib.js';

/** A PDF taken apart: its objects, and the few of them that everything hangs from. */
export interface PdfFile {
  readonly context: PDFContext;
  readonly catalog: PDFDict;
}

/** Takes a PDF of Chromium's apart. */
export async function readPdf(bytes: Uint8Array): Promise<PdfFile> {
  const { PDFDict, PDFParser } = pdfLib();
  const context = await PDFParser.forBytesWithOptions(bytes, Number.POSITIVE_INFINITY).parseDocument();
  return { context, catalog: context.lookup(context.trailerInfo.Root, PDFDict) };
}

/** Puts a PDF together again, byte for byte the same for the same objects. */
export async function writePdf({ context }: PdfFile): Promise<Uint8Array> {
  const { PDFWriter } = pdfLib();
  return PDFWriter.forContext(context, Number.POSITIVE_INFINITY).serializeToBuffer();
}

/** The pages in order. */
export function pagesOf({ context, catalog }: PdfFile): { ref: PDFRef; page: PDFDict }[] {
  const { PDFArray, PDFDict, PDFName, PDFRef } = pdfLib();
  const found: { ref: PDFRef; page: PDFDict }[] = [];
  const visit = (ref: PDFObject | undefined) => {
    if (!(ref instanceof PDFRef)) return;
    const node = context.lookup(ref, PDFDict);
    const kids = node.lookupMaybe(PDFName.of('Kids'), PDFArray);
    if (kids === undefined) found.push({ ref, page: node });
    else for (const kid of kids.asArray()) visit(kid);
  };
  visit(catalog.get(PDFName.of('Pages')));
  return found;
}

/** The named destinations, by element id: where on which page an element stands. */
export function destinationsOf({ catalog }: PdfFile): Map<string, PDFArray> {
  const { PDFArray, PDFDict, PDFName } = pdfLib();
  const found = new Map<string, PDFArray>();
  const dests = catalog.lookupMaybe(PDFName.of('Dests'), PDFDict);
  for (const [name, place] of dests?.entries() ?? []) {
    if (place instanceof PDFArray) found.set(idOf(name), place);
  }
  return found;
}

/** Chromium names a destination as the link to it is written in the address: `%C3%BCbung` for `übung`. */
export function idOf(name: PDFName): string {
  const text = Buffer.from(name.asBytes()).toString();
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
