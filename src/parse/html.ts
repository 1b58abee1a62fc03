import { diagnostic } from '../diagnostics/diagnostic.js';
import type { Span } from '../diagnostics/source.js';
import type { Attributes, Block } from './ast.js';
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
  let html = '';
  let at = 0;
  for (;;) {
    const start = raw.indexOf('<!--', at);
    html += raw.slice(at, start < 0 ? undefined : start);
    if (start < 0) break;
    const end = raw.indexOf('-->', start + 4);
    const place = {
      file: span.file,
      start: span.start + start,
      end: span.start + (end < 0 ? start + 4 : end + 3),
    };
    if (end < 0) {
      parsing.notice(
        diagnostic('comment/unclosed', place, 'This comment is never closed.', {
          hint: 'Close it with `-->`.',
        }),
      );
      break;
    }
    const comment = readComment(raw.slice(start, end + 3), place);
    if (comment?.about === 'slide') slide = joinAttributes(slide, comment.attributes);
    if (comment?.about === 'element') element = joinAttributes(element, comment.attributes);
    at = end + 3;
  }
  if (html.trim() === '') return { blocks: [], slide, element };
  return { blocks: [{ type: 'html', html, span, attributes: noAttributes }], slide, element };
}
