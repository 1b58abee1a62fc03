import type { ParsedFile } from '../parse/ast.js';

/** Everything that was read for a deck: the model looks things up here and never on the disk. */
export interface Library {
  readonly parsed: ReadonlyMap<string, ParsedFile>;
  /** Which file a reference means, by {@link referenceKey}; absent where it could not be read, which was said. */
  readonly located: ReadonlyMap<string, string>;
  /** Texts of files shown with `file=`. */
  readonly texts: ReadonlyMap<string, string>;
  /** Languages that included files and modules name in their front matter. */
  readonly languages: ReadonlyMap<string, string>;
}

/** A reference is relative to the file it stands in. */
export function referenceKey(from: string, target: string): string {
  return `${from}\u0000${target}`;
}
