import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cacheFolder } from '../cache-folder.js';
import type { FindOptions } from './find-browser.js';

/** A browser's program as it lay on the disk when it was asked for its version. */
interface Remembered {
  readonly identity: string;
  readonly path: string;
  readonly size: number;
  readonly changed: number;
}

/**
 * Which browser was found the last time, as long as its program lies there unchanged; null where it has to be looked
 * for. Asking a program for its version takes longer than all else that a build does with diagrams drawn before.
 */
export function rememberedBrowser(options: FindOptions): string | null {
  try {
    const known = JSON.parse(readFileSync(fileFor(options), 'utf8')) as Remembered;
    const { size, mtimeMs } = statSync(known.path);
    return size === known.size && mtimeMs === known.changed ? known.identity : null;
  } catch {
    return null;
  }
}

/** Remembers what was found. Where that cannot be, it is looked for again. */
export function rememberBrowser(options: FindOptions, path: string, identity: string): void {
  try {
    const { size, mtimeMs: changed } = statSync(path);
    const file = fileFor(options);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify({ identity, path, size, changed } satisfies Remembered));
  } catch {
    // Only time is lost.
  }
}

/** What decides which browser is taken has a file of its own. */
function fileFor({ browser, cwd }: FindOptions): string {
  const asked = [browser ?? null, browser === undefined ? null : cwd, process.env.PUPPETEER_EXECUTABLE_PATH];
  const name = createHash('sha256').update(JSON.stringify(asked)).digest('hex').slice(0, 16);
  return join(cacheFolder(), 'browsers', `${name}.json`);
}
