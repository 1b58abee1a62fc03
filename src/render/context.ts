import type { Code, Container } from '../parse/ast.js';
import type { Words } from '../theme/words.js';
import type { Diagram } from './diagram.js';
import type { Drawing } from './drawing.js';
import type { Footnotes } from './footnotes.js';
import type { HeadingLevels } from './heading-levels.js';
import type { SlideMath } from './math.js';
import type { DrawCode } from './qr.js';

/** A local file as a page sees it. */
export interface MediaFile {
  /** Relative to the page: `assets/port.1a2b3c4d.jpg`. */
  readonly href: string;
  readonly mediaType: string;
  /** CSS pixels; null where the file does not say. */
  readonly width: number | null;
  readonly height: number | null;
}

/** Code as HTML with highlight.js' classes; spans may run over lines. Null for a language nobody knows. */
export type Highlight = (text: string, language: string) => string | null;

/** What rendering a slide may ask for. */
export interface RenderContext {
  /** The file a reference in `from` means, and the note that the page uses it; null where it could not be read. */
  readonly media: (from: string, target: string) => MediaFile | null;
  /** The SVG file a reference means, to be drawn into the page; null for every other file. */
  readonly drawing: (from: string, target: string) => Drawing | null;
  /** The diagram that a fence is; null for code. */
  readonly diagram: (code: Code) => Diagram | null;
  /** A prefix for ids that no other drawing on the page has. */
  readonly nextPrefix: () => string;
  readonly highlight: Highlight;
  /** Draws QR codes; null where the edition has none. */
  readonly qr: DrawCode | null;
  readonly math: SlideMath;
  readonly footnotes: Pick<Footnotes, 'mark'>;
  readonly words: Words;
  /** Icons as inline SVG, by name. */
  readonly icons: ReadonlyMap<string, string>;
  readonly levels: HeadingLevels;
  /** The number of a lab in the edition; null for what is none. */
  readonly labNumber: (lab: Container) => number | null;
  /** What is drawn: a slide, what stands beside it on participants' paper, or what the speaker has of it. */
  readonly place: 'slide' | 'paper' | 'notes';
  /** Which state of code steps is drawn: the first on a screen, the last on paper. */
  readonly steps: 'first' | 'last';
  /** Within the words of a link, where no other link may stand. */
  readonly insideLink?: boolean;
}
