import type { Noticed } from '../diagnostics/diagnostic.js';
import type { SourceFile } from '../diagnostics/source.js';
import type { ParsedFile } from '../parse/ast.js';
import type { Grammar } from '../parse/grammar.js';
import { parseFile } from '../parse/parse-file.js';
import type { EmojiNamed } from '../parse/shortcodes.js';
import type { KeepSlides } from '../render/rendered-edition.js';
import type { Gathered } from './gather.js';

/** What is kept from one reading of a deck to the next, so that the next does only what is new. */
export interface Kept {
  readonly parse: (
    source: SourceFile,
    from: number,
    grammar: Grammar,
    emojiNamed: EmojiNamed | null,
  ) => Noticed<ParsedFile>;
  readonly slides: ((gathered: Gathered) => KeepSlides) | null;
}

/** For a build, which reads a deck once. */
export const nothingKept: Kept = {
  parse: (source, from, grammar, emojiNamed) =>
    parseFile(source, from, grammar, undefined, emojiNamed ?? undefined),
  slides: null,
};
