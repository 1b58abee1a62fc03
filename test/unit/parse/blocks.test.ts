import { describe, expect, test } from 'vitest';
import { outline, parse } from '../../support/parsed.js';

describe('a `:::` block', () => {
  test('ends at a line with as many colons; equal counts nest, and so do more outside', () => {
    const inner = [
      ':::columns',
      '  :::column',
      '    paragraph: a',
      '  :::column {width=40%}',
      '    paragraph: b',
    ];
    const equal = '::: columns\n::: column\na\n:::\n::: column {width=40%}\nb\n:::\n:::';
    const more = '::::: columns\n:::: column\na\n::::\n::: column {width=40%}\nb\n:::\n:::::';
    for (const text of [equal, more, equal.replace(/\n/g, '\n\n')]) {
      const { blocks, said } = parse(`${text}\n\nc`);
      expect(outline(blocks)).toEqual([...inner, 'paragraph: c']);
      expect(said).toEqual([]);
    }
  });

  test('needs no blank lines and no space before its name, and may have colons behind it', () => {
    for (const opening of [':::tip', '::: tip', '  :::  tip', '::: tip :::', '::: tip ::::::']) {
      const { blocks, said } = parse(`a\n${opening}\nb\n:::\nc`);
      expect(outline(blocks), opening).toEqual(['paragraph: a', 'tip!', '  paragraph: b', 'paragraph: c']);
      expect(said).toEqual([]);
    }
  });

  test.each([
    ['a list', '- a', 'list'],
    ['a quote', '> a', 'quote'],
    ['a table', '| a |\n| - |', 'table'],
    ['HTML', '<br>', 'html: "<br>\\n"'],
  ])('opens directly below %s', (_what, above, first) => {
    const lines = outline(parse(`${above}\n::: notes\nsecret\n:::`).blocks);
    expect(lines[0]).toBe(first);
    expect(lines.slice(-2)).toEqual([':::notes', '  paragraph: secret']);
  });

  test('stands in list items and quotes as well', () => {
    expect(outline(parse('- a\n\n  ::: tip\n  b\n  :::\n- c').blocks)).toEqual([
      'list',
      '  item',
      '    paragraph: a',
      '    tip!',
      '      paragraph: b',
      '  item',
      '    paragraph: c',
    ]);
    expect(outline(parse('> ::: tip\n> b\n> :::').blocks)).toEqual(['quote', '  tip!', '    paragraph: b']);
  });

  test('is not ended inside a fence or a comment', () => {
    const { blocks, said } = parse('::: tip\n```\n:::\n```\n\n<!--\n:::\n-->\n~~~\n:::\n~~~\n:::');
    expect(outline(blocks)).toEqual(['tip!', '  code: ":::"', '  code: ":::"']);
    expect(said).toEqual([]);
  });

  test('on one line needs no closing; one directly below is its own', () => {
    expect(outline(parse('::: lines 6\n\na\n\n::: qr https://e.org\n:::\n\nb').blocks)).toEqual([
      ':::lines 6',
      'paragraph: a',
      ':::qr https://e.org',
      'paragraph: b',
    ]);
    const { blocks, said } = parse('::: exercise\n::: lines 4\n:::\n\n::: hint\n::: include a.md\n:::\n:::');
    expect(outline(blocks)).toEqual([':::exercise', '  :::lines 4', ':::hint', '  :::include a.md']);
    expect(said).toEqual([]);
  });

  test('by its class is the same as by its name; with another class it is a box', () => {
    expect(
      outline(parse('::: {.notes #i}\na\n:::\n\n::: {.x k=v}\nb\n:::\n\n::: {.tip .x}\nc\n:::').blocks),
    ).toEqual([
      ':::notes {#i}',
      '  paragraph: a',
      ':::div {.x k=v}',
      '  paragraph: b',
      'tip! {.x}',
      '  paragraph: c',
    ]);
  });

  test('with several names as classes is the one that keeps it private', () => {
    expect(outline(parse('::: {.column .notes}\na\n:::').blocks)[0]).toBe(':::notes {.column}');
    expect(outline(parse('::: {.exercise .solution}\na\n:::').blocks)[0]).toBe(':::solution {.exercise}');
  });

  test('of a callout may have a title', () => {
    expect(outline(parse('::: tip Mind the gap {.x}\na\n:::').blocks)[0]).toBe('tip! (Mind the gap) {.x}');
    expect(outline(parse('::: warning {title="Mind the gap"}\na\n:::').blocks)[0]).toBe(
      'warning! (Mind the gap) {title=Mind the gap}',
    );
  });

  test('may have braces in its title that are no attributes', () => {
    const { blocks, said } = parse('::: tip {{ x }} and {y z=} {.c k="a {b}"}\na\n:::');
    expect(outline(blocks)[0]).toBe('tip! ({{ x }} and {y z=}) {.c k=a {b}}');
    expect(said).toEqual([]);
  });

  test('without a closing ends with its slide, and the error is at its opening', () => {
    const { slides, said } = parse('::: tip\na\n\n---\n\nb');
    expect(slides.map((slide) => outline(slide.blocks))).toEqual([
      ['tip!', '  paragraph: a'],
      ['paragraph: b'],
    ]);
    expect(said).toEqual(['block/unclosed @ ::: tip']);
    expect(parse('a\n\n:::: columns\n::: column\na\n:::').said).toEqual(['block/unclosed @ :::: columns']);
    expect(parse('::: columns\n::: column\na\n:::').said).toEqual(['block/unclosed @ ::: columns']);
  });

  test('across a divider is an error that names its opening', () => {
    const { said, diagnostics, under } = parse('a\n\n::: columns {.x}\nb\n\n----\n\nc\n:::');
    expect(said).toEqual(['block/across-divider @ ----']);
    expect(diagnostics[0]?.related.map(under)).toEqual(['::: columns {.x}']);
    expect(parse('::: tip\na\n\n***\n\nb\n:::').said).toEqual([]);
  });

  test('that closes nothing is an error', () => {
    expect(parse('a\n\n:::\n\nb').said).toEqual(['block/stray-close @ :::']);
    expect(parse('::: tip\na\n:::\n:::').said).toEqual(['block/stray-close @ :::']);
    expect(parse('::: tip\na\n::::\n:::').said).toEqual(['block/stray-close @ ::::']);
  });

  test.each([
    ['collumns', 'Did you mean `columns`?'],
    ['Notes', 'Did you mean `notes`?'],
    ['🚢 port', 'For a box with a class of your own write `::: {.my-class}`.'],
    ['card-grid', 'For a box with a class of your own write `::: {.card-grid}`.'],
  ])('of the unknown name %s is an error with a hint', (name, hint) => {
    const { said, diagnostics } = parse(`::: ${name}\na\n:::`);
    expect(said).toEqual([`block/unknown @ ::: ${name}`]);
    expect(diagnostics[0]?.hint).toBe(hint);
  });

  test('with braces that do not parse is an error at the braces', () => {
    expect(parse('::: tip {a=}\nb\n:::').said).toEqual(['block/bad-attributes @ {a=}']);
    expect(parse('::: column {width=40%\nb\n:::').said).toEqual(['block/bad-attributes @ {width=40%']);
  });

  test('with words behind its name that mean nothing is a warning, without any where they are needed an error', () => {
    expect(parse('::: column 40%\na\n:::').said).toEqual(['block/unused-words @ ::: column 40%']);
    expect(parse('::: include\n').said).toEqual(['block/needs-argument @ ::: include']);
    expect(parse('::: include my talk.md\n').file.parts[0]).toMatchObject({ path: 'my talk.md' });
  });

  test('of three mistakes all three are told', () => {
    expect(parse('::: tpi\na\n:::\n\n:::\n\n::: tip\nb').said).toEqual([
      'block/unknown @ ::: tpi',
      'block/stray-close @ :::',
      'block/unclosed @ ::: tip',
    ]);
  });
});

