import { expect, test } from 'vitest';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.js';
import { formatJson } from '../../../src/diagnostics/format-json.js';

const sources = new Map([['a.md', 'one\n🚢 two\n']]);
const noticed: Diagnostic = {
  code: 'deck/unknown-key' as Diagnostic['code'],
  severity: 'error',
  message: 'm',
  hint: null,
  span: { file: 'a.md', start: 7, end: 10 },
  related: [{ message: 'n', span: { file: 'a.md', start: 0, end: 3 } }],
};

test('a place for machines has both its ends', () => {
  expect(formatJson(noticed, sources)).toEqual({
    code: 'deck/unknown-key',
    severity: 'error',
    message: 'm',
    hint: null,
    file: 'a.md',
    line: 2,
    column: 3,
    endLine: 2,
    endColumn: 6,
    related: [{ message: 'n', file: 'a.md', line: 1, column: 1, endLine: 1, endColumn: 4 }],
  });
});

test('what has no place has null for all of it', () => {
  const { file, line, column, endLine, endColumn } = formatJson({ ...noticed, span: null }, sources);
  expect([file, line, column, endLine, endColumn]).toEqual([null, null, null, null, null]);
});
