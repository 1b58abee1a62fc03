import { join, resolve } from 'node:path';
import { shownPath } from '../load/shown-path.js';
import type { FailureKind } from '../output/attempt.js';
import { type HeldTarget, withTarget } from '../output/lock.js';
import { publish } from '../output/publish.js';
import { openTarget } from '../output/target.js';
import { argumentOf } from '../output/vanished.js';
import { leakSearch } from './leak-search.js';
import { builtProduct, type MadeProduct, makeProducts } from './make-products.js';
import { contentOf, noteOlder } from './older.js';
import type { BuildOptions, BuildResult, BuiltProduct, Outcome } from './options.js';
import { planOf } from './plan.js';
import { makePrinter } from './printing.js';
import { likelyProducts, needsBrowser } from './products.js';
import { ended, noteBrowser, openSession, outcomeOf, prepareDecks, type Session } from './session.js';

/**
 * Builds decks into products: **loads** source files, **parses** them into slides that remember where they came
 * from, **models** a workshop, **checks** it, **renders** pages through a theme, **measures** what only a laid-out
 * page can tell, **prints** paper, and puts all of it into the **output** folder at once, or nothing.
 *
 * Problems of the content are in the result; only bugs throw.
 */
export async function build(options: BuildOptions = {}): Promise<BuildResult> {
  const session = await openSession(options);
  if ('outcome' in session) return session;
  try {
    return await buildInto(session);
  } catch (error) {
    if (options.signal?.aborted) return ended(session, 'interrupted');
    throw error;
  }
}

async function buildInto(session: Session): Promise<BuildResult> {
  const { options, cwd, diagnostics } = session;
  const sources = options.paths?.length ? options.paths : ['.'];
  const target = openTarget(options.out ?? 'dist', { cwd, sources });
  diagnostics.push(...target.diagnostics);
  if (target.failure !== null) return ended(session, outcomes[target.failure]);
  const attempt = await withTarget(target.value, (held) => buildHeld(session, held));
  diagnostics.push(...attempt.diagnostics);
  return attempt.failure === null ? attempt.value : ended(session, outcomes[attempt.failure]);
}

/** How a build ends that made nothing: not well, even where nothing was wrong. */
function nothingMade(session: Session): Outcome {
  const outcome = outcomeOf(session);
  return outcome === 'built' ? 'nothing-to-do' : outcome;
}

/** How a build ends that could not write. */
export const outcomes: Readonly<Record<FailureKind, Outcome>> = {
  usage: 'wrong-usage',
  busy: 'content-errors',
  disk: 'content-errors',
  stopped: 'interrupted',
};

async function buildHeld(session: Session, held: HeldTarget): Promise<BuildResult> {
  const { options, cwd, diagnostics } = session;
  const printer = makePrinter({ browser: options.browser, cwd, signal: options.signal }, held);
  try {
    // With earlier prints at hand nothing may have to be printed; without any, the browser starts beside the parser.
    if (held.manifest.prints.size === 0 && willPrint(session)) await printer.warmUp();
    const decks = await prepareDecks(session, printer, (what) =>
      options.onProgress?.({ what, done: 0, total: null }),
    );
    const made: MadeProduct[] = [];
    for (const deck of decks) {
      const search = leakSearch(deck);
      const products = (await makeProducts(deck, session, printer, search.begin)) ?? [];
      const leaks = await search.end(products);
      diagnostics.push(...leaks);
      // A deck is all or nothing.
      if (leaks.length === 0) made.push(...products);
    }
    if (made.some((one) => one.pages !== null)) await noteBrowser(session, printer);
    // Nothing more is printed: the browser ends beside the writing.
    printer.end().catch(() => undefined);
    if (printer.lacksBrowser()) return ended(session, 'no-browser');
    options.signal?.throwIfAborted();
    if (made.length === 0) return ended(session, nothingMade(session));

    const located = decks.map((deck) => ({
      ...deck,
      manifestArgument: argumentOf(held.target, resolve(cwd, deck.argument)),
      content: contentOf(deck),
    }));
    const { plan, shelf } = planOf(made, located, held, {
      decks: options.edition === undefined,
      products: options.products === undefined && options.publicOnly !== true,
    });
    const published = await publish(held, plan, options.signal);
    diagnostics.push(...published.diagnostics);
    if (published.failure !== null) return ended(session, outcomes[published.failure]);
    const older = noteOlder(held, plan, located);
    if (older !== null) session.notes.push(older);

    const shown = (path: string) => shownPath(cwd, join(held.target.path, path));
    const products = made.filter((one) => one.product !== 'shelf').map((one) => builtProduct(one, shown));
    const own: BuiltProduct = {
      deck: '',
      edition: null,
      product: 'shelf',
      path: shown(shelf.path),
      alone: false,
      pages: null,
      bytes: shelf.bytes,
      copies: null,
    };
    return ended(session, outcomeOf(session), [...products, own]);
  } finally {
    await printer.end();
  }
}

/** Whether any deck asks for paper; settings are not resolved yet, so this is a guess that costs nothing when wrong. */
function willPrint({ options, decks }: Session): boolean {
  return decks.some((deck) =>
    needsBrowser(
      likelyProducts(options.products ?? deck.written.values.products ?? null, options.publicOnly === true),
    ),
  );
}
