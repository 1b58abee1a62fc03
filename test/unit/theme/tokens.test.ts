import { expect, test } from 'vitest';
import { readTokens } from '../../../src/theme/tokens.js';

test('numbers of `:root` are read, those of other rules and other values are not', () => {
  const tokens = readTokens(
    ':root{--step-body:3.75;--title-spacing:-0.012em;--share: .043;--ground:#fff;--u:calc(2*3px)}.slide{--step-body:9}',
  );
  expect([...tokens]).toEqual([
    ['step-body', 3.75],
    ['title-spacing', -0.012],
    ['share', 0.043],
  ]);
});

test('of two rules the later one counts', () => {
  expect(readTokens(':root{--a:1;--b:2}\n:root { --a: 3 }').get('a')).toBe(3);
});
