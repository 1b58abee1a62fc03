import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kindOfReference, safePath } from '../../../src/load/safe-path.js';

describe('a path in a deck', () => {
  test.each([
    ['img/cat.png', 'img/cat.png'],
    ['../shared/cat.png', '../shared/cat.png'],
    [' img/cat.png ', 'img/cat.png'],
    ['img/my%20cat.png', 'img/my cat.png'],
    ['img/m%C3%BCnster.png', 'img/münster.png'],
    ['100%.png', '100%.png'],
    ['a%2520b.png', 'a%20b.png'],
    ['über uns/日本.md', 'über uns/日本.md'],
    ['.hidden/x', '.hidden/x'],
    ['..hidden', '..hidden'],
  ])('%j names %j', (reference, path) => {
    expect(safePath(reference, null)).toEqual({ path, problem: null });
  });

  test.each([
    ['', 'path/bad'],
    ['  ', 'path/bad'],
    ['a\0b.png', 'path/bad'],
    ['a%00b.png', 'path/bad'],
    ['a%0Ab.png', 'path/bad'],
    ['/etc/passwd', 'path/absolute'],
    ['%2Fetc/passwd', 'path/absolute'],
    ['C:/cat.png', 'path/absolute'],
    ['c:cat.png', 'path/absolute'],
    ['C:\\cat.png', 'path/absolute'],
    ['C%3A/cat.png', 'path/absolute'],
    ['\\\\server\\share\\cat.png', 'path/absolute'],
    ['//server/share/cat.png', 'path/absolute'],
    ['\\cat.png', 'path/absolute'],
    ['file:///etc/passwd', 'path/absolute'],
    ['FILE:cat.png', 'path/absolute'],
    ['img\\cat.png', 'path/backslash'],
    ['img%5Ccat.png', 'path/backslash'],
    ['..\\..\\cat.png', 'path/backslash'],
  ])('may not be %j (%s)', (reference, code) => {
    expect(safePath(reference, null).problem?.code).toBe(code);
  });

  test('with a backslash gets the one with slashes as a hint', () => {
    expect(safePath('img\\cat.png', null).problem?.hint).toBe('Write `img/cat.png`.');
  });

  test('whatever it is, comes out relative, without NUL and backslash, or not at all', () => {
    const piece = fc.constantFrom(
      '..',
      '/',
      '\\',
      '%2e',
      '%2F',
      '%5c',
      '%00',
      '%',
      'C:',
      'a',
      '\0',
      '~',
      'file:',
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const { path } = safePath(pieces.join(''), null);
        if (path !== null) expect(path).not.toMatch(/^[\\/]|^[a-z]:|\\|\0/i);
      }),
    );
  });
});

test.each([
  ['img/cat.png', 'path'],
  ['C:/cat.png', 'path'],
  ['file:///etc/passwd', 'path'],
  ['#top', 'path'],
  ['https://example.org/cat.png', 'remote'],
  ['HTTP://example.org', 'remote'],
  ['//example.org/cat.png', 'remote'],
  ['mailto:ada@example.org', 'remote'],
  ['javascript:alert(1)', 'remote'],
  ['blob:x', 'remote'],
  ['data:image/png;base64,AA', 'data'],
])('%s is a %s', (reference, kind) => {
  expect(kindOfReference(reference)).toBe(kind);
});
