import type { TemplateFiles } from './template-files.js';
import type { Tokens } from './tokens.js';

/** A look: read, validated and frozen once. Templates and stylesheets are text; nothing here touches the disk again. */
export interface Theme {
  readonly name: string;
  /** The side that is shown where a deck does not choose one. */
  readonly variant: 'light' | 'dark';
  /** Whether it can be shown in the colours of a house. */
  readonly takesBrand: boolean;
  /** Where it comes from, and pages around it do. */
  readonly templates: TemplateFiles;
  /** Layout templates (Handlebars source), by layout name. */
  readonly layouts: ReadonlyMap<string, string>;
  /** Parts that layouts and page templates include (Handlebars source), by name. */
  readonly partials: ReadonlyMap<string, string>;
  /** Icons as inline SVG, by name: `tip`, `warning`, … */
  readonly icons: ReadonlyMap<string, string>;
  /** Custom properties and rules for slides; reads no file of its own. */
  readonly slidesCss: string;
  /** What paper products add to it. */
  readonly paperCss: string;
  /** What documents that are read on paper add to that: workbook, lab sheets, guide. */
  readonly booksCss: string;
  /** Rules for what few decks have, by the feature's name: they go after the others. */
  readonly extras: ReadonlyMap<string, { readonly slidesCss: string; readonly paperCss: string }>;
  /** `@font-face` rules for the screen, fonts inside as data addresses, so that a deck opened from disk has them. */
  readonly screenFontsCss: string;
  /** `@font-face` rules for paper: static instances only, since variable fonts turn into Type 3 in PDFs. */
  readonly paperFontsCss: string;
  /** Numbers that its stylesheet gives to custom properties: sizes and margins, by which it is told what fits on a slide. */
  readonly tokens: Tokens;
  /** Ranges of code points that the fonts can draw; null where the theme does not say. */
  readonly glyphs: ThemeGlyphs | null;
  /** Families that pages may use, to be loaded before printing. */
  readonly fontFamilies: readonly string[];
  /** Families in which drawings are set that take on the look of the theme; those of themes that it extends, too. */
  readonly drawingFamilies: readonly string[];
  /** Whose work its fonts are, where a licence asks for that to be said. */
  readonly credits: readonly string[];
}

/** Both ends of a range are included. */
export interface ThemeGlyphs {
  readonly text: readonly (readonly [number, number])[];
  readonly code: readonly (readonly [number, number])[];
  readonly widths?: Widths;
}

/** The two faces that words are set in. */
export type Face = 'text' | 'display';

/** Runs of letters, each its first code point and then a width a letter, in thousandths of the type's size. */
export type Widths = Readonly<Record<Face, readonly (readonly number[])[]>>;
