import type { Token } from 'marked';

/** The tokens that our own extensions add to marked's. Offsets in them count from the start of `raw`. */

export interface ContainerToken {
  readonly type: 'container';
  readonly raw: string;
  readonly tokens: Token[];
  /** Null: `::: {.x}`. */
  readonly name: string | null;
  readonly nameAt: number;
  readonly argument: string | null;
  /** `{…}` of the opening line, as text, and where it stands. */
  readonly attributesText: string;
  readonly attributesAt: number;
  readonly bodyAt: number;
  readonly body: string;
  readonly openingLength: number;
  /** False: no closing line was found before the end or the next divider. */
  readonly closed: boolean;
  /** Nested too deep: the body was not read. */
  readonly tooDeep: boolean;
}

/** A bare `:::` that closes nothing. */
export interface StrayCloseToken {
  readonly type: 'stray-close';
  readonly raw: string;
}

/** `Note:` at the start of a top-level line: the rest of the slide is the speaker's. */
export interface NoteMarkToken {
  readonly type: 'note-mark';
  readonly raw: string;
}

/** `. . .` alone on a line. */
export interface PauseToken {
  readonly type: 'pause';
  readonly raw: string;
}

/** `{…}` alone on the line below a list, table or fence. */
export interface AttributeLineToken {
  readonly type: 'attribute-line';
  readonly raw: string;
}

/** `{…}` among words. */
export interface InlineAttributesToken {
  readonly type: 'inline-attributes';
  readonly raw: string;
}

/** `[words]{…}`, without its attributes. */
export interface BracketedToken {
  readonly type: 'bracketed';
  readonly raw: string;
  readonly tokens: Token[];
}

/** `==marked==`, `x^2^` or `H~2~O`. */
export interface MarkToken {
  readonly type: 'mark' | 'sup' | 'sub';
  readonly raw: string;
  readonly tokens: Token[];
}

/** `$…$` or `$$…$$` among words. */
export interface MathToken {
  readonly type: 'math';
  readonly raw: string;
  readonly display: boolean;
  readonly tex: string;
  readonly texAt: number;
}

/** `$$…$$` on lines of its own. */
export interface MathBlockToken {
  readonly type: 'math-block';
  readonly raw: string;
  readonly tex: string;
  readonly texAt: number;
  /** `{…}` behind it, as text, and where it stands. */
  readonly attributesText: string;
  readonly attributesAt: number;
}

/** `[^1]` among words. */
export interface NoteReferenceToken {
  readonly type: 'note-reference';
  readonly raw: string;
  readonly label: string;
}

/** `^[words]`. */
export interface InlineNoteToken {
  readonly type: 'inline-note';
  readonly raw: string;
  readonly tokens: Token[];
}

/** `[^1]: words`. */
export interface FootnoteToken {
  readonly type: 'footnote';
  readonly raw: string;
  readonly label: string;
  /** Where `[^1]` stands. */
  readonly labelAt: number;
  readonly tokens: Token[];
}

/** Terms, and what they mean. */
export interface DefinitionListToken {
  readonly type: 'definition-list';
  readonly raw: string;
  readonly entries: readonly DefinitionEntryToken[];
}
export interface DefinitionEntryToken {
  readonly terms: readonly { readonly raw: string; readonly tokens: Token[] }[];
  readonly definitions: readonly { readonly raw: string; readonly tokens: Token[] }[];
}

export type OwnToken =
  | ContainerToken
  | StrayCloseToken
  | NoteMarkToken
  | PauseToken
  | AttributeLineToken
  | InlineAttributesToken
  | BracketedToken
  | MarkToken
  | MathToken
  | MathBlockToken
  | NoteReferenceToken
  | InlineNoteToken
  | FootnoteToken
  | DefinitionListToken;
