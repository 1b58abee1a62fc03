import { describe, expect, test } from 'vitest';
import type { Edition } from '../../../src/model/workshop.js';
import { prepare } from '../../support/prepared.js';

/** Slides as `number id`, `↓` before those that stand below the one before. */
function shown(edition: Edition): string[] {
  return edition.slides.map((slide) => `${slide.below ? '↓' : ''}${slide.number ?? '–'} ${slide.id}`);
}

async function slides(markdown: string): Promise<string[]> {
  return shown((await prepare({ 'talk.md': markdown })).edition());
}

describe('an edition', () => {
  const modules = {
    'why.md': '# Why {time=2m}\n\n---\n\n## Core\n\n---\n\n## Extra {tier=optional time=3m}',
    'how.md':
      '# How {time=4m}\n\n---\n\n## Long {editions="long" time=8m}\n\n---\n\n## Both {editions="long, short"}',
  };
  const deck = (editions: string) => `title: Cuts\nmodules: [why.md, how.md]\neditions:\n${editions}\n`;

  test('is the modules in order, without what is optional or for others', async () => {
    const { edition, said } = await prepare({
      'deck.yaml': deck('  long: { tier: all }\n  short: { modules: [how.md, why.md] }\n  third: {}'),
      ...modules,
    });
    expect(shown(edition('long'))).toEqual(['1 why', '2 core', '3 extra', '4 how', '5 long', '6 both']);
    expect(shown(edition('short'))).toEqual(['1 how', '2 both', '3 why', '4 core']);
    expect(shown(edition('third'))).toEqual(['1 why', '2 core', '3 how']);
    expect(said).toEqual([]);
  });

  test('may override settings, and stands in a folder of its own unless it is the first', async () => {
    const { edition } = await prepare({
      'deck.yaml': deck('  long: { title: The long one }\n  short: { lang: de }'),
      ...modules,
    });
    expect([edition('long').title, edition('short').title]).toEqual(['The long one', 'Cuts']);
    expect(edition('short').settings.lang).toBe('de');
    const base = edition('long').folder;
    expect(edition('short').folder).toBe(`${base}/short`);
  });

  test('may plan a time for a module, which counts instead of its slides’', async () => {
    const { edition } = await prepare({
      'deck.yaml':
        'modules: [why.md, { file: how.md, time: { short: 1m } }]\neditions: { long: { tier: all }, short: {} }\n',
      ...modules,
    });
    expect(edition('long').time).toBe((2 + 3 + 4 + 8) * 60);
    expect(edition('short').time).toBe((2 + 1) * 60);
    expect(edition('short').sections.map((section) => [section.title, section.time])).toEqual([
      ['Why', 120],
      ['How', 60],
    ]);
  });

  test('that does not exist is warned of at its name, with a hint', async () => {
    const { said, deck: prepared } = await prepare({
      'deck.yaml': deck('  long: {}\n  short: {}'),
      'why.md': '# Why {editions=shrot}',
      'how.md': '# How\n\nx {editions=long}',
    });
    expect(said).toEqual(['slide/unknown-edition @ editions=shrot']);
    expect(prepared.diagnostics[0]?.hint).toBe('Did you mean `short`?');
  });

  test('cuts blocks, items of lists, notes and what is inside them', async () => {
    const { edition } = await prepare({
      'deck.yaml': 'modules: [a.md]\neditions: { long: { tier: all }, short: {} }\n',
      'a.md': [
        '# a',
        'b {tier=optional}',
        '- c\n- d {tier=optional}\n- e {editions=long}',
        '- f {tier=optional}',
        '::: tip {editions=long}\ng\n:::',
        '::: columns\n::: column\nh {tier=optional}\n\ni\n:::\n:::',
        'Note: j {tier=optional}\n\nk',
      ].join('\n\n'),
    });
    const words = (name: string) =>
      JSON.stringify(edition(name).slides)
        .match(/"text":"(\w)"/g)
        ?.join('');
    expect(
      words('short')
        ?.replace(/[^a-z]/g, '')
        .replaceAll('text', ''),
    ).toBe('acik');
    expect(
      words('long')
        ?.replace(/[^a-z]/g, '')
        .replaceAll('text', ''),
    ).toBe('abcdefghijk');
  });

  test('has no slide of which everything is for others, unless it has settings of its own', async () => {
    expect(await slides('# a\n\n---\n\nb {tier=optional}\n\nNote: c\n\n----\n\nd')).toEqual([
      '1 a',
      '2 slide',
    ]);
    expect(
      await slides('# a\n\n---\n\n<!-- slide: background=teal -->\n\nb {tier=optional}\n\n---\n\nNote: c'),
    ).toEqual(['1 a', '2 slide', '3 slide-2']);
  });

  test('without a slide is an error', async () => {
    const { said, deck: prepared } = await prepare({ 'talk.md': '---\ntitle: x\n---\n\n# a {hidden}' });
    expect(said.map((one) => one.split(' ')[0])).toEqual(['deck/empty']);
    expect(prepared.editions).toEqual([]);
  });
});

