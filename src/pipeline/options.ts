import type { Product } from '../config/settings.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Sources } from '../diagnostics/source.js';

/** What may be asked of a build; the command line's flags and the API's options alike. Paths are relative to `cwd`. */
export interface BuildOptions {
  /** Files and folders; default: the working folder. */
  readonly paths?: readonly string[];
  /** Default: the process's working folder. */
  readonly cwd?: string;
  /** Output folder. Default `dist`. */
  readonly out?: string;
  readonly products?: readonly Product[];
  readonly edition?: string;
  readonly theme?: string;
  readonly paper?: 'a4' | 'letter';
  /** Slides on a page of the handout. */
  readonly handout?: 1 | 2 | 3 | 4 | 6 | 9;
  readonly booklet?: boolean;
  /** Slide numbers for paper, as `1,6-8`. */
  readonly range?: string;
  /** The deck and the speaker's deck as one file each as well, with everything inside. */
  readonly singleFile?: boolean;
  /** Make no private product. */
  readonly publicOnly?: boolean;
  /** Content root. */
  readonly root?: string;
  readonly dialect?: 'deckhand' | 'reveal';
  /** What divides slides in the dialect of reveal.js: a regular expression, as reveal.js takes it. */
  readonly separator?: string;
  /** The same for slides below one another. */
  readonly verticalSeparator?: string;
  /** What begins the notes there. */
  readonly notesSeparator?: string;
  /** Path of a browser to print with. */
  readonly browser?: string;
  /** Warnings count as errors. */
  readonly strict?: boolean;
  /** Ends the build early: the last good output stays and no browser is left behind. */
  readonly signal?: AbortSignal;
  /** Told what is going on, for a progress line. `total` is null while it is not known. */
  readonly onProgress?: (progress: Progress) => void;
}

export interface Progress {
  /** What is being made, in words: `kubernetes-vs-docker · slides`. */
  readonly what: string;
  readonly done: number;
  readonly total: number | null;
}

/** How a build or a check ended, in the exit codes of the command line. */
export type Outcome =
  | 'built' // 0
  | 'content-errors' // 1
  | 'wrong-usage' // 2
  | 'nothing-to-do' // 3
  | 'no-browser' // 3
  | 'interrupted'; // 130

export interface BuiltProduct {
  readonly deck: string;
  readonly edition: string | null;
  readonly product: Product | 'shelf';
  /** Relative to `cwd`, with `/`. */
  readonly path: string;
  /** Whether everything it shows lies in the file itself: `--single-file`. */
  readonly alone: boolean;
  /** Null for HTML. */
  readonly pages: number | null;
  readonly bytes: number;
  /** What a copy shop asks; null for HTML. */
  readonly copies: CopyFacts | null;
}

/** How a PDF goes on paper. */
export interface CopyFacts {
  /** How many sheets of paper it takes, printed on one side and on both. */
  readonly sheets: { readonly oneSided: number; readonly twoSided: number };
  /** On which edge the paper is turned: `short-edge` for a booklet, `long-edge` with `sides: two`; null where nobody says. */
  readonly turn: 'short-edge' | 'long-edge' | null;
  /** Whether every word stands out 4.5:1 from its ground when colours turn into grey. */
  readonly grey: boolean;
}

export interface BuildResult {
  readonly outcome: Outcome;
  /** Sorted by place. */
  readonly diagnostics: readonly Diagnostic[];
  /** Sorted by path. */
  readonly products: readonly BuiltProduct[];
  /** Texts for code frames. */
  readonly sources: Sources;
  /** What is no problem of the content but should be known, such as how the browser had to be started; sentences. */
  readonly notes: readonly string[];
  /** Every file that was read, and folders of templates: absolute, sorted. What to watch. */
  readonly read: readonly string[];
}
