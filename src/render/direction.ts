const rightToLeft: ReadonlySet<string> = new Set(['Adlm', 'Arab', 'Hebr', 'Nkoo', 'Rohg', 'Syrc', 'Thaa']);

/** A deck has few languages, and asks for each slide. What knows of all takes a while to load: not for the most frequent ones. */
const known = new Map<string, 'ltr' | 'rtl'>([
  ['en', 'ltr'],
  ['de', 'ltr'],
]);

/** Which way a language is read, by the script it is written in. */
export function directionOf(lang: string): 'ltr' | 'rtl' {
  const before = known.get(lang);
  if (before) return before;
  const found = rightToLeft.has(new Intl.Locale(lang).maximize().script ?? '') ? 'rtl' : 'ltr';
  known.set(lang, found);
  return found;
}