describe('slides', () => {
  test('are counted over all that count, stacks included', async () => {
    expect(
      await slides(
        '# a\n\n---\n\n## b {uncounted}\n\n---\n\n## c\n\n----\n\n## d\n\n---\n\n## e {visibility=uncounted}\n\n---\n\n## f {print=no}\n\n---\n\n## g {hidden}\n\n---\n\n## h',
      ),
    ).toEqual(['1 a', '– b', '2 c', '↓3 d', '– e', '4 f', '5 h']);
  });

  test.each([
    '{hidden}',
    '{hidden=true}',
    '{hidden=yes}',
    '{visibility=hidden}',
    '{data-visibility="hidden"}',
    '<!-- slide: hidden -->',
    '<!-- .slide: data-visibility="hidden" -->',
    '<!-- .slide: hidden -->',
    '{tier=optional}',
  ])('with %s are left out', async (mark) => {
    expect(await slides(`# a\n\n---\n\n## b ${mark}\n\nc\n\n---\n\n## d`)).toEqual(['1 a', '2 d']);
  });

  test('with `print=no` or `print=false` are left out on paper', async () => {
    const { edition } = await prepare({
      'talk.md': '# a\n\n---\n\n# b {print=no}\n\n---\n\n# c {print=false}\n\n---\n\n# d {print=yes}',
    });
    expect(edition().slides.map((slide) => slide.print)).toEqual([true, false, false, true]);
  });

  test('with `hidden=false` stay', async () => {
    expect(await slides('# a\n\n---\n\n## b {hidden=false}')).toEqual(['1 a', '2 b']);
  });

  test('below one that is cut move up: never below a slide they have nothing to do with', async () => {
    expect(await slides('# a\n\n---\n\n# b {hidden}\n\n----\n\n# c\n\n----\n\n# d')).toEqual([
      '1 a',
      '2 c',
      '↓3 d',
    ]);
    expect(await slides('# a\n\n----\n\n# b {hidden}\n\n----\n\n# c')).toEqual(['1 a', '↓2 c']);
    expect(await slides('# a {hidden}\n\n----\n\n# b\n\n---\n\n# c')).toEqual(['1 b', '2 c']);
    expect(await slides('# a {hidden}\n\n---\n\n# b\n\n----\n\n# c')).toEqual(['1 b', '↓2 c']);
  });

  test('know their title, and the deck falls back to the first one', async () => {
    const { edition } = await prepare({
      'talk.md': 'x\n\n---\n\n## A `b` *c* ![d](data:image/png;base64,) & e {#i}',
    });
    expect(edition().title).toBe('A b c d & e');
    expect(edition().slides.map((slide) => slide.title)).toEqual([null, 'A b c d & e']);
    expect((await prepare({ 'talk.md': 'x' })).edition().title).toBe('talk');
  });
});

