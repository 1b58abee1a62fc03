import { realpathSync } from 'node:fs';
import { unknownEdition } from '../config/resolve.js';
import { type Diagnostic, diagnostic, hasErrors } from '../diagnostics/diagnostic.js';
import { sortDiagnostics } from '../diagnostics/sort.js';
import type { DeckSource } from '../load/deck-source.js';
import { discover } from '../load/discover.js';
import { checkOptions, checkRange } from './check-options.js';
import { type Kept, nothingKept } from './kept.js';
import type { BuildOptions, BuildResult, BuiltProduct, Outcome } from './options.js';
import { type PreparedDeck, prepareDeck } from './prepare.js';
import type { Printer } from './printing.js';
import { readRange, type SlideRange } from './range.js';

/** What `build` and `check` have in common: options that were understood, and the decks they lead to. */
export interface Session {
  readonly options: BuildOptions;
  /** Real path of the working folder. */
  readonly cwd: string;
  readonly decks: readonly DeckSource[];
  readonly range: SlideRange | null;
  /** Everything noticed so far; stages add to it. */
  readonly diagnostics: Diagnostic[];
  /** Texts for code frames; stages add to it. */
  readonly sources: Map<string, string>;
  /** See {@link BuildResult.notes}; stages add to it. */
  readonly notes: string[];
  /** See {@link BuildResult.read}. */
  readonly read: Set<string>;
}

/** Finds and reads the decks that options name; where there is nothing to go on with, how that ends. */
export async function openSession(options: BuildOptions): Promise<Session | BuildResult> {
  const cwd = realpathSync.native(options.cwd ?? process.cwd());
  const found = await discover(options.paths ?? [], { ...options, cwd });
  const range = options.range === undefined ? null : readRange(options.range);
  const session: Session = {
    options,
    cwd,
    decks: found.value.decks,
    range,
    diagnostics: [...found.diagnostics],
    sources: new Map(found.value.sources),
    notes: [],
    read: new Set(found.value.decks.map((deck) => deck.settings.path)),
  };
  const noticed = checkOptions(options);
  session.diagnostics.push(...noticed);
  if (found.value.wrongUsage || hasErrors(noticed)) return ended(session, 'wrong-usage');
  if (options.range !== undefined && range === null) {
    session.diagnostics.push(
      diagnostic('usage/bad-value', null, `\`${options.range}\` is no range of slide numbers.`, {
        hint: 'Slide numbers and ranges of them with commas between: `1,6-8`.',
      }),
    );
    return ended(session, 'wrong-usage');
  }
  const edition =
    options.edition === undefined
      ? null
      : unknownEdition(
          session.decks.map((deck) => deck.written),
          options.edition,
        );
  if (edition && session.decks.length > 0) {
    session.diagnostics.push(edition);
    return ended(session, 'wrong-usage');
  }
  if (session.decks.length === 0) {
    if (hasErrors(session.diagnostics)) return ended(session, 'content-errors');
    const where = (options.paths ?? ['.']).map((path) => `\`${path}\``).join(', ');
    session.diagnostics.push(
      diagnostic('usage/nothing-to-build', null, `There is no deck in ${where}.`, {
        hint: 'A deck is a `deck.yaml`, or a Markdown file that starts with front matter. `deckhand init` makes one.',
      }),
    );
    return ended(session, 'nothing-to-do');
  }
  return session;
}

/** Prepares each deck in turn; what is noticed goes to the session and stays with the deck. */
export async function prepareDecks(
  session: Session,
  printer: Printer,
  told: (what: string) => void,
): Promise<readonly PreparedDeck[]> {
  const prepared: PreparedDeck[] = [];
  for (const deck of session.decks) {
    session.options.signal?.throwIfAborted();
    told(deck.name);
    prepared.push(await prepareInSession(session, deck, printer));
  }
  return prepared;
}

/** Prepares one deck of a session. With mistakes, those in its settings included, it has no editions. */
export async function prepareInSession(
  { options, cwd, diagnostics, sources, range, read }: Session,
  deck: DeckSource,
  printer: Printer,
  kept: Kept = nothingKept,
): Promise<PreparedDeck> {
  const one = await prepareDeck(deck, options.edition, options, cwd, printer.loan, kept);
  for (const [file, text] of one.sources) sources.set(file, text);
  for (const path of one.read) read.add(path);
  const own = diagnostics.filter((noticed) => noticed.span !== null && one.sources.has(noticed.span.file));
  const settings = diagnostics.filter((noticed) =>
    [deck.settings, ...deck.beside].some(({ file }) => file === noticed.span?.file),
  );
  diagnostics.push(...one.diagnostics, ...one.editions.flatMap(({ edition }) => checkRange(edition, range)));
  const all = [...own, ...settings, ...one.diagnostics];
  const failed = hasErrors(all) || (options.strict === true && all.length > 0);
  return failed ? { ...one, editions: [] } : one;
}

/** Keeps what should be known about how the browser ran. */
export async function noteBrowser({ notes }: Session, printer: Printer): Promise<void> {
  const notice = await printer.notice();
  if (notice !== null) notes.push(notice);
}

/** The result of a session that ends here. */
export function ended(
  session: Session,
  outcome: Outcome,
  products: readonly BuiltProduct[] = [],
): BuildResult {
  return {
    outcome,
    diagnostics: sortDiagnostics(session.diagnostics),
    products: [...products].sort((a, b) => (a.path < b.path ? -1 : 1)),
    sources: session.sources,
    notes: session.notes,
    read: [...session.read].sort(),
  };
}

/** How a session that went through to its end came out. */
export function outcomeOf({ options, diagnostics }: Session): Outcome {
  const failed = hasErrors(diagnostics) || (options.strict === true && diagnostics.length > 0);
  return failed ? 'content-errors' : 'built';
}
