import { expect, test } from 'vitest';
import { didYouMean } from '../../../src/diagnostics/did-you-mean.js';

const keys = ['title', 'subtitle', 'duration', 'slide-time', 'theme', 'days', 'dialect', 'lang'];

test.each([
  ['duratoin', 'duration'],
  ['titel', 'title'],
  ['Title', 'title'],
  ['slideTime', 'slide-time'],
  ['slide_time', 'slide-time'],
  ['them', 'theme'],
  ['day', 'days'],
  ['dialekt', 'dialect'],
])('%s was probably meant to be %s', (written, meant) => {
  expect(didYouMean(written, keys)).toBe(meant);
});

test.each(['', 'x', 'background', 'zzzzz', 'a'.repeat(10_000)])('%j is near nothing', (written) => {
  expect(didYouMean(written, keys)).toBeNull();
});

test('the nearest of several wins, the first of equals', () => {
  expect(didYouMean('cat', ['cart', 'cat.', 'bat'])).toBe('cart');
  expect(didYouMean('half-day', ['full-day', 'half-days'])).toBe('half-days');
});
