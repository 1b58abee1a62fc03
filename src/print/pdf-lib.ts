import type { PDFName, PDFRef } from '@cantoo/pdf-lib';

export type PdfLib = typeof import('@cantoo/pdf-lib');

let loaded: PdfLib | undefined;

/** Loads the PDF library; while a browser prints is a good time. */
export async function loadPdfLib(): Promise<void> {
  if (loaded !== undefined) return;
  const library = await import('@cantoo/pdf-lib');
  rememberRefs(library);
  rememberNames(library);
  loaded = library;
}

/** The PDF library, which {@link loadPdfLib} has loaded. */
export function pdfLib(): PdfLib {
  if (loaded === undefined) throw new Error('The PDF library is asked for before it is loaded.');
  return loaded;
}

/**
 * The library has one object for each reference, and finds it by a text that it puts together each time: a fifth of what taking a
 * long document apart costs. By number it is found at once.
 */
function rememberRefs({ PDFRef }: PdfLib): void {
  const make = PDFRef.of;
  const known: PDFRef[] = [];
  PDFRef.of = (number, generation = 0) => {
    if (generation !== 0) return make(number, generation);
    known[number] ??= make(number);
    return known[number];
  };
}

/** So with names, of which there are some hundred: it looks through each for escapes whenever it meets one. */
function rememberNames({ PDFName }: PdfLib): void {
  const make = PDFName.of;
  const known = new Map<string, PDFName>();
  PDFName.of = (written) => {
    let name = known.get(written);
    if (name === undefined) {
      name = make(written);
      known.set(written, name);
    }
    return name;
  };
}
