import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { deckhand } from '../support/deckhand.js';
import { contents } from '../support/output-folder.js';
import { workspace } from '../support/workspace.js';

/** The same file, in which a heading, a formula and a note each mean something in one of the ways to read it only. */
const text = `# Costs

Note: Said in secret with plumwords.

## What $x$ costs

It costs $x$.
`;

const settings = `title: Costs
modules: [costs.md]
products: [deck, present]
editions:
  whole: {}
  cut: { split: headings }
  plain: { split: headings, math: false }
  theirs: { dialect: reveal, split: dividers }
`;

test('each edition has the files of the deck read in its own way', async () => {
  const cwd = await workspace({ 'costs/deck.yaml': settings, 'costs/costs.md': text });
  const run = await deckhand(['build', 'costs'], { cwd });
  expect(run).toMatchObject({ code: 0 });
  const deck = (folder: string) => readFileSync(join(cwd, 'dist/public', folder, 'index.html'), 'utf8');
  const slides = (html: string) => [...html.matchAll(/<section [^>]*id="/g)].length;
  expect(slides(deck('costs'))).toBe(1);
  expect(slides(deck('costs/cut'))).toBe(2);
  expect(slides(deck('costs/plain'))).toBe(2);
  expect(deck('costs/cut')).toContain('katex');
  expect(deck('costs/plain')).not.toContain('katex');
  expect(deck('costs/plain')).toContain('It costs $x$.');
  // The notes of reveal.js go on to the end of a slide.
  expect(deck('costs/theirs')).not.toContain('It costs');
});

test('what is wrong with a file in any of them is said once', async () => {
  const wrong = text.replace('# Costs\n', '# Costs\n\n![A picture](not-there.png)\n');
  const cwd = await workspace({ 'costs/deck.yaml': settings, 'costs/costs.md': wrong });
  const { code, stderr } = await deckhand(['build', 'costs'], { cwd });
  expect(code).toBe(1);
  expect(stderr.match(/error .*not-there\.png/g)).toHaveLength(1);
});

test('what only one of them shows is kept from the public in the others', async () => {
  const cwd = await workspace({ 'costs/deck.yaml': settings, 'costs/costs.md': text });
  await deckhand(['build', 'costs'], { cwd });
  const all = Object.entries(contents(join(cwd, 'dist/public')));
  expect(all.filter(([, one]) => one.includes('plumwords'))).toEqual([]);
  expect(readFileSync(join(cwd, 'dist/private/costs/present.html'), 'utf8')).toContain('plumwords');
});
