import { expect, test } from 'vitest';
import { drawn } from '../../support/prepared.js';

/** The styles of the first element of a class. */
async function styles(markdown: string, name: string): Promise<string | undefined> {
  const html = await drawn(markdown);
  return new RegExp(`class="${name}"[^>]*style="([^"]*)"`).exec(html)?.[1];
}

const code = (lines: string, info = 'text') => `\`\`\`${info}\n${lines}\n\`\`\``;
const column = (...blocks: string[]) => `::: column\n${blocks.join('\n\n')}\n:::`;
const columns = (...all: string[]) => `::: columns\n${all.join('\n')}\n:::`;

test.each([
  ['ab\nabcd', 'text', '--code-width: 4; --code-lines: 2'],
  ['\tab', 'text', '--code-width: 6; --code-lines: 1'],
  ['ab 📦', 'text', '--code-width: 5; --code-lines: 1'],
  ['ab', 'text lines', '--code-width: 6; --code-lines: 1'],
])('code says how long its longest line is, and how many it has', async (lines, info, expected) => {
  expect(await styles(code(lines, info), 'code')).toBe(expected);
});

test('columns of which one has code say what it needs', async () => {
  expect(await styles(columns(column(code('abc')), column('words')), 'columns')).toBe(
    '--columns: 2; --code-need: 3',
  );
});

test('columns that all have code share one size', async () => {
  const both = columns(column(code('abc')), column(code('a'), code('b\nc')));
  expect(await styles(both, 'columns')).toBe('--columns: 2; --code-widest: 3; --code-most: 2');
});

test('columns without code say nothing of it', async () => {
  expect(await styles(columns(column('a'), column('b')), 'columns')).toBe('--columns: 2');
});
