import type { ReadingFlags } from '../config/dialect.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { DeckSource } from '../load/deck-source.js';
import type { Grammar } from '../parse/grammar.js';
import type { BareEdition } from './editions.js';
import { grammarOf } from './grammar.js';

/** Editions for which the files of their deck are read in the same way. */
export interface Reading {
  readonly grammar: Grammar;
  readonly editions: readonly BareEdition[];
}

/** In which ways the files of a deck have to be read: nearly always in one for all editions. */
export function readingsOf(
  { written }: DeckSource,
  editions: readonly BareEdition[],
  flags: ReadingFlags,
): readonly Reading[] {
  // A deck without any edition is read for its mistakes.
  if (editions.length === 0) return [{ grammar: grammarOf(written, null, flags), editions }];
  const readings = new Map<string, { grammar: Grammar; editions: BareEdition[] }>();
  for (const edition of editions) {
    const grammar = grammarOf(written, edition.name, flags);
    const key = JSON.stringify(grammar);
    const reading = readings.get(key) ?? { grammar, editions: [] };
    reading.editions.push(edition);
    readings.set(key, reading);
  }
  return [...readings.values()];
}

/** What is wrong with a file however it is read is said once. */
export function saidOnce(diagnostics: readonly Diagnostic[], readings: number): readonly Diagnostic[] {
  if (readings < 2) return diagnostics;
  return [...new Map(diagnostics.map((one) => [JSON.stringify(one), one])).values()];
}
