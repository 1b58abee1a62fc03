import { existsSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startDeckhand } from '../support/deckhand.js';
import { workspace } from '../support/workspace.js';

const deck = (words: string) => `---\ntitle: A talk\n---\n\n# A talk\n\n---\n\n## ${words}\n`;

test('build --watch builds again with every save, keeps the last good output, and ends with Ctrl-C', async () => {
  const cwd = await workspace({ 'talk.md': deck('Before') });
  const child = startDeckhand(['build', '--watch', '--product', 'deck'], { cwd });
  const closed = new Promise((resolve) => child.on('close', resolve));
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text) => {
    said += text;
  });
  const page = join(cwd, 'dist/public/talk/index.html');
  const shown = () => (existsSync(page) ? readFileSync(page, 'utf8') : '');
  await expect.poll(() => said, { timeout: 15_000 }).toContain('Watching.');
  await writeFile(join(cwd, 'talk.md'), deck('After'));
  await expect.poll(shown, { timeout: 15_000 }).toContain('After');
  await writeFile(join(cwd, 'talk.md'), `${deck('Broken')}\n::: include no.md\n:::\n`);
  await expect.poll(() => said, { timeout: 15_000 }).toContain('path/missing');
  expect(shown()).toContain('After');
  await writeFile(join(cwd, 'no.md'), '## Mended\n');
  await expect.poll(shown, { timeout: 15_000 }).toContain('Mended');
  child.kill('SIGINT');
  expect(await closed).toBe(130);
});

test('build --watch ends with Ctrl-C as well in the moment in which its first build is told', async () => {
  const cwd = await workspace({ 'talk.md': deck('Before') });
  const child = startDeckhand(['build', '--watch', '--product', 'deck'], { cwd });
  const closed = new Promise((resolve) => child.on('close', resolve));
  child.stdout?.once('data', () => child.kill('SIGINT'));
  expect(await closed).toBe(130);
});
