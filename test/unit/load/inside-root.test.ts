import { execFileSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fileInside, isInside } from '../../../src/load/inside-root.js';
import { workspace } from '../../support/workspace.js';

const files = {
  'deck/talk.md': '# Hi',
  'deck/img/cat.png': 'cat',
  'deck/modules/why.md': '# Why',
  'deck-secret/key.txt': 'secret',
  'secret.txt': 'secret',
};

/** What comes of a reference in `deck/talk.md`, with `deck` as the root. */
function look(folder: string, reference: string, from = 'deck/talk.md'): string | undefined {
  const base = { path: join(folder, from), root: join(folder, 'deck') };
  const { path, problem } = fileInside(reference, base, 'The image', null);
  return problem?.code ?? path?.slice(folder.length + 1);
}

describe('a file inside the content root', () => {
  test('is found relative to the file that names it', async () => {
    const folder = await workspace(files);
    expect(look(folder, 'img/cat.png')).toBe('deck/img/cat.png');
    expect(look(folder, './img/../img/cat.png')).toBe('deck/img/cat.png');
    expect(look(folder, '../img/cat.png', 'deck/modules/why.md')).toBe('deck/img/cat.png');
    expect(look(folder, '../../deck/img/cat.png', 'deck/modules/why.md')).toBe('deck/img/cat.png');
  });

  test('is not one that lies above it or beside it, there or not', async () => {
    const folder = await workspace(files);
    for (const reference of [
      '../secret.txt',
      '../nothing.txt',
      '../deck-secret/key.txt',
      'img/../../secret.txt',
      '%2e%2e/secret.txt',
      '..%2Fsecret.txt',
      '../../../../../../../../etc/passwd',
      '..',
    ]) {
      expect([reference, look(folder, reference)]).toEqual([reference, 'path/outside-root']);
    }
  });

  test('is not one behind a link that leaves', async () => {
    const folder = await workspace(files);
    symlinkSync(join(folder, 'secret.txt'), join(folder, 'deck/link.txt'));
    symlinkSync('../deck-secret', join(folder, 'deck/beside'));
    symlinkSync('/etc', join(folder, 'deck/etc'));
    symlinkSync('link.txt', join(folder, 'deck/link-to-link.txt'));
    for (const reference of [
      'link.txt',
      'beside/key.txt',
      'etc/passwd',
      'link-to-link.txt',
      // Not there: which names there are is not told either.
      'etc/passwdd',
      'beside/sub/folder/key.txt',
    ]) {
      expect([reference, look(folder, reference)]).toEqual([reference, 'path/outside-root']);
    }
  });

  test('may lie behind a link that stays', async () => {
    const folder = await workspace(files);
    symlinkSync('img', join(folder, 'deck/pictures'));
    expect(look(folder, 'pictures/cat.png')).toBe('deck/img/cat.png');
  });

  test('has to be there, and a file', async () => {
    const folder = await workspace(files);
    symlinkSync('round', join(folder, 'deck/round'));
    symlinkSync('nowhere', join(folder, 'deck/dangling'));
    execFileSync('mkfifo', [join(folder, 'deck/pipe')]);
    expect(look(folder, 'img/dog.png')).toBe('path/missing');
    expect(look(folder, 'talk.md/cat.png')).toBe('path/missing');
    expect(look(folder, 'dangling')).toBe('path/missing');
    expect(look(folder, 'img')).toBe('path/folder');
    expect(look(folder, '.')).toBe('path/folder');
    expect(look(folder, 'pipe')).toBe('path/not-a-file');
    expect(look(folder, 'round')).toBe('path/bad');
    expect(look(folder, 'x'.repeat(300))).toBe('path/bad');
    expect(look(folder, 'x/'.repeat(2000))).toBe('path/missing');
    expect(look(folder, 'x/'.repeat(1_000_000))).toBe('path/bad');
  });

  test('may lie beside a folder above it, in a deck for reveal.js', async () => {
    const folder = await workspace(files);
    const root = join(folder, 'deck');
    const found = (reference: string, asInReveal: boolean) => {
      const base = { path: join(root, 'modules/why.md'), root, asInReveal };
      return fileInside(reference, base, 'The image', null);
    };
    expect(found('img/cat.png', true).path).toBe(join(root, 'img/cat.png'));
    expect(found('./why.md', true).path).toBe(join(root, 'modules/why.md'));
    expect(found('img/cat.png', false).problem?.code).toBe('path/missing');
    expect(found('img/dog.png', true).problem?.code).toBe('path/missing');
    expect(found('why.md/dog.png', true).problem?.code).toBe('path/missing');
    expect(found('x'.repeat(300), true).problem?.code).toBe('path/bad');
    expect(found('deck-secret/key.txt', true).problem?.code).toBe('path/missing');
    expect(found('../../deck-secret/key.txt', true).problem?.code).toBe('path/outside-root');
    symlinkSync(join(folder, 'deck-secret'), join(root, 'out'));
    expect(found('out/key.txt', true).problem?.code).toBe('path/outside-root');
  });

  test('is suggested where the name was nearly right', async () => {
    const folder = await workspace(files);
    const base = { path: join(folder, 'deck/talk.md'), root: join(folder, 'deck') };
    expect(fileInside('img/Cat.PNG', base, 'The image', null).problem?.hint).toBe('Did you mean `cat.png`?');
    expect(fileInside('imgs/cat.png', base, 'The image', null).problem).toMatchObject({
      code: 'path/missing',
      message: 'The image `imgs/cat.png` is not there.',
    });
  });
});

test('a folder whose name starts alike is not inside', () => {
  expect(isInside('/srv/deck', '/srv/deck')).toBe(true);
  expect(isInside('/srv/deck', '/srv/deck/a')).toBe(true);
  expect(isInside('/srv/deck', '/srv/deck/..a')).toBe(true);
  expect(isInside('/srv/deck', '/srv/deck-secret')).toBe(false);
  expect(isInside('/srv/deck', '/srv')).toBe(false);
  expect(isInside('/', '/etc')).toBe(true);
});
