import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { describe, expect, test } from 'vitest';
import { drawnBlocks } from '../support/drawn-blocks.js';
import { drawn } from '../support/prepared.js';
import { drawnForm, specifiedForm } from './normal-form.js';

type Case = readonly [what: string, markdown: string, html: string];

const table = (head: string, ...rows: readonly string[]) =>
  `<table><thead><tr>${head}</tr></thead>${rows.length === 0 ? '' : `<tbody>${rows.map((row) => `<tr>${row}</tr>`).join('')}</tbody>`}</table>`;

/** Tables, as GitHub draws them. */
const tables: readonly Case[] = [
  [
    'with rows',
    '| Port | Ships |\n| --- | --- |\n| Kiel | 3 |\n| Riga | 4 |',
    table('<th>Port</th><th>Ships</th>', '<td>Kiel</td><td>3</td>', '<td>Riga</td><td>4</td>'),
  ],
  [
    'with columns that are aligned',
    '| a | b | c | d |\n| :-- | :-: | --: | --- |\n| e | f | g | h |',
    table(
      '<th align="left">a</th><th align="center">b</th><th align="right">c</th><th>d</th>',
      '<td align="left">e</td><td align="center">f</td><td align="right">g</td><td>h</td>',
    ),
  ],
  ['without outer pipes', 'a | b\n--- | ---\nc | d', table('<th>a</th><th>b</th>', '<td>c</td><td>d</td>')],
  ['with one hyphen a column', '|a|b|\n|-|:-|', table('<th>a</th><th align="left">b</th>')],
  ['without rows', '| a |\n| - |', table('<th>a</th>')],
  ['with one column', '| a |\n| - |\n| b |\nc', table('<th>a</th>', '<td>b</td>', '<td>c</td>')],
  [
    'with escaped pipes',
    '| a \\| b |\n| - |\n| `c \\| d` \\|\\| |',
    table('<th>a | b</th>', '<td><code>c | d</code> ||</td>'),
  ],
  [
    'with words that are marked',
    '| *a* | **b** | `c` | ~~d~~ | [e](f) |\n| - | - | - | - | - |',
    table(
      '<th><em>a</em></th><th><strong>b</strong></th><th><code>c</code></th><th><del>d</del></th><th><a href="f">e</a></th>',
    ),
  ],
  [
    'with pictures and raw HTML in cells',
    '| a |\n| - |\n| ![b](c.png) |\n| d<br>e |',
    table('<th>a</th>', '<td><img src="c.png" alt="b"></td>', '<td>d<br>e</td>'),
  ],
  [
    'with rows that are too short or too long',
    '| a | b |\n| - | - |\n| c |\n| d | e | f |',
    table('<th>a</th><th>b</th>', '<td>c</td><td></td>', '<td>d</td><td>e</td>'),
  ],
  [
    'with empty cells',
    '| a | b |\n| - | - |\n| | c |\n| d | |\n| | |',
    table('<th>a</th><th>b</th>', '<td></td><td>c</td>', '<td>d</td><td></td>', '<td></td><td></td>'),
  ],
  ['with an empty head', '| | |\n| - | - |\n| a | b |', table('<th></th><th></th>', '<td>a</td><td>b</td>')],
  [
    'that a quote ends',
    '| a |\n| - |\n| b |\n> c',
    `${table('<th>a</th>', '<td>b</td>')}<blockquote><p>c</p></blockquote>`,
  ],
  ['that a list ends', '| a |\n| - |\n| b |\n- c', `${table('<th>a</th>', '<td>b</td>')}<ul><li>c</li></ul>`],
  ['that a heading ends', '| a |\n| - |\n## b', `${table('<th>a</th>')}<h2>b</h2>`],
  ['that a rule ends', '| a |\n| - |\n| b |\n***', `${table('<th>a</th>', '<td>b</td>')}<hr>`],
  ['that a fence ends', '| a |\n| - |\n```\nb\n```', `${table('<th>a</th>')}<pre><code>b\n</code></pre>`],
  ['that a blank line ends', '| a |\n| - |\n\nb', `${table('<th>a</th>')}<p>b</p>`],
  ['in a list', '- | a |\n  | - |\n  | b |', `<ul><li>${table('<th>a</th>', '<td>b</td>')}</li></ul>`],
  [
    'in a quote',
    '> | a |\n> | - |\n> | b |',
    `<blockquote>${table('<th>a</th>', '<td>b</td>')}</blockquote>`,
  ],
  ['below words', 'a\n| b |\n| - |', `<p>a</p>${table('<th>b</th>')}`],
  ['is none where head and line differ in columns', '| a | b |\n| - |', '<p>| a | b |\n| - |</p>'],
  ['is none without the line below its head', '| a | b |\n| c | d |', '<p>| a | b |\n| c | d |</p>'],
  ['is none where the line below its head is a list', 'a | b\n- | -', '<p>a | b</p><ul><li>| -</li></ul>'],
  ['is none with other signs in the line', '| a |\n| =- |', '<p>| a |\n| =- |</p>'],
  ['is none in code', '    | a |\n    | - |', '<pre><code>| a |\n| - |\n</code></pre>'],
];

