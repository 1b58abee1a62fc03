import { didYouMeanHint } from '../diagnostics/did-you-mean.js';
import { mermaidTypes } from './mermaid-types.js';
import type { Remark } from './result.js';

/** What Mermaid says of a source that it cannot read. */
export interface Complaint {
  readonly name: string;
  readonly words: string;
  readonly line: number | null;
}

/** Mermaid's complaint in an author's words. */
export function whatIsWrong(source: string, { name, words, line }: Complaint): Remark {
  const code = 'diagram/syntax';
  if (name === 'UnknownDiagramError' || /^No diagram type detected/.test(words)) return unknownType(source);
  if (name === 'empty')
    return {
      code,
      line: null,
      message: 'There is nothing to draw in this diagram.',
      hint: 'Below its first line stands what it shows.',
    };
  const counted = line ?? Number(/\bline:? (\d+)/.exec(words)?.[1] ?? 'NaN');
  const last = readLines(source).at(-1) ?? 1;
  const at = Number.isNaN(counted)
    ? /line \?/.test(words)
      ? last
      : null
    : (readLines(source)[counted - 1] ?? last);
  return { code, line: at, message: `Mermaid cannot read this diagram. ${sentence(words)}`, hint: null };
}

function unknownType(source: string): Remark {
  const lines = source.split('\n');
  const first = readLines(source).find((one) => lines[one - 1]?.trim() !== '') ?? 1;
  const word = /^[\w-]+/.exec(lines[first - 1]?.trim() ?? '')?.[0] ?? '';
  const code = 'diagram/unknown-type';
  if (source.trim() === '')
    return {
      code: 'diagram/syntax',
      line: null,
      message: 'This diagram is empty.',
      hint: 'It begins with its type: `flowchart LR`.',
    };
  if (word === 'zenuml')
    return {
      code,
      line: first,
      message: 'ZenUML is no part of Mermaid itself, and is not drawn here.',
      hint: 'Write a `sequenceDiagram`.',
    };
  return {
    code,
    line: first,
    message: `Mermaid has no diagram \`${word}\`.`,
    hint:
      didYouMeanHint(word, mermaidTypes) ??
      'A diagram begins with its type: `flowchart LR`, `sequenceDiagram`, `pie`, …',
  };
}

/** The numbers of the lines that Mermaid counts: front matter, comments and blank lines at the start are taken out before. */
function readLines(source: string): readonly number[] {
  const lines = source.split('\n');
  let from = lines.findIndex((one) => one.trim() !== '');
  if (lines[from]?.trim() === '---') {
    const end = lines.findIndex((one, index) => index > from && one.trim() === '---');
    if (end >= 0) from = end + 1;
  }
  const kept = lines.flatMap((one, index) =>
    index < from || /^\s*%%(?!\{)./.test(one)
      ? []
      : [{ number: index + 1, text: one.replace(/%%\{.*?\}%%/, '') }],
  );
  const start = kept.findIndex((one) => one.text.trim() !== '');
  return kept.slice(Math.max(0, start)).map((one) => one.number);
}

/** The sense of a parser's message in one or two sentences. */
function sentence(words: string): string {
  const got = /got '([^']*)'/.exec(words)?.[1];
  if (got === 'EOF' || got === '1') return 'It ends too early.';
  if (got !== undefined && /NEWLINE|^NL$|^EOL$/.test(got)) return 'This line ends too early.';
  // The words read last, and below them a caret: what stands above it is what was not expected.
  const [, read = '', caret = ''] = /^(.*)\n(-*)\^/m.exec(words) ?? [];
  const next = /^\S+/.exec(read.slice(caret.length).trim())?.[0] ?? '';
  if (next !== '') return `It stops at \`${next.replaceAll('`', "'")}\`.`;
  const character = /unexpected character: ->(.*?)<-/s.exec(words)?.[1];
  if (character !== undefined) return `\`${character}\` is not expected here.`;
  const instead = /but found:? ['`]+([^'`\n]*)['`]+/.exec(words)?.[1];
  if (instead !== undefined) return instead === '' ? 'It ends too early.' : `It stops at \`${instead}\`.`;
  const first = words.split('\n')[0]?.trim() ?? '';
  return /[.!?]$/.test(first) ? first : `${first}.`;
}
