import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { FlowPlaces } from '../print/print-flow.js';
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
  /** Where everything stands in it, packed, if it flows. */
  readonly flow: string | null;
}

/** Which shape that has: prints that were kept in another one are made again. */
export const keptAs = 4;

export function packed(value: unknown): string {
  return zlib().deflateRawSync(JSON.stringify(value)).toString('base64');
}

export function wordsIn(kept: KeptPrint): readonly PdfWords[] {
  return unpacked(kept.words) as readonly PdfWords[];
}

/**
 * Where everything stood when a file was printed last; null where that cannot be made out. The list of files may have
 * been written by another version, or by anybody: what comes of it is tried, and never believed.
 */
export function flowIn(kept: unknown): FlowPlaces | null {
  const { flow } = (kept ?? {}) as Partial<KeptPrint>;
  if (typeof flow !== 'string') return null;
  try {
    const { pages, blank } = unpacked(flow) as FlowPlaces;
    const sound = pages.every(([id, page]) => typeof id === 'string' && isPage(page)) && blank.every(isPage);
    return sound ? { pages, blank } : null;
  } catch {
    return null;
  }
}

function isPage(page: number): boolean {
  return Number.isInteger(page) && page >= 0;
}

function unpacked(packed: string): unknown {
  return JSON.parse(zlib().inflateRawSync(Buffer.from(packed, 'base64')).toString());
}

/** Loaded where something is printed, or was: it takes as long as drawing five slides. */
function zlib(): typeof import('node:zlib') {
  return process.getBuiltinModule('node:zlib');
}
