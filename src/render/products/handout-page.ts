import { pageFile } from '../../theme/page-files.js';
import { coverOf } from '../book/cover.js';
import { directionOf, pageDirection } from '../direction.js';
import { handoutGeometry, slidesPerPage } from '../handout-geometry.js';
import { imposition } from '../imposition.js';
import { licenceName } from '../licence.js';
import type { RenderedPage } from '../page.js';
import type { RenderedEdition } from '../rendered-edition.js';
import { oneLine } from '../running-head.js';
import { leavesOf } from './handout-leaves.js';
import { assetsBeside, type LeafView, leafView, wordsBeside } from './handout-views.js';
import {
  bookmarksOf,
  distinctAssets,
  fragmentsCss,
  pageOf,
  paperOf,
  printedSlides,
  sheets,
} from './static-page.js';

/**
 * `handout.pdf`: slides N to a page, with the deck's own numbers, or a booklet to fold. Null when no slide is to be
 * printed.
 */
export function handoutPage(
  rendered: RenderedEdition,
  range: ((number: number) => boolean) | null,
): RenderedPage | null {
  const { edition, theme, words } = rendered;
  const { settings } = edition;
  const { booklet, cover: covered, sections } = settings.handout;
  const slides = printedSlides(rendered, range);
  if (slides.length === 0) return null;
  const geometry = handoutGeometry({ paper: settings.paper, ...settings.handout }, settings.aspect);
  const cover = covered ? coverOf(rendered, words.handout, true) : null;
  const grows = !booklet && slides.some((one) => wordsBeside(one, rendered) !== '');
  const leaves = leavesOf(slides, rendered, {
    back: cover !== null && [cover.view.version, cover.view.license, cover.view.url].some(Boolean),
    fixed: !grows,
  });
  const views = leaves.map((leaf, index) => leafView(leaf, index, geometry.lines, rendered));
  const sides = booklet ? imposition(leaves.length, directionOf(settings.lang) === 'rtl') : null;
  const styles = sheets({
    'fonts-paper': theme.paperFontsCss,
    front: covered ? pageFile(theme.templates, 'book-front.css') : '',
    handout: pageFile(theme.templates, 'handout.css'),
    booklet: booklet ? pageFile(theme.templates, 'booklet.css') : '',
    fragments: fragmentsCss(rendered),
    math: rendered.mathCss,
    theme: theme.slidesCss,
    paper: covered ? `${theme.paperCss}\n${theme.booksCss}` : theme.paperCss,
    own: rendered.css,
  });
  const html = rendered.templates.page(booklet ? 'booklet.hbs' : 'handout.hbs', {
    lang: settings.lang,
    ...pageDirection(settings.lang, '25mm'),
    title: edition.title,
    head: oneLine(edition.title, 50),
    stylesheets: styles.map((asset) => asset.path),
    theme: theme.name,
    paper: settings.paper,
    perPage: slidesPerPage(settings.handout),
    slideWidth: settings.aspect.width,
    slideHeight: settings.aspect.height,
    zoom: geometry.zoom,
    license: settings.license && oneLine(licenceName(settings.license), 50),
    words,
    twoSided: settings.sides === 'two',
    // The back of a booklet says what stands at the foot of a cover.
    cover:
      cover &&
      (booklet
        ? { ...cover.view, version: null, licenceName: null, url: null, urlCodeHtml: null }
        : cover.view),
    back: cover?.view ?? null,
    pages: leaves.length,
    runningHeads: distinctHeads(views),
    leaves: views,
    sides: (sides ?? []).map(({ left, right }) => [
      halfView(views[left - 1] as LeafView, 'left', edition.title),
      halfView(views[right - 1] as LeafView, 'right', edition.title),
    ]),
    order: views.map(({ number }) => `page-${number}`).join(' '),
  });
  const assets = distinctAssets(
    styles,
    rendered.cssAssets,
    cover?.assets ?? [],
    ...slides.map((one) => [...one.assets, ...assetsBeside(one, rendered)]),
  );
  const paper = paperOf(rendered, {
    title: `${edition.title} · ${words.handout}`,
    width: geometry.width,
    height: geometry.height,
    pages: sides?.length ?? leaves.length,
    mayGrow: grows,
    // Words that run on move the pages after them, so that numbers have to be found and blank pages put in again.
    flow:
      grows && (covered || sections === 'right')
        ? { recto: sections === 'right' && settings.sides === 'two' }
        : null,
    turn: booklet ? 'short-edge' : settings.sides === 'two' ? 'long-edge' : null,
    labels: sides?.map(({ left, right }) => `${left}, ${right}`) ?? null,
    bookmarks: bookmarksOf(slides),
    places: new Map(slides.map(({ slide }) => [slide.id, slide.span])),
  });
  return pageOf(rendered, 'handout', `public/${edition.folder}/handout.pdf`, html, assets, paper);
}

/** A page of a booklet: its running head and number are part of it, since a sheet has two of them. */
function halfView(view: LeafView, side: 'left' | 'right', title: string) {
  const numbered = view.cells !== null || view.entries !== null;
  return { ...view, side, numbered, runningHead: (side === 'right' && view.section) || oneLine(title, 50) };
}

/** What stands at the heads of pages, each name of a page once. */
function distinctHeads(views: readonly LeafView[]): readonly Pick<LeafView, 'pageName' | 'section'>[] {
  const named = new Map(
    views.flatMap(({ cells, pageName, section }) => (cells ? [[pageName, section]] : [])),
  );
  return [...named].map(([pageName, section]) => ({ pageName, section }));
}
