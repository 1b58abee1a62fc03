import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readYaml } from '../../../src/config/yaml-tree.js';
import { told } from '../../support/told.js';
import { deckYaml, read, source } from '../../support/written.js';

describe('text that is not YAML', () => {
  test.each([
    ['title: Deploy: the talk', 'a second `: ` stands in the value'],
    ['\ttitle: x', 'a line is indented with a tab'],
    ['title: @ada', 'a value may not start with `@`'],
    ['footer: %a', 'a value may not start with `%`'],
    ['title: `code`', 'a value may not start with ```'],
    ["title: 'it's'", 'something follows the closing quote'],
    ['title: "never closed', 'a quote is not closed'],
    ['authors: [Ada', 'flow sequence'],
    ['title: !secret x', 'a value has a tag that is not known'],
    ['a: b\n---\nc: d', 'more than one document'],
    ['? [a]\n: b', 'keys must be strings'],
  ])('%j is told once, in the words of an author', async (text, what) => {
    const { diagnostics } = await deckYaml(text);
    expect(diagnostics.map((one) => one.code)).toEqual(['deck/bad-yaml']);
    expect(diagnostics[0]?.message).toContain(what);
    expect(diagnostics[0]?.message).toMatch(/^`deck.yaml` is not YAML: .*[^.]\.$/);
  });

  test('has its place in the file, below the first line of front matter', async () => {
    const text = '---\nlang: en\ntitle: Deploy: the talk\n---\n# Hi\n';
    const { diagnostics, bodyStart } = await read('talk.md', text);
    expect(text.slice(0, diagnostics[0]?.span?.start).split('\n').length).toBe(3);
    expect(text.slice(bodyStart)).toBe('# Hi\n');
  });

  test('gets a hint where it is Markdown below a divider on the first line', async () => {
    const { diagnostics } = await read('talk.md', '---\n# Hi\n\n- a\nb: c\n\n---\n# Ho\n');
    expect(diagnostics[0]?.code).toBe('deck/bad-yaml');
    const lost = await read('talk.md', '---\n# Hi\n\n---\n# Ho\n');
    expect(lost.said).toEqual(['deck/only-comments @ # Hi']);
    const commented = await read('talk.md', '---\n# title: Later\n---\n# Ho\n');
    expect(commented.said).toEqual([]);
  });

  test('is told where it is no mapping', async () => {
    expect((await deckYaml('title:My talk\nlang:en\n')).said).toEqual(['deck/not-a-mapping @ title:My talk']);
    expect((await deckYaml('- a\n- b\n')).said).toEqual(['deck/not-a-mapping @ - a']);
  });

  test('is told where a key stands twice, with the first place', async () => {
    const text = 'title: a\nlang: en\ntitle: b\nhandout: { slides: 3, slides: 6 }\n';
    const { said, diagnostics, written } = await deckYaml(text);
    expect(said).toEqual(['deck/duplicate-key @ title', 'deck/duplicate-key @ slides']);
    expect(diagnostics[0]?.span?.start).toBe(text.lastIndexOf('title'));
    expect(diagnostics[0]?.related[0]?.span.start).toBe(0);
    expect(written.values.title).toBe('a');
  });

  test('is told where front matter has no end', async () => {
    expect((await read('talk.md', '---\ntitle: x\n# Hi\n')).said).toEqual([
      'deck/unclosed-front-matter @ ---',
    ]);
  });
});

