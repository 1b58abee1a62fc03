import { expect, test } from 'vitest';
import { markLongWords } from '../../../src/render/long-words.js';

const digest = '0123456789abcdef0123';

test('words of twenty letters and more are marked, where they stand', () => {
  expect(markLongWords(`a <code class="x">${digest}</code> b`)).toBe(
    `a <code class="x"><span class="breakable">${digest}</span></code> b`,
  );
});

test('shorter ones are not, however they are written', () => {
  const short = `${digest.slice(1)} ${'&amp;'.repeat(10)} <a title="${digest}">b</a>`;
  expect(markLongWords(short)).toBe(short);
});
