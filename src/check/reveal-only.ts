import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import type { Attributes } from '../parse/ast.js';

/** What reveal.js or its plugins act on when a slide says it, and nothing does here; and what to do instead. */
const hints: ReadonlyMap<string, string | null> = new Map([
  ['data-state', 'Give the slide a class: `<!-- .slide: class="dark" -->`.'],
  ['data-preload', null],
  ['data-prevent-swipe', null],
  ['data-menu-title', null],
  ['data-markdown', null],
]);

/** Says of a slide's attributes which of them only reveal.js would act on. */
export function unheededOfReveal({ pairs }: Attributes): readonly Diagnostic[] {
  return pairs.flatMap(({ key, span }) => {
    const hint = hints.get(key);
    if (hint === undefined) return [];
    const message = `Nothing is made of \`${key}\` on a slide.`;
    return [diagnostic('dialect/not-heeded', span, message, { hint })];
  });
}
