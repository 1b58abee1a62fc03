const rightToLeft: ReadonlySet<string> = new Set(['Adlm', 'Arab', 'Hebr', 'Nkoo', 'Rohg', 'Syrc', 'Thaa']);

/** A deck has few languages, and asks for each slide. What knows of all takes a while to load: not for the most frequent ones. */
const known = new Map<string, 'ltr' | 'rtl'>([
  ['en', 'ltr'],
  ['de', 'ltr'],
]);

/** What pages of paper are told of the way they are read. */
export interface PageDirection {
  readonly dir: 'ltr' | 'rtl';
  /** The side where lines start, and where they end. */
  readonly start: 'left' | 'right';
  readonly end: 'left' | 'right';
  readonly mirrored: boolean;
  /** The margin at the side where paper is bound. */
  readonly inside: string;
}

/** How pages in a language are read and bound: from the right where its lines start there. */
export function pageDirection(lang: string, inside: string): PageDirection {
  const dir = directionOf(lang);
  const mirrored = dir === 'rtl';
  return { dir, start: mirrored ? 'right' : 'left', end: mirrored ? 'left' : 'right', mirrored, inside };
}

/** Which way a language is read, by the script it is written in. */
export function directionOf(lang: string): 'ltr' | 'rtl' {
  const before = known.get(lang);
  if (before) return before;
  const found = rightToLeft.has(new Intl.Locale(lang).maximize().script ?? '') ? 'rtl' : 'ltr';
  known.set(lang, found);
  return found;
}
