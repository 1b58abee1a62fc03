import { expect, test } from 'vitest';
import { footnoteFinder, footnotesFor, numberFootnotes } from '../../../src/model/footnotes.js';
import { outline, parse } from '../../support/parsed.js';

function numbered(text: string, isPublic = true) {
  const { file, slides } = parse(text);
  const library = {
    parsed: new Map([['talk.md', file]]),
    located: new Map(),
    texts: new Map(),
    languages: new Map(),
  };
  const find = footnoteFinder(library);
  return slides.map(({ blocks, notes }) => {
    const footnotes = footnotesFor([...blocks, ...notes], find, (some) => some);
    const read = isPublic ? blocks : [...blocks, ...notes];
    return numberFootnotes(read, footnotes, isPublic).map(
      ({ number, children }) => `${number} ${outline(children).join(' / ')}`,
    );
  });
}

test('footnotes are numbered on each slide in the order of their first references', () => {
  const text = '# A[^b]\n\nc[^a] d[^b] e^[here]\n\n---\n\nf[^a]\n\n[^a]: one\n\n[^b]: two';
  expect(numbered(text)).toEqual([
    ['1 paragraph: two', '2 paragraph: one', '3 paragraph: here'],
    ['1 paragraph: one'],
  ]);
});

test('footnotes that footnotes refer to come last, and a circle of them ends', () => {
  const text = 'a[^a] b[^b]\n\n[^a]: one[^c]\n\n[^b]: two\n\n[^c]: three[^a][^c]';
  expect(numbered(text)).toEqual([
    ['1 paragraph: one[^c]', '2 paragraph: two', '3 paragraph: three[^a][^c]'],
  ]);
});

test('what is private has no number in public, nor has what stands in it', () => {
  const text =
    'a[^a] b[^b]\n\n[^b]: two\n\n    ::: guide\n    secret\n    :::\n\nNote: c[^a]\n\n[^a]: secret';
  expect(numbered(text)).toEqual([['1 paragraph: two']]);
  expect(numbered(text, false)).toEqual([
    ['1 paragraph: secret', '2 paragraph: two / :::guide /   paragraph: secret'],
  ]);
});
