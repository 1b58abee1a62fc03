import { createHash, randomUUID } from 'node:crypto';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { cacheFolder } from '../cache-folder.js';
import type { Result } from './result.js';

/** How many pictures are kept below each of the 256 folders: some thousands in all, which few people ever draw. */
const mostInFolder = 32;

/** A picture that was used is marked as such once a day, in milliseconds. */
const markedEvery = 24 * 60 * 60 * 1000;

/** A name for everything that decides a picture. */
export function cacheKey(parts: readonly string[]): string {
  return sha256(JSON.stringify(parts));
}

/** What was drawn earlier; null where nothing was, or where what lies there is not whole. */
export function readCached(key: string): Result | null {
  try {
    const path = pathOf(key);
    const text = readFileSync(path, 'utf8');
    const [hash, body = ''] = text.split('\n', 2);
    if (hash !== sha256(body)) return null;
    markUsed(path);
    return JSON.parse(body) as Result;
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
    dropOldest(dirname(path));
  } catch {
    try {
      rmSync(written, { force: true });
    } catch {
      // Where nothing could be written, nothing is left.
    }
  }
}

function markUsed(path: string): void {
  try {
    const now = Date.now();
    if (now - statSync(path).mtimeMs > markedEvery) utimesSync(path, now / 1000, now / 1000);
  } catch {
    // Who may read but not write keeps what others have drawn as it is.
  }
}

/** Of too many pictures those go that were used longest ago. */
function dropOldest(folder: string): void {
  const names = readdirSync(folder);
  if (names.length <= mostInFolder) return;
  const aged = names.map((name) => ({
    path: join(folder, name),
    used: statSync(join(folder, name)).mtimeMs,
  }));
  aged.sort((one, other) => other.used - one.used);
  for (const { path } of aged.slice(mostInFolder)) rmSync(path, { force: true });
}

function pathOf(key: string): string {
  return join(cacheFolder(), 'diagrams', key.slice(0, 2), `${key}.json`);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
