import type { RenderedPage } from '../render/page.js';

/** How messages name a page within a sentence: product, deck and edition. */
export function nameOf(page: RenderedPage): string {
  const deck = page.edition === null ? page.deck : `${page.deck} (${page.edition})`;
  return `the ${page.product} of \`${deck}\``;
}

/** The same at the beginning of a sentence. */
export function nameFirst(page: RenderedPage): string {
  return nameOf(page).replace(/^t/, 'T');
}
