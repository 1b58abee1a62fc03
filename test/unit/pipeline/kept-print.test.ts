import { expect, test } from 'vitest';
import { flowIn, packed } from '../../../src/pipeline/kept-print.js';

test('where everything stood is kept from one print to the next', () => {
  const places = { pages: [['a', 0] as const, ['b', 7] as const], blank: [6] };
  expect(flowIn({ flow: packed(places) })).toEqual(places);
});

test.each([
  ['nothing', undefined],
  ['null', null],
  ['no object', 7],
  ['what does not flow', { flow: null }],
  ['no packed words', { flow: 'x' }],
  ['other things', { flow: packed(['a']) }],
  ['no list', { flow: packed({ pages: 1, blank: [] }) }],
  ['no pairs', { flow: packed({ pages: [1], blank: [] }) }],
  ['no numbers', { flow: packed({ pages: [['a', 'b']], blank: [] }) }],
  ['half a page', { flow: packed({ pages: [], blank: [0.5] }) }],
])('what makes no sense is as good as nothing: %s', (_, kept) => {
  expect(flowIn(kept)).toBeNull();
});
