import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { SourceFile } from '../diagnostics/source.js';
import type { Grammar } from './grammar.js';
import type { EmojiNamed } from './shortcodes.js';

/** What every part of the parser is handed: the file, how it is to be read, and where to put what is noticed. */
export interface Parsing {
  readonly source: SourceFile;
  readonly grammar: Grammar;
  /** Null: `:rocket:` is text. */
  readonly emojiNamed: EmojiNamed | null;
  /** Labels that links of the file may have, as they are compared; found when they are asked for. */
  readonly usedLabels: () => ReadonlySet<string>;
  readonly notice: (diagnostic: Diagnostic) => void;
}
