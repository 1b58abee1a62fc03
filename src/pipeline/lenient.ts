import type { Diagnostic } from '../diagnostics/diagnostic.js';

/** What an author of ours has to mend, and what reveal.js shows all the same in a deck that was written for it. */
const forgiven: ReadonlySet<string> = new Set([
  'path/missing',
  'path/outside-root',
  'path/absolute',
  'path/backslash',
  'path/bad',
  'path/folder',
  'path/not-a-file',
  'path/unreadable',
  'image/not-an-image',
  'image/too-large',
  'image/unsafe-svg',
  'asset/wrong-kind',
  'asset/too-heavy',
  'fence/unclosed',
  'comment/unclosed',
  'slide/duplicate-id',
  'slide/bad-time',
  'slide/unknown-layout',
  'css/broken',
]);

/** In the dialect of reveal.js what is left out is a warning: the deck has been shown before, and builds as it is. */
export function forgive(
  diagnostics: readonly Diagnostic[],
  dialect: 'deckhand' | 'reveal',
): readonly Diagnostic[] {
  if (dialect === 'deckhand') return diagnostics;
  return diagnostics.map((one) => (forgiven.has(one.code) ? { ...one, severity: 'warning' } : one));
}
