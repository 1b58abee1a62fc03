/** How a deck's Markdown is read. Decided once for a deck, before any of its files is parsed. */
export interface Grammar {
  /** `headings`: `#` and `##` start a slide as well. */
  readonly split: 'dividers' | 'headings';
  /** `==marked==`, `x^2^` and `H~2~O`. */
  readonly marks: boolean;
  /** `. . .` alone on a line is a pause. */
  readonly pauses: boolean;
  /** `$…$` and `$$…$$` are formulas. */
  readonly math: boolean;
  /** `:rocket:` is a picture. */
  readonly emoji: boolean;
}

/** Deckhand's own language, with nothing switched off. */
export const ownGrammar: Grammar = {
  split: 'dividers',
  pauses: true,
  marks: true,
  math: true,
  emoji: true,
};
