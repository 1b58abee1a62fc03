import { expect, test } from 'vitest';
import { ownGrammar } from '../../../src/parse/grammar.js';
import { parseFile } from '../../../src/parse/parse-file.js';

test('a file that takes too long to read is given up at a place in it', () => {
  const text = `## Fine\n\n- a\n${'b\n'.repeat(30_000)}`;
  const source = { file: 'talk.md', path: '/talk.md', root: '/', text };
  const { value, diagnostics } = parseFile(source, 0, ownGrammar, 100);
  expect(value.parts).toEqual([]);
  expect(diagnostics).toMatchObject([{ code: 'text/too-slow', span: { file: 'talk.md', start: 9 } }]);
});
