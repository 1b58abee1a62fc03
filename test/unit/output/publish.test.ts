import { existsSync, mkdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { readManifest } from '../../../src/output/manifest.js';
import type { Plan } from '../../../src/output/plan.js';
import { build, contents, planOf, products, scatter, temporaryFolder } from '../../support/output-folder.js';

let around: string;
let dist: string;
beforeEach(() => {
  around = temporaryFolder();
  dist = join(around, 'dist');
});

async function succeeds(plan: Plan): Promise<void> {
  const attempt = await build(dist, plan);
  expect(attempt).toMatchObject({ failure: null, diagnostics: [] });
  expect(Object.keys(contents(around)).filter((path) => !path.startsWith('dist/'))).toEqual([]);
}

/** Expects that a build is refused for what stands at a path, and that it changes nothing. */
async function isRefused(plan: Plan, path: string): Promise<void> {
  const before = contents(around);
  const attempt = await build(dist, plan);
  expect(attempt.failure).toBe('usage');
  expect(attempt.diagnostics.map((one) => one.code)).toEqual(['output/strangers-file']);
  expect(attempt.diagnostics[0]?.message).toContain(`${join(dist, path)}\``);
  expect(contents(around)).toEqual(before);
}

const talk = { 'talk:deck': { 'public/talk/index.html': 'one', 'public/talk/assets/a.css': 'css' } };

describe('putting files in place', () => {
  it('makes the folder, the folders in it and the manifest, and leaves no stage', async () => {
    await succeeds(planOf(talk));
    expect(products(dist)).toEqual(talk['talk:deck']);
    const manifest = readManifest(readFileSync(join(dist, '.deckhand.json'), 'utf8'));
    expect(typeof manifest === 'string' ? manifest : [...manifest.files.keys()]).toEqual([
      'public/talk/assets/a.css',
      'public/talk/index.html',
    ]);
  });

  it('builds into a folder whose name is as long as names may be', async () => {
    dist = join(around, 'd'.repeat(255));
    expect((await build(dist, planOf(talk))).failure).toBe(null);
    expect(products(dist)).toEqual(talk['talk:deck']);
  });

  it('makes the folders around the output folder that are missing', async () => {
    const attempt = await build(join(around, 'a/b/dist'), planOf(talk));
    expect(attempt.failure).toBe(null);
    expect(products(join(around, 'a/b/dist'))).toEqual(talk['talk:deck']);
  });

  it('writes the same manifest for the same plan, whatever came before', async () => {
    const more = {
      decks: new Map([['talk', { argument: 'content', value: { z: 1, a: [{ y: 1, b: 2 }] } }]]),
    };
    await succeeds(planOf(talk, more));
    const first = readFileSync(join(dist, '.deckhand.json'), 'utf8');
    await succeeds(planOf({ 'other:deck': { 'public/other/index.html': 'x' } }));
    await succeeds(planOf(talk, { ...more, gone: ['other:deck'] }));
    expect(readFileSync(join(dist, '.deckhand.json'), 'utf8')).toBe(first);
    expect(first).toMatch(/"a": \[.*"b": 2,\s*"y": 1.*"z": 1/s);
  });

  it('does not write a file again that is the same', async () => {
    await succeeds(planOf(talk));
    const inodes = () => Object.keys(contents(dist)).map((path) => statSync(join(dist, path)).ino);
    const before = inodes();
    const attempt = await build(dist, planOf(talk));
    expect(attempt.value).toMatchObject({ written: [], removed: [] });
    expect(inodes()).toEqual(before);
  });

  it('writes a file again that somebody changed or removed', async () => {
    await succeeds(planOf(talk));
    writeFileSync(join(dist, 'public/talk/index.html'), 'mine');
    rmSync(join(dist, 'public/talk/assets/a.css'));
    await succeeds(planOf(talk));
    expect(products(dist)).toEqual(talk['talk:deck']);
  });

  it('leaves products that the plan does not mention', async () => {
    await succeeds(planOf({ ...talk, 'talk:slides': { 'public/talk/slides.pdf': 'pdf' } }));
    await succeeds(planOf({ 'talk:deck': { 'public/talk/index.html': 'two' } }));
    expect(products(dist)).toEqual({ 'public/talk/index.html': 'two', 'public/talk/slides.pdf': 'pdf' });
  });

  it('keeps a shared file until its last owner has let go of it', async () => {
    const shared = { 'public/talk/font.woff2': 'font' };
    await succeeds(planOf({ 'talk:deck': shared, 'talk:present': shared }));
    await succeeds(planOf({ 'talk:deck': {} }));
    expect(products(dist)).toEqual(shared);
    await succeeds(planOf({}, { gone: ['talk:present'] }));
    expect(products(dist)).toEqual({});
  });

  it('lets one owner change a file that it shares with a product that is not built this time', async () => {
    await succeeds(
      planOf({ 'talk:deck': { 'public/a.png': '1' }, 'talk/short:deck': { 'public/a.png': '1' } }),
    );
    await succeeds(planOf({ 'talk:deck': { 'public/a.png': '2' } }));
    await succeeds(planOf({ 'talk:deck': {} }));
    expect(products(dist)).toEqual({ 'public/a.png': '2' });
  });

  it('removes what a deck does not make any more, with the folders that are empty then', async () => {
    await succeeds(planOf({ ...talk, 'old:deck': { 'public/old/x/y/index.html': 'old' } }));
    await succeeds(planOf(talk, { gone: ['old:deck'] }));
    expect(contents(join(dist, 'public'))).toEqual({ 'talk/assets/a.css': 'css', 'talk/index.html': 'one' });
  });

  it('takes over 5,000 files', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 5000 }, (_, n) => [`public/d${n % 50}/assets/${n}.txt`, `file ${n}`]),
    );
    await succeeds(planOf({ 'talk:deck': files }));
    await succeeds(planOf({ 'talk:deck': { ...files, 'public/d1/assets/1.txt': 'changed' } }));
    await succeeds(planOf({}, { gone: ['talk:deck'] }));
    expect(products(dist)).toEqual({});
  });
});

