import type { RenderedSlide } from '../slide.js';

/** A slide as a picture whose words can be searched: its headings are none of the document's. */
export function pictureOf({ finalHtml }: RenderedSlide): string {
  return finalHtml.replaceAll(/<(h[1-6])(?=[\s>])(?![^>]*\srole=)/g, '<$1 role="none"');
}
