import { type Diagnostic, diagnostic, type Noticed } from '../diagnostics/diagnostic.js';
import { didYouMeanHint } from '../diagnostics/did-you-mean.js';
import type { Span } from '../diagnostics/source.js';

/** Some of our words by name, in groups as `templates/words/en.yaml` has them. */
export interface SomeWords {
  readonly [name: string]: string | SomeWords;
}

/** Words of one's own by language tag in small letters, each with those that it changes. */
export type OwnWords = ReadonlyMap<string, SomeWords>;

export const noOwnWords: OwnWords = new Map();

/** Those for a language, the most exact last: of `de-AT` those of `de`, then its own. */
export function ownWordsFor(lang: string, own: OwnWords): readonly SomeWords[] {
  const parts = lang.toLowerCase().split('-');
  return parts.flatMap((_, index) => {
    const words = own.get(parts.slice(0, index + 1).join('-'));
    return words === undefined ? [] : [words];
  });
}

/** Lays words over ours, the last on top, and tells whether nothing of ours is left. */
export function overWords<Ours extends object>(
  ours: Ours,
  over: readonly SomeWords[],
): { readonly value: Ours; readonly whole: boolean } {
  if (over.length === 0) return { value: ours, whole: false };
  let whole = true;
  return { value: laid(ours, over) as Ours, whole };

  function laid(below: object, above: readonly SomeWords[]): object {
    const entries = Object.entries(below).map(([name, word]) => {
      const found = above.flatMap((one) => one[name] ?? []);
      if (typeof word !== 'string')
        return [
          name,
          laid(
            word,
            found.filter((one) => typeof one === 'object'),
          ),
        ];
      if (found.length === 0) whole = false;
      return [name, found.at(-1) ?? word];
    });
    return Object.fromEntries(entries);
  }
}

/** Takes out of a file of words what is none of ours, or no text, and says so at its place. */
export function knownWords(
  written: object,
  names: object,
  places: { readonly key: (path: string) => Span; readonly value: (path: string) => Span },
): Noticed<SomeWords> {
  const diagnostics: Diagnostic[] = [];
  return { value: known(written, names, ''), diagnostics };

  function known(all: object, expected: object, above: string): SomeWords {
    const words: Record<string, string | SomeWords> = {};
    const ours = new Map<string, string | object>(Object.entries(expected));
    for (const [name, value] of Object.entries(all)) {
      const path = above + name;
      const our = ours.get(name);
      // A name without a word is a line of a form that nobody filled in.
      if (value === null) continue;
      if (our === undefined) {
        const hint = didYouMeanHint(name, ours.keys());
        const message = `There is no word \`${path}\`.`;
        diagnostics.push(diagnostic('template/unknown-word', places.key(path), message, { hint }));
      } else if (typeof our === 'object' && typeof value === 'object' && !Array.isArray(value)) {
        words[name] = known(value, our, `${path}.`);
      } else if (typeof our === 'string' && typeof value === 'string') words[name] = value;
      else {
        const what = typeof our === 'string' ? 'text' : 'words by name';
        const message = `\`${path}\` should be ${what}, so ours is used.`;
        diagnostics.push(diagnostic('template/unknown-word', places.value(path), message));
      }
    }
    return words;
  }
}
