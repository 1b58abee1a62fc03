import { expect, test } from 'vitest';
import { productLines } from '../../../src/commands/report.js';
import type { BuiltProduct } from '../../../src/pipeline/options.js';

const made = (
  product: BuiltProduct['product'],
  path: string,
  pages: number | null,
  bytes: number,
): BuiltProduct => ({
  deck: 'talk',
  edition: null,
  product,
  path,
  pages,
  bytes,
});
const shelf = made('shelf', 'dist/public/index.html', null, 900);
const deck = made('deck', 'dist/public/talk/index.html', null, 31_400);
const slides = made('slides', 'dist/public/talk/slides.pdf', 1, 1_260_000);
const present = made('present', 'dist/private/talk/present.html', null, 54_000);

test('each product has its pages, its size and its path', () => {
  expect(productLines([present, shelf, deck, slides])).toBe(`           54 kB  dist/private/talk/present.html
            1 kB  dist/public/index.html
           32 kB  dist/public/talk/index.html
  1 page  1.3 MB  dist/public/talk/slides.pdf

To give the talk, with notes: dist/private/talk/present.html
Open dist/public/index.html
`);
});

test('the last line names the page that shows most', () => {
  const last = (products: readonly BuiltProduct[]) => productLines(products).trimEnd().split('\n').at(-1);
  expect(last([slides, deck])).toBe('Open dist/public/talk/index.html');
  expect(last([slides])).toBe('Open dist/public/talk/slides.pdf');
});

test('nothing made is nothing said', () => {
  expect(productLines([])).toBe('');
});
