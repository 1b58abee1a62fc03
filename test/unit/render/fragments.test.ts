import { describe, expect, test } from 'vitest';
import { effects } from '../../../src/render/fragments.js';
import { slideStates } from '../../../src/render/steps.js';
import { drawn, prepare } from '../../support/prepared.js';

const slide = (markdown: string) => drawn(`## T\n\n${markdown}`);

/** Elements that wait for a click, in order: their tag, classes and index. */
function fragments(html: string): string[] {
  return [...html.matchAll(/<(\w+)([^>]*)>/g)].flatMap(([, tag, rest = '']) => {
    const names = /class="([^"]*)"/.exec(rest)?.[1]?.split(' ') ?? [];
    if (!names.includes('fragment')) return [];
    const index = /data-fragment-index="(\d+)"/.exec(rest)?.[1];
    const effect = names.find((name) => effects.includes(name));
    return [[tag, effect, index].filter((part) => part !== undefined).join(' ')];
  });
}

describe('a fragment', () => {
  test.each([
    ['words {.fragment .fade-up step=2}', 'p fade-up 1'],
    ['### words {.fragment .fade-up step=2}', 'h2 fade-up 1'],
    ['- words {.fragment .fade-up step=2}', 'li fade-up 1'],
    ['- words\n{.fragment .fade-up step=2}', 'ul fade-up 1'],
    ['[words]{.fragment .fade-up step=2}', 'span fade-up 1'],
    ['*words*{.fragment .fade-up step=2} more', 'em fade-up 1'],
    ['**words**{.fragment .fade-up step=2} more', 'strong fade-up 1'],
    ['`words`{.fragment .fade-up step=2} more', 'code fade-up 1'],
    ['[words](#t){.fragment .fade-up step=2}', 'a fade-up 1'],
    ['a ![words](data:image/png;base64,AA){.fragment .fade-up step=2} b', 'img fade-up 1'],
    ['> words\n{.fragment .fade-up step=2}', 'blockquote fade-up 1'],
    ['| a |\n|---|\n| b {.fragment .fade-up step=2} |', 'td fade-up 1'],
    ['| a |\n|---|\n| b |\n{.fragment .fade-up step=2}', 'div fade-up 1'],
    ['```text {.fragment .fade-up step=2}\na\n```', 'figure fade-up 1'],
    ['```text\na\n```\n{.fragment .fade-up step=2}', 'figure fade-up 1'],
    ['::: tip {.fragment .fade-up step=2}\na\n:::', 'aside fade-up 1'],
    ['> [!TIP]\n> a\n{.fragment .fade-up step=2}', 'aside fade-up 1'],
    ['::: columns\n::: column {.fragment .fade-up step=2}\na\n:::\n:::', 'div fade-up 1'],
    ['::: {.box .fragment .fade-up step=2}\na\n:::', 'div fade-up 1'],
    ['::: quote {.fragment .fade-up step=2}\na\n:::', 'figure fade-up 1'],
    ['::: figure {.fragment .fade-up step=2}\na\n:::', 'figure fade-up 1'],
    ['***\n<!-- .element: class="fragment fade-up" data-fragment-index="1" -->', 'hr fade-up 1'],
    ['<p>a</p>\n<!-- .element: class="fragment fade-up" data-fragment-index="1" -->', 'div fade-up 1'],
    ['words\n<!-- .element: class="fragment fade-up" data-fragment-index="1" -->', 'p fade-up 1'],
  ])('may be %j', async (markdown, expected) => {
    expect(fragments(await slide(markdown))).toEqual([expected]);
  });

  test('is what has a step, too', async () => {
    expect(fragments(await slide('words {step=3}'))).toEqual(['p 2']);
    expect(fragments(await slide('words {step=0}'))).toEqual([]);
  });

  test('behind the title of a slide is the title, and not the slide', async () => {
    const html = await drawn('## T {.fragment .grow .dense data-id=t}\n\na');
    expect(fragments(html)).toEqual(['h1 grow']);
    expect(html).toContain('<h1 class="slide-title fragment grow" data-id="t"');
    expect(html).toContain('class="slide layout-content dense"');
  });

  test('in notes and on paper waits for nobody', async () => {
    const { rendered } = await prepare({
      'talk.md': '# T\n\n::: paper\na {.fragment}\n:::\n\nNote: b {.fragment}\n\n::: incremental\n- c\n:::\n',
    });
    const [only] = rendered().slides;
    expect(`${only?.paperHtml}${only?.notesHtml}`).not.toMatch(/"[^"]*\bfragment/);
    expect(only?.notesHtml).toContain('c');
  });
});

