import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build, planOf, products, scatter } from '../support/output-folder.js';
import { compileDriver, ended, resultOf, startDriver, type WrittenPlan } from '../support/publish-process.js';

/** Pages say which file they need, so that it shows when one stands there without it. */
const one: WrittenPlan = {
  owners: {
    shelf: { 'public/index.html': 'one needs public/a/index.html needs public/old/index.html' },
    'a:deck': {
      'public/a/index.html': 'one needs public/a/assets/one.css needs public/a/assets/both.js',
      'public/a/assets/one.css': 'one',
      'public/a/assets/both.js': 'one',
      'public/a/swap': 'one: a file',
      'public/a/paws/index.html': 'one: in a folder',
    },
    'old:deck': { 'public/old/index.html': 'one needs public/old/old.css', 'public/old/old.css': 'one' },
  },
  gone: ['new:deck'],
};
const two: WrittenPlan = {
  owners: {
    shelf: { 'public/index.html': 'two needs public/a/index.html needs public/new/index.html' },
    'a:deck': {
      'public/a/index.html': 'two needs public/a/assets/two.css needs public/a/assets/both.js',
      'public/a/assets/two.css': 'two',
      'public/a/assets/both.js': 'two',
      'public/a/swap/index.html': 'two: in a folder',
      'public/a/paws': 'two: a file',
    },
    'new:deck': { 'public/new/index.html': 'two needs public/new/new.css', 'public/new/new.css': 'two' },
  },
  gone: ['old:deck'],
};
const strangers = { 'notes.txt': 'mine', 'public/a/assets/mine.css': 'mine', 'public/old/mine.txt': 'mine' };

const texts = (plan: WrittenPlan) =>
  Object.assign({}, ...Object.values(plan.owners)) as Record<string, string>;

let home: string;
let driver: string;
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'deckhand-killed-'));
  driver = await compileDriver(home);
  writeFileSync(join(home, 'one.json'), JSON.stringify(one));
  writeFileSync(join(home, 'two.json'), JSON.stringify(two));
  await build(join(home, 'prepared/dist'), planOf(one.owners));
  scatter(join(home, 'prepared/dist'), strangers);
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** Each file is whole, old or new; what both builds make is there; no page lacks what it needs. */
function expectOldOrNew(dist: string, started: 'empty' | 'one'): void {
  const found = products(dist);
  const [before, after] = [texts(one), texts(two)];
  const known: Record<string, string> = started === 'one' ? strangers : {};
  for (const [path, text] of Object.entries(found)) {
    if (text === '/') continue;
    expect([before[path], after[path], known[path]], path).toContain(text);
    for (const [, needed] of text.matchAll(/needs (\S+)/g))
      expect(Object.keys(found), path).toContain(needed);
  }
  if (started === 'empty') return;
  expect(found).toMatchObject(strangers);
  const inBoth = Object.keys(before).filter((path) => path in after);
  expect(Object.keys(found)).toEqual(expect.arrayContaining(inBoth));
}

function leftBeside(folder: string): readonly string[] {
  return readdirSync(folder).filter((name) => name.startsWith('.deckhand-'));
}

describe.each([
  ['empty', 2],
  ['one', 1],
] as const)('a build that is killed, into a folder that holds: %s', (started, step) => {
  it('leaves each file old or new whatever change it was about to make, and the next build finishes', async () => {
    const withStrangers = started === 'one' ? strangers : {};
    let moment = 1;
    let staged = 0;
    for (let survived = false; !survived; moment += step) {
      const folder = join(home, `${started}-${moment}`);
      const dist = join(folder, 'dist');
      mkdirSync(folder);
      if (started === 'one') cpSync(join(home, 'prepared/dist'), dist, { recursive: true });
      const { signal } = await ended(
        startDriver(driver, dist, join(home, 'two.json'), { DIE_AT: `${moment}` }),
      );
      survived = signal === null;
      if (readdirSync(folder).includes('dist')) expectOldOrNew(dist, started);
      if (leftBeside(folder).length > 0) staged++;
      if (moment % 4 === 0) {
        // The repair is killed as well, at moments that have nothing to do with the first.
        const again = { DIE_AT: `${((moment * 7) % 50) + 1}` };
        await ended(startDriver(driver, dist, join(home, moment % 2 === 0 ? 'one.json' : 'two.json'), again));
        expectOldOrNew(dist, started);
      }

      const next = await build(dist, planOf(two.owners, { gone: two.gone }));
      expect(next, `after a kill before change ${moment}`).toMatchObject({
        failure: null,
        diagnostics: [],
      });
      expect(products(dist)).toEqual({ ...texts(two), ...withStrangers });
      expect(leftBeside(folder)).toEqual([]);
      rmSync(folder, { recursive: true });
    }
    // Otherwise nothing was tried: two contents of ten files each need some forty changes.
    expect(moment).toBeGreaterThan(40);
    expect(staged).toBeGreaterThan(15);
  }, 240_000);
});

