import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { watchFolders } from '../../../src/watch/watch.js';
import { workspace } from '../../support/workspace.js';

/** Watches of the system that this process holds: one that is left keeps a process from ending. */
function watches(): number {
  return process.getActiveResourcesInfo().filter((one) => one === 'FSEventWrap').length;
}

function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

test('each folder is watched, and none any more after the end', async () => {
  const cwd = await workspace({ 'talk.md': '# A talk\n', 'pictures/ship.svg': '<svg/>' });
  const before = watches();
  const watching = watchFolders({ trees: [cwd], folders: [] }, () => undefined);
  expect(watches()).toBe(before + 2);
  watching.end();
  await turn();
  await expect.poll(watches).toBe(before);
});

test('a build that is done only after the end has nothing watched anew', async () => {
  const cwd = await workspace({ 'talk.md': '# A talk\n' });
  const before = watches();
  const watching = watchFolders({ trees: [cwd], folders: [] }, () => undefined);
  watching.end();
  watching.follow({ trees: [cwd], folders: [] });
  await turn();
  await expect.poll(watches).toBe(before);
});

test('a folder that came just before the end is not watched after it', async () => {
  const cwd = await workspace({ 'talk.md': '# A talk\n' });
  const before = watches();
  const told: string[] = [];
  const watching = watchFolders({ trees: [], folders: [cwd] }, (paths) => told.push(...paths));
  const added = join(cwd, 'added');
  await mkdir(added);
  await writeFile(join(added, 'more.md'), '# More\n');
  watching.follow({ trees: [], folders: [cwd, added] });
  watching.end();
  await turn();
  await expect.poll(watches).toBe(before);
  expect(told).toEqual([]);
});
