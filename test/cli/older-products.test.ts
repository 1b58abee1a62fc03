import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startDeckhand } from '../support/deckhand.js';
import { scatter, temporaryFolder } from '../support/output-folder.js';

const settings = `title: A talk
modules: [one.md]
editions:
  short: {}
  long: {}
`;

test('a build of some products leaves the others as they were, and says which are older than the deck is now', async () => {
  const cwd = temporaryFolder();
  const write = (word: string) =>
    scatter(cwd, { 'talk/deck.yaml': settings, 'talk/one.md': `# One\n\n---\n\n## ${word}\n` });
  const build = async (...flags: string[]) => {
    // With its notes, which other tests do without.
    const child = startDeckhand(['build', 'talk', ...flags], { cwd });
    let told = '';
    child.stderr?.setEncoding('utf8').on('data', (text) => {
      told += text;
    });
    const [code] = await once(child, 'close');
    expect(code, told).toBe(0);
    return told.split('\n').find((line) => line.includes('older')) ?? null;
  };
  write('Before');
  expect(await build('--product', 'deck,present')).toBe(null);
  expect(await build('--product', 'deck')).toBe(null);

  write('After');
  const note = await build('--product', 'deck', '--edition', 'short');
  expect(note).toBe(
    'note: Not made this time, and older than the deck is now: present of `talk`; deck, present of `talk/long`. A build without `--product` and `--edition` brings everything up to date.',
  );
  expect(existsSync(join(cwd, 'dist/private/talk/present.html'))).toBe(true);
  expect(await build('--product', 'deck')).toContain('present of `talk`; present of `talk/long`');
  expect(await build('--product', 'present')).toBe(null);

  // What was made before comes up to date by being the deck again.
  write('Later');
  expect(await build('--product', 'deck')).toContain('present of');
  write('After');
  expect(await build('--product', 'deck')).toBe(null);
});
