import { Tokenizer, type Tokens } from 'marked';
import { closesFence, openedFence } from './fences.js';
import type { Grammar } from './grammar.js';
import {
  interruptionIn,
  interrupts,
  isAttributeLine,
  isBlankLine,
  isNoteLine,
  isTakenWhole,
  type LineMarks,
  laterLines,
  marksOf,
} from './interruptions.js';

/** How deep the lexer is in lists, quotes and `:::` blocks, kept while it runs. */
export interface Nesting {
  depth: number;
}

const bullet = / {0,3}(?:[*+-]|\d{1,9}[.)])(?=[ \t\n]|$)/y;

/**
 * marked's tokenizer, with lists, quotes, tables and headings ending where our own lines start. Everything else
 * is CommonMark and GFM as marked reads them.
 */
export class DeckTokenizer extends Tokenizer {
  readonly #nesting: Nesting;
  readonly #grammar: Grammar;

  constructor(nesting: Nesting, grammar: Grammar) {
    super();
    this.#nesting = nesting;
    this.#grammar = grammar;
  }

  /**
   * Indented code ends before a note as well, though the note be indented like code: what is private in doubt stays
   * private. A program that says `Note:` stands in a fence.
   */
  override code(src: string): Tokens.Code | undefined {
    const code = super.code(src);
    if (code === undefined || !this.#marks().notes) return code;
    for (const at of laterLines(code.raw)) {
      if (isNoteLine(code.raw, at)) return super.code(code.raw.slice(0, at));
    }
    return code;
  }

  override list(src: string): Tokens.List | undefined {
    return this.#nested(() => super.list(src.slice(0, this.#endOfList(src))));
  }

  override blockquote(src: string): Tokens.Blockquote | undefined {
    if (!/^ {0,3}>/.test(src)) return undefined;
    return this.#nested(() => super.blockquote(src.slice(0, this.#endOfQuote(src))));
  }

  /**
   * HTML that goes on to the next blank line ends before our own lines as well: an author who writes `Note:` under
   * a picture's tag means a note. Scripts, `<pre>` and comments are taken whole.
   */
  override html(src: string): Tokens.HTML | undefined {
    if (!/^ {0,3}<\/?[a-z]/i.test(src) || /^ {0,3}<(?:script|pre|style|textarea)\b/i.test(src)) {
      return super.html(src);
    }
    const end = interruptionIn(src, this.#marks());
    return super.html(end === null ? src : src.slice(0, end));
  }

  /** `[^1]: words` is a footnote elsewhere; as a definition its first word would become the address of a link. */
  override def(src: string): Tokens.Def | undefined {
    return /^ {0,3}\[\^/.test(src) ? undefined : super.def(src);
  }

  /** Below words `- | -` is a list, as on GitHub: a table's line needs another hyphen or a pipe first. */
  override table(src: string): Tokens.Table | undefined {
    if (!/^[^\n]*\n {0,3}(?:[|:]|-(?![ \t]))/.test(src)) return undefined;
    for (const at of laterLines(src)) {
      if (isBlankLine(src, at)) break;
      if (interrupts(src, at, this.#marks()) || isAttributeLine(src, at, this.#grammar)) {
        return super.table(src.slice(0, at));
      }
    }
    return super.table(src);
  }

  override lheading(src: string): Tokens.Heading | undefined {
    const raw = this.rules.block.lheading.exec(src)?.[0];
    if (raw === undefined) return undefined;
    const end = interruptionIn(raw, this.#marks());
    return super.lheading(end === null ? src : src.slice(0, end));
  }

  /** The marks that mean something here; inside a list or quote, `within` is what it counts for itself. */
  #marks(within = 0): LineMarks {
    return marksOf(this.#grammar, this.#nesting.depth > within);
  }

  #nested<T>(tokenize: () => T): T {
    this.#nesting.depth++;
    try {
      return tokenize();
    } finally {
      this.#nesting.depth--;
    }
  }

  /**
   * A list ends before an interrupting line that is indented less than the words of its first item; before notes
   * however far they are indented, unless they stand in a fence.
   */
  #endOfList(src: string): number {
    const marker = /^( {0,3}(?:[*+-]|\d{1,9}[.)]))( {0,4})/.exec(src);
    if (!marker) return src.length;
    const content = (marker[1]?.length ?? 0) + Math.max(1, marker[2]?.length ?? 0);
    const marks = this.#marks(1);
    const { notes } = marks;
    let fence = notes ? openedFence(lineAt(src, 0)) : null;
    let afterBlank = false;
    for (const at of laterLines(src)) {
      if (isBlankLine(src, at)) {
        afterBlank = true;
        continue;
      }
      const indent = /[ \t]*/y;
      indent.lastIndex = at;
      const width = indent.exec(src)?.[0].replace(/\t/g, '    ').length ?? 0;
      if (width < content) {
        if (interrupts(src, at, marks) || isAttributeLine(src, at, this.#grammar)) return at;
        fence = null;
        bullet.lastIndex = at;
        // A line of its own after a blank one is no part of the list: no need to look further.
        if (afterBlank && !bullet.test(src)) return src.length;
      }
      if (notes) {
        if (fence === null && isNoteLine(src, at) && !isTakenWhole(src, at)) return at;
        const line = lineAt(src, at);
        if (fence === null) fence = openedFence(line);
        else if (closesFence(line, fence)) fence = null;
      }
      afterBlank = false;
    }
    return src.length;
  }

  #endOfQuote(src: string): number {
    const marks = this.#marks(1);
    for (const at of laterLines(src)) {
      if (isBlankLine(src, at)) break;
      if (/^ {0,3}>/.test(src.slice(at, at + 4))) continue;
      if (interrupts(src, at, marks) || isAttributeLine(src, at, this.#grammar)) return at;
    }
    return src.length;
  }
}

/** For texts with tildes: whoever changes what these mean has marked look for all that may stand beside them, in every few words. */
export class TildeTokenizer extends DeckTokenizer {
  readonly #isReveal: boolean;

  constructor(nesting: Nesting, grammar: Grammar) {
    super(nesting, grammar);
    this.#isReveal = grammar.reveal !== null;
  }

  /** Within a word, `H~2~O`, a tilde of reveal.js is a tilde; elsewhere it strikes through, as on GitHub. */
  override del(src: string, masked: string, before = ''): Tokens.Del | undefined {
    const plain = this.#isReveal && /^~(?!~)/.test(src) && /[\p{L}\p{N}]$/u.test(before);
    return plain || before.endsWith('~') ? undefined : super.del(src, masked, before);
  }
}

function lineAt(text: string, at: number): string {
  const end = text.indexOf('\n', at);
  return text.slice(at, end < 0 ? undefined : end);
}