describe('files of others', () => {
  const mine = { 'notes.txt': 'mine', 'public/CNAME': 'example.org', 'public/talk/extra.png': 'mine' };

  it('stay where they are, also when everything of ours goes', async () => {
    await succeeds(planOf(talk));
    scatter(dist, mine);
    await succeeds(planOf({ 'talk:deck': { 'public/talk/index.html': 'two' } }));
    await succeeds(planOf({}, { gone: ['talk:deck'] }));
    expect(products(dist)).toEqual(mine);
  });

  it('are not written over', async () => {
    await succeeds(planOf(talk));
    scatter(dist, { 'public/talk/slides.pdf': 'mine' });
    await isRefused(
      planOf({ 'talk:slides': { 'public/talk/slides.pdf': 'ours' } }),
      'public/talk/slides.pdf',
    );
  });

  it('are not written over where a folder is needed', async () => {
    await succeeds(planOf(talk));
    scatter(dist, { 'private/talk': 'mine' });
    await isRefused(planOf({ 'talk:present': { 'private/talk/present.html': 'x' } }), 'private/talk');
  });

  it('are not removed where a file is needed in place of their folder', async () => {
    await succeeds(planOf({ 'a:deck': { 'public/a/b/index.html': 'a' } }));
    scatter(dist, { 'public/a/b/mine.txt': 'mine' });
    await isRefused(planOf({ 'a:deck': { 'public/a': 'now a file' } }), 'public/a/b/mine.txt');
  });

  it('are recognised where ours were: an empty folder in place of a file', async () => {
    await succeeds(planOf(talk));
    rmSync(join(dist, 'public/talk/index.html'));
    mkdirSync(join(dist, 'public/talk/index.html'));
    await isRefused(planOf(talk), 'public/talk/index.html');
  });

  it('stay, with a warning, when they have replaced one of ours that goes', async () => {
    await succeeds(planOf(talk));
    writeFileSync(join(dist, 'public/talk/index.html'), 'mine');
    const attempt = await build(dist, planOf({}, { gone: ['talk:deck'] }));
    expect(attempt.failure).toBe(null);
    expect(attempt.diagnostics.map((one) => one.code)).toEqual(['output/left-behind']);
    expect(products(dist)).toEqual({ 'public/talk/index.html': 'mine' });
    await isRefused(planOf(talk), 'public/talk/index.html');
  });
});

