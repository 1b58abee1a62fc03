import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { deckhand } from '../support/deckhand.js';
import { contents, temporaryFolder } from '../support/output-folder.js';

/*
 * Small decks and what becomes of them. A deck is a folder `<name>/` with:
 *
 *   content/     one deck; it is built alone
 *   expected/    the slides of each page that is built, as `index.html` and `present.html` (for further editions below a
 *                folder of their name), and what the build says in `said.txt`
 *
 * Only what is made of the content is kept: the elements of reveal.js that hold the slides. UPDATE=1 writes the
 * expected files; read them before they are committed.
 */
const here = dirname(fileURLToPath(import.meta.url));
const decks = readdirSync(here, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort();

describe('a golden deck', () => {
  test('is there, with files that are expected of it', () => {
    expect(decks.length).toBeGreaterThan(3);
    for (const name of decks) {
      expect(existsSync(join(here, name, 'content')), name).toBe(true);
      if (!process.env.UPDATE)
        expect(Object.keys(contents(join(here, name, 'expected'))), name).not.toEqual([]);
    }
  });

  test.each(decks)('%s becomes what is expected, and nothing else', async (name) => {
    const made = await build(name);
    const expected = join(here, name, 'expected');
    if (process.env.UPDATE) {
      rmSync(expected, { recursive: true, force: true });
      for (const [path, text] of Object.entries(made)) {
        mkdirSync(dirname(join(expected, path)), { recursive: true });
        writeFileSync(join(expected, path), text);
      }
    }
    expect(Object.keys(made).sort()).toEqual(Object.keys(contents(expected)).sort());
    for (const [path, text] of Object.entries(made)) {
      expect(text, path).toBe(readFileSync(join(expected, path), 'utf8'));
    }
  });
});

async function build(name: string): Promise<Record<string, string>> {
  const cwd = temporaryFolder();
  cpSync(join(here, name, 'content'), join(cwd, name), { recursive: true });
  const { code, stderr } = await deckhand(['build', name, '--product', 'deck,present'], { cwd });
  expect(code, stderr).toBe(0);
  const said = stderr.split('\n').filter((line) => /\[[a-z]+\/[a-z-]+\]$/.test(line));
  const built = Object.entries(contents(join(cwd, 'dist')));
  const pages = built.filter(
    ([path]) => /(?:index|present)\.html$/.test(path) && path !== 'public/index.html',
  );
  return {
    ...(said.length > 0 ? { 'said.txt': `${said.join('\n')}\n` } : {}),
    ...Object.fromEntries(
      pages.map(([path, html]) => [path.replace(/^(?:public|private)\/[^/]+\//, ''), slidesOf(html)]),
    ),
  };
}

/** The slides of a page, without blank lines. */
function slidesOf(html: string): string {
  const start = html.indexOf('<main class="slides">');
  const end = html.indexOf('</main>');
  expect(start).toBeGreaterThan(0);
  expect(end).toBeGreaterThan(start);
  return html
    .slice(start, end)
    .split('\n')
    .slice(1)
    .filter((line) => line.trim() !== '')
    .map((line) => `${line.trimEnd()}\n`)
    .join('');
}
