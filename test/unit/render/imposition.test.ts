import { expect, test } from 'vitest';
import { bookletLength, imposition } from '../../../src/render/imposition.js';

test('a booklet has a multiple of four pages', () => {
  expect([1, 4, 5, 13, 16].map(bookletLength)).toEqual([4, 4, 8, 16, 16]);
});

test('the first sheet bears the last page beside the first, and behind them the second beside the one before the last', () => {
  expect(imposition(8, false)).toEqual([
    { left: 8, right: 1 },
    { left: 2, right: 7 },
    { left: 6, right: 3 },
    { left: 4, right: 5 },
  ]);
});

test('what is read from right to left opens on the other side', () => {
  expect(imposition(4, true)).toEqual([
    { left: 1, right: 4 },
    { left: 3, right: 2 },
  ]);
});

/** Lays the sheets on each other, folds them, and turns the leaves. */
function leafedThrough(pages: number): number[] {
  const sides = imposition(pages, false);
  const sheets = Array.from({ length: sides.length / 2 }, (_, index) =>
    sides.slice(2 * index, 2 * index + 2),
  );
  const firstHalf = sheets.flatMap(([front, behind]) => [front?.right ?? 0, behind?.left ?? 0]);
  const secondHalf = sheets.toReversed().flatMap(([front, behind]) => [behind?.right ?? 0, front?.left ?? 0]);
  return [...firstHalf, ...secondHalf];
}

test.each([4, 8, 20, 152])('folded, %i pages lie in order', (pages) => {
  expect(leafedThrough(pages)).toEqual(Array.from({ length: pages }, (_, index) => index + 1));
});
