import { describe, expect, test } from 'vitest';
import { readAttributes } from '../../../src/parse/attributes.js';
import { attributesOf, outline, parse } from '../../support/parsed.js';

describe('braces', () => {
  test.each([
    ['{.a}', '{.a}'],
    ['{#b}', '{#b}'],
    ['{c=d}', '{c=d}'],
    ['{c="two words"}', '{c=two words}'],
    ['{c=\'two "words"\'}', '{c=two "words"}'],
    ['{c=""}', '{c=}'],
    ['{word}', '{word}'],
    ['{ .a  #b\tc=d word }', '{#b .a c=d word}'],
    ['{.a .b}', '{.a .b}'],
    ['{#one #two}', '{#two}'],
    ['{data-x=1 aria-label="x" @click:x=y}', '{data-x=1 aria-label=x @click:x=y}'],
    ['{style="color: red; width: 10%"}', '{style=color: red; width: 10%}'],
    ['{background=img/port.jpg}', '{background=img/port.jpg}'],
    ['{.w-1/2 .md:x}', '{.w-1/2 .md:x}'],
    ['{#größe .überschrift}', null],
    ['{#größe}', '{#größe}'],
    ['{}', null],
    ['{ }', null],
    ['{{ secrets.TOKEN }}', null],
    ['{% raw %}', null],
    ['{a b=}', null],
    ['{a="x}', null],
    ['{1, 2}', null],
    ['{3|5-7}', null],
    ['{a', null],
    ['{.a.b}', '{.a.b}'],
    ['{a=b{c}', null],
    ['{"key": 1}', null],
  ])('%j reads as %j', (text, expected) => {
    const read = readAttributes(text, 'talk.md', 0);
    expect(read && attributesOf(read.attributes).trim()).toBe(expected);
    if (read) expect(read.length).toBe(text.length);
  });

  test('end where they end', () => {
    expect(readAttributes('{.a} {.b}', 'talk.md', 0)?.length).toBe(4);
  });
});

