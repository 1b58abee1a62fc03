import { Parser } from 'htmlparser2';
import type { ParsedFile } from './ast.js';
import { placeInHtml } from './html-place.js';
import { rawHtmlOf } from './raw-html-of.js';
import { isRemote, type Reference } from './references.js';

/** The files that raw HTML refers to with `src`, `poster` and their relatives, and with links. */
export function htmlReferencesOf(file: ParsedFile): readonly Reference[] {
  return rawHtmlOf(file).flatMap((node) => {
    const { html } = node;
    const found: Reference[] = [];
    const refer = (kind: 'media' | 'link', target: string | null | undefined) => {
      if (!target || isRemote(target) || /^[#?]/.test(target)) return;
      const start = Math.max(html.indexOf(target, parser.startIndex), parser.startIndex);
      found.push({ kind, target, span: placeInHtml(node, start, start + target.length) });
    };
    const parser = new Parser({
      onopentag(tag, attributes) {
        // A page that a frame shows goes along, as what a link leads to does.
        if (tag === 'iframe') refer('link', addressOf(attributes));
        if (tag === 'iframe' || tag === 'script') return;
        refer('media', addressOf(attributes));
        refer('media', attributes.poster);
        // With a control character in it a link is none, and cleaning says so.
        if (tag === 'a' && !/\p{Cc}/u.test(attributes.href ?? '')) refer('link', attributes.href);
      },
    });
    parser.end(html);
    return found;
  });
}

/**
 * Where the file of a picture, film or sound lies. reveal.js calls it `data-src` when it is to load late; of several
 * sizes in `srcset` the first one stands in where there is no other.
 */
export function addressOf(attributes: Readonly<Record<string, string>>): string | null {
  return attributes.src ?? attributes['data-src'] ?? attributes.srcset?.trim().split(/[\s,]/)[0] ?? null;
}
