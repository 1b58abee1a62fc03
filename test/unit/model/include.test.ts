import { describe, expect, test } from 'vitest';
import { outline } from '../../support/parsed.js';
import { prepare } from '../../support/prepared.js';

describe('an include', () => {
  test('between slides brings whole slides, where it stands', async () => {
    const { edition, said } = await prepare({
      'talk.md': '# a\n\n::: include parts/b.md\n\n## e\n\n----\n\n::: include parts/b.md\n',
      'parts/b.md': '---\ntitle: B\nlang: de\n---\n\n## b\n\n----\n\n## c',
    });
    expect(edition().slides.map((slide) => `${slide.below ? '↓' : ''}${slide.title} ${slide.lang}`)).toEqual([
      'a null',
      'b de',
      '↓c de',
      'e null',
      '↓b de',
      '↓c de',
    ]);
    expect(said).toEqual([]);
  });

  test('takes what a comment above it says of its first slide; what hides or limits is said of all', async () => {
    const { edition, said } = await prepare({
      'talk.md':
        '# a\n\n---\n\n<!-- slide: layout=code .x #own -->\n\n::: include b.md\n\n---\n\n<!-- slide: hidden -->\n\n::: include d.md\n',
      'b.md': '## b {#b layout=quote}\n\n---\n\n## c',
      'd.md': '## d\n\n---\n\n## e',
    });
    expect(
      edition().slides.map(({ title, id, layout, attributes }) => [title, id, layout, attributes.classes]),
    ).toEqual([
      ['a', 'a', 'title', []],
      ['b', 'b', 'quote', ['x']],
      ['c', 'c', 'statement', []],
    ]);
    expect(said).toEqual([]);
  });

  test('is followed by notes and a comment about its last slide', async () => {
    const { edition, rendered, said } = await prepare({
      'talk.md':
        '# a\n\n::: include b.md\n\n<!-- slide: time=2m .x -->\n\nNote: of c[^1]\n\n---\n\n## d\n\n[^1]: A source.\n',
      'b.md': '## b\n\n---\n\n## c\n\nNote: own',
    });
    expect(edition().slides.map(({ title, attributes }) => [title, attributes.classes])).toEqual([
      ['a', []],
      ['b', []],
      ['c', ['x']],
      ['d', []],
    ]);
    const notes = rendered().slides.map((slide) => slide.notesHtml);
    expect(notes[1]).toBe('');
    expect(notes[2]).toMatch(/own[\s\S]*of c[\s\S]*A source\./);
    expect(said).toEqual([]);
  });

  test('makes no slide of notes where it brings none', async () => {
    const { edition, said } = await prepare({
      'talk.md': '# a\n\n::: include b.md\n\nNote: kept',
      'b.md': '<!-- nothing yet -->',
    });
    expect(edition().slides.map(({ title }) => title)).toEqual(['a']);
    expect(JSON.stringify(edition().slides[0]?.notes)).toContain('kept');
    expect(said).toEqual([]);
  });

  test('finds files relative to the file it stands in', async () => {
    const { edition } = await prepare({
      'talk.md': '# a\n\n::: include one/b.md',
      'one/b.md': '## b\n\n::: include two/c.md\n\n```yaml file=two/d.yaml\n```',
      'one/two/c.md': '## c\n\n::: tip\n::: include ../../e.md\n:::',
      'one/two/d.yaml': 'd: 1\n',
      'e.md': '---\nlang: en\n---\ne **f**\n',
    });
    expect(edition().slides.map((slide) => [slide.title, ...outline(slide.blocks)])).toEqual([
      ['a'],
      ['b'],
      ['c', 'tip!', '  paragraph: e [strong f]'],
      [null, 'code: "d: 1"'],
    ]);
  });

  test('brings a file that is shown as code as well', async () => {
    const { rendered, said } = await prepare({
      'talk.md': '---\ntitle: t\n---\n```markdown file=b.md\n```\n\n::: {.result}\n::: include b.md\n:::\n',
      'b.md': 'b **c**\n',
    });
    expect(rendered().slides[0]?.html).toContain('<p>b <strong>c</strong></p>');
    expect(said).toEqual([]);
  });

  test('is cut as a whole where it says so', async () => {
    const { edition, said } = await prepare({
      'deck.yaml': 'modules: [a.md]\neditions: { long: { tier: all }, short: {} }\n',
      'a.md':
        '# a\n\n::: include b.md {editions=long}\n\n::: include c.md {tier=optional}\n\n::: include d.md {hidden}\n\n## e\n\n::: tip\n::: include f.md {editions=long}\n:::',
      'b.md': '## b {editions="long short"}\n\n::: include g.md',
      'c.md': '## c',
      'd.md': '## d',
      'f.md': 'f',
      'g.md': '## g',
    });
    const titles = (name: string) => edition(name).slides.map((slide) => slide.title);
    expect(titles('long')).toEqual(['a', 'b', 'g', 'c', 'e']);
    expect(titles('short')).toEqual(['a', 'e']);
    expect(JSON.stringify(edition('long').slides.at(-1))).toContain('"text":"f"');
    expect(JSON.stringify(edition('short').slides.at(-1))).not.toContain('"text":"f"');
    expect(said).toEqual([]);
  });

  test('can be told nothing else', async () => {
    const { said } = await prepare({
      'talk.md': '# a\n\n::: include b.md {layout=code editions=x}',
      'b.md': '## b',
    });
    expect(said).toEqual(['attribute/unknown @ layout=code', 'slide/unknown-edition @ editions=x']);
  });

  test('inside a block brings content only: several slides are an error', async () => {
    const { said } = await prepare({
      'talk.md': '# a\n\n::: tip\n::: include b.md\n:::',
      'b.md': 'b\n\n---\n\nc',
    });
    expect(said).toEqual(['include/slides-in-block @ ::: include b.md']);
  });

  test('inside a block keeps what the speaker alone should see with the speaker', async () => {
    const { rendered } = await prepare({
      'talk.md': '# a\n\n::: tip\n::: include b.md\n:::',
      'b.md': 'shown\n\nNote: secret',
    });
    expect(rendered().slides[0]?.html).not.toContain('secret');
    expect(rendered().slides[0]?.notesHtml).toContain('secret');
  });

  test('inside a block stays cut, hidden and named as its file says', async () => {
    const { edition, said } = await prepare({
      'talk.md': '# a\n\n::: tip\n::: include b.md\n:::\n\n::: hint\n::: include c.md\n::: include d.md\n:::',
      'b.md': '## b {#x .c}\n\ne',
      'c.md': '## hidden {hidden}',
      'd.md': '## optional {tier=optional}\n\noptional',
    });
    expect(outline(edition().slides[0]?.blocks ?? [])).toEqual([
      'tip!',
      '  :::div {#x .c}',
      '    h2: b',
      '    paragraph: e',
      ':::hint',
    ]);
    expect(said).toEqual([]);
  });

  test.each([
    ['itself', { 'talk.md': '# a\n\n::: include talk.md' }, '::: include talk.md'],
    [
      'one that includes it',
      {
        'talk.md': '# a\n\n::: include b.md',
        'b.md': '## b\n\n::: include c.md',
        'c.md': '## c\n\n::: include b.md',
      },
      '::: include b.md',
    ],
    [
      'one that includes it, in blocks',
      { 'talk.md': '# a\n\n::: tip\n::: include b.md\n:::', 'b.md': '::: tip\n::: include b.md\n:::' },
      '::: include b.md',
    ],
  ])('of %s is an error that shows the way', async (_what, files, place) => {
    const { said, deck } = await prepare(files);
    expect(said).toEqual([`include/circular @ ${place}`]);
    expect(deck.diagnostics[0]?.message).toMatch(/(\w+\.md) → .*\1\.$/);
  });

  test('twice in different places is no circle', async () => {
    const { said } = await prepare({
      'talk.md': '# a\n\n::: include b.md\n\n::: include c.md',
      'b.md': '## b\n\n::: include c.md',
      'c.md': '## c',
    });
    expect(said).toEqual([]);
  });

  test('that is missing is an error at its place, and so is one that is not text', async () => {
    const { said } = await prepare({
      'talk.md': '# a\n\n::: include b.md\n\n::: include c.md',
      'c.md': new Uint8Array([0x23, 0x20, 0xff, 0xfe, 0x0a]),
    });
    expect(said.map((one) => one.split(' @ ')[0])).toEqual(['path/missing', 'text/not-utf8']);
    expect(said[0]).toContain('@ ::: include b.md');
  });
});
