import { describe, expect, test } from 'vitest';
import { outline, parse, words } from '../../support/parsed.js';

/** What is on the slide and what is in its notes, as words. */
function heard(text: string): { slide: string; notes: string } {
  const { slide } = parse(text);
  return { slide: outline(slide.blocks).join('\n'), notes: outline(slide.notes).join('\n') };
}

describe('`Note:`', () => {
  test.each([
    'Note:',
    'Notes:',
    'note:',
    'NOTES:',
    'nOtE:',
    ' Note:',
    '   Note:',
    '    Note:',
    '\tnotes:',
    '        Note:',
  ])('begins the notes as %j', (mark) => {
    expect(heard(`shown\n\n${mark} secret`)).toEqual({
      slide: 'paragraph: shown',
      notes: 'paragraph: secret',
    });
  });

  test('ends indented code, though it be indented as much', () => {
    expect(heard('x\n\n    shown\n\n\tNotes: secret')).toEqual({
      slide: 'paragraph: x\ncode: "shown"',
      notes: 'paragraph: secret',
    });
  });

  test.each([
    ['a paragraph', 'shown'],
    ['a heading', '# shown'],
    ['a list', '- shown\n- more'],
    ['a numbered list', '10. shown'],
    ['a nested list', '- shown\n  - more'],
    ['a quote', '> shown'],
    ['a quote in a list', '- > shown'],
    ['a table', '| shown |\n| --- |\n| more |'],
    ['a fence', '```\nshown\n```'],
    ['a `:::` block', '::: tip\nshown\n:::'],
    ['indented code', 'x\n\n    shown'],
    ['a tag on a line of its own', '<img alt="shown">'],
    ['a block of HTML', '<div>\nshown\n</div>'],
    ['an open block of HTML', '<div>\nshown'],
    ['a comment', '<!-- x -->\nshown'],
    ['a rule', 'shown\n\n***'],
    ['a link’s definition', 'shown\n\n[a]: https://example.org'],
    ['an alert', '> [!TIP]\n> shown'],
    ['a line that breaks', 'shown  '],
    ['attributes', '- shown\n{.x}'],
  ])('begins the notes directly below %s', (_what, above) => {
    for (const mark of ['Note:', '  notes:']) {
      const { slide, notes } = heard(`${above}\n${mark} secret\nand more`);
      expect(slide).toContain('shown');
      expect(slide).not.toContain('secret');
      expect(notes).toMatch(/^paragraph: secret\n(?: {2})?and more$/);
    }
  });

  test('goes on to the end of the slide, whatever stands there', () => {
    const { slides } = parse('a\n\nNote: b\n\n# c\n\n- d\n\n```\ne\n```\n\n---\n\nf');
    expect(outline(slides[0]?.notes ?? [])).toEqual([
      'paragraph: b',
      'h1: c',
      'list',
      '  item',
      '    plain: d',
      'code: "e"',
    ]);
    expect(outline(slides[1]?.blocks ?? [])).toEqual(['paragraph: f']);
  });

  test('twice on a slide goes on with the notes', () => {
    expect(heard('a\n\nNote: b\n\nNotes: c\nnote: d')).toEqual({
      slide: 'paragraph: a',
      notes: 'paragraph: b\nparagraph: c\nparagraph: d',
    });
  });

  test('with its words on the next line, as reveal.js’s authors write it', () => {
    expect(heard('a\n\nNote:\n- b\n- c').notes).toBe('list\n  item\n    plain: b\n  item\n    plain: c');
  });

  test('alone above a divider is no heading', () => {
    const { slides, said } = parse('a\n\nNote:\n---\nb');
    expect(slides).toHaveLength(2);
    expect(said).toEqual([]);
  });

  test('is words in the middle of a line, in code, and behind other marks', () => {
    const texts = [
      'A Note: x',
      '`Note: x`',
      '**Note:** x',
      '> Note: x',
      '- Note: x',
      'Notable: x',
      'Footnote: x',
    ];
    for (const text of texts) expect(parse(text).notes, text).toEqual([]);
    expect(heard('```\nNote: code\n```')).toEqual({ slide: 'code: "Note: code"', notes: '' });
    expect(heard('- a\n\n  ```text\n  Note: code\n  ```')).toMatchObject({ notes: '' });
    expect(heard('<pre>\nNote: code\n</pre>')).toMatchObject({ notes: '' });
    expect(heard('a\n<!--\nNote: nobody\n-->')).toEqual({ slide: 'paragraph: a', notes: '' });
  });

  test.each([
    ['a comment in HTML', '<div>\n<!--\nNote: nobody\n::: nobody\n-->\n</div>'],
    ['a comment in a list', '- a\n  <!--\n  Note: nobody\n  -->\n- b'],
    ['a comment among words', 'a <!--\nNote: nobody\n--> b'],
    ['`<pre>` in HTML', '<div>\n<pre>\nNote: code\n</pre>\n</div>'],
    ['a style sheet in HTML', '<div><style>\nnote: x\n</style></div>'],
  ])('in %s begins nothing', (_where, text) => {
    const { slide, said } = parse(text);
    expect(slide.notes).toEqual([]);
    expect(JSON.stringify(slide)).not.toContain('nobody');
    expect(said).toEqual([]);
  });

  test.each([
    'Use `<!--` for comments',
    '<div><pre>',
    '<div>\n<!-- a -->',
    'a <!-- b --> c',
    '<p>`<pre>`</p>',
  ])('below %j begins the notes: nothing is open there', (text) => {
    const { slide } = parse(`${text}\nNote: secret`);
    expect(JSON.stringify(slide.blocks)).not.toContain('secret');
    expect(outline(slide.notes)).toEqual(['paragraph: secret']);
  });

  test('indented like words of a list begins the notes all the same, with a warning', () => {
    const { slide, said } = parse('- a\n- b\n\n  Note: secret\n');
    expect(outline(slide.notes)).toEqual(['paragraph: secret']);
    expect(said).toEqual(['notes/below-list @ Note:']);
    expect(parse('- a\nNote: secret').said).toEqual([]);
    expect(parse('- a\n Note: secret').said).toEqual([]);
  });

  test('below a fence in a list begins the notes', () => {
    expect(heard('1. a\n   ```\n   Note: code\n   ```\n   Note: secret')).toEqual({
      slide: 'list\n  item\n    plain: a\n    code: "Note: code"',
      notes: 'paragraph: secret',
    });
  });

  test.each([
    ['a paragraph', '::: tip\nNote: x\n:::'],
    ['the middle of a paragraph', '::: tip\na\nNote: x\n:::'],
    ['a list', '::: tip\n- a\n  Note: x\n:::'],
    ['an inner block', '::: columns\n::: column\nNote: x\n:::\n:::'],
  ])('in %s of a block stays on the slide, with a warning', (_where, text) => {
    const { slide, said } = parse(text);
    expect(slide.notes).toEqual([]);
    expect(said).toEqual(['notes/inside-block @ Note:']);
  });

  test.each(['notes', 'guide', 'solution'])('in a `%s` block is private already', (name) => {
    expect(parse(`a\n\n::: ${name}\nNote: x\n:::`).said).toEqual([]);
  });
});

