import { getDefaults, Lexer, type MarkedOptions, type Token } from 'marked';
import { container } from './extensions/container.js';
import { definitionList } from './extensions/definitions.js';
import { footnote, inlineNote, noteReference } from './extensions/footnotes.js';
import { bracketed, inlineAttributes } from './extensions/inline.js';
import { attributeLine, noteMark, pause } from './extensions/marks.js';
import { blockMath, inlineMath, mathBelow, withoutMath } from './extensions/math.js';
import { marked, raised } from './extensions/word-marks.js';
import type { Grammar } from './grammar.js';
import { interruptionIn, marksOf } from './interruptions.js';
import { DeckTokenizer, type Nesting, TildeTokenizer } from './tokenizer.js';

/** Texts cut into marked's tokens and ours; `reading` tells how far it has come, should it be ended early. */
export interface Lexing {
  readonly run: () => readonly (readonly Token[])[];
  /**
   * The words that were being read last, and where the text starts that they stand in; before that, up to where texts
   * were cut into blocks.
   */
  readonly reading: () => { readonly words: string; readonly from: number } | { readonly blocksUpTo: number };
}

/**
 * Prepares the lexing of parts of a text, each on its own but for the addresses that links refer to. Blocks first,
 * then the words in them, as marked's own `lex` does; driven from here so that a text which takes too long can be
 * named by its block.
 */
export function lexing(
  text: string,
  parts: readonly { readonly start: number; readonly end: number }[],
  grammar: Grammar,
): Lexing {
  const links: Links = Object.create(null);
  let current: { readonly lexer: Lexer; readonly start: number } | null = null;
  let reading: { words: string; from: number } | null = null;
  const run = () => {
    // What was ended in the middle of something may not go on from there.
    const lexerFor = lexersOf(grammar);
    const lexers = parts.map(({ start, end }) => {
      const part = text.slice(start, end);
      const lexer = lexerFor(part);
      lexer.tokens.links = links;
      current = { lexer, start };
      lexer.blockTokens(part, lexer.tokens);
      return current;
    });
    for (const { lexer, start } of lexers) {
      for (const { src, tokens: words } of lexer.inlineQueue) {
        // An empty cell of a table says nothing of where it stands.
        if (src.trim() !== '') reading = { words: src, from: start };
        lexer.state.inRawBlock = false;
        lexer.inlineTokens(withoutIndentation(src), words);
      }
    }
    return lexers.map(({ lexer }) => lexer.tokens);
  };
  const blocksUpTo = () =>
    (current?.start ?? 0) + (current?.lexer.tokens.reduce((sum, token) => sum + token.raw.length, 0) ?? 0);
  return { run, reading: () => reading ?? { blocksUpTo: blocksUpTo() } };
}

type Links = Lexer['tokens']['links'];

/**
 * Makes lexers. What is looked for in a text is what may be in it, as most slides have next to nothing and looking is not free; for
 * those that may have the same, everything but what was read is the same as well.
 */
function lexersOf(grammar: Grammar): (text: string) => Lexer {
  const known = new Map<string, OwnOptions>();
  let rules: DeckTokenizer['rules'] | undefined;
  return (text) => {
    const math = grammar.math && text.includes('$');
    const footnotes = text.includes('[^');
    const definitions = /^[ \t>*+\d.)-]*:[ \t]+\S/m.test(text);
    const tildes = text.includes('~');
    const kind = [math, footnotes, definitions, tildes].join();
    const options = known.get(kind) ?? optionsWith({ ...grammar, math, footnotes, definitions, tildes });
    known.set(kind, options);
    const lexer = new Lexer(options);
    const { tokenizer } = options;
    // A lexer gives its tokenizer marked's own.
    rules ??= { ...tokenizer.rules, inline: { ...tokenizer.rules.inline, anyPunctuation: nothing } };
    tokenizer.rules = rules;
    return lexer;
  };
}

/** What is looked for in a text. */
interface Looking extends Grammar {
  readonly footnotes: boolean;
  readonly definitions: boolean;
  readonly tildes: boolean;
}

/** Blank space at the start of a line of words is none of them. */
function withoutIndentation(words: string): string {
  return words.replace(/(^|\n)[ \t]+/g, '$1');
}

/**
 * marked takes the backslashes out of addresses and titles before anybody reads the references in them, so that
 * `\&amp;` would become `&`: it leaves them in, and both are read at once when inlines are made.
 */
const nothing = /(?!)/g;

type Hooks = NonNullable<MarkedOptions['hooks']>;
type OwnOptions = MarkedOptions & { readonly tokenizer: DeckTokenizer };
type Extensions = NonNullable<MarkedOptions['extensions']>;
type Tokenize = NonNullable<Extensions['block']>[number];

/** What reads our own marks among words, by the character that each begins with. */
function inlineTokenizers(grammar: Looking): Readonly<Record<string, readonly OwnTokenize[]>> {
  return {
    '{': [(_, src) => inlineAttributes(src, grammar)],
    '[': [(lexer, src) => bracketed(lexer, src, grammar), ...(grammar.footnotes ? [noteReference] : [])],
    ...(grammar.math && { $: [inlineMath] }),
    ...(grammar.marks && { '=': [marked], '^': [inlineNote, raised], '~': [raised] }),
  };
}

type OwnTokenize = (lexer: Lexer, src: string, before: readonly Token[]) => Token | undefined;

function optionsWith(grammar: Looking): OwnOptions {
  const nesting: Nesting = { depth: 0 };
  const block = container(nesting, grammar);
  const marks = marksOf(grammar, false);
  const notes = noteMark(nesting);
  const math = blockMath(nesting);
  const note = footnote(nesting, grammar);
  const definitions = definitionList(nesting, grammar);
  const notesBelow: Tokenize = function (src) {
    return note(this.lexer, src);
  };
  const terms: Tokenize = function (src) {
    return definitions(this.lexer, src);
  };
  // marked calls extensions with the lexer as `this`; ours take it as an argument.
  const blockTokenizers: Tokenize[] = [
    function (src) {
      return block(this.lexer, src);
    },
    ...(marks.notes ? [(src: string) => notes(src)] : []),
    ...(marks.pauses ? [(src: string) => pause(src)] : []),
    (src) => attributeLine(src, grammar),
    ...(grammar.math ? [(src: string) => math(src)] : []),
    ...(grammar.footnotes ? [notesBelow] : []),
    ...(grammar.definitions ? [terms] : []),
  ];
  const own = inlineTokenizers(grammar);
  // marked asks this of every few words: it is one question.
  const inline: Tokenize = function (src, tokens) {
    for (const tokenize of own[src.charAt(0)] ?? []) {
      const token = tokenize(this.lexer, src, tokens);
      if (token) return token;
    }
    return undefined;
  };
  const starts = new RegExp(`[{${grammar.marks ? '=^~' : ''}${grammar.math ? '$' : ''}]`);
  return {
    ...getDefaults(),
    gfm: true,
    tokenizer: grammar.tildes ? new TildeTokenizer(nesting, grammar) : new DeckTokenizer(nesting, grammar),
    ...(grammar.math ? { hooks: { emStrongMask: withoutMath } as Hooks } : {}),
    extensions: {
      renderers: {},
      childTokens: {},
      block: blockTokenizers,
      startBlock: [
        (src) => interruptionIn(src, marksOf(grammar, nesting.depth > 0)) ?? undefined,
        ...(grammar.math ? [(src: string) => mathBelow(src, math)] : []),
      ],
      inline: [inline],
      startInline: [(src) => src.search(starts)],
    } as Extensions,
  };
}
