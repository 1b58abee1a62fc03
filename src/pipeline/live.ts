import { existsSync, realpathSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Product } from '../config/settings.js';
import { type Diagnostic, diagnostic, hasErrors, type Noticed } from '../diagnostics/diagnostic.js';
import { sortDiagnostics } from '../diagnostics/sort.js';
import type { Sources } from '../diagnostics/source.js';
import type { DeckSource } from '../load/deck-source.js';
import type { RenderedPage } from '../render/page.js';
import type { RenderedEdition } from '../render/rendered-edition.js';
import { newKept } from './keeping.js';
import type { Kept } from './kept.js';
import { asWritten } from './make-products.js';
import type { BuildOptions, BuildResult } from './options.js';
import type { PreparedDeck } from './prepare.js';
import { makePrinter, type Print } from './printing.js';
import { pagesOf, productsOf } from './products.js';
import { openSession, prepareInSession, type Session } from './session.js';

/** One edition as it was when its deck was last without mistakes. */
export interface LiveEdition {
  readonly rendered: RenderedEdition;
  readonly products: ReadonlySet<Product>;
  /** The deck it is of; what of it is private is known there. */
  readonly deck: PreparedDeck;
}

/** All that is to be seen now. */
export interface LiveState {
  /** By folder below the output folder, in the order of decks and editions. */
  readonly editions: ReadonlyMap<string, LiveEdition>;
  /** What is wrong now, sorted by place; decks that have errors are among `editions` as they were before. */
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: Sources;
  /** Where changes matter. */
  readonly watched: { readonly trees: readonly string[]; readonly folders: readonly string[] };
}

/** Decks that are built again and again in one process. */
export interface Live {
  readonly state: () => LiveState;
  /** Builds what depends on these files again: all of it for null. */
  readonly rebuild: (changed: ReadonlySet<string> | null) => Promise<LiveState>;
  /** The page of a product, as a build would make it; null where there is nothing to show. */
  readonly page: (
    edition: LiveEdition,
    product: Product | 'reading',
  ) => Promise<Noticed<RenderedPage | null>>;
  readonly print: (page: RenderedPage) => Promise<Noticed<Print | null>>;
  /** What of a deck's is private and stands in a page that others are to see. */
  readonly leaks: (edition: LiveEdition, page: RenderedPage) => Promise<readonly Diagnostic[]>;
  readonly end: () => Promise<void>;
}

/** What one deck was made from, and what came of it. */
interface KeptDeck {
  readonly kept: Kept;
  readonly source: DeckSource | null;
  readonly prepared: PreparedDeck | null;
  /** What was noticed when it was prepared. */
  readonly diagnostics: readonly Diagnostic[];
  /** The last time it had no mistakes. */
  readonly good: PreparedDeck | null;
}

