import { describe, expect, test } from 'vitest';
import { outline, parse, words } from '../../support/parsed.js';

function notesOf(text: string) {
  const { file, under, said } = parse(text);
  return {
    said,
    notes: file.footnotes.map(({ note, isPrivate }) => ({
      label: note.label,
      isPrivate,
      at: under({ span: note.labelSpan }),
      outline: outline(note.children),
    })),
    slides: file.parts.map((part) => (part.type === 'slide' ? outline(part.blocks) : [])),
  };
}

describe('a footnote', () => {
  test('goes on in its paragraph, and in blocks that are indented', () => {
    const text = '[^a]: One\nmore\n\n    two\n\n    - three\n\n        four\n\nafter';
    expect(notesOf(text)).toEqual({
      said: [],
      notes: [
        {
          label: 'a',
          isPrivate: false,
          at: '[^a]',
          outline: [
            'paragraph: One\nmore',
            'paragraph: two',
            'list',
            '  item',
            '    paragraph: three',
            '    paragraph: four',
          ],
        },
      ],
      slides: [['paragraph: after']],
    });
  });

  test.each([
    ['words', 'words\n[^a]: x', 'paragraph: words'],
    ['a list', '- b\n[^a]: x', 'list'],
    ['a table', '| b |\n| - |\n[^a]: x', 'table'],
    ['a quote', '> b\n[^a]: x', 'quote'],
    ['another one', '[^b]: y\n[^a]: x', undefined],
  ])('stands directly below %s', (_what, text, first) => {
    const { notes, slides } = notesOf(text);
    expect(notes.find((one) => one.label === 'a')?.outline).toEqual(['paragraph: x']);
    expect(slides[0]?.[0]).toBe(first);
  });

  test('makes no slide of its own, and none empty', () => {
    const { slides, notes, said } = notesOf('one[^a]\n\n---\n\n[^a]: x\n\n---\n\ntwo');
    expect(slides).toEqual([['paragraph: one[^a]'], ['paragraph: two']]);
    expect(notes.length).toBe(1);
    expect(said).toEqual([]);
  });

  test.each([
    ['below `Note:`', 'a\n\nNote: b\n\n[^a]: secret'],
    ['in notes', 'a\n\n::: notes\n[^a]: secret\n:::'],
    ['in a list in a guide', 'a\n\n::: guide\n- b\n\n  [^a]: secret\n:::'],
    ['on a hidden slide', '## a {hidden}\n\n[^a]: secret'],
  ])('is private %s', (_where, text) => {
    expect(notesOf(text).notes.map((one) => one.isPrivate)).toEqual([true]);
  });

  test('ends before a note, though the note is indented', () => {
    const { file, notes } = parse('a[^a]\n\n[^a]: b\n\n    Note: secret');
    expect(JSON.stringify(file.footnotes)).not.toContain('secret');
    expect(JSON.stringify(notes)).toContain('secret');
  });
});

describe('a reference', () => {
  test.each([
    ['a[^1]', 'a[^1]'],
    ['a^[b *c*]', 'a[inline-note b [em c]]'],
    ['a^[b [c](d)]', 'a[inline-note b [link d c]]'],
    ['[^1](x)', '[link x ^1]'],
    ['`[^1]`', '[code [^1]]'],
    ['\\[^1]', '[^1]'],
    ['[^a b]', '[^a b]'],
  ])('%j is %j', (text, expected) => {
    const [only] = parse(text).blocks;
    expect(only?.type === 'paragraph' && words(only.children)).toBe(expected);
  });
});