describe('ids', () => {
  test('come from titles, with `-2` in order, and explicit ones win wherever they stand', async () => {
    expect(
      await slides('## A b\n\n---\n\n## A b\n\n---\n\n## c {#a-b}\n\n---\n\n## A b\n\n---\n\n## d {#a-b-3}'),
    ).toEqual(['1 a-b-2', '2 a-b-4', '3 a-b', '4 a-b-5', '5 a-b-3']);
  });

  test('of blocks and words are taken as well', async () => {
    expect(
      await slides('## Port\n\nx {#port}\n\n- y {#list}\n\n---\n\n## List\n\n[z]{#z}\n\n---\n\n## Z'),
    ).toEqual(['1 port-2', '2 list-2', '3 z-2']);
  });

  test('are made of letters of any script, and never start with a digit', async () => {
    expect(
      await slides('## 3 Gründe!\n\n---\n\n## 日本 語\n\n---\n\n## ✨\n\n---\n\nx\n\n---\n\n## Ａ①'),
    ).toEqual(['1 s-3-gründe', '2 日本-語', '3 slide', '4 slide-2', '5 a1']);
  });

  test('written twice are an error that names both places', async () => {
    const { said, deck } = await prepare({ 'talk.md': '# a {#x}\n\n---\n\n# b {#y}\n\n---\n\n# c {#x}' });
    expect(said).toEqual(['slide/duplicate-id @ x']);
    const [one] = deck.diagnostics;
    expect([one?.related[0]?.span.start, one?.span?.start]).toEqual([6, 36]);
    expect(deck.editions).toEqual([]);
  });

  test('of a file that is included twice step aside', async () => {
    const { edition, said } = await prepare({
      'talk.md': '# a\n\n::: include b.md\n\n::: include b.md',
      'b.md': '## b {#x}\n\n---\n\n## c',
    });
    expect(shown(edition())).toEqual(['1 a', '2 x', '3 c', '4 x-2', '5 c-2']);
    expect(said).toEqual([]);
  });
});

describe('sections', () => {
  test('begin at `#`; the title slide’s own has no number', async () => {
    const { edition } = await prepare({
      'talk.md': '# Talk\n\n---\n\n## a\n\n---\n\n# One\n\n---\n\n## b\n\n----\n\n## c\n\n---\n\n# Two',
    });
    expect(edition().sections.map(({ number, title, id }) => [number, title, id])).toEqual([
      [null, 'Talk', 'talk'],
      [1, 'One', 'one'],
      [2, 'Two', 'two'],
    ]);
    expect(edition().slides.map((slide) => slide.section)).toEqual([0, 0, 1, 1, 1, 2]);
  });

  test('are none before the first `#`', async () => {
    const { edition } = await prepare({ 'talk.md': '## a\n\n---\n\n# One\n\n---\n\n## b' });
    expect(edition().slides.map((slide) => slide.section)).toEqual([null, 0, 0]);
    expect(edition().sections[0]?.number).toBe(1);
  });
});

describe('layouts', () => {
  test.each([
    ['# a', 'section'],
    ['## a', 'statement'],
    ['## a\n\nb', 'content'],
    ['```js\na\n```', 'code'],
    ['## a\n\n> b', 'quote'],
    ['::: quote {by=c}\nb\n:::', 'quote'],
    ['| a |\n| - |', 'table'],
    ['::: columns\n::: column\na\n:::\n:::', 'two-columns'],
    ['![a](data:image/png;base64,)', 'image'],
    ['## a {layout=end}', 'end'],
    ['## a\n\n```js\na\n```\n\nNote: b\n', 'code'],
    ['## a\n\n```js\na\n```\n\n::: notes\nb\n:::\n', 'code'],
    ['x', 'content'],
  ])('%j is a slide of the layout %s', async (markdown, layout) => {
    const { edition } = await prepare({ 'talk.md': `# Talk\n\n---\n\n${markdown}` });
    expect(edition().slides.map((slide) => slide.layout)).toEqual(['title', layout]);
  });
});
