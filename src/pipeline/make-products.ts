import type { Product } from '../config/settings.js';
import { hasErrors } from '../diagnostics/diagnostic.js';
import type { ProductFile } from '../output/product-file.js';
import type { PdfWords } from '../print/text/pdf-words.js';
import type { RenderedPage } from '../render/page.js';
import { readingFile } from '../render/products/reading-page.js';
import type { ShelfProduct } from '../render/products/shelf-page.js';
import type { RenderedEdition } from '../render/rendered-edition.js';
import { nothingToShow, withoutSolution } from './nothing-to-show.js';
import type { BuiltProduct, CopyFacts } from './options.js';
import type { PreparedDeck } from './prepare.js';
import type { Printer } from './printing.js';
import { isPublic, pagesOf, productsOf } from './products.js';
import type { Session } from './session.js';

/** One product of an edition, whole: its files, and what is said of it. */
export interface MadeProduct {
  readonly rendered: RenderedEdition;
  readonly product: Product | 'shelf';
  readonly path: string;
  /** Whether everything it shows lies in the file itself. */
  readonly alone: boolean;
  readonly files: readonly ProductFile[];
  readonly pages: number | null;
  readonly bytes: number;
  readonly copies: CopyFacts | null;
  /** For printed ones: everything in the file that somebody could read. */
  readonly words: (() => readonly PdfWords[]) | null;
  /** For printed ones: what spares printing them again. */
  readonly print: { readonly input: string; readonly value: unknown } | null;
}

/**
 * Renders the pages of a deck's products, and measures and prints those for paper. Null where one of them failed:
 * a deck is all or nothing.
 *
 * @param meanwhile what can be done with those that are not for paper while the browser is busy with the first that is
 */
export async function makeProducts(
  deck: PreparedDeck,
  session: Session,
  printer: Printer,
  meanwhile: (written: readonly MadeProduct[]) => Promise<void>,
): Promise<readonly MadeProduct[] | null> {
  const { options, range, diagnostics } = session;
  const pages: { rendered: RenderedEdition; page: RenderedPage; alone: boolean }[] = [];
  for (const rendered of deck.editions) {
    const wanted = productsOf(rendered.edition, options.publicOnly === true);
    const drawn = await pagesOf(rendered, wanted, range);
    diagnostics.push(...drawn.diagnostics);
    if (hasErrors(drawn.diagnostics)) return null;
    const missing = [
      ...nothingToShow(rendered.edition, wanted, drawn.value, session),
      ...withoutSolution(rendered.edition, drawn.value),
    ];
    diagnostics.push(...missing);
    if (options.strict === true && missing.length > 0) return null;
    for (const page of drawn.value) pages.push({ rendered, page, alone: false });
    if (options.singleFile === true) {
      const { singleFiles } = await import('./single-files.js');
      const single = singleFiles(rendered, wanted);
      diagnostics.push(...single.diagnostics);
      if (hasErrors(single.diagnostics) || (options.strict === true && single.diagnostics.length > 0))
        return null;
      for (const page of single.value) pages.push({ rendered, page, alone: true });
    }
  }
  let done = 0;
  const written = new Map(
    pages.flatMap(({ rendered, page, alone }) =>
      page.paper ? [] : [[page, asWritten(rendered, page, alone)] as const],
    ),
  );
  let waiting: Promise<void> | undefined;
  const whileBusy = () => {
    waiting ??= meanwhile([...written.values()]);
    return waiting;
  };
  const made = await Promise.all(
    pages.map(async ({ rendered, page }) => {
      const product = written.get(page) ?? (await printed(rendered, page));
      done++;
      options.onProgress?.({
        what: `${rendered.edition.folder} · ${page.product}`,
        done,
        total: pages.length,
      });
      return product;
    }),
  );
  return made.every((one) => one !== null) ? made : null;

  async function printed(rendered: RenderedEdition, page: RenderedPage): Promise<MadeProduct | null> {
    const { value, diagnostics: noticed } = await printer.print(page, whileBusy);
    diagnostics.push(...noticed);
    const failed = hasErrors(noticed) || (options.strict === true && noticed.length > 0);
    if (value === null || failed) return null;
    const files: ProductFile[] = [
      ...pagesBeside(page),
      { path: page.path, bytes: value.bytes, kind: 'page' },
    ];
    const print = { input: value.input, value: value.kept };
    return {
      rendered,
      product: page.product,
      path: page.path,
      alone: false,
      files,
      pages: value.pages,
      bytes: value.bytes.length,
      copies: {
        sheets: { oneSided: value.pages, twoSided: Math.ceil(value.pages / 2) },
        turn: page.paper?.turn ?? null,
        grey: value.kept.grey,
      },
      words: value.words,
      print,
    };
  }
}

function pagesBeside({ beside = [] }: RenderedPage): readonly ProductFile[] {
  return beside.map((file) => ({ ...file, kind: 'page' }));
}

/** A page that is a product as it is. */
export function asWritten(rendered: RenderedEdition, page: RenderedPage, alone = false): MadeProduct {
  const bytes = Buffer.from(page.html);
  const assets = page.assets.map((asset): ProductFile => ({ ...asset, kind: 'asset' }));
  const own: ProductFile = { path: page.path, bytes, text: page.html, kind: 'page' };
  const files = [...assets, ...pagesBeside(page), own];
  return {
    rendered,
    product: page.product,
    path: page.path,
    alone,
    files,
    pages: null,
    bytes: bytes.length,
    copies: null,
    words: null,
    print: null,
  };
}

/** What a build says of a product when it is done. */
export function builtProduct(made: MadeProduct, shown: (path: string) => string): BuiltProduct {
  const { rendered, product, alone, pages, bytes, copies } = made;
  const { deck, name } = rendered.edition;
  return { deck, edition: name, product, path: shown(made.path), alone, pages, bytes, copies };
}

/** The public products of an edition, for the shelf, and the reading view that lies beside the deck. */
export function shelfProducts(made: readonly MadeProduct[]): Readonly<Record<string, ShelfProduct>> {
  return Object.fromEntries(
    made.flatMap(
      ({ product, path, alone, pages, bytes, files }): readonly (readonly [string, ShelfProduct])[] => {
        if (product === 'shelf' || !isPublic(product)) return [];
        if (alone) return [['alone', { path: onShelf(path), pages, bytes }] as const];
        const reading = files.find((file) => file.path.endsWith(`/${readingFile}`));
        return [
          [product, { path: onShelf(path), pages, bytes }] as const,
          ...(reading
            ? [
                [
                  'reading',
                  { path: onShelf(reading.path), pages: null, bytes: reading.bytes.length },
                ] as const,
              ]
            : []),
        ];
      },
    ),
  );
}

function onShelf(path: string): string {
  return path.replace(/^public\//, '');
}