describe('attributes', () => {
  test.each([
    ['a heading', 'x\n\n## a {#i .c k=v}', 'h2 {#i .c k=v}: a'],
    ['a heading with closing hashes', 'x\n\n## a {.c} ##', 'h2 {.c}: a'],
    ['a heading of the other kind', 'x\n\na {.c}\n===', 'h1 {.c}: a'],
    ['a paragraph, at its end', 'x\n\na b {.c}', 'paragraph {.c}: a b'],
    ['a paragraph, on a line of their own at its end', 'x\n\na\nb\n{.c}', 'paragraph {.c}: a\nb'],
    ['a paragraph, twice', 'x\n\na {.c} {.d}', 'paragraph {.c .d}: a'],
    ['a paragraph, behind a word', 'x\n\na{.c}', 'paragraph {.c}: a'],
    ['a paragraph that ends with an emphasis', 'x\n\na **b** {.c}', 'paragraph {.c}: a [strong b]'],
  ])('belong to %s', (_what, text, line) => {
    expect(outline(parse(text).blocks)[1]).toBe(line);
  });

  test('of a first heading belong to the slide, of a later one to the heading', () => {
    const { slide } = parse('# a {#i .c time=4m}\n\n## b {#j}');
    expect(attributesOf(slide.attributes)).toBe(' {#i .c time=4m}');
    expect(outline(slide.blocks)).toEqual(['h1: a', 'h2 {#j}: b']);
  });

  test('of a heading with something before it are the heading’s, of one below a comment the slide’s', () => {
    expect(attributesOf(parse('x\n\n# a {#i}').slide.attributes)).toBe('');
    expect(attributesOf(parse('<!-- x -->\n\n# a {#i}').slide.attributes)).toBe(' {#i}');
  });

  test.each([
    ['an image', '![a](b.png){.c}', '[image b.png {.c}]'],
    ['an image with a title', '![a](b.png "t"){width=60%}', '[image b.png {width=60%}]'],
    ['a link', '[a](b){.c}', '[link b {.c} a]'],
    ['a link by reference', '[a][r]{.c}', '[link u {.c} a]'],
    ['an address', '<https://e.org>{.c}', '[link https://e.org {.c} https://e.org]'],
    ['words', '[a b]{.c}', '[span {.c} a b]'],
    ['words with marks in them', '[a *b* `]` \\] [c]]{.c}', '[span {.c} a [em b] [code ]] ] [c]]'],
    ['code', '`a`{.c}', '[code a {.c}]'],
    ['an emphasis', '*a*{.c}', '[em {.c} a]'],
    ['a strong emphasis', '**a**{.c #i k="v w"}', '[strong {#i .c k=v w} a]'],
    ['deleted words', '~~a~~{.c}', '[del {.c} a]'],
    ['one of two', '*a*{.c} *b*', '[em {.c} a] [em b]'],
    ['something in an emphasis', '**a `b`{.c} d**', '[strong a [code b {.c}] d]'],
  ])('directly behind %s belong to it', (_what, text, line) => {
    expect(outline(parse(`${text} x\n\n[r]: u`).blocks)).toEqual([`paragraph: ${line} x`]);
    // At the end of a paragraph too: the paragraph's own stand behind a blank.
    expect(outline(parse(`${text}\n\n[r]: u`).blocks)).toEqual([`paragraph: ${line}`]);
  });

  test.each([
    ['in the middle of words', 'a {.c} b', 'a {.c} b'],
    ['behind a blank in the middle', '*a* {.c} b', '[em a] {.c} b'],
    ['at the end inside an emphasis', '**a {.c}** b', '[strong a {.c}] b'],
    ['at the end inside a link', '[a {.c}](u) b', '[link u a {.c}] b'],
    ['of a template', 'a {{ b }}', 'a {{ b }}'],
    ['that are escaped', 'a \\{.c}', 'a {.c}'],
    ['in code', 'a `{.c}`', 'a [code {.c}]'],
    ['behind words in brackets, not as attributes', '[a]{ b= }', '[a]{ b= }'],
  ])('are words %s', (_where, text, line) => {
    expect(outline(parse(text).blocks)).toEqual([`paragraph: ${line}`]);
  });

  test('at the end of a list item are the item’s, on the line below a list the list’s', () => {
    expect(outline(parse('- a {.x}\n- b\n  - c {.y}\n- [ ] d {.z}\n{.l}').blocks)).toEqual([
      'list {.l}',
      '  item {.x}',
      '    plain: a',
      '  item',
      '    plain: b',
      '    list',
      '      item {.y}',
      '        plain: c',
      '  item {.z}',
      '    plain: d',
    ]);
    expect(outline(parse('- a {.x}\n\n- b {.y}').blocks)).toEqual([
      'list',
      '  item {.x}',
      '    paragraph: a',
      '  item {.y}',
      '    paragraph: b',
    ]);
  });

  test.each([
    ['a table', '| a |\n| - |\n| b |', 'table {.c}'],
    ['a fence', '```js\na\n```', 'code {.c}: "a"'],
    ['a quote', '> a', 'quote {.c}'],
    ['an alert', '> [!TIP]\n> a', 'tip! {.c}'],
    ['a `:::` block', '::: hint\na\n:::', ':::hint {.c}'],
    ['a numbered list', '1. a', 'list {.c}'],
  ])('on the line directly below %s are its', (_what, text, line) => {
    expect(outline(parse(`${text}\n{.c}\n\nb`).blocks)[0]).toBe(line);
    expect(outline(parse(`::: tip\n${text}\n  {.c}  \n:::`).blocks)[1]).toBe(`  ${line}`);
  });

  test('below a blank line are words', () => {
    expect(outline(parse('| a |\n| - |\n\n{.c}').blocks)).toEqual(['table', '  a', 'paragraph: {.c}']);
    expect(outline(parse('{.c}').blocks)).toEqual(['paragraph: {.c}']);
  });

  test('braces on a line of their own that are no attributes are words with marks', () => {
    expect(outline(parse('- a\n\n{see **this**, 1}').blocks)[3]).toBe('paragraph: {see [strong this], 1}');
  });

  test('at the end of a table’s cell are the cell’s', () => {
    expect(outline(parse('| a {.x} | b |\n| - | - |\n| c | **d**{.y} |').blocks)).toEqual([
      'table',
      '  a {.x} | b',
      '  c | [strong {.y} d]',
    ]);
  });
});
