import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readCached, writeCached } from '../../../src/diagrams/cache.js';
import type { Result } from '../../../src/diagrams/result.js';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'deckhand-cache-'));
  vi.stubEnv('XDG_CACHE_HOME', home);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(home, { recursive: true, force: true });
});

const result = { diagram: null, problem: null } as unknown as Result;
const key = (number: number) => `ab${String(number).padStart(62, '0')}`;
const folder = () => join(home, 'deckhand', 'diagrams', 'ab');
const day = 24 * 60 * 60;

test('a picture is kept, and one that is not whole is drawn again', () => {
  writeCached(key(1), result);
  expect(readCached(key(1))).toEqual(result);
  writeFileSync(join(folder(), `${key(1)}.json`), 'half');
  expect(readCached(key(1))).toBeNull();
});

test('of too many those go that were used longest ago', () => {
  for (let number = 0; number < 32; number++) {
    writeCached(key(number), result);
    const long = Date.now() / 1000 - day * (100 - number);
    utimesSync(join(folder(), `${key(number)}.json`), long, long);
  }
  expect(readCached(key(0))).toEqual(result);
  writeCached(key(99), result);
  expect(readdirSync(folder())).toHaveLength(32);
  expect(readCached(key(0))).toEqual(result);
  expect(readCached(key(1))).toBeNull();
  expect(readCached(key(2))).toEqual(result);
});
