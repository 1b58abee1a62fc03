import { describe, expect, test } from 'vitest';
import type { Block } from '../../../src/parse/ast.js';
import { htmlReferencesOf } from '../../../src/parse/html-references.js';
import { referencesOf } from '../../../src/parse/references.js';
import { childInlines, walkBlocks, walkInlines } from '../../../src/parse/walk.js';
import { type Parsed, parse } from '../../support/parsed.js';

/** The text under every block, outer ones first. */
function texts({ blocks, under }: Pick<Parsed, 'blocks' | 'under'>): string[] {
  return [...walkBlocks(blocks)].map(under);
}

describe('places are exact', () => {
  test('of slides, from their first word to their last', () => {
    const { slides, under } = parse(
      '\n\n# a\n\nNote: b  \n\n---\n\n<!-- slide: time=1m -->\n\nc\n\n  ----  \n- d\n\n',
    );
    expect(slides.map(under)).toEqual(['# a\n\nNote: b', '<!-- slide: time=1m -->\n\nc', '- d']);
  });

  test('of blocks at the top', () => {
    const all = [
      '# a {.x}',
      'b\nc {.y}',
      '- d\n  - e\n\n  f',
      '> g\n> h',
      '| i |\n| - |\n| j |',
      '```yaml\nk\n```',
      '<div>\nl\n</div>',
      '***',
      '. . .',
      '    m\n\n      n',
      'o\n===',
      '[p][q] <!-- r -->',
      '::: lines 4',
    ];
    const { blocks, under } = parse(`${all.join('\n\n')}\n\n[q]: r\n`);
    expect(blocks.map(under).map((text) => text.trimStart())).toEqual(all.map((text) => text.trimStart()));
  });

  test('of blocks inside `:::`, however deep', () => {
    const parsed = parse(
      'a\n\n::: columns\n::: column {width=40%}\n# b\n\n- c\n- d\n:::\n  ::: column\n> e\nNote: f\n  :::\n:::\n\ng',
    );
    expect(texts(parsed)).toEqual([
      'a',
      '::: columns\n::: column {width=40%}\n# b\n\n- c\n- d\n:::\n  ::: column\n> e\nNote: f\n  :::\n:::',
      '::: column {width=40%}\n# b\n\n- c\n- d\n:::',
      '# b',
      '- c\n- d',
      'c',
      'd',
      '::: column\n> e\nNote: f\n  :::',
      '> e\nNote: f',
      'e\nNote: f',
      'g',
    ]);
  });

  test('of names of blocks', () => {
    const { blocks, under } = parse('a\n\n::: columns\n:::: column {width=40%}\nb\n::::\n:::');
    const containers = [...walkBlocks(blocks)].flatMap((block) =>
      block.type === 'container' ? [block] : [],
    );
    expect(containers.map(({ nameSpan }) => under({ span: nameSpan }))).toEqual(['columns', 'column']);
  });

  test.each([
    ['## a {#i .c k=v word}', ['i', 'k=v', 'word']],
    ['x\n\na **b**{k="two words"} {l=1}', ['k="two words"', 'l=1']],
    ['<!-- slide: layout=quote time=1m -->\n\na', ['layout=quote', 'time=1m']],
    ['<!-- .slide: data-background="#f00" hidden -->\n\na', ['data-background="#f00"', 'hidden']],
    ['::: exercise {time=10m #e}\na\n:::', ['e', 'time=10m']],
    ['```yaml {2} {.x k=v} file=a.yaml l="1 2"\n```', ['k=v', 'l="1 2"']],
    ['| a |\n| - |\n{k=v}', ['k=v']],
    ['- a {k=v}\n- b\n{l=w}', ['k=v', 'l=w']],
    ['a\n\n<div><!-- x --><!-- .slide: k=v --></div>', ['k=v']],
  ])('of attributes in %j', (text, expected) => {
    const { slide, under } = parse(text);
    const found = [slide, ...walkBlocks(slide.blocks)].flatMap((node) => [
      node.attributes,
      ...('type' in node && node.type !== 'slide' ? attributesInside(node) : []),
    ]);
    const spans = found.flatMap(({ id, pairs }) => [...(id ? [id] : []), ...pairs]);
    expect(spans.map(under).sort()).toEqual([...expected].sort());
  });

  test('of everything that refers to a file', () => {
    const { file, under } = parse(
      [
        '# a {background=img/a.jpg}',
        'b ![c](d.png "e"){width=1} ![c](d.png) [f](g.zip) ![h][i]',
        '- ![j](k.png)\n- l\n\n  > ![m](n.png)',
        '| ![o](p.png) | ![o](p.png) |\n| - | - |\n| x\\|y | ![q](r.png) |',
        '::: column\n![s](t.png)\n:::',
        '```yaml {2} file="u v.yaml#w"\n```',
        '::: tip\n::: include x.md\n:::',
        '<img src="y.png">',
        '[i]: z.png',
      ].join('\n\n'),
    );
    expect(referencesOf(file).map((one) => [one.kind, one.target, under(one)])).toEqual([
      ['media', 'img/a.jpg', 'background=img/a.jpg'],
      ['media', 'd.png', '![c](d.png "e")'],
      ['media', 'd.png', '![c](d.png)'],
      ['link', 'g.zip', '[f](g.zip)'],
      ['media', 'z.png', '![h][i]'],
      ['media', 'k.png', '![j](k.png)'],
      ['media', 'n.png', '![m](n.png)'],
      ['media', 'p.png', '![o](p.png)'],
      ['media', 'p.png', '![o](p.png)'],
      ['media', 'r.png', '![q](r.png)'],
      ['media', 't.png', '![s](t.png)'],
      ['code', 'u v.yaml', 'file="u v.yaml#w"'],
      ['include', 'x.md', '::: include x.md'],
    ]);
  });

  test('of files in raw HTML, behind comments and in lists', () => {
    const { file, at, under } = parse(
      [
        '<div><!-- ä -->\n<!-- b\nc --><img src="a.png"><video poster="b.png"></video>\n</div>',
        '- d\n  <p>\n  <!-- e --> <img src="c.png">\n    <img src="d.png">\n  </p>',
        '> <p>\n> <img src="e.png">',
        'f <img src="f.png"> <img src="f.png">',
      ].join('\n\n'),
    );
    const found = htmlReferencesOf(file);
    expect(found.map(under)).toEqual(['a.png', 'b.png', 'c.png', 'd.png', 'e.png', 'f.png', 'f.png']);
    expect(found.map(at)).toEqual(['3:16', '3:38', '8:24', '9:15', '13:13', '15:13', '15:31']);
  });

  test('of diagnostics, below front matter and among letters of two units', () => {
    const head = '---\ntitle: 🚢 Ünïcode\n---\n';
    const { diagnostics, at, said } = parse(
      `${head}# 🚢 ä {time=x}\n\n「::: tip」\n\n::: 🚢\n:::\n`,
      head.length,
    );
    expect(diagnostics.map((one) => one.span && at({ span: one.span }))).toEqual(['8:1']);
    expect(said).toEqual(['block/unknown @ ::: 🚢']);
    const { slide, under } = parse(`${head}# 🚢 ä {time=x}`, head.length);
    expect(under(slide)).toBe('# 🚢 ä {time=x}');
    expect(slide.attributes.pairs.map(under)).toEqual(['time=x']);
  });
});

