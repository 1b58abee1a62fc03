import { describe, expect, test } from 'vitest';
import { type Grammar, revealGrammar } from '../../../src/parse/grammar.js';
import { attributesOf, outline, parse as parseOwn } from '../../support/parsed.js';

type Reveal = Partial<NonNullable<Grammar['reveal']>>;
const pattern = (text: string) => ({ pattern: text, place: null });

function parse(text: string, reveal: Reveal = {}) {
  return parseOwn(text, 0, {
    ...revealGrammar,
    reveal: { separator: null, vertical: null, notes: null, ...reveal },
  });
}

/** Slides as their text, `↓` before those that stand below the one before. */
function cut(text: string, reveal: Reveal = {}): string[] {
  const { slides, under } = parse(text, reveal);
  return slides.map((slide) => `${slide.below ? '↓' : ''}${under(slide)}`);
}

/** What is on the only slide and what is in its notes. */
function heard(
  text: string,
  reveal: Reveal = {},
): { slide: string[]; notes: string[]; said: readonly string[] } {
  const { slide, said } = parse(text, reveal);
  return { slide: outline(slide.blocks), notes: outline(slide.notes), said };
}

describe('in the dialect of reveal.js', () => {
  test('three hyphens divide and four put the next slide below, under text as well', () => {
    expect(cut('Title\n---\nTwo\n----\nThree\n\n---\n\nFour')).toEqual(['Title', 'Two', '↓Three', 'Four']);
    expect(parse('Title\n---\nTwo').said).toEqual([]);
    expect(outline(parse('Title\n---\nTwo').slides[0]?.blocks ?? [])).toEqual(['paragraph: Title']);
  });

  test('hyphens under the lines of a list, a quote or HTML divide', () => {
    expect(cut('- a\n---\n> b\n---\n<div>\nc\n---\n</div>')).toEqual(['- a', '> b', '<div>\nc', '</div>']);
  });

  test.each([' ---', '***', '___', '- - -', '-----', '--'])('%j does not divide', (line) => {
    expect(cut(`a\n\n${line}\n\nb`)).toHaveLength(1);
  });

  test('blanks behind the hyphens are no reason not to divide, and are told', () => {
    expect(cut('a\n\n--- \n\nb')).toEqual(['a', 'b']);
    expect(parse('a\n\n--- \n\nb').said).toEqual(['dialect/reads-otherwise @ --- ']);
  });

  test.for([
    ['<code data-trim>', ['<code data-trim>']],
    ['<CODE class="a"\nDATA-NOESCAPE data-trim>', ['<CODE class="a"\nDATA-NOESCAPE data-trim>']],
    ['<code>a</code> <code data-line-numbers="1">', ['<code data-line-numbers="1">']],
    ['<code <code data-trim>', ['<code <code data-trim>']],
    ['<code data-trim><code data-noescape>', ['<code data-trim>']],
    ['<code data-trimmed>', []],
    ['<code xdata-trim>', []],
    ['<codex data-trim>', []],
    ['<b data-trim><code>', []],
    ['<code>data-trim >', []],
  ] as const)('what the plugin for code would do with %j is told: %j', ([html, told]) => {
    const { said } = parse(`<pre>${html}</pre>`);
    expect(said).toEqual(told.map((one) => `dialect/not-heeded @ ${one}`));
  });

  test('line ends of other systems change nothing', () => {
    expect(cut('a\n---\nb', { separator: pattern('\\r\\n---\\r\\n') })).toEqual(['a', 'b']);
  });

  test.each([
    ['a fence', '```yaml\na: 1\n---\nb: 2\n```'],
    ['a fence of tildes', '~~~\n---\n~~~'],
    ['a comment', '<!--\n---\n-->'],
    ['`<pre>`', '<pre>\na\n\n---\n\n</pre>'],
    ['a script', '<script>\nlet a;\n---\n</script>'],
  ])('nothing divides %s, and it is told where reveal.js would', (_, text) => {
    const { slides, said } = parse(`a\n\n${text}\n\nb`);
    expect(slides).toHaveLength(1);
    expect(said).toEqual(['dialect/reads-otherwise @ ---']);
  });

  test('a fence that is never closed ends with its slide', () => {
    expect(cut('```\na\n---\n```bash\nb\n```\n---\nc')).toEqual(['```\na', '```bash\nb\n```', 'c']);
    expect(cut('```\na\n---\nb')).toEqual(['```\na', 'b']);
  });

  test('a longer fence around shorter ones is one fence', () => {
    expect(cut('````markdown\n```js\n---\n```\n````\n\nb')).toHaveLength(1);
  });

  test('places are exact on every slide', () => {
    const { slides, under } = parse('# One\n\n---\n\n## Two\n\n- a *b*\n\nNote: n\n----\ntext `c`');
    expect(slides.map((slide) => slide.blocks.map(under))).toEqual([
      ['# One'],
      ['## Two', '- a *b*'],
      ['text `c`'],
    ]);
    expect(slides[1]?.notes.map(under)).toEqual(['n']);
  });

  test('links find their addresses on other slides', () => {
    const { slides } = parse('[a][b]\n---\n[b]: https://example.org');
    expect(outline(slides[0]?.blocks ?? [])).toEqual(['paragraph: [link https://example.org a]']);
  });

  test('an empty slide is left out, with a warning', () => {
    const { slides, said } = parse('a\n\n---\n\n---\n\nb');
    expect([slides.length, said]).toEqual([2, ['slide/empty @ ---']]);
  });
});

