import { describe, expect, test } from 'vitest';
import { outline, parse } from '../../support/parsed.js';

/** Slides as their text, `↓` before those that stand below the one before. */
function cut(text: string): string[] {
  const { slides, under } = parse(text);
  return slides.map((slide) => `${slide.below ? '↓' : ''}${under(slide)}`);
}

describe('a divider', () => {
  test.each(['---', ' ---', '   ---', '---   ', '---\t', '  --- \t '])('may look like %j', (line) => {
    expect(cut(`one\n\n${line}\n\ntwo`)).toEqual(['one', 'two']);
  });

  test.each(['----', '   ----', '----\t'])('opens a slide below when it looks like %j', (line) => {
    expect(cut(`one\n\n${line}\n\ntwo`)).toEqual(['one', '↓two']);
  });

  test.each(['***', '___', '* * *', '- - -', '-----', '--------', '-- -', '--- -', ' - - -'])(
    'is not %j: that is a rule',
    (line) => {
      const { slides, blocks } = parse(`one\n\n${line}\n\ntwo`);
      expect(slides).toHaveLength(1);
      expect(outline(blocks)).toEqual(['paragraph: one', 'rule', 'paragraph: two']);
    },
  );

  test('is not two hyphens, and not indented by four: that is text and code', () => {
    expect(outline(parse('one\n\n--\n\ntwo').blocks)).toEqual([
      'paragraph: one',
      'paragraph: --',
      'paragraph: two',
    ]);
    expect(outline(parse('one\n\n    ---\n\ntwo').blocks)[1]).toBe('code: "---"');
  });

  test('needs no blank lines around it', () => {
    expect(
      cut(
        '# One\n---\n# Two\n----\n- three\n---\n> four\n---\n| five |\n| - |\n| 5 |\n---\n::: tip\nsix\n:::\n---\nseven',
      ),
    ).toEqual([
      '# One',
      '# Two',
      '↓- three',
      '> four',
      '| five |\n| - |\n| 5 |',
      '::: tip\nsix\n:::',
      'seven',
    ]);
  });

  test.each([
    ['a fence', '```\n---\n```'],
    ['a fence of tildes', '~~~ yaml\n---\na: b\n---\n~~~'],
    ['a fence in a list', '- a\n  ```\n  ---\n  ```'],
    ['HTML', '<div>\n---\n</div>'],
    ['`<pre>` with blank lines', '<pre>\n\n---\n\n</pre>'],
    ['a comment', '<!--\n\n---\n\n-->\nx'],
    ['a list item', '- a\n\n  ---\n\n  b'],
    ['a quote', '> a\n>\n> ---\n>\n> b'],
  ])('is none inside %s', (_where, text) => {
    expect(cut(`${text}\n\n---\n\nnext`)).toEqual([text, 'next']);
  });

  test('directly below words makes them a heading, with a warning on the hyphens', () => {
    const { slides, blocks, said } = parse('One\n---\n\ntwo\nlines\n----');
    expect(slides).toHaveLength(1);
    expect(outline(blocks)).toEqual(['h2: One', 'h2: two\nlines']);
    expect(said).toEqual(['slide/setext-heading @ ---', 'slide/setext-heading @ ----']);
  });

  test('five hyphens or signs of equality below words are a heading nobody has to be warned of', () => {
    expect(parse('One\n-----\n\nTwo\n===').said).toEqual([]);
  });

  test('hyphens below words in a list or quote divide nothing, so that there is nothing to warn of', () => {
    expect(parse('> One\n> ---\n\n- Two\n  ---').said).toEqual([]);
  });
});

describe('an empty slide', () => {
  test.each([
    ['between two dividers', 'one\n\n---\n\n---\n\ntwo', '---'],
    ['of comments only', 'one\n\n---\n\n<!-- soon -->\n\n----\n\ntwo', '---'],
    ['at the start of a file', '---\n\none', '---'],
    ['at the end of a file', 'one\n\n----\n', '----'],
  ])('%s is left out with a warning', (_where, text, place) => {
    const { slides, said } = parse(text);
    expect(slides.length).toBe(text.includes('two') ? 2 : 1);
    expect(said).toEqual([`slide/empty @ ${place}`]);
  });

  test('with settings is a slide', () => {
    const { slides, said } = parse('one\n\n---\n\n<!-- slide: layout=statement -->\n\n---\n\ntwo');
    expect(slides).toHaveLength(3);
    expect(said).toEqual([]);
  });

  test('with notes only is a slide', () => {
    expect(parse('one\n\n---\n\nNote: wait\n\n---\n\ntwo').slides).toHaveLength(3);
  });

  test('is not made of a file without a word, nor of an include between dividers', () => {
    expect(parse('').file.parts).toEqual([]);
    expect(parse('\n\n').said).toEqual([]);
    const { file, said } = parse('one\n\n---\n\n::: include part.md\n\n---\n\ntwo');
    expect(file.parts.map((part) => part.type)).toEqual(['slide', 'include', 'slide']);
    expect(said).toEqual([]);
  });
});

describe('an include between slides', () => {
  test('ends the slide above it and needs no dividers', () => {
    const { file } = parse('one\n\n::: include a.md\n::: include b.md\n:::\n\ntwo');
    expect(file.parts.map((part) => (part.type === 'include' ? part.path : 'slide'))).toEqual([
      'slide',
      'a.md',
      'b.md',
      'slide',
    ]);
  });

  test('stands below where four hyphens open it', () => {
    const { file } = parse('one\n\n----\n\n::: include a.md\n\n---\n\ntwo');
    expect(file.parts.map((part) => part.below)).toEqual([false, true, false]);
  });

  test('among notes belongs to the notes', () => {
    const { file, notes } = parse('one\n\nNote: see\n\n::: include a.md\n');
    expect(file.parts).toHaveLength(1);
    expect(outline(notes)).toEqual(['paragraph: see', ':::include a.md']);
  });
});

describe('a stylesheet above a heading', () => {
  test('is nothing that is seen: the heading still titles its slide and says its settings', () => {
    const { slide } = parse('<style>\nh1 { color: teal }\n</style>\n\n# One {#x}\n\ntext');
    expect(slide.attributes.id?.value).toBe('x');
    expect(outline(slide.blocks)[0]).toBe('h1: One');
    expect(slide.blocks.map((block) => block.type)).toEqual(['heading', 'html', 'paragraph']);
  });

  test.each(['<style>a{}</style><p>seen</p>', '<div></div>'])('is more than that in %j', (html) => {
    const { slide } = parse(`${html}\n\n# One {#x}`);
    expect(slide.blocks[0]?.type).toBe('html');
  });
});
