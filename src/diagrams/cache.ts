import { createHash } from 'node:crypto';
import { readFileSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, keepInCache } from '../cache-folder.js';
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

/** Keeps what was drawn. Where that cannot be, it is drawn again the next time. */
export function writeCached(key: string, result: Result): void {
  const body = JSON.stringify(result);
  keepInCache(pathOf(key), `${sha256(body)}\n${body}\n`, mostInFolder);
}

function markUsed(path: string): void {
  try {
    const now = Date.now();
    if (now - statSync(path).mtimeMs > markedEvery) utimesSync(path, now / 1000, now / 1000);
  } catch {
    // Who may read but not write keeps what others have drawn as it is.
  }
}

function pathOf(key: string): string {
  return join(cacheFolder(), 'diagrams', key.slice(0, 2), `${key}.json`);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
