import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cacheFolder } from '../print/cache-folder.js';
import type { Result } from './result.js';

/** A name for everything that decides a picture. */
export function cacheKey(parts: readonly string[]): string {
  return sha256(JSON.stringify(parts));
}

/** What was drawn earlier; null where nothing was, or where what lies there is not whole. */
export function readCached(key: string): Result | null {
  try {
    const text = readFileSync(pathOf(key), 'utf8');
    const [hash, body = ''] = text.split('\n', 2);
    return hash === sha256(body) ? (JSON.parse(body) as Result) : null;
  } catch {
    return null;
  }
}

/** Keeps what was drawn, whole or not at all. Where that cannot be, it is drawn again the next time. */
export function writeCached(key: string, result: Result): void {
  const body = JSON.stringify(result);
  const path = pathOf(key);
  const written = `${path}.${process.pid}-${randomUUID()}`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(written, `${sha256(body)}\n${body}\n`);
    renameSync(written, path);
  } catch {
    try {
      rmSync(written, { force: true });
    } catch {
      // Where nothing could be written, nothing is left.
    }
  }
}

function pathOf(key: string): string {
  return join(cacheFolder(), 'diagrams', key.slice(0, 2), `${key}.json`);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
