import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import type { Span } from '../diagnostics/source.js';

/** What is said of a picture, film or sound that lies elsewhere, in Markdown as in HTML. */
export function notFetched(address: string, span: Span): Diagnostic {
  return diagnostic(
    'media/remote',
    span,
    `\`${address}\` is not fetched: decks are built and shown without a network.`,
    { hint: 'Save the file beside the deck and refer to it there.' },
  );
}
