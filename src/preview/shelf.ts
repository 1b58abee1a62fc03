import type { LiveEdition, LiveState } from '../pipeline/live.js';
import { isPublic } from '../pipeline/products.js';
import { drawShelf, shelfEntry } from '../pipeline/shelf.js';
import { readingFile } from '../render/products/reading-page.js';
import type { ShelfProduct } from '../render/products/shelf-page.js';
import type { Answer } from '../serve/answer.js';
import { htmlAnswer } from '../serve/answer.js';
import { hooked, paperPolicy } from './page.js';

export const shelfAddress = '/public/index.html';

/** The shelf as a build would publish it, over what there is now; what is printed has no size yet. */
export function shelfView(state: LiveState, boot: string, version: number) {
  const positions = new Map<string, number>();
  const entries = [...state.editions.values()].map((one) => {
    const { edition } = one.rendered;
    const position = positions.get(edition.deck) ?? 0;
    positions.set(edition.deck, position + 1);
    return shelfEntry(one.rendered, position, productsOn(one));
  });
  const { html, assets } = drawShelf(
    entries,
    [...state.editions.values()].map(({ rendered }) => rendered),
  );
  const hooks = { view: shelfAddress, boot, version, scripts: ['preview'], sheets: ['preview'] };
  const answer: Answer = {
    ...htmlAnswer(hooked(html, hooks)),
    headers: { 'Content-Security-Policy': `${paperPolicy}; frame-src 'self'` },
  };
  return { answer, assets: new Map(assets.map(({ path, bytes }) => [`/${path}`, bytes])) };
}

function productsOn({ rendered, products }: LiveEdition): Readonly<Record<string, ShelfProduct>> {
  const { folder } = rendered.edition;
  const at = (name: string) => ({ path: `${folder}/${name}`, pages: null, bytes: null });
  const papers = [...products].filter((product) => isPublic(product) && product !== 'deck');
  return {
    ...(products.has('deck') && { deck: at('index.html'), reading: at(readingFile) }),
    ...Object.fromEntries(papers.map((product) => [product, at(`${product}.pdf`)])),
  };
}

/** Whether a page lists the decks: the first one, and the shelf. */
export function isList(view: string): boolean {
  return view === '/' || view === shelfAddress;
}
