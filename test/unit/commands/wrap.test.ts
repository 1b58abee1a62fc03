import { expect, test } from 'vitest';
import { wrapMarkdown } from '../../../src/commands/wrap.js';

test('paragraphs are filled to the width', () => {
  expect(wrapMarkdown('one two\nthree four five\n\nsix', 13)).toBe('one two three\nfour five\n\nsix');
});

test('a word that is wider stands alone', () => {
  expect(wrapMarkdown('a https://example.org b', 8)).toBe('a\nhttps://example.org\nb');
});

test('lists, quotes and code keep their lines', () => {
  const kept =
    '- one two three\n- four\n\n1. five six seven eight\n\n> quoted words that are long\n\n```\na b c d e f g\n\nh i j k l m n\n```';
  expect(wrapMarkdown(kept, 8)).toBe(kept);
});
