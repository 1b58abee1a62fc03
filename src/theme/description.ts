import * as v from 'valibot';

/** What a theme's `theme.yaml` says: which files it is made of. Paths are relative to the theme's folder. */
const fontFace = v.strictObject({
  family: v.string(),
  weight: v.number(),
  style: v.optional(v.picklist(['normal', 'italic']), 'normal'),
  /** A WOFF2 file, a static instance: variable fonts turn into Type 3 in PDFs. */
  file: v.string(),
  /** CSS `unicode-range`, where several files share one face. */
  range: v.optional(v.string()),
});

const sheets = v.optional(v.array(v.string()), []);

export const themeDescription = v.strictObject({
  title: v.string(),
  /** What it is for, in one sentence. */
  about: v.optional(v.string(), ''),
  /**
   * The theme that this one changes. Its sheets come first; a file of the same name in this theme's folder takes the
   * place of one of its. Fonts are all its or all this theme's own.
   */
  extends: v.optional(v.string()),
  /** Inherited stylesheets that this theme goes without. */
  without: sheets,
  /** Whether it takes the colours of a house: it reads `--brand` and its kin. */
  brand: v.optional(v.boolean()),
  /** Which side is shown where a deck does not choose one. */
  variant: v.optional(v.picklist(['light', 'dark'])),
  /** Stylesheets for slides, joined in this order. */
  slides: sheets,
  /** Stylesheets that paper adds. */
  paper: sheets,
  /** Stylesheets that documents on paper add to those. */
  books: sheets,
  /** Stylesheets that only decks with a certain feature carry along, by its name: `workshop`. */
  extras: v.optional(v.record(v.string(), v.strictObject({ slides: sheets, paper: sheets })), {}),
  fonts: v.optional(v.array(fontFace)),
  /** Faces beside the inherited ones, for what these cannot draw. Each says in `range` what it is for. */
  'more-fonts': v.optional(v.array(v.required(fontFace, ['range'])), []),
  /** Whose work the fonts are, and under which licence: a line for each family. They go with what is made. */
  credits: v.optional(v.array(v.string())),
  /** A JSON file that says which characters the fonts can draw, in text and in code. */
  glyphs: v.optional(v.string()),
});

export type ThemeDescription = v.InferOutput<typeof themeDescription>;
export type FontFace = v.InferOutput<typeof fontFace>;
