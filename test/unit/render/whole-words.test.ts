import { expect, test } from 'vitest';
import { keepWordsWhole } from '../../../src/render/whole-words.js';

const whole = (word: string) => `<span class="whole">${word}</span>`;

test.each([
  ['npm ci --omit=dev now', `npm ci ${whole('--omit=dev')} now`],
  ['rm -rf dir', `rm ${whole('-rf')} dir`],
  ['a --&gt; b', `a ${whole('--&gt;')} b`],
])('a word that could be broken behind a hyphen stays whole: %s', (html, expected) => {
  expect(keepWordsWhole(html)).toBe(expected);
});

test.each(['a - b', '2026-11-22', 'no hyphen at all', '<span class="hljs-title">Class</span>'])(
  'other code is as it was: %s',
  (html) => {
    expect(keepWordsWhole(html)).toBe(html);
  },
);

test('tags within a word stay within it, and tags around it around it', () => {
  expect(keepWordsWhole('<b>a --no-<i>cache</i> c</b>')).toBe(`<b>a ${whole('--no-<i>cache</i>')} c</b>`);
  expect(keepWordsWhole('<b>--yes</b>')).toBe(`<b>${whole('--yes')}</b>`);
});

test('a word whose tags close elsewhere is left alone', () => {
  const html = '<b>a b-</b><i>c d</i>';
  expect(keepWordsWhole(html)).toBe(html);
});
