import { mkdirSync, symlinkSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { openTarget } from '../../../src/output/target.js';
import { build, contents, planOf, scatter, temporaryFolder } from '../../support/output-folder.js';

let cwd: string;
beforeEach(() => {
  cwd = temporaryFolder();
  scatter(cwd, { 'content/talk/deck.md': '# Talk', 'notes.txt': 'mine' });
});

function open(shown: string, sources: readonly string[] = ['content']) {
  const before = contents(cwd);
  const attempt = openTarget(shown, { cwd, sources });
  expect(contents(cwd)).toEqual(before);
  return attempt;
}

function expectRefused(shown: string, code: string, words: string, sources?: readonly string[]): void {
  const attempt = open(shown, sources);
  expect(attempt.failure).toBe('usage');
  expect(attempt.diagnostics.map((one) => one.code)).toEqual([code]);
  expect(attempt.diagnostics[0]?.message).toContain(`\`${shown}`);
  expect(attempt.diagnostics[0]?.message).toContain(words);
}

function expectGood(shown: string, path: string, stageRoot: string, sources?: readonly string[]): void {
  expect(open(shown, sources)).toMatchObject({
    failure: null,
    value: { shown, path: join(cwd, path), stageRoot: join(cwd, stageRoot) },
  });
}

describe('a folder may be built into', () => {
  it('when it is not there, nor what it lies in', () => {
    expectGood('dist', 'dist', '.');
    expectGood('./a/b/../c/', 'a/c', 'a');
  });

  it('when it is empty, or holds only what other programs leave in empty folders', () => {
    mkdirSync(join(cwd, 'empty'));
    expectGood('empty', 'empty', '.');
    scatter(cwd, { 'almost/.DS_Store': '', 'almost/.gitkeep': '', 'almost/.deckhand-out-lock/x': '' });
    expectGood('almost', 'almost', '.');
  });

  it('when an earlier build made it', async () => {
    await build(join(cwd, 'dist'), planOf({ 'a:deck': { 'public/a.html': 'a' } }));
    scatter(cwd, { 'dist/mine.txt': 'mine' });
    expectGood('dist', 'dist', '.');
  });

  it('when it lies in the sources', () => {
    expectGood('content/dist', 'content/dist', 'content');
    expectGood('dist', 'dist', '.', ['.']);
  });

  it('through a link, which stays one', () => {
    mkdirSync(join(cwd, 'elsewhere/real'), { recursive: true });
    symlinkSync('elsewhere/real', join(cwd, 'dist'));
    expectGood('dist', 'elsewhere/real', 'elsewhere');
    expectGood('dist/sub', 'elsewhere/real/sub', 'elsewhere/real');
  });
});

describe('a folder is refused', () => {
  it('when it is a file, or lies below one', () => {
    expectRefused('notes.txt', 'output/not-a-folder', 'it is a file');
    expectRefused('notes.txt/dist', 'output/not-a-folder', '`notes.txt` on the way to it is a file');
  });

  it('when it is a link to nothing, to itself or to a file', () => {
    symlinkSync('nowhere', join(cwd, 'dangling'));
    symlinkSync('loop', join(cwd, 'loop'));
    symlinkSync('notes.txt', join(cwd, 'tofile'));
    expectRefused('dangling', 'output/not-a-folder', 'a link that leads to no folder');
    expectRefused('loop/dist', 'output/not-a-folder', '`loop` on the way to it');
    expectRefused('tofile', 'output/not-a-folder', 'a link that leads to no folder');
  });

  it('when it is the root, the home folder or the working folder, also behind a link', () => {
    symlinkSync(cwd, join(cwd, 'here'));
    symlinkSync('/', join(cwd, 'root'));
    expectRefused('/', 'output/unsafe-folder', 'the root of the disk');
    expectRefused(homedir(), 'output/unsafe-folder', 'the home folder');
    for (const shown of ['.', cwd, 'content/..', 'here']) {
      expectRefused(shown, 'output/unsafe-folder', 'the working folder');
    }
    expectRefused('root', 'output/unsafe-folder', 'the root of the disk');
  });

  it('when what is to be built lies in it', () => {
    expectRefused('content', 'output/unsafe-folder', 'holds `content`');
    expectRefused('content', 'output/unsafe-folder', 'holds `content/talk/deck.md`', [
      'content/talk/deck.md',
    ]);
    symlinkSync('content/talk', join(cwd, 'short'));
    expectRefused('content', 'output/unsafe-folder', 'holds `short`', ['short']);
    expectRefused('..', 'output/unsafe-folder', 'holds `content`');
  });

  it('when strangers’ files are in it, which are named', () => {
    scatter(cwd, { 'full/b': '', 'full/a': '', 'full/.hidden': '', 'full/d': '', 'full/c': '' });
    expectRefused('full', 'output/not-ours', '`.hidden`, `a`, `b` and 2 more');
    scatter(cwd, { 'lone/index.html': '' });
    expectRefused('lone', 'output/not-ours', 'it holds `index.html`.');
  });

  it.each([
    ['{', 'it is not JSON'],
    ['[]', 'not a manifest'],
    ['{"version":99,"files":{},"decks":{},"prints":{}}', 'newer version'],
    ['{"version":1,"files":{"../x":{"sha256":"","owners":[]}},"decks":{},"prints":{}}', 'make no sense'],
  ])('when its manifest cannot be believed: %s', (text, words) => {
    scatter(cwd, { 'dist/.deckhand.json': text });
    expectRefused('dist', 'output/unreadable-manifest', words);
  });

  it('when its manifest is a link or a folder', () => {
    scatter(cwd, { 'one/.deckhand.json/x': '', 'manifest.json': '{}' });
    mkdirSync(join(cwd, 'two'));
    symlinkSync('../manifest.json', join(cwd, 'two/.deckhand.json'));
    expectRefused('one', 'output/unreadable-manifest', 'it is not a file');
    expectRefused('two', 'output/unreadable-manifest', 'it is not a file');
  });
});
