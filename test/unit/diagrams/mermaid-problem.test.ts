import { expect, test } from 'vitest';
import { whatIsWrong } from '../../../src/diagrams/mermaid-problem.js';

const jison = (line: number, read: string, caret: number, got: string) => ({
  name: 'Error',
  words: `Parse error on line ${line}:\n${read}\n${'-'.repeat(caret)}^\nExpecting 'A', 'B', got '${got}'`,
  line,
});

test('a complaint names what was not expected, at its line', () => {
  expect(
    whatIsWrong('flowchart LR\n a --> ]b', jison(2, '...chart LR\n a --> ]b'.replace('\n', ''), 17, 'SQE')),
  ).toEqual({
    code: 'diagram/syntax',
    line: 2,
    message: 'Mermaid cannot read this diagram. It stops at `]b`.',
    hint: null,
  });
});

test('lines are counted in what the author wrote: front matter, comments and blanks count as well', () => {
  const source = '\n---\ntitle: x\n---\n%% a note\n\nflowchart LR\n%% another\n a --> ]';
  expect(whatIsWrong(source, jison(2, ' a --> ]', 7, 'SQE')).line).toBe(9);
  expect(whatIsWrong('%%{init: {}}%%\nflowchart LR\n a --> ]', jison(2, ' a --> ]', 7, 'SQE')).line).toBe(3);
});

test('a diagram or a line that ends too early is told as that', () => {
  expect(whatIsWrong('classDiagram\n class A {', jison(2, ' class A {', 10, 'EOF')).message).toContain(
    'It ends too early.',
  );
  expect(whatIsWrong('sequenceDiagram\n a->>\n', jison(2, ' a->>', 5, 'NEWLINE')).message).toContain(
    'This line ends too early.',
  );
});

test('the words of the other parser read the same', () => {
  const words =
    'Parsing failed: Lexer error on line 2, column 17: unexpected character: ->{<- at offset: 30, skipped 1 characters.';
  expect(whatIsWrong('pie\n "a" : {', { name: 'Error', words, line: null })).toMatchObject({
    line: 2,
    message: 'Mermaid cannot read this diagram. `{` is not expected here.',
  });
});

test('a type that is none is answered with what may have been meant', () => {
  const unknown = { name: 'UnknownDiagramError', words: 'No diagram type detected', line: null };
  expect(whatIsWrong('%% note\nflowchrt LR\n a', unknown)).toMatchObject({
    code: 'diagram/unknown-type',
    line: 2,
    hint: 'Did you mean `flowchart`?',
  });
  expect(whatIsWrong('zenuml\n a', unknown)).toMatchObject({
    code: 'diagram/unknown-type',
    hint: 'Write a `sequenceDiagram`.',
  });
  expect(whatIsWrong('', unknown)).toMatchObject({
    code: 'diagram/syntax',
    message: 'This diagram is empty.',
  });
});
