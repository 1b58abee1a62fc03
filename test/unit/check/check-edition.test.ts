import { describe, expect, test } from 'vitest';
import { prepare } from '../../support/prepared.js';

async function said(markdown: string, files: Record<string, string> = {}): Promise<readonly string[]> {
  return (await prepare({ 'talk.md': markdown, ...files })).said;
}

async function hint(markdown: string): Promise<string | null | undefined> {
  return (await prepare({ 'talk.md': markdown })).deck.diagnostics[0]?.hint;
}

describe('attributes', () => {
  test('that are known, and what passes through, are not spoken of', async () => {
    expect(
      await said(
        [
          '# a {#i .c layout=content time=14m background=teal hidden=false uncounted print=no print-steps tier=core transition=fade lang=de data-x aria-label=b style="color: red" title=t}',
          'b {.fragment step=2 width=60% height=5 dir=ltr role=note}',
          '- c {.x}\n- d {tier=core}',
          '::: columns\n::: column {width=40%}\ne\n:::\n:::',
          '::: exercise {time=10m}\nf\n:::',
          '::: quote {by=g}\nh\n:::',
          '::: figure {caption=i}\nj\n:::',
          '::: tip {title=k}\nl\n:::',
          '```js {1} {.x} title=m lines from=2 diff\nn\n```',
          '*o*{.p}',
        ].join('\n\n'),
      ),
    ).toEqual([]);
  });

  test.each([
    ['of a slide', '# a {layuot=code}', 'layuot=code'],
    ['of a slide, as a word', '# a {hiden}', 'hiden'],
    ['of a comment', '<!-- slide: tmie=4m -->\n\na', 'tmie=4m'],
    ['of a paragraph', '# a\n\nb {stpe=2}', 'stpe=2'],
    ['of a block', '# a\n\n::: exercise {tiem=4m}\nb\n:::', 'tiem=4m'],
    ['of a list', '# a\n\n- b\n{x=1}', 'x=1'],
    ['of a list item', '# a\n\n- b {x=1}', 'x=1'],
    ['of a table', '# a\n\n| b |\n| - |\n{x=1}', 'x=1'],
    ['of a cell', '# a\n\n| b {x=1} |\n| - |', 'x=1'],
    ['of words', '# a\n\n[b]{x=1} c', 'x=1'],
    ['of words in a title', '# a *b*{x=1} c', 'x=1'],
    ['of code', '# a\n\n```js x=1\nb\n```', 'x=1'],
    ['in notes', '# a\n\nNote: b {x=1}', 'x=1'],
    ['of words, where only blocks are cut', '# a\n\n[b]{tier=optional} c', 'tier=optional'],
  ])('%s that nobody knows are a warning at their place', async (_where, markdown, place) => {
    expect(await said(markdown)).toEqual([`attribute/unknown @ ${place}`]);
  });

  test('nobody knows come with a hint', async () => {
    expect(await hint('# a {layuot=code}')).toBe('Did you mean `layout`?');
    expect(await hint('# a {xyzzy=1}')).toBe(
      'For a value of your own write `data-xyzzy`, for a class `.xyzzy`.',
    );
  });

  test.each([
    ['# a {.fragment step=2}', []],
    ['# a {transition=slide-in}', []],
    ['# a {transition="zoom-in fade-out" background="linear-gradient(red, teal)" background-opacity=.5}', []],
    ['# a {data-background-size="50% auto" data-background-position="top right" autoslide=5s}', []],
    ['# a {transition=slid}', ['attribute/bad-value @ transition=slid']],
    ['# a {transition-speed=faster}', ['attribute/bad-value @ transition-speed=faster']],
    ['# a {background=teel}', ['attribute/bad-value @ background=teel']],
    ['# a {background-color="url(x)"}', ['attribute/bad-value @ background-color="url(x)"']],
    ['# a {background-gradient=red}', ['attribute/bad-value @ background-gradient=red']],
    ['# a {background-opacity=30%}', ['attribute/bad-value @ background-opacity=30%']],
    ['# a {background-size=huge}', ['attribute/bad-value @ background-size=huge']],
    ['# a {background-position=above}', ['attribute/bad-value @ background-position=above']],
    ['# a {background-repeat=twice}', ['attribute/bad-value @ background-repeat=twice']],
    ['# a {visibility=gone}', ['attribute/bad-value @ visibility=gone']],
    ['# a {autoslide=soon}', ['attribute/bad-value @ autoslide=soon']],
    ['# a {background-transition=zoom}', ['slide/not-shown @ background-transition=zoom']],
    ['# a {background-interactive}', ['slide/not-shown @ background-interactive']],
    ['# a {background="https://e.org/a.jpg"}', ['media/remote @ background="https://e.org/a.jpg"']],
    ['# a\n\n::: grid {cols=many}\nb\n:::', ['attribute/bad-value @ cols=many']],
    ['# a\n\n::: columns\n::: column {width=half}\nb\n:::\n:::', ['attribute/bad-value @ width=half']],
    ['# a\n\n```js {1|4}\nb\n```', ['code/bad-steps @ ```']],
  ])('of %j have values that are known', async (markdown, expected) => {
    expect(await said(markdown)).toEqual(expected);
  });

  test.each(['step=0', 'step=x', 'step', 'step=-1', 'step=1.5'])('%s are no step', async (step) => {
    expect(await said(`# a\n\nb {.fragment ${step}}`)).toEqual([`step/bad-number @ ${step}`]);
  });
});

describe('a layout', () => {
  test('that the theme does not have is an error with a hint', async () => {
    const { said: told, deck } = await prepare({ 'talk.md': '# a {layout=qoute}' });
    expect(told).toEqual(['slide/unknown-layout @ layout=qoute']);
    expect(deck.diagnostics[0]?.hint).toBe('Did you mean `quote`?');
    expect(deck.editions).toEqual([]);
  });
});

describe('a link', () => {
  test('inside the deck leads to slides, blocks, words and list items', async () => {
    expect(
      await said(
        '# A title {#i}\n\n[a](#i) [b](#/i) [c](#block) [d](#words) [e](#item) [f](#two-words) [g](#gr%C3%BC%C3%9Fe) [h](#) [i](#raw) [j](#inline)\n\nx {#block}\n\n[y]{#words}\n\n- z {#item}\n\n<div id="raw"></div>\n\nx <a id=inline></a>\n\n---\n\n## Two words\n\n---\n\n## Grüße',
      ),
    ).toEqual([]);
  });

  test('to an id that there is not is a warning with a hint', async () => {
    expect(await said('# a {#rolling}\n\n[b](#roling)')).toEqual(['link/no-target @ [b](#roling)']);
    expect(await hint('# a {#rolling}\n\n[b](#roling)')).toBe('Did you mean `rolling`?');
  });

  test.each(['javascript:alert(1)', 'data:text/html,x', 'vbscript:x', 'JavaScript:x'])(
    'to %s is left out with a warning',
    async (href) => {
      expect(await said(`# a\n\n[b](${href})`)).toEqual([`link/unsafe @ [b](${href})`]);
    },
  );

  test.each(['https://e.org', 'mailto:a@e.org', 'tel:123', '//e.org', 'sms:1', 'geo:1,2'])(
    'to %s is fine',
    async (href) => {
      expect(await said(`# a\n\n[b](${href})`)).toEqual([]);
    },
  );

  test('to a file beside the deck is fine where it is there', async () => {
    expect(await said('# a\n\n[b](c.txt)', { 'c.txt': 'd' })).toEqual([]);
    expect(await said('# a\n\n[b](c.txt)')).toEqual(['path/missing @ [b](c.txt)']);
  });
});
