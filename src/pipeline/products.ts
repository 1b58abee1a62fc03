import { type Product, products } from '../config/settings.js';
import type { Noticed } from '../diagnostics/diagnostic.js';
import type { Edition } from '../model/workshop.js';
import { asMade } from '../render/own-page.js';
import type { RenderedPage } from '../render/page.js';
import { coverPage } from '../render/products/cover-page.js';
import { deckPage, presentPage, slidesPdfOf } from '../render/products/deck-page.js';
import { handoutPage } from '../render/products/handout-page.js';
import { readingPage } from '../render/products/reading-page.js';
import { needsStates, slidesPage } from '../render/products/slides-page.js';
import type { RenderedEdition } from '../render/rendered-edition.js';
import { told } from '../theme/broken-template.js';
import { calledFor } from './called-for.js';

/** Products for the room; all others are for those who teach. */
const privateProducts: readonly Product[] = ['present', 'guide', 'solutions'];

export function isPublic(product: Product): boolean {
  return !privateProducts.includes(product);
}

/** What an edition makes: what was asked for, else what its content calls for. */
export function productsOf(edition: Edition, publicOnly: boolean): ReadonlySet<Product> {
  return makeable(edition.settings.products ?? calledFor(edition), publicOnly);
}

/** The same before anybody knows the content: a guess, where nobody says what to make. */
export function likelyProducts(asked: readonly Product[] | null, publicOnly: boolean): ReadonlySet<Product> {
  return makeable(asked ?? ['deck', 'slides', 'handout', 'present'], publicOnly);
}

function makeable(wanted: readonly Product[], publicOnly: boolean): ReadonlySet<Product> {
  return new Set(products.filter((one) => wanted.includes(one) && (!publicOnly || isPublic(one))));
}

/** Documents that flow over pages; what makes them is loaded only where one is wanted. */
function isBook(product: Product | 'reading'): boolean {
  return ['workbook', 'labs', 'agenda', 'guide', 'solutions'].includes(product);
}

/** Whether any of these is printed, so that a browser is needed. */
export function needsBrowser(wanted: ReadonlySet<Product>): boolean {
  return [...wanted].some((one) => one === 'slides' || one === 'handout' || isBook(one));
}

/**
 * The pages of an edition, one a product; what has nothing to show is not made, nor what a template cannot be filled for.
 *
 * @param made all that is made of it, where pages are shown one by one: pages refer to one another. What else comes with a product
 * is a page of its own then, such as the reading view. Null: all that is wanted
 */
export async function pagesOf(
  rendered: RenderedEdition,
  wanted: ReadonlySet<Product | 'reading'>,
  range: ((number: number) => boolean) | null,
  made: ReadonlySet<Product> | null = null,
): Promise<Noticed<readonly RenderedPage[]>> {
  const all = made ?? new Set([...wanted].filter((one) => one !== 'reading'));
  const own = rendered.theme.templates.own.size > 0;
  const steps = needsStates(rendered) ? await import('../render/steps.js') : null;
  const books = [...wanted].some(isBook) ? await import('../render/products/books.js') : null;
  const draw: Partial<Record<Product | 'reading', () => RenderedPage | null>> = {
    deck: () => deckPage(rendered, all, made === null),
    reading: () => readingPage(rendered, slidesPdfOf(all)),
    slides: () => slidesPage(rendered, range, steps?.slideStates ?? null),
    handout: () => handoutPage(rendered, range),
    workbook: () => books?.workbookPage(rendered) ?? null,
    labs: () => books?.labsPage(rendered) ?? null,
    agenda: () => books?.agendaPage(rendered) ?? null,
    guide: () => books?.guidePage(rendered) ?? null,
    solutions: () => books?.solutionsPage(rendered) ?? null,
    present: () => presentPage(rendered),
  };
  const cover = made === null && [...all].some(isPublic) ? [() => coverPage(rendered)] : [];
  const pages = [...[...wanted].map((product) => draw[product] ?? (() => null)), ...cover].map(told);
  return {
    value: pages.flatMap(({ value }) => (value === null ? [] : own ? asMade(value) : value)),
    diagnostics: pages.flatMap((page) => page.diagnostics),
  };
}
