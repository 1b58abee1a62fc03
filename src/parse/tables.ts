import type { Tokens } from 'marked';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import type { Span } from '../diagnostics/source.js';
import type { TableCell } from './ast.js';
import { noAttributes } from './ast.js';
import { joinAttributes } from './attributes.js';
import type { Blocks } from './blocks.js';
import { Cursor, trimSpan } from './cursor.js';
import { inlinesFrom } from './inlines.js';
import { limits } from './limits.js';
import type { Parsing } from './notice.js';

/** A table. Each of its rows is one line of the source, whatever marked made of the words in it. */
export function tableFrom({ header, rows }: Tokens.Table, span: Span, parsing: Parsing): Blocks {
  const { file, text } = parsing.source;
  const cells = header.length * (rows.length + 1);
  if (cells > limits.cells) {
    parsing.notice(tooLarge(cells, { ...span, end: Math.min(span.end, span.start + 80) }));
    return { blocks: [], slide: noAttributes };
  }
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
    noticeExtraCells(line, header.length, parsing);
    const cursor = new Cursor(parsing.source, line.start, line.end, false);
    return cells.map(({ tokens, align }) => {
      const start = cursor.at;
      const inlines = inlinesFrom(tokens, cursor, parsing);
      slide = joinAttributes(slide, inlines.slide);
      const { children } = inlines;
      const attributes = joinAttributes(inlines.attributes, inlines.element);
      return { children, attributes, align, span: trimSpan({ file, start, end: cursor.at }, text) };
    });
  };
  const head = row(header);
  nextLine();
  const body = rows.map(row);
  return { blocks: [{ type: 'table', head, rows: body, span, attributes: noAttributes }], slide };
}

function tooLarge(cells: number, span: Span): Diagnostic {
  const [has, most] = [cells, limits.cells].map((count) => count.toLocaleString('en'));
  return diagnostic('table/too-large', span, `This table has ${has} cells; the limit is ${most}.`, {
    hint: 'Show the rows that matter, and put all of them into a file to download.',
  });
}

/** As on GitHub, cells to the right of the head's last one are left out: their words would be lost without a word. */
function noticeExtraCells(line: Span, columns: number, { source, notice }: Parsing): void {
  const text = source.text.slice(line.start, line.end);
  let at = /^[ \t>]*\|?/.exec(text)?.[0].length ?? 0;
  for (let column = 0; column < columns; column++) {
    const cell = /(?:[^\\|]|\\[\s\S])*\\?\|/y;
    cell.lastIndex = at;
    if (!cell.test(text)) return;
    at = cell.lastIndex;
  }
  const span = trimSpan({ file: line.file, start: line.start + at, end: line.end }, source.text);
  if (!/[^\s|]/.test(source.text.slice(span.start, span.end))) return;
  notice(
    diagnostic(
      'table/extra-cells',
      span,
      `The table has ${columns} columns; what stands right of them is left out.`,
      {
        hint: 'Give the head and the line below it as many cells as the longest row; write `\\|` for a line in a cell.',
      },
    ),
  );
}