describe('links in the folder', () => {
  let outside: string;
  beforeEach(() => {
    outside = join(around, 'outside');
    mkdirSync(outside);
    writeFileSync(join(outside, 'index.html'), 'outside');
  });

  it('are not followed where a folder is needed', async () => {
    await build(dist, planOf(talk));
    symlinkSync(outside, join(dist, 'private'));
    await isRefused(planOf({ 'talk:present': { 'private/index.html': 'x' } }), 'private');
  });

  it('are not followed in place of a folder of ours, to write or to remove', async () => {
    await build(dist, planOf(talk));
    rmSync(join(dist, 'public/talk'), { recursive: true });
    symlinkSync(outside, join(dist, 'public/talk'));
    await isRefused(planOf(talk), 'public/talk');
    const attempt = await build(dist, planOf({}, { gone: ['talk:deck'] }));
    expect(attempt.failure).toBe(null);
    expect(contents(outside)).toEqual({ 'index.html': 'outside' });
    expect(products(dist)).toEqual({ 'public/talk': `→ ${outside}` });
  });

  it('are replaced in place of a file of ours, and what they lead to is not', async () => {
    await build(dist, planOf(talk));
    rmSync(join(dist, 'public/talk/index.html'));
    symlinkSync(join(outside, 'index.html'), join(dist, 'public/talk/index.html'));
    const attempt = await build(dist, planOf(talk));
    expect(attempt.failure).toBe(null);
    expect(products(dist)).toEqual(talk['talk:deck']);
    expect(contents(outside)).toEqual({ 'index.html': 'outside' });
  });
});

describe('files and folders that change places', () => {
  it('a file becomes a folder', async () => {
    await succeeds(planOf({ 'a:deck': { 'public/a': 'a file' } }));
    await succeeds(planOf({ 'a:deck': { 'public/a/b/index.html': 'in a folder' } }));
    expect(products(dist)).toEqual({ 'public/a/b/index.html': 'in a folder' });
  });

  it('a folder becomes a file', async () => {
    await succeeds(planOf({ 'a:deck': { 'public/a/b/index.html': 'in a folder', 'public/a/c.css': 'css' } }));
    await succeeds(planOf({ 'a:deck': { 'public/a': 'a file' } }));
    expect(products(dist)).toEqual({ 'public/a': 'a file' });
  });

  it('a name changes only its case', async () => {
    await succeeds(planOf({ 'Talk:deck': { 'public/Talk/index.html': 'one' } }));
    await succeeds(planOf({ 'talk:deck': { 'public/talk/index.html': 'one' } }, { gone: ['Talk:deck'] }));
    expect(products(dist)).toEqual({ 'public/talk/index.html': 'one' });
  });
});

describe('stopping', () => {
  it('changes nothing and leaves no stage', async () => {
    await succeeds(planOf(talk));
    const before = contents(around);
    const attempt = await build(
      dist,
      planOf({ 'talk:deck': { 'public/talk/index.html': 'two' } }),
      AbortSignal.abort(),
    );
    expect(attempt).toEqual({ failure: 'stopped', value: null, diagnostics: [] });
    expect(contents(around)).toEqual(before);
  });

  it('is noticed while files are being staged', async () => {
    const stop = new AbortController();
    const big = Object.fromEntries(
      Array.from({ length: 500 }, (_, n) => [`public/${n}.txt`, 'x'.repeat(20_000)]),
    );
    setImmediate(() => stop.abort());
    const attempt = await build(dist, planOf({ 'talk:deck': big }), stop.signal);
    expect(attempt.failure).toBe('stopped');
    expect(existsSync(dist)).toBe(false);
    expect(contents(around)).toEqual({});
  });
});
