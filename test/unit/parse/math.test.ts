import { describe, expect, test } from 'vitest';
import { walkInlines } from '../../../src/parse/walk.js';
import { outline, parse, words } from '../../support/parsed.js';

function inlinesOf(text: string) {
  const parsed = parse(text);
  const [only] = parsed.blocks;
  if (only?.type !== 'paragraph') throw new Error(`A ${only?.type} is no paragraph.`);
  return { ...parsed, children: only.children, words: words(only.children) };
}

describe('a formula among words', () => {
  test.each([
    ['is $x$.', 'is [math x].'],
    ['$a_1 * b_2 * c$ *d*', '[math a_1 * b_2 * c] [em d]'],
    ['*a $b*c$*', '[em a [math b*c]]'],
    ['$a\nb$', '[math a\nb]'],
    ['$\\$5$ and $x$', '[math \\$5] and [math x]'],
    ['$\\text{if $x$ is}$', '[math \\text{if $x$ is}]'],
    ['$`a`$', '[math `a`]'],
    ['$x^2^$ and y^2^', '[math x^2^] and y[sup 2]'],
    ['==$x$==', '[mark [math x]]'],
    ['[$x$](y)', '[link y [math x]]'],
    [`$x$${'{.a}'}`, '[math x {.a}]'],
    ['so $$ a $$ it is', 'so [display math  a ] it is'],
    ['$n$th and $k$-means', '[math n]th and [math k]-means'],
  ])('%j is %j', (text, expected) => {
    expect(inlinesOf(text).words).toBe(expected);
  });

  test.each([
    '$5 and $10',
    'US$ 5 or 6 US$',
    '$20,000 and $30,000.',
    'a $ b $ c',
    '$x$5',
    '$$',
    '$$$$',
    'a $ and\nno more',
    '\\$x\\$',
    '\\$x$',
  ])('%j is text', (text) => {
    expect(inlinesOf(text).words).toBe(text.replaceAll('\\', ''));
  });

  test('is text in code, in raw HTML, and where formulas are switched off', () => {
    expect(inlinesOf('`$x$`').words).toBe('[code $x$]');
    expect(inlinesOf('<kbd>$x$</kbd>').words).toBe('[html <kbd>][html $x$][html </kbd>]');
    const off = '$x$ and $$y$$\n\n$$\nz\n$$';
    expect(outline(parse(off, 0, { math: false }).blocks)).toEqual([
      'paragraph: $x$ and $$y$$',
      'paragraph: $$\nz\n$$',
    ]);
    expect(outline(parse('```math\nx\n```', 0, { math: false }).blocks)).toEqual(['code: "x"']);
  });

  test('has an exact place, and so has its TeX', () => {
    const { children, under } = inlinesOf('a $b$ and $$c$$');
    const found = walkInlines(children).filter((one) => one.type === 'math');
    expect(found.map(under)).toEqual(['$b$', '$$c$$']);
    expect(found.map((one) => one.type === 'math' && one.at)).toEqual([3, 12]);
  });

  test('stands in headings, lists, quotes and cells', () => {
    const text = '## Of $x$\n\n- $a$\n\n> $b$\n\n| $c$ | $\\|d\\|$ |\n| - | - |\n| e | f |';
    expect(outline(parse(text).blocks)).toEqual([
      'h2: Of [math x]',
      'list',
      '  item',
      '    plain: [math a]',
      'quote',
      '  paragraph: [math b]',
      'table',
      '  [math c] | [math |d|]',
      '  e | f',
    ]);
  });
});

describe('a formula on lines of its own', () => {
  test.each([
    ['$$\na\n+ b\n- c\n= d\n$$', '\na\n+ b\n- c\n= d\n'],
    ['$$ a $$', ' a '],
    ['  $$a\nb$$  ', 'a\nb'],
  ])('%j is one', (text, tex) => {
    const { blocks } = parse(`above\n${text}\n\nbelow`);
    expect(outline(blocks)).toEqual([
      'paragraph: above',
      `math-block: ${JSON.stringify(tex)}`,
      'paragraph: below',
    ]);
    const math = blocks[1];
    expect(math?.type === 'math-block' && math.at).toBe(6 + text.indexOf('$$') + 2);
  });

  test('is a fence of that language as well, and takes attributes behind and below it', () => {
    expect(outline(parse('```math {.a}\nx\n```').blocks)).toEqual(['math-block {.a}: "x"']);
    expect(outline(parse('$$x$$ {.a #b}\n\ntext').blocks)).toEqual([
      'math-block {#b .a}: "x"',
      'paragraph: text',
    ]);
    expect(outline(parse('$$\nx\n$$\n{.a}\n').blocks)).toEqual(['math-block {.a}: "\\nx\\n"']);
  });

  test('holds no blank line, no divider and no note', () => {
    expect(outline(parse('$$\na\n\nb\n$$').blocks)[0]).toBe('paragraph: $$\na');
    expect(parse('$$\na\n\n---\n\nb\n$$').slides.length).toBe(2);
    const { blocks, notes } = parse('$$\na\nNote: secret $$');
    expect(JSON.stringify(blocks)).not.toContain('secret');
    expect(JSON.stringify(notes)).toContain('secret');
  });
});

test('a long run of dollars takes no long time', () => {
  for (const text of ['$a ', '$', '$$a ', '\\text{$', '$a{'])
    expect(parse(text.repeat(5_000)).said).toEqual([]);
});
