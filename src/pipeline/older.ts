import { hashOf } from '../output/hash.js';
import type { HeldTarget } from '../output/lock.js';
import type { DeckEntry } from '../output/manifest.js';
import type { Plan } from '../output/plan.js';
import { ownersOf } from '../output/vanished.js';
import type { ShelfEntry } from '../render/products/shelf-page.js';
import type { MadeProduct } from './make-products.js';
import type { PlannedDeck } from './plan.js';
import type { PreparedDeck } from './prepare.js';

/** What a list of files remembers beside what the shelf shows: of which content each product of an edition was made. */
export interface MadeFrom {
  /** Hashes, by product. */
  readonly madeFrom: Readonly<Record<string, string>>;
}

/** A hash of all that a deck was made of: texts, settings, pictures; the same in any folder. */
export function contentOf(deck: Pick<PreparedDeck, 'sources' | 'written'>): string {
  const texts = new Map(deck.sources);
  for (const { settings } of deck.written) for (const { file, text } of settings) texts.set(file, text);
  const media = deck.written.flatMap(({ gathered }) => gathered.media.map(({ bytes }) => hashOf(bytes)));
  const all = [...[...texts.values()].map((text) => hashOf(Buffer.from(text))), ...media];
  return hashOf(Buffer.from([...new Set(all)].sort().join()));
}

/** Says of what the products of an edition were made; those of earlier builds were made of what they were made of. */
export function madeFrom(
  made: readonly Pick<MadeProduct, 'product'>[],
  content: string,
  before: DeckEntry | undefined,
): MadeFrom {
  const earlier = (before?.value as Partial<MadeFrom> | undefined)?.madeFrom ?? {};
  const now = made.flatMap(({ product }) => (product === 'shelf' ? [] : [[product, content] as const]));
  return { madeFrom: { ...earlier, ...Object.fromEntries(now) } };
}

/**
 * What a build that made only some products has to say of the others: which of them still show what the deck was before. Null where
 * none do.
 *
 * @param decks those that were read, each with its content
 */
export function noteOlder(
  held: HeldTarget,
  plan: Pick<Plan, 'decks' | 'gone' | 'made'>,
  decks: readonly PlannedDeck[],
): string | null {
  const entries = new Map<string, DeckEntry | null>([...held.manifest.decks, ...plan.decks]);
  const older = [...entries].sort().flatMap(([folder, entry]) => {
    const { deck: name, madeFrom = {} } = (entry?.value ?? {}) as Partial<MadeFrom & ShelfEntry>;
    const deck = decks.find((one) => one.name === name && one.manifestArgument === entry?.argument);
    if (deck === undefined) return [];
    const there = new Set(ownersOf(held.manifest, folder));
    const names = Object.keys(madeFrom).filter((product) => {
      const owner = `${folder}:${product}`;
      return madeFrom[product] !== deck.content && there.has(owner) && !plan.gone.includes(owner);
    });
    return names.length === 0 ? [] : [`${names.sort().join(', ')} of \`${folder}\``];
  });
  if (older.length === 0) return null;
  return `Not made this time, and older than the deck is now: ${older.join('; ')}. A build without \`--product\` and \`--edition\` brings everything up to date.`;
}
