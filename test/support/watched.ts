import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../src/package-root.js';
import { temporaryFolder } from './output-folder.js';

/** What a program did outside of itself: see `watch.cjs`. */
export interface Watched {
  readonly reads: readonly string[];
  readonly connects: readonly string[];
  readonly starts: readonly string[];
}

/** Surroundings in which a Node program is watched, and a way to ask what it did. */
export function watch(): { readonly env: Record<string, string>; readonly seen: () => Watched } {
  const log = join(temporaryFolder(), 'watch.log');
  return {
    env: {
      NODE_OPTIONS: `--require ${JSON.stringify(join(packageRoot(), 'test/support/watch.cjs'))}`,
      WATCH_LOG: log,
    },
    seen: () => {
      const lines = existsSync(log) ? readFileSync(log, 'utf8').split('\n') : [];
      const of = (what: string) =>
        lines.filter((line) => line.startsWith(`${what} `)).map((line) => line.slice(what.length + 1));
      return { reads: of('read'), connects: of('connect'), starts: of('start') };
    },
  };
}