describe('aliases', () => {
  test('stand for what they name, with the place of the alias', async () => {
    const text =
      'duration: &long 45m\neditions: { talk: { duration: *long }, short: { slide-time: *long } }\n';
    const { written, said } = await deckYaml(text);
    expect(said).toEqual([]);
    expect(written.editions.map((edition) => edition.values)).toEqual([
      { duration: 2700 },
      { 'slide-time': 2700 },
    ]);
    const place = written.places.get('editions.talk.duration');
    expect(text.slice(place?.start, place?.end)).toBe('*long');
  });

  test('are the place of what is wrong in what they name', async () => {
    const { said } = await deckYaml('editions: { a: &same { titel: x, days: 0 }, b: *same }\n');
    expect(said).toEqual([
      'deck/unknown-key @ titel',
      'deck/wrong-type @ 0',
      'deck/unknown-key @ *same',
      'deck/wrong-type @ *same',
    ]);
  });

  test('of nothing, and of what they stand in, are told', async () => {
    expect((await deckYaml('title: *star\n')).said).toEqual(['deck/bad-yaml @ *star']);
    expect((await deckYaml('editions: &e { talk: *e }\n')).said).toEqual(['deck/bad-yaml @ *e']);
  });

  test('that unfold without end are refused at once', async () => {
    const lines = ['a: &a [x,x,x,x,x,x,x,x,x,x]'];
    for (let level = 1; level < 12; level += 1) {
      const before = String.fromCharCode(96 + level);
      const name = String.fromCharCode(97 + level);
      lines.push(`${name}: &${name} [${`*${before},`.repeat(10)}]`);
    }
    const { diagnostics } = await deckYaml(`${lines.join('\n')}\n`);
    expect(diagnostics.map((one) => one.code)).toEqual(['deck/yaml-limit']);
  });
});

describe('settings beyond all measure', () => {
  // Each of these ends the process, or takes minutes, when the parser gets it as it is.
  test.each([
    ['lists in lists', '- '.repeat(20_000)],
    ['keys that are keys', '? '.repeat(20_000)],
    ['brackets', '['.repeat(50_000)],
    ['braces', '{a: '.repeat(50_000)],
    ['indents', Array.from({ length: 2000 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
    ['length', `title: ${'x'.repeat(1_000_001)}`],
    ['alternating marks', '- ? '.repeat(10_000)],
  ])('are refused before they are parsed: %s', async (_name, text) => {
    const { diagnostics } = await deckYaml(text);
    expect(diagnostics.map((one) => one.code)).toEqual(['deck/yaml-limit']);
  });

  test('are refused where they are merely many', async () => {
    const { diagnostics } = await deckYaml(Array.from({ length: 20_000 }, (_, n) => `k${n}: 1`).join('\n'));
    expect(diagnostics.map((one) => one.code)).toEqual(['deck/yaml-limit']);
  });

  test('do not begin at a few thousand values', async () => {
    const text = Array.from({ length: 5_000 }, (_, n) => `k${n}: 1`).join('\n');
    const tree = await readYaml(source('deck.yaml', text), { start: 0, end: text.length });
    expect(tree.diagnostics).toEqual([]);
    expect(Object.keys(tree.value.value)).toHaveLength(5_000);
  });
});

test('whatever the text, reading settings throws nothing and every place lies in the file', async () => {
  const piece = fc.constantFrom(
    'title: a\n',
    'authors: [a, b]\n',
    '  ',
    '- ',
    '? ',
    ': ',
    '&a ',
    '*a ',
    '!!str ',
    '"',
    "'",
    '{',
    '}',
    '[',
    ']',
    ',',
    '|\n',
    '>\n',
    '\n',
    '#',
    '---\n',
    '...\n',
    '%YAML 1.1\n',
    '<<: ',
    'editions:\n',
    '  talk: ',
    'modules: [x]\n',
    'handout: ',
    '\t',
    '\u{1f40b}',
    '0x1F',
    '2026-01-01',
    '~',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 12 }), async (pieces) => {
      const text = pieces.join('');
      const sources = new Map([
        ['deck.yaml', text],
        ['talk.md', `---\n${text}---\n# Hi\n`],
      ]);
      told((await deckYaml(text)).diagnostics, sources);
      const deck = await read('talk.md', sources.get('talk.md') ?? '');
      told(deck.diagnostics, sources);
      for (const span of deck.written.places.values()) expect(span.end).toBeLessThanOrEqual(text.length + 13);
    }),
    { numRuns: 500 },
  );
});
