import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join } from 'node:path';

/** Where Deckhand keeps what can be made again: `$XDG_CACHE_HOME/deckhand`, by default `~/.cache/deckhand`. */
export function cacheFolder(): string {
  const base = process.env.XDG_CACHE_HOME;
  // The specification has relative paths ignored.
  const caches = base !== undefined && isAbsolute(base) ? base : join(homedir(), '.cache');
  return join(caches, 'deckhand');
}

/**
 * Keeps a file in the cache, whole or not at all; where that cannot be, it is made again the next time. Of more files than `most` in
 * its folder those go that were touched longest ago.
 *
 * @param mode who may use folders that are not there yet
 */
export function keepInCache(path: string, content: string | Uint8Array, most: number, mode = 0o777): void {
  const written = `${path}.${process.pid}-${randomUUID()}`;
  try {
    mkdirSync(dirname(path), { recursive: true, mode });
    writeFileSync(written, content);
    renameSync(written, path);
    dropOldest(dirname(path), most);
  } catch {
    try {
      rmSync(written, { force: true });
    } catch {
      // Where nothing could be written, nothing is left.
    }
  }
}

function dropOldest(folder: string, most: number): void {
  const names = readdirSync(folder);
  if (names.length <= most) return;
  const aged = names.map((name) => ({ path: join(folder, name), at: statSync(join(folder, name)).mtimeMs }));
  aged.sort((one, other) => other.at - one.at);
  for (const { path } of aged.slice(most)) rmSync(path, { force: true });
}