describe('an alert', () => {
  test.each([
    ['NOTE', 'note'],
    ['TIP', 'tip'],
    ['INFO', 'info'],
    ['IMPORTANT', 'important'],
    ['WARNING', 'warning'],
    ['CAUTION', 'danger'],
    ['DANGER', 'danger'],
    ['tip', 'tip'],
  ])('[!%s] is a callout %s', (mark, kind) => {
    expect(outline(parse(`> [!${mark}]\n> **a** b\n>\n> - c`).blocks)).toEqual([
      `${kind}!`,
      '  paragraph: [strong a] b',
      '  list',
      '    item',
      '      plain: c',
    ]);
  });

  test('without words, and with words after a blank line', () => {
    expect(outline(parse('> [!TIP]').blocks)).toEqual(['tip!']);
    expect(outline(parse('> [!TIP]\n>\n> a').blocks)).toEqual(['tip!', '  paragraph: a']);
  });

  test('is a quote when something follows on its line, or nobody knows it', () => {
    expect(outline(parse('> [!TIP] a').blocks)).toEqual(['quote', '  paragraph: [!TIP] a']);
    expect(outline(parse('> [!TOP]\n> a').blocks)).toEqual(['quote', '  paragraph: [!TOP]\na']);
  });
});

describe('a pause', () => {
  test('is `. . .` alone on a line, with and without blank lines around it', () => {
    expect(outline(parse('a\n\n. . .\n\nb').blocks)).toEqual(['paragraph: a', 'pause', 'paragraph: b']);
    expect(outline(parse('- a\n. . .\nb').blocks)).toEqual([
      'list',
      '  item',
      '    plain: a',
      'pause',
      'paragraph: b',
    ]);
    expect(outline(parse('::: tip\na\n. . .\nb\n:::').blocks)).toEqual([
      'tip!',
      '  paragraph: a',
      '  pause',
      '  paragraph: b',
    ]);
  });

  test('is not `...`, and not in the middle of a line', () => {
    expect(outline(parse('a\n\n...\n\nb . . . c').blocks)).toEqual([
      'paragraph: a',
      'paragraph: ...',
      'paragraph: b . . . c',
    ]);
  });
});