/** Opens decks for a preview; where there are none, how that ends. */
export async function openLive(options: BuildOptions): Promise<Live | BuildResult> {
  const first = await openSession(options);
  if ('outcome' in first) return first;
  const { cwd, range } = first;
  const printer = makePrinter({ browser: options.browser, cwd, signal: options.signal }, null);
  const decks = new Map<string, KeptDeck>();
  /** Editions by what they were drawn from: one that is the same stays the same object. */
  const known = new WeakMap<RenderedEdition, LiveEdition>();
  let now = await build(first, null);

  return {
    state: () => now,
    rebuild: async (changed) => {
      const session = await sessionNow();
      now = 'outcome' in session ? withoutSession(session) : await build(session, changed);
      return now;
    },
    page: async ({ rendered, products }, product) => {
      const drawn = await pagesOf(rendered, new Set([product]), range, products);
      return { value: drawn.value[0] ?? null, diagnostics: drawn.diagnostics };
    },
    print: (page) => printer.print(page),
    leaks: async ({ deck, rendered }, page) => {
      const written = deck.written.find(({ editions }) => editions.includes(rendered));
      if (!written) return [];
      const { leakCheck, leaksIn } = await import('./leaks.js');
      return leaksIn(await leakCheck(written), [asWritten(rendered, page)]);
    },
    end: () => printer.end(),
  };

  async function sessionNow(): Promise<Session | Pick<BuildResult, 'diagnostics' | 'sources' | 'outcome'>> {
    if (existsSync(cwd)) return openSession({ ...options, cwd });
    const gone = diagnostic('usage/no-such-path', null, `\`${cwd}\` is not there any more.`);
    return { outcome: 'wrong-usage', diagnostics: [gone], sources: new Map() };
  }

  /** Nothing can be read now: what was there stays to be seen, and why. */
  function withoutSession({ diagnostics, sources }: Pick<BuildResult, 'diagnostics' | 'sources'>): LiveState {
    return { ...now, diagnostics: diagnostics.map((one) => ({ ...one, severity: 'error' })), sources };
  }

  async function build(session: Session, changed: ReadonlySet<string> | null): Promise<LiveState> {
    for (const source of session.decks) {
      const before = decks.get(source.name) ?? null;
      if (before?.prepared && changed !== null && !isTouched(before, before.prepared, changed)) {
        session.diagnostics.push(...before.diagnostics);
        for (const [file, text] of before.prepared.sources) session.sources.set(file, text);
        continue;
      }
      const kept = before?.kept ?? newKept();
      const already = session.diagnostics.length;
      const prepared = await prepareInSession(session, source, printer, kept);
      const diagnostics = session.diagnostics.slice(already);
      const good = prepared.editions.length > 0 ? prepared : (before?.good ?? null);
      decks.set(source.name, { kept, source, prepared, diagnostics, good });
    }
    const named = new Set(session.decks.map((deck) => deck.name));
    for (const name of decks.keys()) {
      // One that cannot be found for a mistake of its settings is still there.
      if (!named.has(name) && !hasErrors(session.diagnostics)) decks.delete(name);
    }
    return {
      editions: editionsOf(decks.values(), known),
      diagnostics: sortDiagnostics(session.diagnostics),
      sources: session.sources,
      watched: watchedBy(options, cwd, decks.values()),
    };
  }
}

/** Whether a deck has to be read again for these changes. */
function isTouched({ diagnostics }: KeptDeck, { read }: PreparedDeck, changed: ReadonlySet<string>): boolean {
  // What is missing may have come, under whatever name.
  if (diagnostics.some(({ code }) => code.startsWith('path/') || code.startsWith('asset/'))) return true;
  return [...changed].some(
    (path) =>
      read.has(path) ||
      read.has(realPath(path)) ||
      /[\\/](?:deck\.yaml|reveal-md\.json|reveal\.json)$/.test(path) ||
      isBelowAny(path, read),
  );
}

/** Files are read one by one, and folders of templates as they are: what is new in them counts as well. */
function isBelowAny(path: string, read: ReadonlySet<string>): boolean {
  for (let folder = dirname(path); folder !== dirname(folder); folder = dirname(folder)) {
    if (read.has(folder)) return true;
  }
  return false;
}

function realPath(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return path;
  }
}

function editionsOf(
  decks: Iterable<KeptDeck>,
  known: WeakMap<RenderedEdition, LiveEdition>,
): ReadonlyMap<string, LiveEdition> {
  const all = [...decks].flatMap(({ good }) => (good === null ? [] : good));
  const editionOf = (deck: PreparedDeck, rendered: RenderedEdition): LiveEdition => {
    const made = known.get(rendered) ?? { rendered, deck, products: productsOf(rendered.edition, false) };
    known.set(rendered, made);
    return made;
  };
  return new Map(
    all
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .flatMap((deck) =>
        deck.editions.map((rendered) => [rendered.edition.folder, editionOf(deck, rendered)] as const),
      ),
  );
}

/** Folders on the command line with all below them, and the folders that files of decks lie in. */
function watchedBy({ paths }: BuildOptions, cwd: string, decks: Iterable<KeptDeck>): LiveState['watched'] {
  const named = (paths ?? ['.']).map((path) => realPath(resolve(cwd, path)));
  const trees = named.filter((path) => !existsSync(path) || statSync(path).isDirectory());
  const read = [...decks].flatMap(({ prepared }) => [...(prepared?.read ?? [])]);
  const files = named.filter((path) => !trees.includes(path));
  return { trees, folders: [...new Set([...files, ...read].map((path) => dirname(path)))] };
}
