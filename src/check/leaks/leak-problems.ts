import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.js';
import type { Span } from '../../diagnostics/source.js';
import type { Leak } from './find-leaks.js';
import { lettersOf } from './letter-writer.js';
import { placesOf, plain } from './letters.js';
import type { PassageKind, PrivateFile } from './passage.js';

const names: Readonly<Record<PassageKind, string>> = {
  spoken: 'These words are for whoever speaks or teaches',
  'hidden-slide': 'These words are on a slide that is hidden',
  'hidden-fence': 'These words are in a fence that is hidden',
  comment: 'These words are in a comment',
};

const hint =
  'Nothing of the deck was published; what is in the output folder is as it was. If the words are for everybody, write them where everybody sees them. Else please report this: it is a mistake of Deckhand’s.';

/**
 * Says of a private passage that it is published.
 *
 * @param path of the published file, below the output folder
 * @param where in it: `line 12`, `page 3`
 * @param sources the texts that spans point into
 */
export function leakProblem(
  leak: Leak,
  path: string,
  where: string,
  sources: ReadonlyMap<string, string>,
): Diagnostic {
  const { kind, span } = leak.passage;
  const message = `${names[kind]}, and stand in the public file \`${path}\`, ${where}.`;
  return diagnostic('leak/found', placeOf(leak, sources.get(span.file) ?? ''), message, { hint });
}

/** Says the same of a file. */
export function fileProblem({ span }: PrivateFile, path: string): Diagnostic {
  const message = `Only words that are not for the public refer to this file, and it is in the public file \`${path}\`.`;
  return diagnostic('leak/found', span, message, { hint });
}

/** Where exactly in its passage the words stand, if marks and the like between them do not hide that. */
function placeOf({ passage: { span }, words }: Leak, text: string): Span {
  const passage = text.slice(span.start, span.end);
  const plainly = plain(passage);
  // Places hold only where no character became several.
  if (plainly.length !== passage.length) return span;
  const places = placesOf(plainly);
  const { codes } = lettersOf(passage);
  const wanted = lettersOf(words).codes;
  for (let start = 0; start + wanted.length <= codes.length; start++) {
    if (!wanted.every((code, index) => codes[start + index] === code)) continue;
    const from = places[start] ?? 0;
    const to = places[start + wanted.length - 1] ?? from;
    return { ...span, start: span.start + from, end: span.start + to + 1 };
  }
  return span;
}
