import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { PdfWords } from '../print/text/pdf-words.js';

/** What is kept of a print beside the file, so that a second build says and checks the same. */
export interface KeptPrint {
  /** What was noticed while it was laid out. */
  readonly diagnostics: readonly Diagnostic[];
  /** A hash of where in the files everything on it is written, which is what the diagnostics are about. */
  readonly places: string;
  /** Whether every word stands out when it is printed without colours. */
  readonly grey: boolean;
  /** Its words, packed: they stand in the list of files, which every build reads. */
  readonly words: string;
}

/** Which shape that has: prints that were kept in another one are made again. */
export const keptAs = 3;

export function packed(words: readonly PdfWords[]): string {
  return deflateRawSync(JSON.stringify(words)).toString('base64');
}

export function unpacked(words: string): readonly PdfWords[] {
  return JSON.parse(inflateRawSync(Buffer.from(words, 'base64')).toString());
}
