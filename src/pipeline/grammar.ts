import { dialectOf, type ReadingFlags } from '../config/dialect.js';
import type { WrittenValues } from '../config/schema.js';
import type { Written } from '../config/written.js';
import type { Span } from '../diagnostics/source.js';
import {
  type Grammar,
  ownGrammar,
  type RevealGrammar,
  revealGrammar,
  type Separator,
} from '../parse/grammar.js';

/** How the files of a deck are read for one of its editions, or for the deck itself: as its settings and the command line say. */
export function grammarOf(written: Written, name: string | null, flags: ReadingFlags): Grammar {
  const own = written.editions.find((one) => one.name === name);
  const values = { ...written.values, ...own?.values };
  const placeOf = (key: string) =>
    written.places.get(`editions.${name}.${key}`) ?? written.places.get(key) ?? null;
  const reveal = dialectOf(values, flags) === 'reveal' ? separatorsOf(values, placeOf, flags) : null;
  const base = reveal === null ? ownGrammar : revealGrammar;
  return {
    ...base,
    split: values.split ?? base.split,
    math: values.math ?? base.math,
    reveal,
  };
}

function separatorsOf(
  values: WrittenValues,
  placeOf: (key: string) => Span | null,
  flags: ReadingFlags,
): RevealGrammar {
  const separator = (key: 'separator' | 'verticalSeparator' | 'notesSeparator'): Separator | null => {
    const [flag, value] = [flags[key], values[key]];
    if (flag !== undefined) return { pattern: flag, place: null };
    return typeof value === 'string' ? { pattern: value, place: placeOf(key) } : null;
  };
  const none = flags.verticalSeparator === undefined && values.verticalSeparator === false;
  return {
    separator: separator('separator'),
    vertical: none ? false : separator('verticalSeparator'),
    notes: separator('notesSeparator'),
  };
}
