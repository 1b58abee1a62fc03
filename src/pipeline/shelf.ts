import type { RenderedPage } from '../render/page.js';
import { type ShelfEntry, type ShelfProduct, shelfPage } from '../render/products/shelf-page.js';
import type { RenderedEdition } from '../render/rendered-edition.js';
import { loadWords } from '../theme/words.js';
import { templatesFolder } from './prepare.js';
import { lookOf, shelfLook } from './shelf-theme.js';

/** What the shelf shows of an edition. */
export function shelfEntry(
  rendered: RenderedEdition,
  position: number,
  products: Readonly<Record<string, ShelfProduct>>,
): ShelfEntry {
  const { edition } = rendered;
  const { settings } = edition;
  return {
    deck: edition.deck,
    edition: edition.name,
    folder: edition.folder,
    title: edition.title,
    subtitle: settings.subtitle,
    date: settings.date,
    lang: settings.lang,
    position,
    time: edition.time,
    width: settings.aspect.width,
    height: settings.aspect.height,
    look: lookOf(rendered),
    products,
  };
}

/**
 * The shelf over these, in the language of the first and in the look that all of them have.
 *
 * @param drawn editions of theirs, one of which has that look
 */
export function drawShelf(entries: readonly ShelfEntry[], drawn: readonly RenderedEdition[]): RenderedPage {
  const lang = entries[0]?.lang ?? 'en';
  const words = loadWords(lang, templatesFolder(), null).value;
  return shelfPage(entries, shelfLook(entries, drawn), words, lang);
}