const box = (checked = false) => `<input type="checkbox" disabled=""${checked ? ' checked=""' : ''}>`;

/** Task lists, as GitHub draws them. */
const tasks: readonly Case[] = [
  [
    'with open and finished tasks',
    '- [ ] load\n- [x] weigh\n- [X] sail',
    `<ul><li>${box()} load</li><li>${box(true)} weigh</li><li>${box(true)} sail</li></ul>`,
  ],
  ['with numbers', '1. [ ] a\n2. [x] b', `<ol><li>${box()} a</li><li>${box(true)} b</li></ol>`],
  ['among other items', '* [ ] a\n* b', `<ul><li>${box()} a</li><li>b</li></ul>`],
  [
    'inside of each other',
    '- [ ] a\n  - [x] b',
    `<ul><li>${box()} a<ul><li>${box(true)} b</li></ul></li></ul>`,
  ],
  ['with words that are marked', '- [ ] *a* `b`', `<ul><li>${box()} <em>a</em> <code>b</code></li></ul>`],
  ['in a quote', '> - [x] a', `<blockquote><ul><li>${box(true)} a</li></ul></blockquote>`],
  ['are none without a blank in the box', '- [] a', '<ul><li>[] a</li></ul>'],
  ['are none without a blank behind it', '- [x]a', '<ul><li>[x]a</li></ul>'],
  ['are none with other letters in it', '- [y] a', '<ul><li>[y] a</li></ul>'],
  ['are none where words stand before', '- a [ ] b', '<ul><li>a [ ] b</li></ul>'],
  ['are none where it is escaped', '- \\[ ] a', '<ul><li>[ ] a</li></ul>'],
  ['are none outside of lists', '[ ] a', '<p>[ ] a</p>'],
];

/** Words struck out, as GitHub draws them. */
const struck: readonly Case[] = [
  ['by two tildes', 'a ~~b c~~ d', '<p>a <del>b c</del> d</p>'],
  ['by one tilde', 'a ~b c~ d', '<p>a <del>b c</del> d</p>'],
  ['over a line end', '~~a\nb~~', '<p><del>a\nb</del></p>'],
  ['inside of words', 'a~~b~~c', '<p>a<del>b</del>c</p>'],
  [
    'with marks inside',
    '~~*a* **b** `c`~~',
    '<p><del><em>a</em> <strong>b</strong> <code>c</code></del></p>',
  ],
  ['inside of marks', '*~~a~~* **~~b~~**', '<p><em><del>a</del></em> <strong><del>b</del></strong></p>'],
  ['in a heading', '## ~~a~~ b', '<h2><del>a</del> b</h2>'],
  ['are none with three tildes', 'a ~~~b~~~ c', '<p>a ~~~b~~~ c</p>'],
  ['are none with unlike ends', 'a ~~b~ c', '<p>a ~~b~ c</p>'],
  ['are none with blanks inside', 'a ~~ b ~~ c', '<p>a ~~ b ~~ c</p>'],
  ['are none over paragraphs', '~~a\n\nb~~', '<p>~~a</p><p>b~~</p>'],
  ['are none in code', '`~~a~~`', '<p><code>~~a~~</code></p>'],
  ['are none where it is escaped', '\\~\\~a\\~\\~', '<p>~~a~~</p>'],
];

const link = (words: string, href = words) => `<a href="${href}">${words}</a>`;

