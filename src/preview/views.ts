import type { Product } from '../config/settings.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Live, LiveEdition, LiveState } from '../pipeline/live.js';
import { isPublic } from '../pipeline/products.js';
import type { RenderedPage } from '../render/page.js';
import { coverPage } from '../render/products/cover-page.js';
import { type DeckSection, deckSections } from '../render/products/deck-page.js';

/** What a page shows: a product, the reading view of a deck, or the first slide alone, for the list of decks. */
export type Shown = Product | 'reading' | 'cover';

/** One page that somebody has opened, as it is now. */
export interface View {
  /** As a request names it: `/public/talk/index.html`. */
  readonly path: string;
  readonly folder: string;
  readonly product: Shown;
  /** Counts what has changed in it. */
  version: number;
  /** Null until it is asked for, and after it has changed. */
  page: RenderedPage | null;
  /** Everything in it but its slides. */
  shell: string | null;
  /** What scripts of a deck read; null for all else. */
  settings: string | null;
  /** What was wrong when it was drawn: templates of the author's own, say. */
  diagnostics: readonly Diagnostic[];
  sections: readonly DeckSection[];
  /** The edition it was last drawn from. */
  edition: LiveEdition;
  /** What those who have it open were told, which the next state is compared with. */
  told: Told;
  /** Files beside it, and those that were beside it the time before, which a page may still ask for. */
  assets: ReadonlyMap<string, Uint8Array>;
}

/** What of a page those who have it open have. */
type Told = Pick<View, 'version' | 'shell' | 'settings' | 'sections'>;

/** Remembers that whoever has a page open has all of it. */
export function keepTold(view: View): void {
  const { version, shell, settings, sections } = view;
  view.told = { version, shell, settings, sections };
}

/** What has changed in the slides of a page that is open. */
export interface SlideChange {
  readonly version: number;
  /** Ids of all slides, those below one another together. */
  readonly order: readonly (readonly string[])[];
  /** The sections that are new or other than they were. */
  readonly changed: Readonly<Record<string, string>>;
}

/** The address of a product's page below the server's root; for paper, that of the HTML that is printed. */
export function pathOf(folder: string, product: Shown): string {
  const name = product === 'deck' ? 'index' : product;
  const isOpen = product === 'reading' || product === 'cover' || isPublic(product);
  return `/${isOpen ? 'public' : 'private'}/${folder}/${name}.html`;
}

/** What a path names, among all editions there are. */
export function findProduct(
  path: string,
  editions: LiveState['editions'],
): { readonly edition: LiveEdition; readonly product: Shown } | null {
  for (const [folder, edition] of editions) {
    for (const product of [...productsToSee(edition), 'reading', 'cover'] as const) {
      if (pathOf(folder, product) === path) return { edition, product };
    }
  }
  return null;
}

/** The same for a path of a PDF: of what is on paper. */
export function findPaper(
  path: string,
  editions: LiveState['editions'],
): { readonly edition: LiveEdition; readonly product: Product } | null {
  const found = path.endsWith('.pdf') ? findProduct(path.replace(/\.pdf$/, '.html'), editions) : null;
  if (found === null || isDeck(found.product)) return null;
  const { edition, product } = found;
  return product === 'reading' || product === 'cover' ? null : { edition, product };
}

/** What a preview shows of an edition: what it makes, and the speaker's deck always. */
export function productsToSee({ products }: LiveEdition): readonly Product[] {
  return [...new Set<Product>(['deck', 'present', ...products])];
}

export function isDeck(product: Shown): product is 'deck' | 'present' {
  return product === 'deck' || product === 'present';
}

export function newView(path: string, edition: LiveEdition, product: Shown): View {
  const { folder } = edition.rendered.edition;
  const sections = isDeck(product) ? deckSections(edition.rendered, product === 'present') : [];
  const told = { version: 1, shell: null, settings: null, sections };
  return { path, folder, product, page: null, diagnostics: [], edition, assets: new Map(), ...told, told };
}

