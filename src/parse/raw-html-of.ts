import type { Html, InlineHtml, ParsedFile } from './ast.js';
import { withAny } from './kinds.js';
import { childInlines, walkBlocks, walkInlines } from './walk.js';

/** Every piece of raw HTML in a file. */
export function rawHtmlOf(file: ParsedFile): readonly (Html | InlineHtml)[] {
  const parts = file.parts.flatMap((part) =>
    part.type === 'include' ? [] : [...part.blocks, ...part.notes],
  );
  const all = [...parts, ...file.footnotes.map(({ note }) => note)];
  return walkBlocks(withAny(all, 'html', 'inline-html')).flatMap((block) => [
    ...(block.type === 'html' ? [block] : []),
    ...walkInlines(childInlines(block)).flatMap((inline) => (inline.type === 'inline-html' ? [inline] : [])),
  ]);
}

/** Whether a file has raw HTML that may refer to files; only then a parser for it is loaded. */
export function mayRefer(file: ParsedFile): boolean {
  return rawHtmlOf(file).some(({ html }) => /\b(?:src|srcset|poster|href)\s*=/i.test(html));
}
