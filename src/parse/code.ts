import type { Tokens } from 'marked';
import { diagnostic } from '../diagnostics/diagnostic.js';
import type { Span } from '../diagnostics/source.js';
import type { Block } from './ast.js';
import { noAttributes } from './ast.js';
import { readCodeInfo } from './code-info.js';
import type { Parsing } from './notice.js';

/** A fence or indented code. An unclosed fence and a body beside `file=` are noticed here. */
export function codeFrom(token: Tokens.Code, span: Span, parsing: Parsing): Block {
  const text = token.text.replace(/\n$/, '');
  const opening = /^[ \t]*(`{3,}|~{3,})[ \t]*([^\n]*)/.exec(token.raw);
  if (token.codeBlockStyle === 'indented' || !opening) {
    const info = {
      language: null,
      steps: [],
      title: null,
      from: null,
      numbered: false,
      diff: false,
      source: null,
    };
    return { type: 'code', text, ...info, span, attributes: noAttributes };
  }
  const [line, fence = '', info = ''] = opening;
  const firstLine = { file: span.file, start: span.start, end: span.start + line.trim().length };
  const closing = token.raw.trimEnd().split('\n').at(-1)?.trim() ?? '';
  const closed =
    token.raw.includes('\n') &&
    closing.length >= fence.length &&
    closing === (fence[0] ?? '').repeat(closing.length);
  if (!closed) {
    parsing.notice(
      diagnostic('fence/unclosed', firstLine, 'This code block is never closed.', {
        hint: `Close it with a line of its own: ${fence}`,
      }),
    );
  }
  const start = firstLine.end - info.trim().length;
  const read = readCodeInfo(info.trim(), { file: span.file, start, end: firstLine.end }, parsing);
  if (read.source && text.trim() !== '') {
    parsing.notice(
      diagnostic(
        'code/body-and-file',
        read.source.span,
        `The code comes from \`${read.source.path}\`, but the block has a body as well.`,
        {
          hint: 'Delete the body, or take `file=` away.',
        },
      ),
    );
  }
  return { type: 'code', text, ...read, span };
}
