import type { Tokens } from 'marked';
import type { Span } from '../diagnostics/source.js';
import type { TableCell } from './ast.js';
import { noAttributes } from './ast.js';
import { joinAttributes } from './attributes.js';
import type { Blocks } from './blocks.js';
import { Cursor, trimSpan } from './cursor.js';
import { inlinesFrom } from './inlines.js';
import type { Parsing } from './notice.js';

/** A table. Each of its rows is one line of the source, whatever marked made of the words in it. */
export function tableFrom({ header, rows }: Tokens.Table, span: Span, parsing: Parsing): Blocks {
  const { file, text } = parsing.source;
  let slide = noAttributes;
  let lineStart = span.start;
  const nextLine = (): Span => {
    const newline = text.indexOf('\n', lineStart);
    const end = newline < 0 || newline > span.end ? span.end : newline;
    const line = { file, start: Math.min(lineStart, end), end };
    lineStart = end + 1;
    return line;
  };
  const row = (cells: readonly Tokens.TableCell[]): TableCell[] => {
    const line = nextLine();
    const cursor = new Cursor(parsing.source, line.start, line.end, false);
    return cells.map(({ tokens, align }) => {
      const start = cursor.at;
      const inlines = inlinesFrom(tokens, cursor, parsing);
      slide = joinAttributes(slide, inlines.slide);
      const { children, attributes } = inlines;
      return { children, attributes, align, span: trimSpan({ file, start, end: cursor.at }, text) };
    });
  };
  const head = row(header);
  nextLine();
  const body = rows.map(row);
  return { blocks: [{ type: 'table', head, rows: body, span, attributes: noAttributes }], slide };
}
