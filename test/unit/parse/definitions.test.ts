import { describe, expect, test } from 'vitest';
import { outline, parse } from '../../support/parsed.js';

const outlineOf = (text: string) => outline(parse(text).blocks);

describe('a list of definitions', () => {
  test('has terms, and what they mean', () => {
    expect(outlineOf('Berth\n: a\n\nBox\nCrate\n: b\nc\n: *d*\n\nafter')).toEqual([
      'definition-list',
      '  term: Berth',
      '  is',
      '    plain: a',
      '  term: Box',
      '  term: Crate',
      '  is',
      '    plain: b\nc',
      '  is',
      '    plain: [em d]',
      'paragraph: after',
    ]);
  });

  test('is loose where blank lines stand in it, and holds blocks that are indented', () => {
    expect(outlineOf('*A*\n\n: b\n\n    c\n\n    ```\n    d\n\n    e\n    ```\n\n  - f\n')).toEqual([
      'definition-list',
      '  term: [em A]',
      '  is',
      '    paragraph: b',
      '    paragraph: c',
      '    code: "d\\n\\ne"',
      '    list',
      '      item',
      '        plain: f',
    ]);
  });

  test('takes attributes below it, and on its terms', () => {
    expect(outlineOf('A {.x}\n: b\n{.y}\n\nc')).toEqual([
      'definition-list {.y}',
      '  term {.x}: A',
      '  is',
      '    plain: b',
      'paragraph: c',
    ]);
  });

  test.each([
    ['a block', 'A\n::: tip\nb\n:::', ['paragraph: A', 'tip!', '  paragraph: b']],
    ['no blank behind the colon', 'A\n:b', ['paragraph: A\n:b']],
    ['a colon alone', ': a', ['paragraph: : a']],
    ['two blank lines', 'A\n\n\n: b', ['paragraph: A', 'paragraph: : b']],
    ['a heading above', '# A\n: b', ['h1: A', 'paragraph: : b']],
    ['a caption of a table', '| a |\n| - |\n\n: b', ['table', '  a', 'paragraph: : b']],
  ])('is not seen in %s', (_what, text, expected) => {
    expect(outlineOf(text)).toEqual(expected);
  });

  test('ends before a divider and before notes', () => {
    expect(parse('A\n: b\n---\nc').slides.length).toBe(2);
    for (const note of ['Note: secret', '    Note: secret', '\n    Note: secret']) {
      const { blocks, notes } = parse(`A\n: b\n${note}`);
      expect(JSON.stringify(blocks)).not.toContain('secret');
      expect(JSON.stringify(notes)).toContain('secret');
    }
  });

  test('has places: the list exactly, what is in it on the right line', () => {
    const { blocks, under, at } = parse('x\n\nA\n: b\n\nB\n: c\n\ny');
    const list = blocks[1];
    if (list?.type !== 'definition-list') throw new Error('No list.');
    expect(under(list)).toBe('A\n: b\n\nB\n: c');
    expect(list.entries.map(({ terms }) => terms.map(at))).toEqual([['3:1'], ['6:1']]);
    expect(list.entries.flatMap(({ definitions }) => definitions.map(under))).toEqual([': b', ': c']);
  });
});