describe('comments', () => {
  test.each([
    ['a block', 'a\n\n<!-- secret -->\n\nb'],
    ['a block over lines, blank ones among them', 'a\n\n<!--\nsecret\n\nsecret\n-->\n\nb'],
    ['words', 'a <!-- secret --> b'],
    ['words, over lines', 'a <!-- secret\nsecret --> b'],
    ['a heading', '# a b <!-- secret -->'],
    ['a list', '- a <!-- secret -->\n- b\n  <!-- secret -->'],
    ['a table', '| a <!-- secret --> | b |\n| - | - |'],
    ['a quote', '> a\n> <!-- secret -->\n> b'],
    ['HTML', '<div>a<!-- secret --><b>b</b>\n<!-- secret\nsecret --></div>'],
    ['`<pre>`', '<pre>a\n\n<!-- secret -->\n\nb</pre>'],
    ['a link', '[a <!-- secret --> b](x)'],
    ['an emphasis', '**a <!-- secret --> b**'],
    ['an image', '![a <!-- secret --> b](x.png)'],
  ])('in %s leave nothing behind', (_where, text) => {
    const { file, said } = parse(text);
    expect(JSON.stringify(file)).not.toContain('secret');
    expect(JSON.stringify(file)).toMatch(/a.*b/);
    expect(said).toEqual([]);
  });

  test('in code are code', () => {
    expect(outline(parse('```html\n<!-- shown -->\n```').blocks)).toEqual(['code: "<!-- shown -->"']);
    expect(outline(parse('`<!-- shown -->`').blocks)).toEqual(['paragraph: [code <!-- shown -->]']);
  });

  test.each([
    ['a block', 'a\n\n<!-- x\n\nb'],
    ['words', 'a <!-- x\n\nb -->'],
    ['a list', '- a <!-- x\n\n- b -->'],
    ['a table', '| a <!-- x | b |\n| - | - |'],
    ['HTML that a blank line ends', '<div>\n<!-- x\n\ny -->\n</div>'],
  ])('that are not closed in %s are an error, since they would be shown', (_where, text) => {
    expect(parse(text).said).toContain('comment/unclosed @ <!--');
  });

  test('that are escaped are words', () => {
    const { blocks, said } = parse('a \\<!-- b');
    expect(outline(blocks)).toEqual(['paragraph: a <!-- b']);
    expect(said).toEqual([]);
  });

  test('of the shortest kinds end where CommonMark ends them', () => {
    expect(outline(parse('<!--> a\n').blocks)).toEqual(['html: " a\\n"']);
    expect(outline(parse('a <!---> b').blocks).join()).toContain('b');
  });
});

