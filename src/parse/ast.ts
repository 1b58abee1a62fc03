import type { Span } from '../diagnostics/source.js';

/**
 * What Markdown becomes: blocks and inlines as plain data, each with the place it came from. Spans are exact for
 * slides, top-level blocks and blocks inside `:::`; inside lists, quotes and tables they are on the right line.
 */

/** One `key=value` of an attribute list, or a bare word (value null). */
export interface AttributePair {
  readonly key: string;
  readonly value: string | null;
  readonly span: Span;
}

/** `{#id .class key=value word}`. */
export interface Attributes {
  readonly id: { readonly value: string; readonly span: Span } | null;
  readonly classes: readonly string[];
  readonly pairs: readonly AttributePair[];
}

export const noAttributes: Attributes = { id: null, classes: [], pairs: [] };

interface Node {
  readonly span: Span;
  readonly attributes: Attributes;
}

export interface Text extends Node {
  readonly type: 'text';
  readonly text: string;
}
export interface Emphasis extends Node {
  readonly type: 'em' | 'strong' | 'del' | 'span' | 'mark' | 'sup' | 'sub';
  readonly children: readonly Inline[];
}
export interface CodeSpan extends Node {
  readonly type: 'codespan';
  readonly text: string;
}
export interface Link extends Node {
  readonly type: 'link';
  readonly href: string;
  readonly title: string | null;
  readonly children: readonly Inline[];
}
export interface Image extends Node {
  readonly type: 'image';
  readonly src: string;
  readonly alt: string;
  readonly title: string | null;
}
export interface Break extends Node {
  readonly type: 'break';
}
/** Raw inline HTML, one tag. Comments never get here. */
export interface InlineHtml extends Node {
  readonly type: 'inline-html';
  readonly html: string;
}
/** A formula, in TeX. */
export interface InlineMath extends Node {
  readonly type: 'math';
  readonly tex: string;
  /** `$$…$$`: drawn on a line of its own. */
  readonly display: boolean;
  /** Where the TeX stands in the file; null where marks of quotes or tables stand in between. */
  readonly at: number | null;
}
/** `[^1]`: a footnote that stands elsewhere. */
export interface NoteReference extends Node {
  readonly type: 'note-reference';
  readonly label: string;
}
/** `^[words]`: a footnote on the spot. */
export interface InlineNote extends Node {
  readonly type: 'inline-note';
  readonly children: readonly Inline[];
}
export type Inline =
  | Text
  | Emphasis
  | CodeSpan
  | Link
  | Image
  | Break
  | InlineHtml
  | InlineMath
  | NoteReference
  | InlineNote;

