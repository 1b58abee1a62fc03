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

/** What is said of a frame: it is kept, but as a box that a viewer may open. */
export function frameWaits(address: string, span: Span): Diagnostic {
  return diagnostic(
    'media/remote',
    span,
    `The frame of \`${address}\` stays a box with its address until a viewer clicks it, and on paper.`,
    { hint: 'On stage there may be no network: a picture of the page beside the deck is sure to be there.' },
  );
}
