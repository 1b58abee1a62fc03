import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { newTalk } from '../../../src/init/new-talk.js';
import { packageRoot } from '../../../src/package-root.js';
import { workspace } from '../../support/workspace.js';

const starter = join(packageRoot(), 'templates', 'starters', 'talk');

test('a new talk is the starter, file by file', async () => {
  const cwd = await workspace();
  const made = await newTalk('deep/down', cwd);
  if ('code' in made) throw new Error(made.message);
  expect(made.folder).toBe('deep/down');
  expect(made.files.length).toBeGreaterThan(0);
  for (const file of made.files) {
    expect(await readFile(join(cwd, 'deep/down', file))).toEqual(await readFile(join(starter, file)));
  }
});

test('a folder that holds something is left as it is', async () => {
  const cwd = await workspace({ 'talk/thesis.md': 'years of work\n' });
  expect(await newTalk('talk', cwd)).toMatchObject({ code: 'usage/folder-not-empty' });
  expect(await newTalk(null, cwd)).toMatchObject({ code: 'usage/folder-not-empty' });
  expect(await readdir(join(cwd, 'talk'))).toEqual(['thesis.md']);
});

test('a file where a folder would have to be is told', async () => {
  const cwd = await workspace({ file: '' });
  expect(await newTalk('file', cwd)).toMatchObject({ code: 'usage/cannot-write' });
  expect(await newTalk('file/talk', cwd)).toMatchObject({ code: 'usage/cannot-write' });
});