describe('what a comment says', () => {
  test.each([
    ['<!-- slide: layout=quote time=1m .dense #here -->\n\na', ' {#here .dense layout=quote time=1m}'],
    ['<!-- .slide: data-background="#f00" class="x y" id="z" -->\n\na', ' {#z .x .y data-background=#f00}'],
    ['a <!-- slide: hidden --> b', ' {hidden}'],
    ['- a\n- b <!-- .slide: hidden -->', ' {hidden}'],
    ['> a\n> <!-- slide: hidden -->', ' {hidden}'],
    ['| a | <!-- slide: hidden --> |\n| - | - |', ' {hidden}'],
    ['::: columns\n::: column\n<!-- slide: hidden -->\na\n:::\n:::', ' {hidden}'],
    ['**a <!-- slide: hidden -->**', ' {hidden}'],
    ['<div>a<!-- slide: hidden --></div>', ' {hidden}'],
    ['# a {#x k=1}\n\n<!-- slide: #y k=2 l=3 -->', ' {#x k=1 l=3}'],
    ['a\n\nNote: b\n\n<!-- slide: hidden -->', ' {hidden}'],
  ])('of the slide is heard anywhere on it: %j', (text, attributes) => {
    const { slide } = parse(text);
    expect(words([{ type: 'span', children: [], attributes: slide.attributes, span: slide.span }])).toBe(
      `[span${attributes} ]`,
    );
  });

  test('of an element goes to the paragraph or words before it, directly below a list to its last item', () => {
    const element = '<!-- .element: class="fragment" data-fragment-index="2" -->';
    const given = ' {.fragment data-fragment-index=2}';
    expect(outline(parse(`a ${element}`).blocks)).toEqual([`paragraph${given}: a`]);
    expect(outline(parse(`a\n\n${element}`).blocks)).toEqual([`paragraph${given}: a`]);
    expect(outline(parse(`a **b**${element} c`).blocks)).toEqual([`paragraph: a [strong${given} b] c`]);
    expect(outline(parse(`- a\n- b\n${element}`).blocks)).toEqual([
      'list',
      '  item',
      '    plain: a',
      `  item${given}`,
      '    plain: b',
    ]);
    expect(outline(parse(`- a\n- b\n\n${element}`).blocks)[0]).toBe(`list${given}`);
  });
});
