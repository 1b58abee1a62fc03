/** What the command line says about how decks are read; it wins over what is written. */
export interface ReadingFlags {
  readonly dialect?: 'deckhand' | 'reveal' | undefined;
  /** Regular expressions, as reveal.js takes them. */
  readonly separator?: string | undefined;
  readonly verticalSeparator?: string | undefined;
  readonly notesSeparator?: string | undefined;
}

/** Keys of reveal-md that by themselves say that a deck is written for reveal.js. */
export const revealKeys = ['separator', 'verticalSeparator', 'notesSeparator', 'revealOptions'] as const;

/** Files of reveal-md that hold settings when they lie beside a deck. */
export const filesBeside = ['reveal-md.json', 'reveal.json'] as const;

/**
 * The Markdown a deck is written in: what is said of it, else what its keys show.
 *
 * @param written the deck's settings, read or as YAML holds them
 */
export function dialectOf(
  written: { readonly dialect?: unknown },
  flags: ReadingFlags,
): 'deckhand' | 'reveal' {
  if (flags.dialect !== undefined) return flags.dialect;
  if (written.dialect === 'reveal' || written.dialect === 'deckhand') return written.dialect;
  const speaks = revealKeys.some(
    (key) => Object.hasOwn(written, key) || (key !== 'revealOptions' && flags[key] !== undefined),
  );
  return speaks ? 'reveal' : 'deckhand';
}

/** Whether a text is a regular expression that divides: one that matches nothing at all would divide everywhere. */
export function isSeparator(pattern: string): boolean {
  try {
    return pattern !== '' && !new RegExp(pattern, 'mg').test('');
  } catch {
    return false;
  }
}
