import { readdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import { basename, dirname, extname, resolve } from 'node:path';
import type { ReadingFlags } from '../config/dialect.js';
import { type Diagnostic, diagnostic, type Noticed } from '../diagnostics/diagnostic.js';
import { didYouMeanHint } from '../diagnostics/did-you-mean.js';
import type { Sources } from '../diagnostics/source.js';
import { type DeckSource, readDeck } from './deck-source.js';
import { deckFile, findDecks } from './find-decks.js';
import { isInside } from './inside-root.js';
import { shownPath } from './shown-path.js';

/** What the paths on the command line lead to. */
export interface Discovery {
  /** Sorted by name. Empty without an error: there is nothing to build. */
  readonly decks: readonly DeckSource[];
  /** Whether a path or the root given is not there or of no use: the command was wrong, not the content. */
  readonly wrongUsage: boolean;
  /** Every text that was read, for code frames. */
  readonly sources: Sources;
}

interface Found {
  readonly name: string;
  readonly argument: string;
  readonly path: string;
  readonly root: string;
}

/**
 * Finds and reads the decks below files and folders. `paths` and `root` are relative to `cwd`; without paths it is
 * `cwd` itself. Everything that reads content below gets its content root from here.
 */
export async function discover(
  paths: readonly string[],
  options: { readonly cwd: string; readonly root?: string | undefined } & ReadingFlags,
): Promise<Noticed<Discovery>> {
  const cwd = realpathSync.native(options.cwd);
  const content: Diagnostic[] = [];
  const usage: Diagnostic[] = [];

  const root = options.root === undefined ? null : givenRoot(options.root, cwd, usage);
  const found: Found[] = [];
  for (const argument of paths.length === 0 ? ['.'] : paths) {
    const at = lookUp(argument, cwd);
    if (at === null) usage.push(notThere(argument, cwd));
    else if (at.stat.isFile()) found.push(...oneDeck(argument, at.path, cwd, root, usage));
    else if (at.stat.isDirectory()) {
      const ownRoot = root ?? at.path;
      if (isInside(ownRoot, at.path)) {
        const decks = findDecks(at.path, ownRoot);
        content.push(...decks.diagnostics);
        for (const { name, path } of decks.value) {
          found.push({ name: name === '' ? basename(at.path) : name, argument, path, root: ownRoot });
        }
      } else usage.push(outsideRoot(argument));
    } else usage.push(diagnostic('usage/no-deck', null, `\`${argument}\` is neither a file nor a folder.`));
  }

  const decks: DeckSource[] = [];
  const sources = new Map<string, string>();
  const named = distinct(found, cwd, content);
  for (const { name, argument, path, root: own } of named) {
    const deck = await readDeck({ name, argument, path }, own, cwd, options);
    content.push(...deck.diagnostics);
    if (deck.value === null) continue;
    decks.push(deck.value);
    for (const { file, text } of [deck.value.settings, ...deck.value.beside]) sources.set(file, text);
    for (const { source } of [...deck.value.modules.values(), deck.value.main].filter(
      (one) => one !== null,
    )) {
      sources.set(source.file, source.text);
    }
  }
  content.push(...editionsInTheWay(decks));
  return {
    value: { decks, wrongUsage: usage.length > 0, sources },
    diagnostics: [...usage, ...content],
  };
}

/** A file named on the command line is a deck; `deck.yaml` stands for its folder. */
function oneDeck(
  argument: string,
  path: string,
  cwd: string,
  root: string | null,
  usage: Diagnostic[],
): readonly Found[] {
  const folder = dirname(path);
  const isSettings = basename(path) === deckFile;
  const own = root ?? (isInside(cwd, path) ? cwd : folder);
  if (!isInside(own, path)) {
    usage.push(outsideRoot(argument));
    return [];
  }
  const name = isSettings ? basename(folder) : basename(path, extname(path));
  return [{ name, argument, path, root: own }];
}

function givenRoot(written: string, cwd: string, usage: Diagnostic[]): string | null {
  const at = lookUp(written, cwd);
  if (at?.stat.isDirectory()) return at.path;
  const message =
    at === null
      ? `The content root \`${written}\` is not there.`
      : `The content root \`${written}\` is no folder.`;
  usage.push(diagnostic('usage/bad-root', null, message));
  return null;
}

function lookUp(written: string, cwd: string): { readonly path: string; readonly stat: Stats } | null {
  try {
    const path = realpathSync.native(resolve(cwd, written));
    return { path, stat: statSync(path) };
  } catch {
    return null;
  }
}

function notThere(argument: string, cwd: string): Diagnostic {
  const folder = dirname(resolve(cwd, argument));
  let beside: string[] = [];
  try {
    beside = readdirSync(folder);
  } catch {
    // The folder is not there either; there is nothing to compare with.
  }
  const near = didYouMeanHint(basename(argument), beside);
  return diagnostic('usage/no-such-path', null, `\`${argument}\` is not there.`, { hint: near });
}

function outsideRoot(argument: string): Diagnostic {
  return diagnostic('usage/outside-root', null, `\`${argument}\` lies outside of the content root.`, {
    hint: 'Name a higher folder with `--root`, or leave `--root` out.',
  });
}

/** Sorted by name, the same file once, and an error where two decks would be built into the same folder. */
function distinct(found: readonly Found[], cwd: string, problems: Diagnostic[]): readonly Found[] {
  const byName = new Map<string, Found>();
  const paths = new Set<string>();
  for (const one of [...found].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))) {
    if (paths.has(one.path)) continue;
    paths.add(one.path);
    if (!isDeckName(one.name)) {
      const message = `\`${basename(one.path)}\` gives the deck the name \`${one.name}\`, which cannot be a folder.`;
      problems.push(diagnostic('deck/bad-name', null, message, { hint: 'Rename it.' }));
      continue;
    }
    // Two names that differ in case only are one folder on many systems.
    const folded = one.name.normalize('NFC').toLowerCase();
    const other = byName.get(folded);
    if (other === undefined) byName.set(folded, one);
    else problems.push(sameName(other, one, cwd));
  }
  return [...byName.values()];
}

function sameName(one: Found, other: Found, cwd: string): Diagnostic {
  return diagnostic(
    'deck/same-name',
    null,
    `Two decks have the name \`${one.name}\`: \`${shownPath(cwd, one.path)}\` and \`${shownPath(cwd, other.path)}\`.`,
    { hint: 'Rename one of them, or build a folder that holds both: names are paths below it.' },
  );
}

/** Every part is a folder of that name in the output, and part of an address. */
function isDeckName(name: string): boolean {
  return name
    .split('/')
    .every(
      (part) =>
        part !== '' && !/^\.{1,2}$/.test(part) && !/[\\:*?"<>|\p{Cc}]/u.test(part) && part !== 'index.html',
    );
}

/** `talk` with an edition `short` is built where a deck `talk/short` would be. */
function editionsInTheWay(decks: readonly DeckSource[]): readonly Diagnostic[] {
  const names = new Set(decks.map((deck) => deck.name.toLowerCase()));
  return decks.flatMap((deck) =>
    deck.written.editions
      .slice(1)
      .filter((edition) => names.has(`${deck.name}/${edition.name}`.toLowerCase()))
      .map((edition) =>
        diagnostic(
          'deck/same-name',
          edition.nameSpan,
          `This edition is built into the same folder as the deck \`${deck.name}/${edition.name}\`.`,
          { hint: 'Rename one of them.' },
        ),
      ),
  );
}
