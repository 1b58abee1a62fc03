import type { Span } from '../diagnostics/source.js';

/** What one build can make of a deck. */
export const products = [
  'deck',
  'slides',
  'handout',
  'workbook',
  'labs',
  'agenda',
  'present',
  'guide',
  'solutions',
] as const;
export type Product = (typeof products)[number];

/** A length of time in whole seconds. */
export type Seconds = number;

/** A time of day in minutes after midnight. */
export type MinuteOfDay = number;

/** One `modules:` entry: a file and what an edition changes about it. */
export interface ModuleReference {
  readonly file: string;
  readonly span: Span;
  /** Minutes an edition plans for the module instead of the sum of its slides, by edition name. */
  readonly time: Readonly<Record<string, Seconds>>;
}

/** Where a logo stands, and what it says. */
export interface LogoShown {
  /** Empty: it says nothing. */
  readonly alt: string;
  readonly slides: 'title' | 'all';
}

/** Settings of a deck or of one edition of it, with every default filled in. What the author wrote is `Written`. */
export interface Settings {
  /** Null: nobody wrote one; the model falls back to the first heading, then the file's name. */
  readonly title: string | null;
  readonly subtitle: string | null;
  readonly authors: readonly string[];
  readonly event: string | null;
  readonly place: string | null;
  /** `YYYY-MM-DD`. From `date:`, else from SOURCE_DATE_EPOCH, else null: no date is written. */
  readonly date: string | null;
  readonly timezone: string | null;
  readonly version: string | null;
  /** A BCP 47 language tag. */
  readonly lang: string;
  readonly theme: string;
  /** The side of the theme; null: the one that the theme shows by itself. */
  readonly variant: 'light' | 'dark' | null;
  /** A house's own look, relative to the file that names it. */
  readonly brand: { readonly file: string; readonly span: Span } | null;
  /** Stylesheets scoped to the slides, relative to the file that names them. */
  readonly css: readonly { readonly file: string; readonly span: Span }[];
  /** A folder of templates of the author's own, relative to the file that names it. */
  readonly templates: { readonly folder: string; readonly span: Span } | null;
  /** CSS pixels. */
  readonly aspect: { readonly width: number; readonly height: number };
  readonly paper: 'a4' | 'letter';
  readonly sides: 'one' | 'two';
  readonly logo: (LogoShown & { readonly file: string; readonly span: Span }) | null;
  /** How the logo of the brand is shown where there is no other; null: not at all. */
  readonly logoOfBrand: LogoShown | null;
  /** Null: the title of the deck. */
  readonly footer: string | false | null;
  /** Current, or current and total. */
  readonly slideNumber: 'c' | 'c/t' | false;
  /** Whether single keys do something in the deck on screen. */
  readonly shortcuts: boolean;
  readonly license: string | null;
  readonly url: string | null;
  readonly start: MinuteOfDay | null;
  readonly duration: Seconds | null;
  readonly slideTime: Seconds | null;
  readonly breaks: {
    readonly every: Seconds | null;
    readonly length: Seconds | null;
    readonly lunch: { readonly at: MinuteOfDay; readonly length: Seconds } | null;
  } | null;
  readonly days: number;
  readonly handout: {
    readonly slides: 1 | 2 | 3 | 4 | 6 | 9;
    /** Whether anybody said how many; else it depends on what the slides show. */
    readonly asked: boolean;
    /** Where a section starts: below the one before, on a new page, or on a right-hand one. */
    readonly sections: 'flow' | 'page' | 'right';
    readonly booklet: boolean;
    readonly cover: boolean;
    readonly notes: boolean;
  };
  readonly fragments: 'last' | 'all';
  /** Null: the default four and each further one that the content calls for. */
  readonly products: readonly Product[] | null;
  readonly html: 'safe' | 'trusted';
  readonly split: 'dividers' | 'headings';
  readonly dialect: 'deckhand' | 'reveal';
  /** How slides change that do not say it themselves; null: as the theme has it. */
  readonly transition: string | null;
  /** Options of reveal.js for the deck on screen. */
  readonly screen: Readonly<Record<string, string | number | boolean>>;
  readonly math: boolean;
  readonly tier: 'core' | 'all';
  /** Null: the deck is a single file. */
  readonly modules: readonly ModuleReference[] | null;
}