/** Takes a view to another state of its edition; what changed in its slides, null where nothing did. */
export function updateSlides(view: View, edition: LiveEdition): SlideChange | null {
  if (view.edition === edition) return null;
  view.edition = edition;
  view.page = null;
  if (!isDeck(view.product)) return null;
  const before = new Map(view.sections.map((one) => [one.id, one.html]));
  const sections = deckSections(edition.rendered, view.product === 'present');
  const changed = sections.filter(({ id, html }) => before.get(id) !== html);
  const moved = placesOf(sections) !== placesOf(view.sections);
  view.sections = sections;
  view.assets = new Map([...view.assets, ...slideAssets(view)]);
  if (changed.length === 0 && !moved) return null;
  view.version += 1;
  return {
    version: view.version,
    order: orderOf(sections),
    changed: Object.fromEntries(changed.map(({ id, html }) => [id, html])),
  };
}

function placesOf(sections: readonly DeckSection[]): string {
  return sections.map(({ id, below }) => `${below ? '+' : ''}${id}`).join('\n');
}

function orderOf(sections: readonly DeckSection[]): readonly (readonly string[])[] {
  const groups: string[][] = [];
  for (const { id, below } of sections) {
    if (below && groups.length > 0) groups.at(-1)?.push(id);
    else groups.push([id]);
  }
  return groups;
}

/** Files that slides show, as pages refer to them: a slide is in the page before the page is made again. */
function slideAssets({ path, product, edition: { rendered } }: View): ReadonlyMap<string, Uint8Array> {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const withNotes = product === 'present';
  return new Map(
    rendered.slides.flatMap(({ assets, notesAssets }) =>
      [...assets, ...(withNotes ? notesAssets : [])].map((one) => [folder + one.path, one.bytes] as const),
    ),
  );
}

/** Makes the page of a view, if it has none, and says what has changed in it beside the slides. */
export async function drawView(
  view: View,
  live: Live,
): Promise<{ readonly otherShell: boolean; readonly otherSettings: boolean }> {
  if (view.page !== null) return { otherShell: false, otherSettings: false };
  const { shell, settings } = view;
  const { product, edition } = view;
  const { value: page, diagnostics } =
    product === 'cover'
      ? { value: coverPage(edition.rendered), diagnostics: [] }
      : await live.page(edition, product);
  const isFirst = shell === null;
  view.page = page;
  view.diagnostics = diagnostics;
  view.shell = page === null ? null : shellOf(page, view);
  view.settings = page === null ? null : settingsOf(page);
  const used = new Set([...(shell ?? '').matchAll(/assets\/[^"']+/g)].map(([name]) => name));
  const earlier = [...view.assets].filter(([path]) => used.has(path.slice(path.lastIndexOf('assets/'))));
  const folder = view.path.slice(0, view.path.lastIndexOf('/') + 1);
  const assets = (page?.assets ?? []).map(
    ({ path, bytes }) => [folder + path.slice(path.lastIndexOf('assets/')), bytes] as const,
  );
  view.assets = new Map([...earlier, ...assets]);
  const otherShell = !isFirst && shell !== view.shell;
  const otherSettings = !isFirst && settings !== view.settings;
  if (otherShell || otherSettings) view.version += 1;
  return { otherShell, otherSettings };
}

/** A page without its slides, and without what scripts read of them. */
function shellOf({ html }: RenderedPage, { product, sections }: View): string {
  if (!isDeck(product)) return html;
  const [first, last] = [sections[0], sections.at(-1)];
  if (!first || !last) return html;
  const start = html.indexOf(first.html);
  const end = html.lastIndexOf(last.html) + last.html.length;
  const rest = start < 0 ? html : html.slice(0, start) + html.slice(end);
  return rest.replace(settingsElement, '');
}

const settingsElement = /<script type="application\/json" id="deck-settings">([^<]*)<\/script>/;

/** What scripts of a deck read: it changes with the slides. */
function settingsOf(page: RenderedPage): string | null {
  return settingsElement.exec(page.html)?.[1] ?? null;
}
