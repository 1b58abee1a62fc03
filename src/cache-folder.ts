import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

/** Where Deckhand keeps what can be made again: `$XDG_CACHE_HOME/deckhand`, by default `~/.cache/deckhand`. */
export function cacheFolder(): string {
  const base = process.env.XDG_CACHE_HOME;
  // The specification has relative paths ignored.
  const caches = base !== undefined && isAbsolute(base) ? base : join(homedir(), '.cache');
  return join(caches, 'deckhand');
}
