import { expect, test } from 'vitest';
import { progressLine } from '../../../src/commands/progress.js';

/** A stream whose clock is set by hand, and what was written to it. */
function stream(terminal: boolean) {
  const written: string[] = [];
  const clock = { now: 0 };
  const line = progressLine({
    write: (text) => written.push(text),
    terminal,
    columns: 60,
    now: () => clock.now,
  });
  const tell = (now: number, done: number, what = 'talk · slides') => {
    clock.now = now;
    line.tell({ what, done, total: 4 });
  };
  return { written, tell, line };
}

test('what is quick shows no progress', () => {
  for (const terminal of [true, false]) {
    const { written, tell, line } = stream(terminal);
    tell(100, 1);
    tell(400, 4);
    line.done();
    expect(written).toEqual([]);
  }
});

test('a terminal has one bar, drawn in place and taken away', () => {
  const { written, tell, line } = stream(true);
  tell(600, 1);
  tell(610, 2);
  tell(700, 3);
  line.done();
  expect(written).toHaveLength(3);
  expect(written[1]).toContain('3/4 talk · slides');
  expect(written.at(-1)).toBe('\r\u001b[K');
  expect(written.join('')).not.toContain('\n');
});

test('elsewhere there is a plain line now and then', () => {
  const { written, tell, line } = stream(false);
  tell(5_000, 1);
  tell(6_000, 2);
  tell(9_500, 3);
  line.done();
  expect(written).toEqual(['… talk · slides (1 of 4)\n', '… talk · slides (3 of 4)\n']);
});

test('a bar is never wider than the terminal', () => {
  const { written, tell } = stream(true);
  tell(600, 1, 'words '.repeat(40));
  expect(written[0]?.replace('\r\u001b[K', '').length).toBeLessThan(60);
});
