import { expect, test } from 'vitest';
import { prepare } from '../../support/prepared.js';

const text = `---
DIALECT
---
## A title

![A crane](crane.png) and [a link](gone.pdf)

<img src="../../outside.png" alt="A quay">

<a href="gone.html">gone</a>
`;

test('a deck for reveal.js builds though its files are missing: boxes with their addresses stand in their place', async () => {
  const { deck, rendered, said } = await prepare({ 'talk.md': text.replace('DIALECT', 'dialect: reveal') });
  expect(said).toEqual([
    'path/missing @ ![A crane](crane.png)',
    'path/missing @ [a link](gone.pdf)',
    'path/outside-root @ ../../outside.png',
    'path/missing @ gone.html',
  ]);
  expect(deck.diagnostics.map(({ severity }) => severity)).toEqual(Array(4).fill('warning'));
  const [slide] = rendered().slides;
  expect(slide?.html).toContain('<span class="remote">A crane — crane.png</span> and a link');
  expect(slide?.html).toContain('<span class="remote">A quay — ../../outside.png</span>');
  expect(slide?.html).toContain('<a>gone</a>');
});

test('a deck of ours does not', async () => {
  const { deck } = await prepare({ 'talk.md': text.replace('DIALECT', 'title: A talk') });
  expect([deck.editions, deck.diagnostics.every(({ severity }) => severity === 'error')]).toEqual([[], true]);
});

test('what only reveal.js makes something of is told at its place', async () => {
  const { said } = await prepare({
    'talk.md': '## A\n\n<!-- .slide: data-state="dark" data-transition="fade" -->\n\ntext',
  });
  expect(said).toEqual(['dialect/not-heeded @ data-state="dark"']);
});

test('a theme that a deck for reveal.js brings along gives way to ours', async () => {
  const { rendered, said } = await prepare({
    'talk.md': '---\ndialect: reveal\ntheme: mine\n---\n## A title',
  });
  expect([rendered().theme.name, said]).toEqual(['harbor', ['deck/foreign-theme @ mine']]);
});

test('a leading slash is the content root, or the folder of the deck', async () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"/>';
  const { said } = await prepare({
    'deck.yaml': 'dialect: reveal\nmodules: [parts/a.md]\n',
    'parts/a.md': '## A\n\n![a](/a.svg) ![b](/b.svg)\n\n<img src="/a.svg" alt="a">',
    'a.svg': svg,
    'parts/b.svg': svg,
  });
  expect(said).toEqual([]);
});

test('a slash that leaves the content root is not followed', async () => {
  const { said } = await prepare({ 'talk.md': '---\ndialect: reveal\n---\n## A\n\n![a](/../../etc/passwd)' });
  expect(said).toEqual(['path/outside-root @ ![a](/../../etc/passwd)']);
});