export interface Heading extends Node {
  readonly type: 'heading';
  readonly depth: number;
  readonly children: readonly Inline[];
}
export interface Paragraph extends Node {
  readonly type: 'paragraph';
  readonly children: readonly Inline[];
}
/** The words of a tight list item: a paragraph without its tags. */
export interface Plain extends Node {
  readonly type: 'plain';
  readonly children: readonly Inline[];
}
export interface ListItem extends Node {
  /** Null: no task list. */
  readonly checked: boolean | null;
  readonly children: readonly Block[];
}
export interface List extends Node {
  readonly type: 'list';
  readonly ordered: boolean;
  readonly start: number | null;
  readonly items: readonly ListItem[];
}
export interface Quote extends Node {
  readonly type: 'quote';
  readonly children: readonly Block[];
}
/** A GitHub alert or a callout block. */
export interface Callout extends Node {
  readonly type: 'callout';
  readonly kind: CalloutKind;
  readonly title: string | null;
  readonly children: readonly Block[];
}
export type CalloutKind = 'note' | 'tip' | 'info' | 'important' | 'warning' | 'danger';
export interface TableCell extends Node {
  readonly children: readonly Inline[];
  readonly align: 'left' | 'center' | 'right' | null;
}
export interface Table extends Node {
  readonly type: 'table';
  readonly head: readonly TableCell[];
  readonly rows: readonly (readonly TableCell[])[];
}
/** Lines in focus, counted from 1 over shown lines; `all` is every line. */
export type CodeStep = 'all' | readonly number[];
export interface Code extends Node {
  readonly type: 'code';
  /** As written: `yaml`; null where none stands. */
  readonly language: string | null;
  readonly text: string;
  readonly steps: readonly CodeStep[];
  readonly title: string | null;
  /** The number of the first line, where lines are numbered. */
  readonly from: number | null;
  readonly numbered: boolean;
  readonly diff: boolean;
  /** `file=path#region`: the body comes from there. */
  readonly source: FileReference | null;
}
export interface FileReference {
  readonly path: string;
  /** A `#region` name, or a range of lines from 1. */
  readonly part: { readonly region: string } | { readonly from: number; readonly to: number } | null;
  readonly span: Span;
}
/** A formula on lines of its own, or a fence whose language is `math`. */
export interface MathBlock extends Node {
  readonly type: 'math-block';
  readonly tex: string;
  /** Where the TeX stands in the file; null where marks of quotes or lists stand in between. */
  readonly at: number | null;
}
/** Terms, each with what it means. */
export interface DefinitionList extends Node {
  readonly type: 'definition-list';
  readonly entries: readonly DefinitionEntry[];
}
export interface DefinitionEntry {
  readonly terms: readonly (Node & { readonly children: readonly Inline[] })[];
  readonly definitions: readonly (Node & { readonly children: readonly Block[] })[];
}
/** `[^1]: words`, while a file is being read: then it is taken out of its slide, see {@link ParsedFile.footnotes}. */
export interface Footnote extends Node {
  readonly type: 'footnote';
  readonly label: string;
  readonly labelSpan: Span;
  readonly children: readonly Block[];
}
export interface Html extends Node {
  readonly type: 'html';
  /** Without its comments. */
  readonly html: string;
  /** Where `html` stands in the source, piece by piece: comments and the marks of lists and quotes lie between. */
  readonly pieces: readonly HtmlPiece[];
}
/** From `at` in the HTML on, up to the next piece, the same text stands at `source` in the file. */
export interface HtmlPiece {
  readonly at: number;
  readonly source: number;
}
export interface Rule extends Node {
  readonly type: 'rule';
}
/** `. . .`: what follows comes on the next click. */
export interface Pause extends Node {
  readonly type: 'pause';
}
/** `::: name … :::`. Callouts are `Callout`; everything else of the table of blocks is here, by its name. */
export interface Container extends Node {
  readonly type: 'container';
  /** `columns`, `notes`, …; `div` for `::: {.x}`. */
  readonly name: string;
  readonly nameSpan: Span;
  /** What stands after the name and is no attribute: a path, an address, a number, a title. */
  readonly argument: string | null;
  readonly children: readonly Block[];
}
export type Block =
  | Heading
  | Paragraph
  | Plain
  | List
  | Quote
  | Callout
  | Table
  | Code
  | MathBlock
  | DefinitionList
  | Footnote
  | Html
  | Rule
  | Pause
  | Container;

/** A slide as written: nothing resolved, nothing left out. */
export interface ParsedSlide {
  readonly type: 'slide';
  readonly span: Span;
  /** Opened by `----`: it stands below the slide before it. */
  readonly below: boolean;
  /** What the first heading's attributes and `<!-- slide: … -->` say, joined; the heading's win. */
  readonly attributes: Attributes;
  readonly blocks: readonly Block[];
  /** After `Note:`; notes in boxes are still among `blocks`. */
  readonly notes: readonly Block[];
  /** Only notes and a comment below an include: they are about the last slide that it brings. */
  readonly joinsLast: boolean;
}

/** `::: include part.md` between slides: the slides of another file. */
export interface ParsedInclude {
  readonly type: 'include';
  readonly path: string;
  readonly below: boolean;
  /** Which editions its slides are in. */
  readonly attributes: Attributes;
  /** What `<!-- slide: … -->` says above it: of the slide that begins there, its first one. */
  readonly slide: Attributes;
  readonly span: Span;
}

/** A parsed file: a deck, a module or an included file. */
export interface ParsedFile {
  readonly file: string;
  readonly parts: readonly (ParsedSlide | ParsedInclude)[];
  /** Footnotes, wherever in the file they stand. */
  readonly footnotes: readonly PlacedFootnote[];
}

/** A footnote and whether it stands among words that are not for the public. */
export interface PlacedFootnote {
  readonly note: Footnote;
  readonly isPrivate: boolean;
}
