import { Parser } from 'htmlparser2';
import type { Span } from '../../diagnostics/source.js';
import type { Html, InlineHtml } from '../../parse/ast.js';
import { placeInHtml } from '../../parse/html-place.js';

/**
 * The places of `<aside class="notes">` among the raw HTML of a slide, from tag to tag: Markdown may lie between. One that
 * nothing closes ends with the HTML it stands in.
 */
export function notesInHtml(nodes: readonly (Html | InlineHtml)[]): readonly Span[] {
  const found: Span[] = [];
  let node: Html | InlineHtml | undefined;
  /** Where the HTML of the node begins in all of it together. */
  let begins = 0;
  let depth = 0;
  let open: { readonly at: Span; readonly depth: number; readonly node: Html | InlineHtml } | null = null;
  const place = (from: number, to: number) =>
    placeInHtml(node as Html, Math.max(0, from - begins), Math.max(0, to - begins));
  const parser = new Parser({
    onopentag(tag, attributes) {
      depth++;
      if (node === undefined || open !== null || tag !== 'aside') return;
      if (!attributes.class?.split(/\s+/).includes('notes')) return;
      open = { at: place(parser.startIndex, parser.endIndex + 1), depth, node };
    },
    onclosetag() {
      if (open !== null && node !== undefined && depth === open.depth) {
        const { at } = open;
        const end = place(parser.startIndex, parser.endIndex + 1);
        if (end.end > at.start) found.push({ ...at, end: end.end });
        open = null;
      }
      depth--;
    },
  });
  for (const one of nodes) {
    node = one;
    parser.write(one.html);
    begins += one.html.length;
  }
  node = undefined;
  if (open !== null) {
    const { at, node: within } = open as { at: Span; node: Html | InlineHtml };
    found.push({ ...at, end: Math.max(at.end, placeInHtml(within, 0, within.html.length).end) });
  }
  return found;
}