/** Addresses that are links as they stand, as on GitHub. */
const addresses: readonly Case[] = [
  [
    'with `www.`',
    'see www.port.example/map',
    `<p>see ${link('www.port.example/map', 'http://www.port.example/map')}</p>`,
  ],
  ['with `https:`', 'see https://port.example', `<p>see ${link('https://port.example')}</p>`],
  ['with `http:`', 'http://port.example/a?b=c#d', `<p>${link('http://port.example/a?b=c#d')}</p>`],
  [
    'of mail',
    'to crew@ship.example now',
    `<p>to ${link('crew@ship.example', 'mailto:crew@ship.example')} now</p>`,
  ],
  [
    'of mail with signs',
    'a.b-c_d+e@f.example',
    `<p>${link('a.b-c_d+e@f.example', 'mailto:a.b-c_d+e@f.example')}</p>`,
  ],
  ['before a full stop', 'at https://port.example/a.', `<p>at ${link('https://port.example/a')}.</p>`],
  ['before other signs', 'https://port.example/a?!,:*_~', `<p>${link('https://port.example/a')}?!,:*_~</p>`],
  ['with signs inside', 'https://port.example/a.b?c!d', `<p>${link('https://port.example/a.b?c!d')}</p>`],
  ['in parentheses', '(https://port.example/a)', `<p>(${link('https://port.example/a')})</p>`],
  ['with parentheses', 'https://port.example/a_(b)', `<p>${link('https://port.example/a_(b)')}</p>`],
  [
    'with parentheses in parentheses',
    '(https://port.example/a_(b))',
    `<p>(${link('https://port.example/a_(b)')})</p>`,
  ],
  ['before a reference', 'https://port.example/a&copy;', `<p>${link('https://port.example/a')}©</p>`],
  [
    'with what is no reference',
    'https://port.example/?a=b&c=d',
    `<p>${link('https://port.example/?a=b&amp;c=d')}</p>`,
  ],
  ['before an angle', 'https://port.example<b', `<p>${link('https://port.example')}&lt;b</p>`],
  ['in emphasis', '*https://port.example*', `<p><em>${link('https://port.example')}</em></p>`],
  [
    'in a list',
    '- www.port.example',
    `<ul><li>${link('www.port.example', 'http://www.port.example')}</li></ul>`,
  ],
  ['are none in code', '`https://port.example`', '<p><code>https://port.example</code></p>'],
  ['are none in a link', '[https://port.example](a)', `<p>${link('https://port.example', 'a')}</p>`],
  ['are none inside of a word', 'awww.port.example', '<p>awww.port.example</p>'],
  ['are none without a domain', 'http:// and www.', '<p>http:// and www.</p>'],
  ['are none with other schemes', 'foo://port.example', '<p>foo://port.example</p>'],
  ['of mail are none without a domain', 'a@b c', '<p>a@b c</p>'],
  ['of mail are none before a hyphen', 'a@b.c-', '<p>a@b.c-</p>'],
];

describe.each([
  ['a table', tables],
  ['tasks', tasks],
  ['words struck out', struck],
  ['bare addresses', addresses],
])('%s', (_what, cases) => {
  test.each(cases)('%s', (_which, markdown, html) => {
    const expected = specifiedForm(html);
    expect(specifiedForm(asOnGitHub(markdown)), 'another reader of GitHub’s Markdown agrees').toBe(expected);
    expect(drawnForm(drawnBlocks(markdown))).toBe(expected);
  });
});

/** Another reader of GitHub's Markdown: what is expected above is not what we would like to see there. */
function asOnGitHub(markdown: string): string {
  return micromark(markdown, {
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
    allowDangerousHtml: true,
  });
}

describe('an alert', () => {
  const kinds = ['note', 'tip', 'important', 'warning'];

  test.each([...kinds.map((kind) => [kind.toUpperCase(), kind]), ['CAUTION', 'danger'], ['Tip', 'tip']])(
    '`[!%s]` opens one',
    (word, kind) => {
      const html = drawnBlocks(`> [!${word}]\n> a *b*\n>\n> - c`);
      expect(html).toContain(`<aside class="callout callout-${kind}" role="note">`);
      expect(drawnForm(html)).toContain(
        specifiedForm('<p>a <em>b</em></p><ul><li>c</li></ul>').replace(/^/gm, '    ').trimEnd(),
      );
      expect(html).not.toContain('[!');
    },
  );

  test.each([
    ['with words on its line', '> [!TIP] a'],
    ['with a kind that nobody knows', '> [!HARBOUR]\n> a'],
    ['behind other words', '> a\n> [!TIP]'],
    ['outside of a quote', '[!TIP]\na'],
  ])('is none %s', (_what, markdown) => {
    expect(drawnBlocks(markdown)).not.toContain('<aside');
    expect(drawnBlocks(markdown)).toMatch(/\[!(?:TIP|HARBOUR)\]/);
  });
});

describe('raw HTML that GitHub does not allow', () => {
  test.each(['title', 'textarea', 'style', 'xmp', 'iframe', 'noembed', 'noframes', 'script', 'plaintext'])(
    '`<%s>` does not reach a slide, and the words after it do',
    async (tag) => {
      const html = await drawn(`a <${tag}>b</${tag}> c\n\n<${tag}>\nd\n</${tag}>\n\nwords after it`);
      expect(html).not.toContain(`<${tag}`);
      expect(html).toContain('words after it');
    },
  );
});
