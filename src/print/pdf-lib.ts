import { createRequire } from 'node:module';

export type PdfLib = typeof import('@cantoo/pdf-lib');

let loaded: PdfLib | undefined;

/**
 * The PDF library, loaded when first asked for. Its CommonJS half: the other consists of some three hundred modules
 * and takes twice as long to load.
 */
export function pdfLib(): PdfLib {
  loaded ??= createRequire(import.meta.url)('@cantoo/pdf-lib') as PdfLib;
  return loaded;
}
