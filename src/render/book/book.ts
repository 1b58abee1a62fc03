import type { Product } from '../../config/settings.js';
import type { Span } from '../../diagnostics/source.js';
import { pageFile } from '../../theme/page-files.js';
import { pageDirection } from '../direction.js';
import { licenceName } from '../licence.js';
import type { Asset, Bookmark, RenderedPage } from '../page.js';
import { paperSize } from '../paper-size.js';
import { distinctAssets, fragmentsCss, pageOf, paperOf, sheets } from '../products/static-page.js';
import type { RenderedEdition } from '../rendered-edition.js';

/** A document on paper, ready for its template. */
export interface Book {
  readonly product: Product;
  /** Below `templates/products/`. */
  readonly template: string;
  /** Its own rules of layout, below `templates/products/`, where it has some beside those of all documents. */
  readonly sheet?: string;
  /** Below the output folder. */
  readonly path: string;
  /** "Workbook": what of the deck it is. */
  readonly kind: string;
  /** Named pages: what stands at their heads. */
  readonly runningHeads: readonly { readonly pageName: string; readonly head: string }[];
  readonly view: object;
  readonly assets: readonly Asset[];
  readonly bookmarks: readonly Bookmark[];
  readonly places: ReadonlyMap<string, Span>;
}

/** Fills a document's template: the frame around it is the same for all of them. */
export function bookPage(rendered: RenderedEdition, book: Book): RenderedPage {
  const { edition, theme, words } = rendered;
  const { settings } = edition;
  const styles = sheets({
    'fonts-paper': theme.paperFontsCss,
    front: pageFile(theme.templates, 'book-front.css'),
    book: pageFile(theme.templates, 'book.css'),
    own: book.sheet === undefined ? '' : pageFile(theme.templates, book.sheet),
    fragments: fragmentsCss(rendered),
    math: rendered.mathCss,
    theme: theme.slidesCss,
    paper: `${theme.paperCss}\n${theme.booksCss}`,
    deck: rendered.css,
  });
  const html = rendered.templates.page(book.template, {
    lang: settings.lang,
    ...pageDirection(settings.lang, '27mm'),
    title: `${edition.title} · ${book.kind}`,
    deckTitle: edition.title,
    kind: book.kind,
    stylesheets: styles.map((asset) => asset.path),
    theme: theme.name,
    paper: settings.paper,
    slideWidth: settings.aspect.width,
    slideHeight: settings.aspect.height,
    license: settings.license && licenceName(settings.license),
    words,
    twoSided: settings.sides === 'two',
    runningHeads: book.runningHeads,
    ...book.view,
  });
  const { width, height } = paperSize(settings.paper);
  const paper = paperOf(rendered, {
    title: `${edition.title} · ${book.kind}`,
    width,
    height,
    pages: 1,
    mayGrow: true,
    flow: { recto: settings.sides === 'two' },
    bookmarks: book.bookmarks,
    places: book.places,
  });
  const assets = distinctAssets(styles, rendered.cssAssets, book.assets);
  return pageOf(rendered, book.product, book.path, html, assets, paper);
}
