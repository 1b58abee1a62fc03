import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { codeFrame } from '../../../src/diagnostics/frame.js';

/** The frame around what stands between the two `|` of a text, as one string. */
function frame(marked: string, context?: number): string {
  const start = marked.indexOf('|');
  const end = marked.indexOf('|', start + 1) - 1;
  const text = marked.replaceAll('|', '');
  const rows = codeFrame(new Map([['x.md', text]]), { file: 'x.md', start, end }, context);
  return (rows ?? []).map((row) => (row.text === '' ? row.gutter : `${row.gutter} ${row.text}`)).join('\n');
}

test('a frame shows the line, what is meant, and its neighbours', () => {
  expect(frame('---\ntitle: A\n\n|duratoin|: 45m\n---\n')).toBe(
    ['  3 │', '> 4 │ duratoin: 45m', '    ╵ ^^^^^^^^', '  5 │ ---'].join('\n'),
  );
});

test('line numbers stand right-aligned when they grow', () => {
  const nine = 'x\n'.repeat(8);
  expect(frame(`${nine}|nine|\nten\n`)).toBe(
    ['   8 │ x', '>  9 │ nine', '     ╵ ^^^^', '  10 │ ten'].join('\n'),
  );
});

test('a frame without context shows the line alone', () => {
  expect(frame('a\n|b|\nc\n', 0)).toBe(['> 2 │ b', '    ╵ ^'].join('\n'));
});

test('an empty span still points somewhere', () => {
  expect(frame('ab||c\n')).toBe(['> 1 │ abc', '    ╵   ^'].join('\n'));
});

test('the end of the file can be pointed at', () => {
  expect(frame('a\nb||')).toBe(['  1 │ a', '> 2 │ b', '    ╵  ^'].join('\n'));
  expect(frame('a\n||')).toBe(['  1 │ a', '> 2 │', '    ╵ ^'].join('\n'));
  expect(frame('||')).toBe(['> 1 │', '    ╵ ^'].join('\n'));
});

test('the empty line after a final line end is no context', () => {
  expect(frame('|a|\n')).toBe(['> 1 │ a', '    ╵ ^'].join('\n'));
});

test('a span over several lines marks each and underlines the first', () => {
  expect(frame('a\n|::: tip\nb|\nc\n')).toBe(
    ['  1 │ a', '> 2 │ ::: tip', '    ╵ ^^^^^^^', '> 3 │ b', '  4 │ c'].join('\n'),
  );
});

test('a span that takes its line end along stays on its line', () => {
  expect(frame('|a\n|b\n')).toBe(['> 1 │ a', '    ╵ ^', '  2 │ b'].join('\n'));
});

test('a long span is shown by its ends', () => {
  expect(frame('|1\n2\n3\n4\n5\n6\n7\n8|\n9\n')).toBe(
    ['> 1 │ 1', '    ╵ ^', '> 2 │ 2', '> ⋮ │', '> 8 │ 8', '  9 │ 9'].join('\n'),
  );
});

test('tabs are spaces up to the next stop', () => {
  expect(frame('\ta\t|key|: b\n')).toBe(['> 1 │     a   key: b', '    ╵         ^^^'].join('\n'));
});

test('wide characters and emoji keep the underline below their word', () => {
  expect(frame('容器 |港| x\n')).toBe(['> 1 │ 容器 港 x', '    ╵      ^^'].join('\n'));
  expect(frame('👩‍💻 |bad|\n')).toBe(['> 1 │ 👩‍💻 bad', '    ╵    ^^^'].join('\n'));
  expect(frame('e\u0301 |bad|\n')).toBe(['> 1 │ e\u0301 bad', '    ╵   ^^^'].join('\n'));
});

test('a terminal has nothing to obey in a frame', () => {
  expect(frame('\u001b[2J |bad| \u202etxet\n')).toBe(
    ['> 1 │ ␛[2J bad \ufffdtxet', '    ╵      ^^^'].join('\n'),
  );
});

test('a long line is cut around the place', () => {
  const text = frame(`${'a'.repeat(500)}|bad|${'z'.repeat(500)}\n`);
  const [line = '', underline = ''] = text.split('\n');
  expect(line).toContain('bad');
  expect(line.startsWith('> 1 │ …aaa')).toBe(true);
  expect(line.endsWith('z…')).toBe(true);
  expect(underline.indexOf('^^^')).toBe(line.indexOf('bad'));
  expect(stringWidth(line)).toBeLessThanOrEqual(106);
});

test('a long line whose place is at its start loses only its end', () => {
  const [line = '', underline] = frame(`|bad| ${'z '.repeat(400)}\n`).split('\n');
  expect(line.startsWith('> 1 │ bad z')).toBe(true);
  expect(line.endsWith('…')).toBe(true);
  expect(underline).toBe('    ╵ ^^^');
});

test('a span as long as a long line is underlined as far as it is shown', () => {
  const [line = '', underline = ''] = frame(`|${'容'.repeat(5000)}|\n`).split('\n');
  expect(stringWidth(underline)).toBeLessThanOrEqual(stringWidth(line));
  expect(stringWidth(underline)).toBeGreaterThan(90);
});

test('a line of a megabyte costs no time', () => {
  expect(frame(`${'容'.repeat(500_000)}|bad|${'é'.repeat(500_000)}\n`)).toContain('bad');
});

test('a file that is not known has no frame', () => {
  expect(codeFrame(new Map(), { file: 'x.md', start: 0, end: 1 })).toBeNull();
});
