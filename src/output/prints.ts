import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashOf } from './hash.js';
import type { HeldTarget } from './lock.js';
import { lookInto } from './look.js';

/** A printed file that need not be printed again. */
export interface EarlierPrint {
  readonly bytes: Uint8Array;
  readonly pages: number;
  /** What was given to `Plan.prints` with it. */
  readonly value: unknown;
}

/**
 * The print that an earlier build made of the same input, if it still stands in the folder as it was written; otherwise null.
 *
 * @param path of the printed file, below the output folder
 * @param input a hash of everything that decides what the print looks like, the browser included
 */
export function readPrint(held: HeldTarget, path: string, input: string): EarlierPrint | null {
  const print = held.manifest.prints.get(path);
  if (print?.input !== input || lookInto(held.target.path)(path).kind !== 'file') return null;
  const bytes = readFileSync(join(held.target.path, path));
  return hashOf(bytes) === print.sha256 ? { bytes, pages: print.pages, value: print.value } : null;
}

/** What was kept beside the print of a file when it was last made, of whatever input; undefined where nothing was. */
export function lastKept(held: HeldTarget, path: string): unknown {
  return held.manifest.prints.get(path)?.value;
}