describe('one by one come', () => {
  test('the items of a list, and those of lists inside', async () => {
    const html = await slide('::: incremental\n- a\n  - b\n  - c\n- d\n:::');
    expect(fragments(html)).toEqual(['li', 'li', 'li', 'li']);
    expect(fragments(await slide('1. a\n   - b\n2. c\n{.incremental .fade-left}'))).toEqual([
      'li fade-left',
      'li fade-left',
      'li fade-left',
    ]);
  });

  test('blocks that are no lists, with the effect of all', async () => {
    const html = await slide('::: incremental {.fade-up}\na\n\n> b\n\n- c\n- d\n\n::: tip\ne\n:::\n:::');
    expect(fragments(html)).toEqual([
      'p fade-up',
      'blockquote fade-up',
      'li fade-up',
      'li fade-up',
      'aside fade-up',
    ]);
  });

  test('whole elements of raw HTML, and not the tags around Markdown', async () => {
    const html = await slide('::: incremental\n<p>a</p>\n\n<div class="x">\n\nb\n\n</div>\n:::');
    expect(fragments(html)).toEqual(['div', 'p']);
    expect(html.replace(/\s+/g, '')).toContain('<divclass="x"><pclass="fragment">b</p></div>');
  });

  test('the rows of a table', async () => {
    expect(fragments(await slide('| a |\n|---|\n| b |\n| c |\n{.incremental}'))).toEqual(['tr', 'tr']);
  });

  test('what stands behind pauses, in columns, items and between items', async () => {
    expect(fragments(await slide('a\n\n. . .\n\nb\n\n. . .\n\nc'))).toEqual(['div', 'div']);
    const columns = await slide('::: columns\n::: column\na\n\n. . .\n\nb\n:::\n::: column\nc\n:::\n:::');
    expect(columns).toMatch(
      /<p>a<\/p>\s*<div class="fragment pause">\s*<p>b<\/p>\s*<\/div>\s*<\/div>\s*<div class="column">/,
    );
    const item = await slide('- a\n\n  . . .\n\n  b\n- c');
    expect(item).toMatch(/<p>a<\/p>\s*<div class="fragment pause">\s*<p>b<\/p>\s*<\/div>\s*<\/li>/);
    const between = await slide('1. a\n\n. . .\n\n2. b');
    expect(between).toMatch(/<div class="fragment pause">\s*<ol start="2">/);
  });
});

describe('a stack', () => {
  test('shows its first child, and each other one on a click', async () => {
    const html = await slide('::: stack\na\n\n```text\nb\n```\n\n::: {.x .fragment .fade-up}\nc\n:::\n:::');
    expect(html.match(/<div class="stack-item[^"]*"/g)).toEqual([
      '<div class="stack-item"',
      '<div class="stack-item fragment"',
      '<div class="stack-item fragment fade-up"',
    ]);
    expect(html).toContain('<div class="x">');
  });
});

describe('states', () => {
  const shown = (html: string) =>
    slideStates(html).map((state) =>
      [...state.matchAll(/class="([^"]*)"[^>]*>(\w+)</g)].flatMap(([, names = '', words]) =>
        names.includes('current-fragment') ? [`(${words})`] : names.includes('visible') ? [words] : [],
      ),
    );

  test('come in reveal.js’ order: those with an index, then the others', () => {
    const html =
      '<p class="fragment">c</p><p class="fragment" data-fragment-index="7">b</p><p class="fragment">d</p><p class="fragment" data-fragment-index="2">a</p><p class="fragment" data-fragment-index="7">e</p>';
    expect(shown(html)).toEqual([
      [],
      ['(a)'],
      ['(b)', 'a', '(e)'],
      ['(c)', 'b', 'a', 'e'],
      ['c', 'b', '(d)', 'a', 'e'],
    ]);
  });

  test('end with everything shown, the last one in focus where that matters', async () => {
    const { rendered } = await prepare({
      'talk.md': '# T\n\na {.fragment}\n\nb {.fragment .current-visible}\n\nc {.fragment .current-visible}\n',
    });
    const html = rendered().slides[0]?.finalHtml ?? '';
    expect(html.match(/class="fragment[^"]*"/g)).toEqual([
      'class="fragment visible"',
      'class="fragment current-visible visible"',
      'class="fragment current-visible visible current-fragment"',
    ]);
  });
});
