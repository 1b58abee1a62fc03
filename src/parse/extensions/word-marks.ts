import type { Lexer, Token } from 'marked';
import { reach } from './inline.js';
import type { MarkToken } from './tokens.js';

/**
 * `==marked==`: as with emphasis no space stands inside next to the marks, and as with `_` no letter or digit
 * outside, so that `a == b` and `a==b or c==d` are what they look like.
 */
export function marked(lexer: Lexer, src: string, before: readonly Token[]): MarkToken | undefined {
  if (!/^==[^\s=]/.test(src) || lexer.state.inRawBlock || /[=\w]/.test(characterBefore(before)))
    return undefined;
  const end = closingOf(src, 2);
  if (end === null) return undefined;
  return token(lexer, 'mark', src, 2, end);
}

/**
 * `x^2^` and `H~2~O`, as in Pandoc: no space inside, but for `\ `. Single tildes are subscript directly behind a letter,
 * a digit, a bracket or other words with marks; elsewhere they strike through, as on GitHub. A caret may open anywhere
 * (`^14^C`), and has then to raise a letter or a digit: `^_^` is a face.
 */
export function raised(lexer: Lexer, src: string, before: readonly Token[]): MarkToken | undefined {
  const mark = src[0];
  if ((mark !== '^' && mark !== '~') || src[1] === mark || lexer.state.inRawBlock) return undefined;
  const inside = (
    mark === '^' ? /^\^((?:\\[^\n]|[^\s^\\])+)\^(?!\^)/ : /^~((?:\\[^\n]|[^\s~\\])+)~(?!~)/
  ).exec(src.slice(0, reach))?.[1];
  if (inside === undefined) return undefined;
  const last = before.at(-1);
  const previous = characterBefore(before);
  if (previous === mark) return undefined;
  const follows = /[\p{L}\p{M}\p{N})\]}]/u.test(previous) || (last !== undefined && isMarkedUp(last));
  if (!follows && (mark === '~' || !/[\p{L}\p{N}]/u.test(inside))) return undefined;
  return token(lexer, mark === '^' ? 'sup' : 'sub', src, 1, inside.length + 1);
}

function token(lexer: Lexer, type: MarkToken['type'], src: string, width: number, end: number): MarkToken {
  return {
    type,
    raw: src.slice(0, end + width),
    tokens: lexer.inlineTokens(src.slice(width, end), []),
  };
}

/** The character that stands before, among words that are being cut; nothing at their beginning. */
function characterBefore(before: readonly Token[]): string {
  return Array.from(before.at(-1)?.raw.slice(-2) ?? '').at(-1) ?? '';
}

function isMarkedUp({ type }: Token): boolean {
  return ['em', 'strong', 'del', 'codespan', 'link', 'bracketed', 'mark', 'sup', 'sub', 'math'].includes(
    type,
  );
}

/** Where a closing `==` stands directly behind a word; escapes and code are passed over. */
function closingOf(src: string, from: number): number | null {
  const text = src.slice(0, reach);
  const stops = /\\|`+|==/g;
  stops.lastIndex = from;
  for (let stop = stops.exec(text); stop; stop = stops.exec(text)) {
    const [mark] = stop;
    if (mark === '\\') stops.lastIndex++;
    else if (mark !== '==') {
      const close = text.indexOf(mark, stops.lastIndex);
      if (close >= 0) stops.lastIndex = close + mark.length;
    } else if (/[^\s=]/.test(text[stop.index - 1] ?? '') && !/[=\w]/.test(text[stops.lastIndex] ?? ''))
      return stop.index;
  }
  return null;
}