describe('places are on the right line', () => {
  /** Every inline and nested block whose words stand once in the text: its line, and whether the words are under it. */
  test.each([
    ['a list', '- one\n- two *three*\n  four\n\n  five\n  - six\n\n    ![seven](s.png)\n- eight'],
    ['a numbered list', '9. one\n10. two\n    three\n11. `four`'],
    ['a list with tabs', '-\tone\n\n\ttwo\n\n\t- three'],
    ['a quote', '> one\n> *two*\n>\n> - three\n>   four\n> > five'],
    ['a lazy quote', '> one\ntwo\n*three*'],
    ['a table', '| one | two |\n| --- | --- |\n| *three* | x\\|y | four |\n| five | `six` |'],
    ['an alert', '> [!TIP]\n> one *two*\n> three'],
    ['a task list', '- [x] one\n- [ ] two *three*'],
    ['a block in a list', '- one\n\n  ::: tip\n  two *three*\n\n  four\n  :::\n- five'],
    ['a fence in a quote', '> one\n> ```js\n> two\n> ```\n> three'],
  ])('in %s', (_what, text) => {
    const { blocks, under } = parse(`zero\n\n${text}\n\nlast`);
    const words = [...text.matchAll(/[a-z]{3,}/g)].map(([word]) => word);
    const found = new Map<string, string>();
    for (const block of walkBlocks(blocks)) {
      for (const inline of walkInlines(childInlines(block))) {
        if (inline.type === 'text' || inline.type === 'codespan') {
          for (const word of inline.text.match(/[a-z]{3,}/g) ?? []) found.set(word, under(inline));
        }
        if (inline.type === 'image') found.set(inline.alt, under(inline));
      }
    }
    for (const word of words.filter((one) => found.has(one))) expect(found.get(word), word).toContain(word);
    expect(found.size).toBeGreaterThan(1);
  });
});

function attributesInside(block: Block) {
  return [
    ...(block.type === 'list' ? block.items.map((item) => item.attributes) : []),
    ...[...walkInlines(childInlines(block))].map((inline) => inline.attributes),
  ];
}
