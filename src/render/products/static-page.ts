import type { Product } from '../../config/settings.js';
import { pageFile } from '../../theme/page-files.js';
import { ownAsset } from '../own-asset.js';
import type { Asset, Bookmark, Paper, RenderedPage } from '../page.js';
import type { RenderedEdition } from '../rendered-edition.js';
import type { RenderedSlide } from '../slide.js';

/** Stylesheets of a page as files beside it. Empty sheets are left out. */
export function sheets(named: Readonly<Record<string, string>>): readonly Asset[] {
  return Object.entries(named)
    .filter(([, css]) => css.trim() !== '')
    .map(([name, css]) => ownAsset(`${name}.css`, css));
}

/** The rules of fragments, for decks that have some. */
export function fragmentsCss({ slides, theme }: RenderedEdition): string {
  const may = slides.filter(({ html }) => html.includes('fragment') || html.includes('stack'));
  const has = may.some(({ html }) => /\bclass="[^"]*\b(?:fragment|stacked|r-[hv]?stack)\b/.test(html));
  return has ? pageFile(theme.templates, 'fragments.css') : '';
}

/** Joins files, each once. */
export function distinctAssets(...lists: readonly (readonly Asset[])[]): readonly Asset[] {
  const all = new Map(lists.flat().map((asset) => [asset.path, asset]));
  return [...all.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** A page of an edition; its assets, and what is published beside it, move from beside the page to below the output folder. */
export function pageOf(
  { edition }: RenderedEdition,
  product: Product | 'shelf',
  path: string,
  html: string,
  assets: readonly Asset[],
  paper: Paper | null,
  beside: readonly Asset[] = [],
): RenderedPage {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const below = (asset: Asset): Asset => ({ ...asset, path: folder + asset.path });
  return {
    deck: edition.deck,
    edition: edition.name,
    product,
    path,
    html,
    assets: assets.map(below),
    ...(beside.length > 0 && { beside: beside.map(below) }),
    paper,
  };
}

/** The slides that go on paper: all but those with `print=no`, or those that a range names. */
export function printedSlides(
  { slides }: RenderedEdition,
  range: ((number: number) => boolean) | null,
): readonly RenderedSlide[] {
  return slides.filter(
    ({ slide }) => slide.print && (range === null || (slide.number !== null && range(slide.number))),
  );
}

/** Bookmarks of slides on paper: sections, and their slides below them. */
export function bookmarksOf(slides: readonly RenderedSlide[]): readonly Bookmark[] {
  return slides.map(({ slide }) => ({
    level: slide.heading?.depth === 1 || slide.section === null ? 1 : 2,
    title: slide.title ?? (slide.number === null ? '·' : String(slide.number)),
    target: slide.id,
  }));
}

/** What every paper product of an edition says of itself. */
export function paperOf(
  { edition, theme, credits }: RenderedEdition,
  own: Pick<Paper, 'width' | 'height' | 'title' | 'pages' | 'mayGrow' | 'flow' | 'bookmarks' | 'places'> &
    Partial<Pick<Paper, 'turn' | 'labels'>>,
): Paper {
  const { settings } = edition;
  return {
    turn: own.flow !== null && settings.sides === 'two' ? 'long-edge' : null,
    labels: null,
    ...own,
    authors: settings.authors,
    subject: settings.subtitle,
    keywords: [...credits, ...theme.credits],
    lang: settings.lang,
    date: settings.date,
  };
}
