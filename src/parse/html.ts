import { diagnostic } from '../diagnostics/diagnostic.js';
import type { Span } from '../diagnostics/source.js';
import type { Attributes, Block, HtmlPiece } from './ast.js';
import { noAttributes } from './ast.js';
import { joinAttributes } from './attributes.js';
import { readComment } from './comments.js';
import type { Parsing } from './notice.js';

/** A block of raw HTML, and what the comments in it said. */
export interface RawHtml {
  readonly blocks: readonly Block[];
  readonly slide: Attributes;
  /** For the block before this one: reveal.js's `<!-- .element: … -->`. */
  readonly element: Attributes;
}

/**
 * Raw HTML without its comments: what is said in a comment is for nobody but the author. Comments about the slide
 * are read on the way.
 */
export function htmlFrom(raw: string, span: Span, parsing: Parsing): RawHtml {
  let slide = noAttributes;
  let element = noAttributes;
  /** Said behind HTML of this very block. */
  let own = noAttributes;
  let html = '';
  const pieces: HtmlPiece[] = [];
  const lines = linesOf(raw, span, parsing);
  const keep = (from: number, to: number) => {
    for (const line of lines) {
      const start = Math.max(from, line.at);
      const end = Math.min(to, line.at + line.length);
      if (start >= end) continue;
      addPiece(pieces, { at: html.length, source: line.source + start - line.at });
      html += raw.slice(start, end);
    }
  };
  let at = 0;
  for (;;) {
    const start = raw.indexOf('<!--', at);
    keep(at, start < 0 ? raw.length : start);
    if (start < 0) break;
    const length = commentLength(raw.slice(start));
    const place = spanOf(start, start + (length ?? 4), lines, span);
    if (length === null) {
      noticeUnclosed(place, parsing);
      break;
    }
    const comment = readComment(raw.slice(start, start + length), place, parsing);
    if (comment?.about === 'slide') slide = joinAttributes(slide, comment.attributes);
    if (comment?.about === 'element') {
      if (html.trim() === '') element = joinAttributes(element, comment.attributes);
      else own = joinAttributes(own, comment.attributes);
    }
    at = start + length;
  }
  if (html.trim() === '') return { blocks: [], slide, element };
  return { blocks: [{ type: 'html', html, pieces, span, attributes: own }], slide, element };
}

/** A comment that nothing closes would hide what follows, or show what was to be hidden. */
export function noticeUnclosed(place: Span, { notice }: Parsing): void {
  notice(
    diagnostic('comment/unclosed', place, 'This comment is never closed.', {
      hint: 'Close it with `-->`, in a paragraph before the next blank line; where you mean the characters, write `\\<!--`.',
    }),
  );
}

/** CommonMark's comment: `<!-->` and `<!--->` are whole ones. Null where it has no end. */
function commentLength(text: string): number | null {
  return /^<!--(?:-?>|[\s\S]*?-->)/.exec(text)?.[0].length ?? null;
}

interface Line {
  readonly at: number;
  readonly length: number;
  /** Where its first character stands in the file. */
  readonly source: number;
}

/** The lines of `raw` in the file: where they stand indented or quoted, marked has taken that away. */
function linesOf(raw: string, span: Span, { source: { text } }: Parsing): readonly Line[] {
  // A span begins at the first letter, `raw` may begin with blanks.
  const start = span.start - (raw.length - raw.trimStart().length);
  if (text.startsWith(raw.trimEnd(), start)) return [{ at: 0, length: raw.length, source: start }];
  const lines: Line[] = [];
  let at = 0;
  let lineStart = span.start;
  for (const words of raw.split('\n')) {
    const lineEnd = endOfLine(text, lineStart);
    const found = text.slice(lineStart, lineEnd).indexOf(words.trim());
    const indent = words.length - words.trimStart().length;
    const source = Math.max(0, lineStart + Math.max(found, 0) - indent);
    lines.push({ at, length: words.length + 1, source });
    at += words.length + 1;
    lineStart = Math.min(lineEnd + 1, text.length);
  }
  return lines;
}

function endOfLine(text: string, from: number): number {
  const newline = text.indexOf('\n', from);
  return newline < 0 ? text.length : newline;
}

function spanOf(from: number, to: number, lines: readonly Line[], { file }: Span): Span {
  const placed = (offset: number) => {
    const line = lines.findLast((one) => one.at <= offset);
    return line ? line.source + offset - line.at : 0;
  };
  return { file, start: placed(from), end: placed(to - 1) + 1 };
}

/** Adds a piece unless it goes on where the last one ends. */
function addPiece(pieces: HtmlPiece[], piece: HtmlPiece): void {
  const last = pieces.at(-1);
  if (last === undefined || last.source - last.at !== piece.source - piece.at) pieces.push(piece);
}
