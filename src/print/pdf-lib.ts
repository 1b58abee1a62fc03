export type PdfLib = typeof import('@cantoo/pdf-lib');

let loaded: PdfLib | undefined;

/** Loads the PDF library; while a browser prints is a good time. */
export async function loadPdfLib(): Promise<void> {
  loaded ??= await import('@cantoo/pdf-lib');
}

/** The PDF library, which {@link loadPdfLib} has loaded. */
export function pdfLib(): PdfLib {
  if (loaded === undefined) throw new Error('The PDF library is asked for before it is loaded.');
  return loaded;
}
