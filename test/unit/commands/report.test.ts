import { expect, test } from 'vitest';
import { productLines } from '../../../src/commands/report.js';
import type { BuiltProduct } from '../../../src/pipeline/options.js';

const made = (
  product: BuiltProduct['product'],
  path: string,
  pages: number | null,
  bytes: number,
  copies: BuiltProduct['copies'] = null,
): BuiltProduct => ({
  deck: 'talk',
  edition: null,
  product,
  path,
  alone: false,
  pages,
  bytes,
  copies,
});
const shelf = made('shelf', 'dist/public/index.html', null, 900);
const deck = made('deck', 'dist/public/talk/index.html', null, 31_400);
const slides = made('slides', 'dist/public/talk/slides.pdf', 1, 1_260_000, {
  sheets: { oneSided: 1, twoSided: 1 },
  turn: null,
  grey: false,
});
const handout = made('handout', 'dist/public/talk/handout.pdf', 23, 300_000, {
  sheets: { oneSided: 23, twoSided: 12 },
  turn: 'long-edge',
  grey: true,
});
const present = made('present', 'dist/private/talk/present.html', null, 54_000);

test('each product has what a copy shop asks: pages, sheets, size and whether grey will do', () => {
  expect(
    productLines([present, shelf, deck, handout, slides]),
  ).toBe(`                                      54 kB                dist/private/talk/present.html
                                       1 kB                dist/public/index.html
                                      32 kB                dist/public/talk/index.html
  23 pages  23 sheets, 12 two-sided  300 kB  fit for grey  dist/public/talk/handout.pdf
    1 page                  1 sheet  1.3 MB  needs colour  dist/public/talk/slides.pdf

To give the talk, with notes: dist/private/talk/present.html
Open dist/public/index.html
`);
});

test('a booklet says how it is printed and folded', () => {
  const booklet = (sheets: number) =>
    made('handout', 'dist/public/talk/handout.pdf', 2 * sheets, 300_000, {
      sheets: { oneSided: 2 * sheets, twoSided: sheets },
      turn: 'short-edge',
      grey: true,
    });
  expect(
    productLines([booklet(5)]),
  ).toBe(`  10 pages  5 sheets to fold  300 kB  fit for grey  dist/public/talk/handout.pdf

To make the booklet, print dist/public/talk/handout.pdf on both sides, flip on the short edge, and fold the 5 sheets together.
Open dist/public/talk/handout.pdf
`);
  expect(productLines([booklet(1)])).toContain('and fold the sheet.');
  expect(productLines([booklet(39)])).toContain('More than about 20 do not fold well');
});

test('products that are pages for a screen have no columns of paper', () => {
  expect(productLines([deck])).toContain('\n\nOpen');
  expect(productLines([deck]).startsWith('  32 kB  dist/public/talk/index.html\n')).toBe(true);
});

test('the last line names the page that shows most', () => {
  const last = (products: readonly BuiltProduct[]) => productLines(products).trimEnd().split('\n').at(-1);
  expect(last([slides, deck])).toBe('Open dist/public/talk/index.html');
  expect(last([slides])).toBe('Open dist/public/talk/slides.pdf');
});

test('nothing made is nothing said', () => {
  expect(productLines([])).toBe('');
});

test('decks of one file are named apart, and the speaker’s deck is still the one with its files beside it', () => {
  const lines = productLines([
    shelf,
    deck,
    present,
    { ...made('deck', 'dist/public/talk-deck.html', null, 512_000), alone: true },
    { ...made('present', 'dist/private/talk-present.html', null, 530_000), alone: true },
  ]);
  expect(lines).toContain(`
To give the talk, with notes: dist/private/talk/present.html
In one file, for mail or a stick: dist/public/talk-deck.html
In one file, for mail or a stick: dist/private/talk-present.html
Open dist/public/index.html
`);
});
