import type { RenderedPage } from '../render/page.js';

/** How messages name a page: deck, edition and product. */
export function nameOf(page: RenderedPage): string {
  const deck = page.edition === null ? page.deck : `${page.deck} (${page.edition})`;
  return `The ${page.product} of \`${deck}\``;
}
