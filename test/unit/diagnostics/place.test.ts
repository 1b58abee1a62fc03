import { expect, test } from 'vitest';
import { lineStarts, placeOf } from '../../../src/diagnostics/place.js';

const sources = new Map([
  ['talk.md', '# A\n\nbc\n'],
  ['emoji.md', '🚢🚢 x\n'],
  ['empty.md', ''],
]);

test('lines and columns count from 1', () => {
  expect(placeOf(sources, 'talk.md', 0)).toEqual({ line: 1, column: 1 });
  expect(placeOf(sources, 'talk.md', 5)).toEqual({ line: 3, column: 1 });
  expect(placeOf(sources, 'talk.md', 6)).toEqual({ line: 3, column: 2 });
});

test('a line end belongs to the line it ends', () => {
  expect(placeOf(sources, 'talk.md', 3)).toEqual({ line: 1, column: 4 });
  expect(placeOf(sources, 'talk.md', 4)).toEqual({ line: 2, column: 1 });
});

test('an emoji is one column', () => {
  expect(placeOf(sources, 'emoji.md', 5)).toEqual({ line: 1, column: 4 });
});

test('offsets past the end mean the end', () => {
  expect(placeOf(sources, 'talk.md', 99)).toEqual({ line: 4, column: 1 });
  expect(placeOf(sources, 'talk.md', -1)).toEqual({ line: 1, column: 1 });
  expect(placeOf(sources, 'empty.md', 0)).toEqual({ line: 1, column: 1 });
});

test('a file that is not known has no places', () => {
  expect(placeOf(sources, 'other.md', 0)).toBeNull();
});

test('every offset of a text lies on the line that holds it', () => {
  const text = 'a\n\nbb\nccc';
  for (let offset = 0; offset <= text.length; offset += 1) {
    const place = placeOf(new Map([['x', text]]), 'x', offset);
    const before = text.slice(0, offset).split('\n');
    expect(place).toEqual({ line: before.length, column: (before.at(-1) ?? '').length + 1 });
  }
  expect(lineStarts(text)).toEqual([0, 2, 3, 6]);
});
