import { lettersOf } from './letter-writer.js';
import { isSyllable, type Letters, placesOf, plain } from './letters.js';
import { end, type Passage, type Piece, type PublishedText } from './passage.js';
import { type PrivateRuns, privateRuns } from './private-runs.js';
import { RunTable } from './run-table.js';

/** A private passage in a published file. */
export interface Leak {
  readonly passage: Passage;
  /** See {@link Piece.at}. */
  readonly at: number | string;
  /** The words that stand there, as they stand in the passage, without case. */
  readonly words: string;
}

/** Looks for private passages in published files. */
export interface LeakFinder {
  /** A first look at texts in which much may stand between words: it may be wrong where it finds something, and only there. */
  readonly mayLeak: (texts: readonly Letters[], alsoShort: boolean) => boolean;
  readonly find: (file: PublishedText) => readonly Leak[];
}

/** How many letters runs have at least, table by table: the more they have, the fewer begin alike. */
const windows = [16, 4] as const;

/**
 * Looks for six words in a row of private passages, or for all of a passage that has fewer. What a deck says to the public as
 * well is no secret. Null where there is nothing to look for.
 *
 * @param open everything that the public may read
 */
export function leakFinder(passages: readonly Passage[], open: readonly string[]): LeakFinder | null {
  const runs = privateRuns(passages);
  const tables = tablesOf(runs);
  for (const text of open) {
    if (tables.every((table) => table.size === 0)) return null;
    const { codes } = lettersOf(text);
    for (const table of tables) table.drop(codes);
  }
  const secret = tables.filter((table) => table.size > 0);
  if (secret.length === 0) return null;
  return { mayLeak: mayLeakBy(secret, runs), find: findBy(secret, runs, passages) };
}

function tablesOf(runs: PrivateRuns): readonly RunTable[] {
  return windows.map(
    (window, index) => new RunTable(runs, window, windows[index - 1] ?? Number.POSITIVE_INFINITY),
  );
}

function mayLeakBy(tables: readonly RunTable[], runs: PrivateRuns): LeakFinder['mayLeak'] {
  return (texts, alsoShort) => {
    let may = false;
    for (const letters of texts) {
      for (const table of tables) {
        table.find(letters.codes, (run, start) => {
          may = runs.whole[run] === 0 || (alsoShort && areWords(letters, start, start + lengthOf(runs, run)));
          return may ? 'enough' : undefined;
        });
        if (may) return true;
      }
    }
    return false;
  };
}

function findBy(
  tables: readonly RunTable[],
  runs: PrivateRuns,
  passages: readonly Passage[],
): LeakFinder['find'] {
  return ({ words, source }) => {
    const found = new Map<Passage, Leak>();
    const look = (pieces: readonly Piece[], alsoShort: boolean) => {
      const all = pieces.map((piece) => piece.text).join('');
      const letters = lettersOf(all);
      const text = plain(all);
      const places = placesOf(text);
      const isFound = (run: number, start: number) => {
        const stop = start + lengthOf(runs, run);
        if (runs.whole[run] === 0) return true;
        return alsoShort && areWords(letters, start, stop) && areInOnePiece(text, places, start, stop);
      };
      for (const table of tables) {
        table.find(letters.codes, (run, start) => {
          const passage = passages[runs.passage[run] ?? 0];
          if (passage && !found.has(passage) && isFound(run, start)) {
            found.set(passage, { passage, at: placeOf(start, pieces), words: wordsOf(runs, run, passages) });
          }
          return undefined;
        });
      }
    };
    look(words, true);
    look(source, false);
    return [...found.values()];
  };
}

function lengthOf({ from, to }: PrivateRuns, run: number): number {
  return (to[run] ?? 0) - (from[run] ?? 0);
}

/** Whether letters in a published text are whole words. */
function areWords({ codes, apart }: Letters, start: number, stop: number): boolean {
  return begins(start) && begins(stop);

  function begins(index: number): boolean {
    if (index === 0 || index === codes.length) return true;
    return isSyllable(codes[index] ?? 0) || isSyllable(codes[index - 1] ?? 0) || apart[index] === 1;
  }
}

function areInOnePiece(text: string, places: Uint32Array, start: number, stop: number): boolean {
  return !text.slice(places[start], places[stop - 1]).includes(end);
}

/** The piece that a letter of all of them together stands in. */
function placeOf(letter: number, pieces: readonly Piece[]): number | string {
  let before = 0;
  for (const { text, at } of pieces) {
    const places = placesOf(plain(text));
    const inside = letter - before;
    before += places.length;
    if (letter >= before) continue;
    return typeof at === 'string' ? at : at + (places[inside] ?? 0);
  }
  return pieces.at(-1)?.at ?? 0;
}

/** What a run is written as. */
function wordsOf(
  { begins, passage, from, to }: PrivateRuns,
  run: number,
  passages: readonly Passage[],
): string {
  const owner = passage[run] ?? 0;
  const text = plain(passages[owner]?.text ?? '');
  const places = placesOf(text);
  const first = begins[owner] ?? 0;
  return text.slice(places[(from[run] ?? 0) - first], (places[(to[run] ?? 0) - first - 1] ?? 0) + 1);
}
