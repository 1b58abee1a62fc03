import { expect, test } from 'vitest';
import { flowingColours } from '../../../../src/render/reading/colours.js';

const sheet = [
  ':root{--ground:#fff;}:root,.shelf{--text:#000}',
  '[data-variant="dark"],.slide.invert{--ground:#000}[data-variant="dark"] .slide{--ground:red}',
  '@container slide (min-aspect-ratio:3 / 2){.slide p{font-size:40px}}',
  '.slide :is(.hljs-string,.hljs-link){color:var(--code-string)}.slide .line.dim .hljs-string{color:grey}',
  '.slide svg [stroke="#000"]{stroke:var(--text)}.slide pre{font-size:20px}',
].join('');

test('a page of running text takes a theme’s colours, and nothing that is made for a slide’s size', () => {
  expect(flowingColours(sheet, 'as-the-reader-likes')).toBe(
    [
      ':root{--ground:#fff;--text:#000}',
      '@media screen and (prefers-color-scheme:dark){:root{color-scheme:dark;--ground:#000}}',
      '.reading :is(.hljs-string,.hljs-link){color:var(--code-string)}',
      '.reading svg [stroke="#000"]{stroke:var(--text)}',
    ].join('\n'),
  );
});

test('a deck that is to be light is light on every screen', () => {
  expect(flowingColours(sheet, 'never')).not.toContain('@media');
  expect(flowingColours(sheet, 'never')).toContain(':root{--ground:#fff;--text:#000}');
});

test('a dark deck is dark on every screen, and on none of its paper', () => {
  expect(flowingColours(sheet, 'always')).toContain('@media screen{:root{color-scheme:dark;--ground:#000}}');
});