describe('Markdown', () => {
  test('task lists, tables and strikethrough are GitHub’s', () => {
    const { blocks } = parse(
      '- [x] a\n- [ ] b\n- c\n\n| a | b | c |\n| :- | :-: | -: |\n| d |\n\n~~e~~ www.e.org',
    );
    const [list, table, paragraph] = blocks;
    expect(list?.type === 'list' && list.items.map((item) => item.checked)).toEqual([true, false, null]);
    expect(table?.type === 'table' && table.head.map((cell) => cell.align)).toEqual([
      'left',
      'center',
      'right',
    ]);
    expect(outline(paragraph ? [paragraph] : [])).toEqual([
      'paragraph: [del e] [link http://www.e.org www.e.org]',
    ]);
  });

  test('cells that a table has no column for are told, since they are left out', () => {
    const head = '| a | b |\n| - | - |\n';
    expect(parse(`${head}| c | d | e | f |\n| g \\| h | \`i\` |\n| j |`).said).toEqual([
      'table/extra-cells @ e | f |',
    ]);
    expect(parse(`- x\n\n  ${head.replace('\n', '\n  ')}  c | d | e\n`).said).toEqual([
      'table/extra-cells @ e',
    ]);
    expect(parse(`${head}| c | d | | |\n| c | d\n`).said).toEqual([]);
  });

  test('references are known all over a file, before and behind where they stand', () => {
    const { slides } = parse('[a]\n\n---\n\n[a]: https://e.org\n\n::: tip\n[a]\n:::');
    expect(outline(slides[0]?.blocks ?? [])).toEqual(['paragraph: [link https://e.org a]']);
    expect(outline(slides[1]?.blocks ?? [])).toEqual(['tip!', '  paragraph: [link https://e.org a]']);
  });

  test('a footnote is no address of a link', () => {
    expect(outline(parse('a[^1] [1]\n\n[^1]: foot\n\n[1]: more').blocks)).toEqual([
      'paragraph: a[^1] [link more 1]',
    ]);
  });

  test('entities and escapes are read once', () => {
    expect(outline(parse('&lt;b&gt; &amp;lt; \\*a\\* &copy; &nope; `&lt;`').blocks)).toEqual([
      'paragraph: <b> &lt; *a* © &nope; [code &lt;]',
    ]);
  });
});
