import { Parser } from 'htmlparser2';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import type { Html, InlineHtml } from '../parse/ast.js';
import { placeInHtml } from '../parse/html-place.js';
import { scopeCss } from './scope-css.js';

/** Says what `<style>` in a piece of raw HTML loses when it is kept to the slides, each at its place. */
export function lostStyles(node: Html | InlineHtml): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  let opened = 0;
  const parser = new Parser({
    onopentag(tag) {
      if (tag === 'style') opened = parser.endIndex + 1;
    },
    onclosetag(tag) {
      if (tag !== 'style') return;
      const { dropped, broken } = scopeCss(node.html.slice(opened, parser.startIndex), () => null);
      for (const { start, end, message } of dropped) {
        const place = placeInHtml(node, opened + start, opened + end);
        const hint = 'Put the rules into a file and name it with `css:`; files beside it can be used there.';
        found.push(diagnostic('css/dropped', place, message, message.startsWith('`@') ? {} : { hint }));
      }
      if (broken) {
        const at = opened + broken.at;
        const message = `This \`<style>\` is left out, for it cannot be read: ${broken.reason}.`;
        found.push(diagnostic('css/dropped', placeInHtml(node, at, at + 1), message));
      }
    },
  });
  parser.end(node.html);
  return found;
}
