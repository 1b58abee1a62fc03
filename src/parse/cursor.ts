import type { SourceFile, Span } from '../diagnostics/source.js';

/**
 * Finds the places of marked's tokens in the source. At the top, and in `:::` blocks there, a token's `raw` stands
 * exactly where the one before it ended; its letters may differ, its length does not. Inside lists, quotes and tables marked hands out text without its indentation and markers, so
 * there the first line of a token is searched for, from where the last one ended:
 *
 *     > quoted            raw: "quoted\ntext"
 *     ^ from  > text      found by its first line, "quoted"
 */
export class Cursor {
  readonly source: SourceFile;
  /** Whether lengths can be trusted. */
  readonly exact: boolean;
  readonly #end: number;
  #at: number;

  constructor(source: SourceFile, start: number, end: number, exact: boolean) {
    this.source = source;
    this.exact = exact;
    this.#at = start;
    this.#end = end;
  }

  get at(): number {
    return this.#at;
  }

  /** The place of the next token; the cursor moves behind it. */
  take(raw: string): Span {
    const { file, text } = this.source;
    if (this.exact || text.startsWith(raw, this.#at)) {
      const start = this.#at;
      this.#at = Math.min(start + raw.length, this.#end);
      return { file, start, end: this.#at };
    }
    const lines = raw.trim().split('\n');
    const first = this.#find(lines[0] ?? '', this.#at);
    if (first === null) return { file, start: this.#at, end: this.#at };
    let end = first + (lines[0] ?? '').trim().length;
    // Each further line stands on a line of its own; the last one found is where the token ends.
    for (const line of lines.slice(1)) {
      const next = line.trim() === '' ? null : this.#find(line, end);
      if (next !== null) end = next + line.trim().length;
    }
    this.#at = end;
    return { file, start: first, end };
  }

  /** A cursor over what lies inside a token, where marks and indentation are taken away. */
  inside(span: Span): Cursor {
    return new Cursor(this.source, span.start, span.end, false);
  }

  #find(line: string, from: number): number | null {
    const needle = line.trim();
    if (needle === '') return null;
    const found = this.source.text.slice(from, this.#end).indexOf(needle);
    return found < 0 ? null : from + found;
  }
}

/** A span without the blank space around it, which marked counts to its tokens; other spaces than ours are letters. */
export function trimSpan(span: Span, text: string): Span {
  let { start, end } = span;
  while (end > start && isBlank(text[end - 1])) end--;
  while (start < end && isBlank(text[start])) start++;
  return { file: span.file, start, end };
}

function isBlank(character: string | undefined): boolean {
  return character === ' ' || character === '\n' || character === '\t';
}
