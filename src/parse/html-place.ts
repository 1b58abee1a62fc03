import type { Span } from '../diagnostics/source.js';
import type { Html, InlineHtml } from './ast.js';

/** The place in the source of a part of raw HTML. */
export function placeInHtml(node: Html | InlineHtml, from: number, to: number): Span {
  const pieces = node.type === 'html' ? node.pieces : [{ at: 0, source: node.span.start }];
  const placed = (offset: number) => {
    const piece = pieces.findLast((one) => one.at <= offset);
    return piece ? piece.source + offset - piece.at : node.span.start;
  };
  return { file: node.span.file, start: placed(from), end: placed(Math.max(from, to - 1)) + 1 };
}
