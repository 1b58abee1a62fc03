import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ProductFile } from './product-file.js';

/** How many bytes are written in one go before signals and timers get their turn. */
const batch = 4_000_000;

/** What a file costs beside its bytes, counted as bytes: opening and closing. */
const overhead = 50_000;

/**
 * Writes files into a folder of the stage, under numbers: their own names are given when they are put in place.
 *
 * @returns where each file is, by its path; null when the signal said stop
 * @throws what the system says when a file cannot be written
 */
export async function stageFiles(
  folder: string,
  files: readonly ProductFile[],
  signal: AbortSignal | undefined,
): Promise<ReadonlyMap<string, string> | null> {
  const staged = new Map<string, string>();
  let written = 0;
  for (const file of files) {
    if (signal?.aborted) return null;
    const path = join(folder, `${staged.size}`);
    writeFileSync(path, file.bytes, { flag: 'wx' });
    staged.set(file.path, path);
    written += file.bytes.length + overhead;
    if (written < batch) continue;
    written = 0;
    await heard();
  }
  await heard();
  return signal?.aborted ? null : staged;
}

/** Signals are looked for between two turns of the event loop, and the first of these may be the rest of the one that is on. */
async function heard(): Promise<void> {
  await nextTurn();
  await nextTurn();
}
