import type { SettingFlags } from '../config/resolve.js';
import type { Written } from '../config/written.js';
import type { Grammar } from '../parse/grammar.js';

/** How all files of a deck are read: as its settings and the command line say, whatever its editions are. */
export function grammarOf({ values }: Written, flags: Pick<SettingFlags, 'dialect'>): Grammar {
  const own = (flags.dialect ?? values.dialect ?? 'deckhand') === 'deckhand';
  return {
    split: values.split ?? 'dividers',
    pauses: own,
    marks: own,
    math: values.math ?? own,
    emoji: own,
  };
}
