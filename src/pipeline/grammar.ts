import { dialectOf, type ReadingFlags } from '../config/dialect.js';
import type { Written } from '../config/written.js';
import {
  type Grammar,
  ownGrammar,
  type RevealGrammar,
  revealGrammar,
  type Separator,
} from '../parse/grammar.js';

/** How all files of a deck are read: as its settings and the command line say, whatever its editions are. */
export function grammarOf(written: Written, flags: ReadingFlags): Grammar {
  const { values } = written;
  const reveal = dialectOf(values, flags) === 'reveal' ? separatorsOf(written, flags) : null;
  const base = reveal === null ? ownGrammar : revealGrammar;
  return {
    ...base,
    split: values.split ?? base.split,
    math: values.math ?? base.math,
    reveal,
  };
}

function separatorsOf({ values, places }: Written, flags: ReadingFlags): RevealGrammar {
  const separator = (key: 'separator' | 'verticalSeparator' | 'notesSeparator'): Separator | null => {
    const [flag, value] = [flags[key], values[key]];
    if (flag !== undefined) return { pattern: flag, place: null };
    return typeof value === 'string' ? { pattern: value, place: places.get(key) ?? null } : null;
  };
  const none = flags.verticalSeparator === undefined && values.verticalSeparator === false;
  return {
    separator: separator('separator'),
    vertical: none ? false : separator('verticalSeparator'),
    notes: separator('notesSeparator'),
  };
}
