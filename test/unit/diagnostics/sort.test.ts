import { expect, test } from 'vitest';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.js';
import { sortDiagnostics } from '../../../src/diagnostics/sort.js';

const at = (file: string | null, start: number, message = 'm'): Diagnostic => ({
  code: 'test/code' as Diagnostic['code'],
  severity: 'error',
  message,
  hint: null,
  span: file === null ? null : { file, start, end: start + 1 },
  related: [],
});

test('diagnostics stand in the order of files and places, those without a place last', () => {
  const sorted = sortDiagnostics([at(null, 0), at('b.md', 1), at('a.md', 20), at('a.md', 3)]);
  expect(sorted.map((one) => one.span && [one.span.file, one.span.start])).toEqual([
    ['a.md', 3],
    ['a.md', 20],
    ['b.md', 1],
    null,
  ]);
});

test('the same mistake found twice is told once', () => {
  expect(sortDiagnostics([at('a.md', 3), at('a.md', 3), at('a.md', 3, 'other')])).toHaveLength(2);
});

test('the order does not depend on the order of finding', () => {
  const some = [at('a.md', 1, 'x'), at('a.md', 1, 'y'), at(null, 0, 'z'), at(null, 0, 'w'), at('b.md', 0)];
  expect(sortDiagnostics(some)).toEqual(sortDiagnostics(some.toReversed()));
});
