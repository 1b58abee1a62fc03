import type { Product } from '../../src/config/settings.js';
import type { MadeProduct } from '../../src/pipeline/make-products.js';
import type { RenderedEdition } from '../../src/render/rendered-edition.js';

/** A product as a build makes it, of one page and nothing beside it. */
export function madeOf(
  rendered: RenderedEdition,
  product: MadeProduct['product'] | Product,
  path: string,
  content: string | Uint8Array,
): MadeProduct {
  const bytes = Buffer.from(content);
  return {
    rendered,
    product,
    path,
    alone: false,
    files: [{ path, bytes, kind: 'page' }],
    pages: null,
    bytes: bytes.length,
    words: null,
    copies: null,
    print: null,
  };
}
