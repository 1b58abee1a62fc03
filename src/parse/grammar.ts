import type { Span } from '../diagnostics/source.js';

/** How a deck's Markdown is read. Decided once for a deck, before any of its files is parsed. */
export interface Grammar {
  /** `headings`: `#` and `##` start a slide as well. */
  readonly split: 'dividers' | 'headings';
  /** `. . .` alone on a line is a pause. */
  readonly pauses: boolean;
  /** `==marked==`, `x^2^` and `H~2~O`. */
  readonly marks: boolean;
  /** `$…$` and `$$…$$` are formulas. */
  readonly math: boolean;
  /** `:rocket:` is a picture. */
  readonly emoji: boolean;
  /** Null: Deckhand's own dialect. */
  readonly reveal: RevealGrammar | null;
}

/** What divides a text written for reveal.js. */
export interface RevealGrammar {
  /** Null: three hyphens on a line. */
  readonly separator: Separator | null;
  /** Null: four hyphens on a line; false: nothing. */
  readonly vertical: Separator | false | null;
  /** Null: `Note:` or `Notes:`. */
  readonly notes: Separator | null;
}

/** A regular expression of the author's, and where it is written; null for the command line. */
export interface Separator {
  readonly pattern: string;
  readonly place: Span | null;
}

/** Deckhand's own language, with nothing switched off. */
export const ownGrammar: Grammar = {
  split: 'dividers',
  pauses: true,
  marks: true,
  math: true,
  emoji: true,
  reveal: null,
};

/** The language of reveal.js and reveal-md, as it is where nothing else is said. */
export const revealGrammar: Grammar = {
  split: 'dividers',
  pauses: false,
  marks: false,
  math: false,
  emoji: false,
  reveal: { separator: null, vertical: null, notes: null },
};
