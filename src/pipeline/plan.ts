import type { HeldTarget } from '../output/lock.js';
import type { DeckEntry, Manifest } from '../output/manifest.js';
import type { Plan } from '../output/plan.js';
import type { ProductFile } from '../output/product-file.js';
import { ownersOf, vanished } from '../output/vanished.js';
import type { ShelfEntry } from '../render/products/shelf-page.js';
import { type MadeProduct, shelfProducts } from './make-products.js';
import { madeFrom } from './older.js';
import type { PreparedDeck } from './prepare.js';
import { drawShelf, shelfEntry } from './shelf.js';

/** A deck, the argument it came from as lists of files have it, and a hash of its content. */
export type PlannedDeck = PreparedDeck & { readonly manifestArgument: string; readonly content: string };

/** A plan, and the shelf it ends in. */
export interface Planned {
  readonly plan: Plan;
  readonly shelf: { readonly path: string; readonly bytes: number };
}

/**
 * What is to be in the output folder: products that were made, the shelf over them and over what earlier builds
 * made, and nothing of decks that are gone.
 *
 * @param decks all that this build looked at, with errors or not, and the argument each came from
 * @param whole whether the build looked for all editions of all decks, and made all products of each: only then is
 *   missing what is not there
 */
export function planOf(
  made: readonly MadeProduct[],
  decks: readonly PlannedDeck[],
  held: HeldTarget,
  whole: { readonly decks: boolean; readonly products: boolean },
): Planned {
  const { manifest } = held;
  const gone = whole.decks ? goneDecks(decks, manifest) : [];
  const entries = new Map<string, DeckEntry | null>(gone.map((name) => [name, null]));
  for (const group of byFolder(made).values()) {
    const [first] = group;
    const deck = decks.find((one) => one.name === first?.rendered.edition.deck);
    if (!first || !deck) continue;
    const { folder } = first.rendered.edition;
    const earlier = whole.products ? undefined : manifest.decks.get(folder);
    entries.set(folder, {
      argument: deck.manifestArgument,
      value: {
        ...entryOf(group, positionOf(folder, deck), earlier),
        ...madeFrom(group, deck.content, earlier),
      },
    });
  }
  // A build of one edition does not know where among the others it stands; an earlier one did.
  function positionOf(folder: string, { folders }: PreparedDeck): number {
    const earlier = manifest.decks.get(folder)?.value as ShelfEntry | undefined;
    return whole.decks ? folders.indexOf(folder) : (earlier?.position ?? folders.indexOf(folder));
  }

  const shelf = shelfOf(entries, manifest, made);
  const files = new Map<string, readonly ProductFile[]>(
    made.map((one) => [`${one.rendered.edition.folder}:${ownerName(one)}`, one.files]),
  );
  files.set('shelf', shelf.files);
  // Products that a deck used to make and makes no more go as well, unless only some were asked for.
  const folders = whole.products ? [...byFolder(made).keys(), ...gone] : gone;
  return {
    plan: {
      made: files,
      gone: folders.flatMap((name) => ownersOf(manifest, name)).filter((owner) => !files.has(owner)),
      decks: entries,
      prints: new Map(
        made.flatMap(({ path, print, pages }) =>
          print ? [[path, { ...print, pages: pages ?? 0 }] as const] : [],
        ),
      ),
    },
    shelf: { path: shelf.path, bytes: shelf.bytes },
  };
}

/** Each edition's cover belongs to the edition, not to the shelf: it goes when the edition goes. */
function ownerName({ product, alone }: MadeProduct): string {
  if (alone) return `${product}-alone`;
  return product === 'shelf' ? 'cover' : product;
}

function byFolder(made: readonly MadeProduct[]): ReadonlyMap<string, readonly MadeProduct[]> {
  const groups = new Map<string, MadeProduct[]>();
  for (const one of made) {
    const { folder } = one.rendered.edition;
    groups.set(folder, [...(groups.get(folder) ?? []), one]);
  }
  return groups;
}

function goneDecks(decks: readonly PlannedDeck[], manifest: Manifest): readonly string[] {
  const still = new Set(decks.flatMap((deck) => deck.folders));
  const places = new Set(decks.map((deck) => deck.manifestArgument));
  return [...places].flatMap((argument) => vanished(manifest, argument, still));
}

/** What the shelf shows of an edition; products that this build did not make stay as they were. */
function entryOf(made: readonly MadeProduct[], position: number, before: DeckEntry | undefined): ShelfEntry {
  const { rendered } = made[0] as MadeProduct;
  const earlier = (before?.value as ShelfEntry | undefined)?.products ?? {};
  return shelfEntry(rendered, position, { ...earlier, ...shelfProducts(made) });
}

function shelfOf(
  entries: ReadonlyMap<string, DeckEntry | null>,
  manifest: Manifest,
  made: readonly MadeProduct[],
) {
  const all = new Map<string, DeckEntry | null>([...manifest.decks, ...entries]);
  const shown = [...all]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([, entry]) => (entry ? [entry.value as ShelfEntry] : []));
  const page = drawShelf(
    shown,
    made.map(({ rendered }) => rendered),
  );
  const bytes = Buffer.from(page.html);
  const assets = page.assets.map((asset): ProductFile => ({ ...asset, kind: 'asset' }));
  return {
    path: page.path,
    bytes: bytes.length,
    files: [...assets, { path: page.path, bytes, kind: 'page' as const }],
  };
}
