import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { cli } from '../support/deckhand.js';
import { testBrowser } from '../support/printing.js';
import { workspace } from '../support/workspace.js';

test('how the browser runs is said once on stderr by a build that prints, and by no other', async () => {
  const cwd = await workspace({ 'talk.md': '---\ntitle: A talk\n---\n\n## A title\n' });
  const browser = await testBrowser();
  const notice = await browser.notice().finally(() => browser.end());
  const notes = notice === null ? [] : [`note: ${notice}`];
  expect(await notesOf(cwd, 'build', 'talk.md')).toEqual(notes);
  // Nothing has changed, so nothing is printed.
  expect(await notesOf(cwd, 'build', 'talk.md')).toEqual([]);
  expect(await notesOf(cwd, 'build', 'talk.md', '--product', 'deck')).toEqual([]);
  expect(await notesOf(cwd, 'check', 'talk.md')).toEqual(notes);
});

async function notesOf(cwd: string, ...args: readonly string[]): Promise<readonly string[]> {
  const child = spawn(process.execPath, [cli, ...args], { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
  const lines = (await text(child.stderr)).split('\n');
  return lines.filter((line) => line.startsWith('note:'));
}
