import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '../../src/package-root.js';
import { findBrowser } from '../../src/print/find-browser.js';
import { deckhand } from '../support/deckhand.js';
import { contents } from '../support/output-folder.js';
import { workspace } from '../support/workspace.js';

const talk = `---
title: Ships
---

# Ships

---

## From quay to ship

\`\`\`mermaid alt="Containers go from the quay onto the ship"
flowchart LR
  quay --> ship:::point
\`\`\`

Note: Said only

\`\`\`mermaid alt="the crane that nobody is to see"
flowchart LR
  hiddencrane --> hiddenhook
\`\`\`

---

## From ship to shore {.x}

<div>Raw</div>

\`\`\`dot alt="Containers go from the ship to the shore"
digraph { ship -> shore }
\`\`\`
`;

/** A cache of its own for drawings, in which the browser lies ready. */
async function cacheWithBrowser(): Promise<string> {
  await findBrowser();
  const own = await workspace();
  const shared = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'deckhand');
  const shell = 'chromium-147.0.0';
  mkdirSync(join(own, 'deckhand'));
  if (existsSync(join(shared, shell))) symlinkSync(join(shared, shell), join(own, 'deckhand', shell));
  return own;
}

/** Builds, and says what was started or read that draws or drives a browser. */
async function build(cwd: string, cache: string, ...more: readonly string[]) {
  const log = join(cwd, `watched-${builds++}.txt`);
  const run = await deckhand(['build', 'talk.md', ...more], {
    cwd,
    env: {
      XDG_CACHE_HOME: cache,
      WATCH_LOG: log,
      NODE_OPTIONS: `--require ${join(packageRoot(), 'test/support/watch.cjs')}`,
    },
  });
  expect(run.code, run.stderr).toBe(0);
  const lines = readFileSync(log, 'utf8').split('\n');
  const heavy = lines.filter((one) => /^start |mermaid\.min|finish-svg|find-browser/.test(one));
  return { heavy, said: run.stderr };
}

let builds = 0;

test('a second build draws nothing, starts no browser, and makes the same bytes', async () => {
  const cwd = await workspace({ 'talk.md': talk });
  const cache = await cacheWithBrowser();
  const first = await build(cwd, cache, '--product', 'deck,present', '-o', 'first');
  // The watch sees what it has to see.
  expect(first.heavy.some((one) => one.startsWith('start '))).toBe(true);
  expect(first.heavy.some((one) => one.includes('mermaid.min.js'))).toBe(true);
  expect(first.heavy.some((one) => one.includes('finish-svg'))).toBe(true);
  expect(first.heavy.some((one) => one.includes('find-browser'))).toBe(true);
  const second = await build(cwd, cache, '--product', 'deck,present', '-o', 'second');
  expect(second.heavy).toEqual([]);
  expect(second.said).toBe('');
  expect(contents(join(cwd, 'second'))).toEqual(contents(join(cwd, 'first')));
  // Another cache: all of it is drawn again, and comes out the same.
  await build(cwd, await cacheWithBrowser(), '--product', 'deck,present', '-o', 'third');
  expect(contents(join(cwd, 'third'))).toEqual(contents(join(cwd, 'first')));
}, 120_000);

test('a diagram is a part of every page that shows it, and of no other', async () => {
  const cwd = await workspace({ 'talk.md': talk });
  await build(cwd, await cacheWithBrowser());
  const files = Object.entries(contents(join(cwd, 'dist'))).map(
    ([path, bytes]) => [path, String(bytes)] as const,
  );
  const shown = (word: string) =>
    files.filter(([path, text]) => path.endsWith('.html') && text.includes(word)).map(([path]) => path);
  const deck = 'public/talk/index.html';
  const present = 'private/talk/present.html';
  const reading = 'public/talk/reading.html';
  expect(shown('aria-label="Containers go from the quay onto the ship"')).toEqual([present, deck, reading]);
  // Beside raw HTML, which is cleaned, a diagram stays whole.
  expect(shown('aria-label="Containers go from the ship to the shore"')).toEqual([present, deck, reading]);
  expect(files.find(([path]) => path === deck)?.[1]).toMatch(/<polygon fill="none" stroke="var\(--text\)"/);
  expect(shown('hiddencrane')).toEqual([present]);
  expect(shown('the crane that nobody')).toEqual([present]);
}, 120_000);

test('a deck without diagrams carries nothing for them', async () => {
  const cwd = await workspace({ 'talk.md': '---\ntitle: Ships\n---\n\n# Ships\n\n```yaml\na: 1\n```\n' });
  const { heavy } = await build(cwd, await cacheWithBrowser(), '--product', 'deck');
  expect(heavy).toEqual([]);
  const texts = Object.values(contents(join(cwd, 'dist')))
    .map(String)
    .join('');
  expect(texts).not.toMatch(/series-1|figure\.diagram/);
}, 60_000);
