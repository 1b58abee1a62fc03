import { expect, test } from 'vitest';
import { withDeadline } from '../../../src/parse/deadline.js';

const cell = new Int32Array(new SharedArrayBuffer(4));

test('work that only waits for its turn, as on a busy machine, is given more time', () => {
  let begun = 0;
  const work = () => {
    begun += 1;
    Atomics.wait(cell, 0, 0, 500);
    return 'done';
  };
  expect(withDeadline(400, work)).toEqual({ kind: 'done', value: 'done' });
  expect(begun).toBe(2);
});

test('work that uses its time up is ended', () => {
  const work = () => {
    for (;;) cell[0] = 0;
  };
  expect(withDeadline(50, work)).toEqual({ kind: 'late' });
});

test('work that waits for ever is ended, too', () => {
  let begun = 0;
  const work = () => {
    begun += 1;
    for (;;) Atomics.wait(cell, 0, 0, 5);
  };
  expect(withDeadline(100, work)).toEqual({ kind: 'late' });
  expect(begun).toBeGreaterThan(2);
});
