import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import type { Span } from '../diagnostics/source.js';
import { unheededOptions } from './reveal-options.js';

/** A key of reveal-md in a deck that says it is written in our dialect. */
export function onlyForReveal(key: string, span: Span): Diagnostic {
  const message = `\`${key}\` belongs to \`dialect: reveal\` and has no effect here.`;
  const hint = 'Take `dialect: deckhand` away if the deck is written for reveal.js.';
  return diagnostic('deck/foreign-key', span, message, { hint });
}

/** Says of each option of reveal.js that means nothing here that it is left out. */
export function unheeded(
  options: Readonly<Record<string, unknown>>,
  placeOf: (key: string) => { readonly span: Span; readonly shown: string },
): readonly Diagnostic[] {
  return unheededOptions(options).map(({ key, hint }) => {
    const { span, shown } = placeOf(key);
    const message = `Nothing is made of the option \`${key}: ${shown}\` of reveal.js.`;
    return diagnostic('dialect/not-heeded', span, message, { hint });
  });
}
