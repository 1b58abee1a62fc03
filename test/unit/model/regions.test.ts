import { describe, expect, test } from 'vitest';
import { partOf } from '../../../src/model/regions.js';

const lines = (...all: string[]) => `${all.join('\n')}\n`;

describe('a region', () => {
  test.each([
    ['#', '# #region a', '# #endregion'],
    ['# without a blank', '##region a', '##endregion'],
    ['//', '// #region a', '// #endregion a'],
    ['--', '-- #region a', '-- #endregion'],
    [';', '; #region a', '; #endregion'],
    ['%', '% #region a', '% #endregion'],
    ['HTML', '<!-- #region a -->', '<!-- #endregion -->'],
    ['C', '/* #region a */', '/* #endregion */'],
    ['nothing', '#region a', '#endregion'],
    ['an indented comment', '    # #region a', '    # #endregion'],
  ])('in comments of %s is what stands between its marks', (_kind, open, close) => {
    expect(partOf(lines('one', open, 'two', '', 'three', close, 'four'), { region: 'a' })).toMatchObject({
      kind: 'found',
      text: 'two\n\nthree',
    });
  });

  test('loses the indentation that its lines share', () => {
    const text = lines(
      'spec:',
      '  # #region a',
      '  replicas: 3',
      '    deep: 1',
      '',
      '  x: y',
      '  # #endregion',
    );
    expect(partOf(text, { region: 'a' })).toMatchObject({ text: 'replicas: 3\n  deep: 1\n\nx: y' });
  });

  test('may hold others, whose marks are not shown', () => {
    const text = lines('# #region a', '1', '# #region b', '2', '# #endregion', '3', '# #endregion', '4');
    expect(partOf(text, { region: 'a' })).toMatchObject({ text: '1\n2\n3' });
    expect(partOf(text, { region: 'b' })).toMatchObject({ text: '2' });
    expect(partOf(text, null)).toMatchObject({ text: '1\n2\n3\n4' });
  });

  test('that is not ended goes on to the end of the file', () => {
    expect(partOf(lines('# #region a', '1', '2'), { region: 'a' })).toMatchObject({ text: '1\n2' });
  });

  test('that is not there is told with those that are', () => {
    expect(partOf(lines('# #region a', '# #endregion', '# #region b.c-d'), { region: 'x' })).toEqual({
      kind: 'no-region',
      regions: ['a', 'b.c-d'],
    });
  });
});

describe('lines', () => {
  test('are counted from one in the file as it is', () => {
    const text = lines('  a', '  b', '    c', 'd');
    expect(partOf(text, { from: 2, to: 3 })).toMatchObject({ text: 'b\n  c' });
    expect(partOf(text, { from: 4, to: 4 })).toMatchObject({ text: 'd' });
  });

  test.each([
    { from: 0, to: 1 },
    { from: 3, to: 2 },
    { from: 4, to: 5 },
  ])('$from to $to that are not there are told with how many there are', (part) => {
    expect(partOf(lines('a', 'b', 'c', 'd'), part)).toEqual({ kind: 'no-lines', count: 4 });
  });
});
