import { existsSync, mkdirSync, readdirSync, rmSync, symlinkSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { newHolder } from '../../../src/output/holder.js';
import { withTarget } from '../../../src/output/lock.js';
import { build, contents, opened, planOf, scatter, temporaryFolder } from '../../support/output-folder.js';

let around: string;
let dist: string;
let lock: string;
beforeEach(() => {
  around = temporaryFolder();
  dist = join(around, 'dist');
  lock = join(around, '.deckhand-dist-lock');
});

const hold = () => withTarget(opened(dist), async () => readdirSync(around));
const dead = () => newHolder().replace(/^\d+/, '4194304');
const elsewhere = () => newHolder().replace(/^(\d+-\d+)-[0-9a-f]{8}/, '$1-00000000');

/** Puts a stage beside the target as a build would have, last heard of some seconds ago. */
function stageOf(holder: string, silent = 0, folder = lock): void {
  mkdirSync(join(folder, holder, 'new'), { recursive: true });
  const then = Date.now() / 1000 - silent;
  utimesSync(join(folder, holder), then, then);
  utimesSync(folder, then, then);
}

describe('the lock', () => {
  it('is there while work goes on, and gone afterwards, whatever the end', async () => {
    expect((await hold()).value).toEqual(['.deckhand-dist-lock']);
    expect(contents(around)).toEqual({});
    const broken = withTarget(opened(dist), async () => {
      throw new Error('a bug');
    });
    await expect(broken).rejects.toThrow('a bug');
    expect(readdirSync(around)).toEqual([]);
  });

  it('keeps a second build of the same process out as well', async () => {
    const outer = await withTarget(opened(dist), () => hold());
    expect(outer.value).toMatchObject({ failure: 'busy', diagnostics: [{ code: 'output/busy' }] });
    expect(readdirSync(around)).toEqual([]);
  });

  it('is one and the same for a folder and a link to it', async () => {
    mkdirSync(join(around, 'x/real'), { recursive: true });
    const real = opened(join(around, 'x/real'));
    symlinkSync('x/real', dist);
    const outer = await withTarget(real, () => hold());
    expect(outer.value?.failure).toBe('busy');
  });

  it('leaves folders alone that hold something of their own by then', async () => {
    const deep = join(around, 'a/b/dist');
    await withTarget(opened(deep), async () => scatter(around, { 'a/mine.txt': 'mine' }));
    expect(contents(around)).toEqual({ 'a/mine.txt': 'mine' });
  });

  it('leaves no folder that it made around a target in which nothing was built', async () => {
    await withTarget(opened(join(around, 'a/b/dist')), async () => {});
    expect(readdirSync(around)).toEqual([]);
  });
});

describe('what earlier builds left', () => {
  it('is swept when its process is gone', async () => {
    stageOf(dead());
    mkdirSync(join(around, `.deckhand-dist-${dead()}`, 'x'), { recursive: true });
    expect((await hold()).failure).toBe(null);
    expect(readdirSync(around)).toEqual([]);
  });

  it('is swept when another process has got the same id since', async () => {
    stageOf(newHolder().replace(/^(\d+)-\d+/, '$1-1'));
    expect((await hold()).failure).toBe(null);
  });

  it('keeps others out when nobody can tell whether its process lives, for a minute after its last sign of life', async () => {
    stageOf(elsewhere(), 50);
    expect(await hold()).toMatchObject({ failure: 'busy' });
    expect(readdirSync(lock)).toHaveLength(1);
    rmSync(lock, { recursive: true });
    stageOf(elsewhere(), 70);
    expect((await hold()).failure).toBe(null);
    expect(readdirSync(around)).toEqual([]);
  });

  it('stays when its process is alive', async () => {
    const candidate = join(around, `.deckhand-dist-${newHolder()}`);
    mkdirSync(candidate);
    stageOf(newHolder(), 1000);
    expect(await hold()).toMatchObject({ failure: 'busy' });
    expect(existsSync(candidate)).toBe(true);
  });

  it('stays when it is not of this target, or not of a build at all', async () => {
    const others = [`.deckhand-other-${dead()}`, '.deckhand-dist-notes', '.deckhand-dist', 'dist-lock'];
    for (const name of others) mkdirSync(join(around, name, 'x'), { recursive: true });
    stageOf(dead(), 0, join(around, '.deckhand-other-lock'));
    expect((await hold()).failure).toBe(null);
    expect(readdirSync(around).sort()).toEqual([...others, '.deckhand-other-lock'].sort());
  });

  it('is named when it is a stranger’s, and kept', async () => {
    scatter(lock, { 'mine.txt': 'mine' });
    const attempt = await hold();
    expect(attempt).toMatchObject({ failure: 'busy', diagnostics: [{ code: 'output/busy' }] });
    expect(attempt.diagnostics[0]?.message).toContain('`mine.txt`, which Deckhand did not put there');
    expect(contents(around)).toEqual({ '.deckhand-dist-lock/mine.txt': 'mine' });
  });

  it('is an empty lock, which keeps nobody out', async () => {
    mkdirSync(lock);
    expect((await hold()).failure).toBe(null);
    expect(readdirSync(around)).toEqual([]);
  });
});

it('the manifest that is handed out does not list what somebody removed', async () => {
  const entry = { argument: 'content', value: null };
  const decks = new Map([
    ['a', entry],
    ['b', entry],
  ]);
  await build(
    dist,
    planOf({ 'a:deck': { 'public/a/x': '' }, 'b:deck': { 'public/b/x': '', 'public/b/y': '' } }, { decks }),
  );
  rmSync(join(dist, 'public/a'), { recursive: true });
  rmSync(join(dist, 'public/b/x'));
  const held = await withTarget(opened(dist), async ({ manifest }) => manifest);
  expect([...(held.value?.files.keys() ?? [])]).toEqual(['public/b/y']);
  expect([...(held.value?.decks.keys() ?? [])]).toEqual(['b']);
});
