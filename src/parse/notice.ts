import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { SourceFile } from '../diagnostics/source.js';

/** What every part of the parser is handed: the file, and where to put what it notices. */
export interface Parsing {
  readonly source: SourceFile;
  readonly notice: (diagnostic: Diagnostic) => void;
}
