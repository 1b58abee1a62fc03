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

export const themeDescription = v.strictObject({
  title: v.string(),
  /** Stylesheets for slides, joined in this order. */
  slides: v.array(v.string()),
  /** Stylesheets that paper adds. */
  paper: v.array(v.string()),
  /** Stylesheets that documents on paper add to those. */
  books: v.optional(v.array(v.string()), []),
  /** Stylesheets that only decks with a certain feature carry along, by its name: `workshop`. */
  extras: v.optional(
    v.record(v.string(), v.strictObject({ slides: v.array(v.string()), paper: v.array(v.string()) })),
    {},
  ),
  fonts: v.array(fontFace),
  /** A JSON file that says which characters the fonts can draw, in text and in code. */
  glyphs: v.optional(v.string()),
});

export type ThemeDescription = v.InferOutput<typeof themeDescription>;
export type FontFace = v.InferOutput<typeof fontFace>;
