import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { contents, products } from '../support/output-folder.js';
import {
  compileDriver,
  type DriverResult,
  ended,
  resultOf,
  startDriver,
} from '../support/publish-process.js';

/** Root may write everywhere, so the builds of this file run as nobody when root runs the tests. */
const user = process.getuid?.() === 0 ? 65534 : undefined;

let home: string;
let driver: string;
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'deckhand-rights-'));
  chmodSync(home, 0o755);
  driver = await compileDriver(home);
  for (const name of ['one', 'two']) {
    const owners = { 'talk:deck': { 'public/talk/index.html': name, 'public/style.css': name } };
    writeFileSync(join(home, `${name}.json`), JSON.stringify({ owners, gone: [] }));
  }
});
afterAll(() => {
  execFileSync('chmod', ['-R', 'u+rwX', home]);
  rmSync(home, { recursive: true });
});

let around: string;
let dist: string;
beforeEach((context) => {
  around = join(home, context.task.id);
  dist = join(around, 'dist');
  mkdirSync(dist, { recursive: true });
  if (user !== undefined) for (const folder of [around, dist]) chownSync(folder, user, user);
});

async function build(plan: string): Promise<DriverResult> {
  return resultOf(await ended(startDriver(driver, dist, join(home, `${plan}.json`), {}, user)));
}

async function isRefused(plan: string, folder: string): Promise<void> {
  const result = await build(plan);
  expect(result.failure).toBe('usage');
  expect(result.diagnostics.map((one) => one.code)).toEqual(['output/not-writable']);
  expect(result.diagnostics[0]?.message).toContain(`\`${folder}\``);
}

it('a folder that may not be written to is refused', async () => {
  chmodSync(dist, 0o555);
  await isRefused('one', dist);
  expect(readdirSync(around)).toEqual(['dist']);
  expect(readdirSync(dist)).toEqual([]);
});

it('a folder that may not be made is refused', async () => {
  rmSync(dist, { recursive: true });
  chmodSync(around, 0o555);
  await isRefused('one', dist);
  expect(readdirSync(around)).toEqual([]);
});

it('a folder inside that may not be written to is refused before anything changes', async () => {
  expect((await build('one')).failure).toBe(null);
  const before = contents(around);
  chmodSync(join(dist, 'public/talk'), 0o555);
  await isRefused('two', join(dist, 'public/talk'));
  expect(contents(around)).toEqual(before);
});

it('a folder may be built into when the one it lies in may not be written to', async () => {
  chmodSync(around, 0o555);
  expect((await build('one')).failure).toBe(null);
  expect((await build('two')).failure).toBe(null);
  expect(products(dist)).toEqual({ 'public/talk/index.html': 'two', 'public/style.css': 'two' });
});
