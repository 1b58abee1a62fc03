import type { Product, Seconds } from '../../config/settings.js';
import { compileTemplate, newTemplateKeeper } from '../../theme/compile-template.js';
import { pageFile } from '../../theme/page-files.js';
import type { Theme } from '../../theme/theme.js';
import type { Words } from '../../theme/words.js';
import { lengthOf } from '../book/agenda.js';
import { longDate } from '../deck-view.js';
import type { RenderedPage } from '../page.js';
import { sheets } from './static-page.js';

/** What the shelf knows of an edition: plain data, kept from build to build in the output folder's manifest. */
export interface ShelfEntry {
  readonly deck: string;
  readonly edition: string | null;
  /** Below `public/`. */
  readonly folder: string;
  readonly title: string;
  readonly subtitle: string | null;
  readonly date: string | null;
  readonly lang: string;
  /** Among the editions of its deck, from 0. */
  readonly position: number;
  /** How long it takes, without breaks; 0 where nobody said. */
  readonly time: Seconds;
  readonly width: number;
  readonly height: number;
  /** Which look it has, in a word. */
  readonly look: string;
  /** Public products that are there, by name, the reading view, and the deck in one file. */
  readonly products: Readonly<Record<string, ShelfProduct>>;
}

/** What the shelf looks like. */
export interface ShelfLook {
  readonly theme: Theme;
  readonly variant: Theme['variant'];
}

export interface ShelfProduct {
  /** Below `public/`. */
  readonly path: string;
  readonly pages: number | null;
  /** Null where it is not known: in a preview, which prints what is asked for. */
  readonly bytes: number | null;
}

/** `public/index.html`: every deck of ours in the folder, its cover and its downloads. */
export function shelfPage(
  entries: readonly ShelfEntry[],
  { theme, variant }: ShelfLook,
  words: Words,
  lang: string,
): RenderedPage {
  const styles = sheets({
    fonts: theme.screenFontsCss,
    theme: theme.slidesCss,
    shelf: pageFile(theme.templates, 'shelf.css'),
  });
  const decks = new Map<string, ShelfEntry[]>();
  for (const entry of entries) {
    if (Object.keys(entry.products).length > 0)
      decks.set(entry.deck, [...(decks.get(entry.deck) ?? []), entry]);
  }
  const view = {
    lang,
    variant,
    words,
    stylesheets: styles.map((asset) => asset.path),
    decks: [...decks.values()].map((editions) => deckOnShelf(editions, words)),
  };
  const template = compileTemplate(newTemplateKeeper(), pageFile(theme.templates, 'shelf.hbs'));
  return {
    deck: '',
    edition: null,
    product: 'shelf',
    path: 'public/index.html',
    html: template(view),
    assets: styles.map(({ path, bytes }) => ({ path: `public/${path}`, bytes })),
    paper: null,
  };
}

/** One deck with its editions; the one at the deck's own address comes first and gives the cover. */
function deckOnShelf(editions: readonly ShelfEntry[], words: Words) {
  const sorted = [...editions].sort((a, b) => a.position - b.position || (a.folder < b.folder ? -1 : 1));
  const main = sorted[0] as ShelfEntry;
  return {
    title: main.title,
    subtitle: main.subtitle,
    date: longDate(main.date, main.lang),
    coverSrc: address(`${main.folder}/cover.html`),
    width: main.width,
    height: main.height,
    href: main.products.deck ? address(main.products.deck.path) : null,
    editions: sorted.map((edition) => ({
      // A deck without others needs no name for its only one.
      name: sorted.length > 1 ? editionName(edition, sorted, words) : null,
      downloads: order.flatMap((product) => {
        const made = edition.products[product];
        if (!made) return [];
        const label = words[product];
        return [
          { product, label, href: address(made.path), pages: pagesOf(made, words), bytes: size(made.bytes) },
        ];
      }),
    })),
  };
}

/** What tells an edition from the others: its title and how long it takes, else what it is called in the settings. */
function editionName({ edition, title, time }: ShelfEntry, all: readonly ShelfEntry[], words: Words): string {
  const alike = all.some(
    (other) => other.edition !== edition && other.title === title && other.time === time,
  );
  const length = lengthOf(time, words);
  return [title, ...(length === '' ? [] : [length]), ...(alike && edition !== null ? [edition] : [])].join(
    ' · ',
  );
}

function pagesOf({ pages }: ShelfProduct, words: Words): string | null {
  if (pages === null) return null;
  return pages === 1 ? `1 ${words.onePage}` : `${pages} ${words.pages}`;
}

const order = [
  'deck',
  'reading',
  'alone',
  'slides',
  'handout',
  'workbook',
  'labs',
  'agenda',
] as const satisfies readonly (Product | 'reading' | 'alone')[];

/** A path as an address: folders may have names with spaces. */
function address(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

/** For people: `84 KB`, `1.2 MB`. */
function size(bytes: number | null): string | null {
  if (bytes === null) return null;
  return bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1000))} KB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