test('a section in HTML makes no slide, which is told', () => {
  const { slides, said } = parse('<section>\n\n## a\n\n</section>');
  expect([slides.length, said]).toEqual([1, ['dialect/reads-otherwise @ <section']]);
});

describe('separators of the author', () => {
  test('are searched for as reveal.js does: all at once, and told apart by what was found', () => {
    const text = 'a\n\n\nb\n\n\n\nc\n---\nd';
    expect(cut(text, { separator: pattern('\\n\\n\\n\\n'), vertical: pattern('\\n\\n\\n') })).toEqual([
      'a',
      '↓b',
      'c\n---\nd',
    ]);
  });

  test('may be comments, or lines of other signs', () => {
    expect(
      cut('a\n<!--s-->\nb\n<!--v-->\nc', { separator: pattern('<!--s-->'), vertical: pattern('<!--v-->') }),
    ).toEqual(['a', 'b', '↓c']);
    expect(cut('a\n##==##\nb\n---\nc', { separator: pattern('##==##') })).toEqual(['a', 'b\n---\nc']);
  });

  test('leave the default of the other one alone, or switch it off', () => {
    expect(cut('a\n===\nb\n----\nc', { separator: pattern('^===$') })).toEqual(['a', 'b', '↓c']);
    expect(cut('a\n\n----\n\nb', { vertical: false })).toHaveLength(1);
  });

  test('divide where they only look ahead', () => {
    expect(cut('# a\n\nx\n# b', { separator: pattern('^(?=# )') })).toEqual(['# a\n\nx', '# b']);
  });

  test('do not divide fences', () => {
    expect(cut('a\n```\n\n\n\n```\nb', { separator: pattern('\\n\\n\\n') })).toHaveLength(1);
  });

  test('are given up when they take too long', () => {
    const { slides, said } = parse(`# a\n\n${'-'.repeat(40)}x`, { separator: pattern('^(-+)+$') });
    expect([slides, said]).toEqual([[], ['dialect/slow-separator']]);
  });
});

describe('notes in the dialect of reveal.js', () => {
  test.each(['Note:', 'note:', 'Notes:', 'NOTES:'])('begin at %s', (mark) => {
    expect(heard(`a\n\n${mark} b`)).toEqual({ slide: ['paragraph: a'], notes: ['paragraph: b'], said: [] });
  });

  test('go on at a second mark, which is told', () => {
    const { slide, notes, said } = heard('a\n\nNote: b\n\nNote: c');
    expect({ slide, notes }).toEqual({ slide: ['paragraph: a'], notes: ['paragraph: b', 'paragraph: c'] });
    expect(said).toEqual(['dialect/reads-otherwise @ Note:']);
  });

  test('may be indented, which is told', () => {
    expect(heard('a\n\n  Note: b')).toEqual({
      slide: ['paragraph: a'],
      notes: ['paragraph: b'],
      said: ['dialect/reads-otherwise @ Note:'],
    });
    expect(heard('- a\n  Note: b').notes).toEqual(['paragraph: b']);
  });

  test('do not begin within a fence, which is told', () => {
    expect(heard('```\nx\nNote: b\n```\nc')).toEqual({
      slide: ['code: "x\\nNote: b"', 'paragraph: c'],
      notes: [],
      said: ['dialect/reads-otherwise @ Note:'],
    });
  });

  test('do not begin at a word that ends in `note:`, which is told', () => {
    expect(heard('ssnote: x')).toEqual({
      slide: ['paragraph: ssnote: x'],
      notes: [],
      said: ['dialect/reads-otherwise @ ssnote:'],
    });
  });

  test('begin at the mark of the author, and only there', () => {
    const notes = pattern('^\\?\\?\\?');
    expect(heard('a\n\nNote: shown\n\n???\nb\n???\nc', { notes })).toEqual({
      slide: ['paragraph: a', 'paragraph: Note: shown'],
      notes: ['paragraph: b', 'paragraph: c'],
      said: ['dialect/reads-otherwise @ ???'],
    });
    expect(heard('a\n```\n???\n```', { notes }).notes).toEqual([]);
    expect(heard('see the notes: b', { notes: pattern('notes?:') }).notes).toEqual(['paragraph: b']);
  });
});