it('builds killed at any time, with two contents in turn, never leave a mixture inside a file', async () => {
  const dist = join(home, 'in-turn/dist');
  const big = (name: string): WrittenPlan => {
    const paths = Array.from({ length: 40 }, (_, n) => `public/big/${n}.txt`);
    return {
      owners: { 'big:deck': Object.fromEntries(paths.map((path) => [path, name.repeat(50_000)])) },
      gone: [],
    };
  };
  for (const name of ['x', 'y']) writeFileSync(join(home, `${name}.json`), JSON.stringify(big(name)));
  mkdirSync(join(home, 'in-turn'));
  let killed = 0;
  for (let round = 0; round < 24; round++) {
    const child = startDriver(driver, dist, join(home, round % 2 === 0 ? 'x.json' : 'y.json'));
    const end = ended(child);
    await pause(25 + round * 5);
    child.kill('SIGKILL');
    if ((await end).signal !== null) killed++;
    const found = products(join(home, 'in-turn')) as Record<string, string>;
    const files = Object.entries(found).filter(([path]) => path.startsWith('dist/public/'));
    for (const [path, text] of files) expect(/^(x{50000}|y{50000})$/.test(text), path).toBe(true);
  }
  expect(killed).toBeGreaterThan(3);
  expect(resultOf(await ended(startDriver(driver, dist, join(home, 'x.json')))).failure).toBe(null);
  expect(products(dist)).toEqual(texts(big('x')));
  expect(leftBeside(join(home, 'in-turn'))).toEqual([]);
});

it('what a killed build left is swept away by a build of something else', async () => {
  const dist = join(home, 'other/dist');
  await build(dist, planOf(one.owners));
  await ended(startDriver(driver, dist, join(home, 'two.json'), { DIE_AT: '24' }));
  expect(leftBeside(join(home, 'other'))).toHaveLength(1);
  const other = { 'z:deck': { 'public/z/index.html': 'z' } };
  expect(await build(dist, planOf(other))).toMatchObject({ failure: null, diagnostics: [] });
  expect(leftBeside(join(home, 'other'))).toEqual([]);
  const none = { gone: [...Object.keys(one.owners), ...Object.keys(two.owners)] };
  expect(await build(dist, planOf({}, none))).toMatchObject({ failure: null, diagnostics: [] });
  expect(products(dist)).toEqual(other['z:deck']);
});

it('a build whose stage somebody removes says what it left, and the next one finishes', async () => {
  const codes = new Set<string>();
  let moment = 1;
  for (let done = false; !done; moment += 2) {
    const folder = join(home, `swept-${moment}`);
    const dist = join(folder, 'dist');
    cpSync(join(home, 'prepared'), folder, { recursive: true });
    const before = products(folder);
    const { failure, diagnostics } = resultOf(
      await ended(startDriver(driver, dist, join(home, 'two.json'), { SWEEP_AT: `${moment}` })),
    );
    for (const { code } of diagnostics) codes.add(code);
    expectOldOrNew(dist, 'one');
    if (diagnostics.some(({ code }) => code === 'output/write-failed'))
      expect(products(folder)).toEqual(before);
    done = failure === null && moment > 60;

    expect(await build(dist, planOf(two.owners, { gone: two.gone }))).toMatchObject({ failure: null });
    expect(products(dist)).toEqual({ ...texts(two), ...strangers });
    rmSync(folder, { recursive: true });
  }
  expect([...codes].sort()).toEqual(['output/half-done', 'output/write-failed']);
});
