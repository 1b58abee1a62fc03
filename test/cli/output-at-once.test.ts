import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newHolder } from '../../src/output/holder.js';
import { products } from '../support/output-folder.js';
import { compileDriver, ended, resultOf, startDriver } from '../support/publish-process.js';

let home: string;
let driver: string;
const plan = (name: string) => join(home, `${name}.json`);
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'deckhand-at-once-'));
  driver = await compileDriver(home);
  for (const name of ['one', 'two']) {
    const files = Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`public/${n}.html`, name]));
    writeFileSync(plan(name), JSON.stringify({ owners: { 'talk:deck': files }, gone: [] }));
  }
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

const texts = (dist: string) => new Set(Object.values(products(dist)));
const beside = (folder: string) => readdirSync(folder).filter((name) => name.startsWith('.deckhand-'));

it('a second build stops and names the process of the first, which goes on', async () => {
  const dist = join(home, 'second/dist');
  const first = startDriver(driver, dist, plan('one'), { HOLD: '1' });
  const firstEnd = ended(first);
  await once(first.stdout ?? first, 'data');
  const { failure, diagnostics } = resultOf(await ended(startDriver(driver, dist, plan('two'))));
  expect(failure).toBe('busy');
  expect(diagnostics.map((one) => one.code)).toEqual(['output/busy']);
  expect(diagnostics[0]?.message).toContain(`process ${first.pid}`);
  first.stdin?.end();
  expect(resultOf(await firstEnd).failure).toBe(null);
  expect(texts(dist)).toEqual(new Set(['one']));
  expect(beside(join(home, 'second'))).toEqual([]);
});

it('a second build takes over at once when the first one was killed', async () => {
  const dist = join(home, 'killed/dist');
  const first = startDriver(driver, dist, plan('one'), { HOLD: '1' });
  const firstEnd = ended(first);
  await once(first.stdout ?? first, 'data');
  first.kill('SIGKILL');
  await firstEnd;
  expect(resultOf(await ended(startDriver(driver, dist, plan('two')))).failure).toBe(null);
  expect(texts(dist)).toEqual(new Set(['two']));
  expect(beside(join(home, 'killed'))).toEqual([]);
});

it('of many builds that start over a dead one together, at least one lands, whole, and none breaks', async () => {
  const folder = join(home, 'many');
  const dist = join(folder, 'dist');
  for (let round = 0; round < 4; round++) {
    // The holder of an ended process: the first part is an id that is not in use.
    const dead = newHolder().replace(/^\d+/, '4194304');
    mkdirSync(join(folder, '.deckhand-dist-lock', dead, 'new'), { recursive: true });
    const starters = Array.from({ length: 6 }, (_, n) =>
      ended(startDriver(driver, dist, plan(n % 2 === 0 ? 'one' : 'two'))),
    );
    const results = (await Promise.all(starters)).map(resultOf);
    const failures = results.map((one) => one.failure);
    expect(failures.filter((one) => one !== 'busy' && one !== null)).toEqual([]);
    expect(failures).toContain(null);
    expect(texts(dist).size).toBe(1);
    expect(beside(folder)).toEqual([]);
  }
});
