import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '../../src/package-root.js';
import { deckhand } from '../support/deckhand.js';
import { readPdf } from '../support/pdf.js';
import { workspace } from '../support/workspace.js';

const ours = join(packageRoot(), 'templates');
const talk = (front: string) => `---
title: A talk
products: [deck, workbook]
${front}---

# A talk

---

## A slide

::: exercise Do it {time=5m}
Do.
:::
`;

/** The workbook of a deck, as it comes out. */
async function workbook(cwd: string, name: string) {
  return readPdf(new Uint8Array(await readFile(join(cwd, 'dist', 'public', name, 'workbook.pdf'))));
}

test('templates, stylesheets and words of a deck take the places of ours, in this deck alone', async () => {
  const page = await readFile(join(ours, 'products', 'workbook.hbs'), 'utf8');
  const cwd = await workspace({
    'content/own.md': talk('templates: our-house\n'),
    'content/plain.md': talk(''),
    'content/our-house/products/workbook.hbs': page.replace(
      '<div class="front flow">',
      '$&<p>House rules</p>',
    ),
    'content/our-house/themes/harbor/books.css': '.book .chapter-title::after{content:" by the house"}',
    'content/our-house/words/en.yaml': 'blocks: { exercise: Drill }\n',
  });
  const run = await deckhand(['build', 'content'], { cwd });
  expect(run.code, run.stderr).toBe(0);
  expect(run.stderr).not.toContain('warning');

  const own = await workbook(cwd, 'own');
  const text = own.pages.map((one) => one.text).join(' ');
  expect(text).toContain('House rules');
  expect(text).toContain('by the house');
  expect(text).toMatch(/Drill/i);
  const plain = (await workbook(cwd, 'plain')).pages.map((one) => one.text).join(' ');
  expect(plain).not.toMatch(/House rules|by the house|Drill/i);
  expect(plain).toMatch(/Exercise/i);

  // A PDF that is there already is printed again for a template.
  const template = join(cwd, 'content/our-house/products/workbook.hbs');
  await writeFile(template, (await readFile(template, 'utf8')).replace('House rules', 'Rules of the house'));
  const again = await deckhand(['build', 'content'], { cwd });
  expect(again.code, again.stderr).toBe(0);
  expect((await workbook(cwd, 'own')).pages.map((one) => one.text).join(' ')).toContain('Rules of the house');
});

test('a page of few words has the bookmarks of what it shows, and as many sheets as it takes', async () => {
  const cwd = await workspace({
    'talk.md': talk('templates: mine\n'),
    'mine/products/workbook.hbs':
      '<!doctype html>\n<html lang="{{lang}}">\n<head><title>{{title}}</title></head>\n<body>\n{{> line}}\n{{#each chapters}}<h2 id="{{id}}">{{title}}</h2>{{/each}}\n</body>\n</html>\n',
    'mine/partials/line.hbs': '<h1>Only {{deckTitle}}</h1>\n',
  });
  const run = await deckhand(['build', 'talk.md'], { cwd });
  expect(run.code, run.stderr).toBe(0);
  const { pages, outline } = await workbook(cwd, 'talk');
  expect(pages[0]?.text).toContain('Only A talk');
  expect(outline.length).toBeGreaterThan(0);
  expect(JSON.stringify(outline)).not.toContain('A slide');
});

test('what a deck is checked for is said of a template of a page that needs no browser, too', async () => {
  const cwd = await workspace({
    'talk.md': '---\ntitle: A talk\ntemplates: mine\nproducts: [deck]\n---\n\n# A talk\n',
    'mine/products/deck.hbs': '<!doctype html>\n<title>{{titel}}</title>\n',
  });
  for (const command of ['check', 'build']) {
    const { code, stderr } = await deckhand([command, 'talk.md'], { cwd });
    expect(code).toBe(1);
    expect(stderr).toContain('mine/products/deck.hbs:2:10 error There is no `titel` here. [template/broken]');
  }
});
