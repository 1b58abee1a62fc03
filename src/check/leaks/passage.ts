import type { Span } from '../../diagnostics/source.js';

/** Words that are not for the public. */
export interface Passage {
  readonly kind: PassageKind;
  readonly text: string;
  /** Where they stand. */
  readonly span: Span;
}

/** `spoken`: notes and all blocks for whoever teaches. The others are for nobody but the author. */
export type PassageKind = 'spoken' | 'hidden-slide' | 'hidden-fence' | 'comment';

/** A file that nothing but private passages refers to. */
export interface PrivateFile {
  /** Its name in the output, below the folder of its deck. */
  readonly href: string;
  readonly bytes: Uint8Array;
  /** Where it is referred to. */
  readonly span: Span;
}

/** A published file as text. Pieces that stand together are read as one text. */
export interface PublishedText {
  /** What readers, screen readers and search engines read. */
  readonly words: readonly Piece[];
  /** What else is written in the file: names of classes, rules, scripts. Only long runs are looked for in it. */
  readonly source: readonly Piece[];
}

/** `at` is an offset in the file, or says where in it the piece is: `page 3`. */
export interface Piece {
  readonly text: string;
  readonly at: number | string;
}

/** Ends a piece for passages of a few words, which do not go on behind it. */
export const end = '\f';
