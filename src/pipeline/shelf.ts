import type { Edition } from '../model/workshop.js';
import type { RenderedPage } from '../render/page.js';
import { type ShelfEntry, type ShelfProduct, shelfPage } from '../render/products/shelf-page.js';
import { loadTheme } from '../theme/load-theme.js';
import { loadWords } from '../theme/words.js';
import { templatesFolder } from './prepare.js';

/** What the shelf shows of an edition. */
export function shelfEntry(
  edition: Edition,
  position: number,
  products: Readonly<Record<string, ShelfProduct>>,
): ShelfEntry {
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
    products,
  };
}

/** The shelf over these, in the language of the first. It is ours and looks like it, whatever themes its decks have. */
export function drawShelf(entries: readonly ShelfEntry[]): RenderedPage {
  const lang = entries[0]?.lang ?? 'en';
  const words = loadWords(lang, templatesFolder(), null).value;
  const theme = loadTheme('harbor', templatesFolder(), null).value;
  if (!theme) throw new Error('The theme harbor is missing.');
  return shelfPage(entries, theme, words, lang);
}
