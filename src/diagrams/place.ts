import type { Sources, Span } from '../diagnostics/source.js';
import type { Code } from '../parse/ast.js';

/**
 * Where a line of a diagram stands, counted from 1: in the fence, or in the file that the fence shows; there it is
 * looked up by its words, since parts of files are shown without marks and indentation. Without a line, the fence's
 * first one.
 */
export function placeOf(code: Code, line: number | null, sources: Sources, file: string | null): Span {
  const shown = line === null ? undefined : code.text.split('\n')[line - 1];
  if (code.source) {
    const text = file === null ? undefined : sources.get(file);
    const at = shown === undefined || shown.trim() === '' ? -1 : (text?.indexOf(shown.trim()) ?? -1);
    return at < 0 || file === null || shown === undefined
      ? code.source.span
      : { file, start: at, end: at + shown.trim().length };
  }
  const text = sources.get(code.span.file) ?? '';
  return lineAt(text, code.span, line === null ? 0 : line);
}

/** The words of the line that is `down` lines below the start of a span. */
function lineAt(text: string, { file, start, end: last }: Span, down: number): Span {
  let from = start;
  for (let left = down; left > 0; left--) {
    const next = text.indexOf('\n', from);
    if (next < 0 || next >= last) break;
    from = next + 1;
  }
  const next = text.indexOf('\n', from);
  const line = text.slice(from, next < 0 ? text.length : next);
  const indent = /^\s*/.exec(line)?.[0].length ?? 0;
  const words = line.trim().length;
  return { file, start: from + (words === 0 ? 0 : indent), end: from + (words === 0 ? 0 : indent + words) };
}