describe('marks that mean something else in reveal.js', () => {
  test.each([
    ['a pause', '. . .'],
    ['a formula', 'costs $5 or $6$'],
    ['an emoji', ':rocket:'],
    ['marked words', '==marked=='],
    ['subscript', 'H~2~O'],
    ['superscript', 'x^2^'],
    ['a word in braces', 'GET /users/{id}'],
    ['colons', '::: unknown'],
    ['a block that is not closed', '::: tip'],
  ])('%s is text', (_, text) => {
    expect(heard(text)).toEqual({ slide: [`paragraph: ${text}`], notes: [], said: [] });
  });

  test('a comment is nothing, an asterisk a plain list, and YAML in the middle text', () => {
    expect(heard('<!-- text -->\n\n* item')).toEqual({
      slide: ['list', '  item', '    plain: item'],
      notes: [],
      said: [],
    });
    expect(cut('a\n\n---\nkey: value\n---\n\nb')).toEqual(['a', 'key: value', 'b']);
  });

  test('steps behind the language are steps, in both notations', () => {
    for (const info of ['js [1|2-3]', 'js {1|2-3}']) {
      const [code] = parse(`\`\`\`${info}\na\nb\nc\n\`\`\``).blocks;
      expect(code).toMatchObject({ language: 'js', steps: [[1], [2, 3]] });
    }
    expect(parse('```js [5: 1|2-3]\na\nb\nc\n```').blocks[0]).toMatchObject({ from: 5, numbered: true });
  });

  test('our own blocks, attributes and private boxes work where they are whole', () => {
    expect(heard('::: tip\na\n:::\n\nb {.big}\n\n::: notes\nc\n:::').slide).toEqual([
      'tip!',
      '  paragraph: a',
      'paragraph {.big}: b',
      ':::notes',
      '  paragraph: c',
    ]);
    expect(parse('::: notes\nsecret').said).toEqual(['block/unclosed @ ::: notes']);
  });

  test('strikethrough stays', () => {
    expect(outline(parse('~~a~~ ~b~').blocks)).toEqual(['paragraph: [del a] [del b]']);
  });
});

describe('comments of reveal.js', () => {
  test('about the slide may stand anywhere on it, with or without all their quotes and blanks', () => {
    const at = (text: string) => attributesOf(parse(text).slide.attributes);
    expect(at('a\n\n<!-- .slide: data-background="#f00" class="x" data-auto-animate -->\n\nb')).toBe(
      ' {.x data-background=#f00 data-auto-animate}',
    );
    expect(at('a <!-- .slide: class="x"data-state="y" -->')).toBe(' {.x data-state=y}');
    expect(at('<!-- .slide: class="x", data-transition="fade"; -->\na')).toBe(' {.x data-transition=fade}');
    expect(at('<!-- .slide: data-timing="120" -->\na')).toBe(' {time=120s}');
    expect(at('<!-- .element: class="x" -->\na')).toBe(' {.x}');
  });

  test('say so where something in them cannot be read', () => {
    expect(parse('a\n\n<!-- .slide: class="x" & y -->').said).toEqual(['comment/unread @ & y']);
    expect(parse('a\n\n<!-- .slide: nothing & more -->').said).toEqual(['comment/unread @ nothing & more']);
  });

  const mark = '<!-- .element: class="fragment" -->';
  test.each([
    ['a heading', `## a ${mark}`, ['h2: [span {.fragment} a]']],
    ['a paragraph', `a\n${mark}`, ['paragraph {.fragment}: a']],
    ['a link', `see [a](#b) or so ${mark}`, ['paragraph: see [link #b {.fragment} a] or so']],
    ['code', `a \`b\` ${mark}`, ['paragraph: a [code b {.fragment}]']],
    ['a picture', `![](a.png) ${mark}`, ['paragraph: [image a.png {.fragment}]']],
    [
      'the item of a list',
      `- a ${mark}\n- b`,
      ['list', '  item {.fragment}', '    plain: a', '  item', '    plain: b'],
    ],
    [
      'the last item of a list above',
      `- a\n- b\n${mark}`,
      ['list', '  item', '    plain: a', '  item {.fragment}', '    plain: b'],
    ],
    ['a list above a blank line', `- a\n\n${mark}`, ['list {.fragment}', '  item', '    plain: a']],
    ['a cell', `| a ${mark} | b |\n|---|---|`, ['table', '  a {.fragment} | b']],
    [
      'what comes before it without a colon',
      'a\n<!-- .element class="fragment" -->',
      ['paragraph {.fragment}: a'],
    ],
  ])('about an element may mean %s', (_, text, expected) => {
    expect(outline(parse(text).blocks)).toEqual(expected);
  });
});
