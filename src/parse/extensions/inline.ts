import type { Lexer } from 'marked';
import { readBraces } from '../attributes.js';
import type { Grammar } from '../grammar.js';
import type { BracketedToken, InlineAttributesToken } from './tokens.js';

/** `{…}` among words, where it parses as attributes. What it belongs to is decided when inlines are made. */
export function inlineAttributes(src: string, grammar: Grammar): InlineAttributesToken | undefined {
  if (src[0] !== '{') return undefined;
  const read = readBraces(src, grammar);
  return read ? { type: 'inline-attributes', raw: src.slice(0, read.length) } : undefined;
}

/** `[words]{…}`: words with attributes. A link or a reference of the same look goes first. */
export function bracketed(lexer: Lexer, src: string, grammar: Grammar): BracketedToken | undefined {
  if (src[0] !== '[' || !src.slice(0, reach + 1).includes(']{')) return undefined;
  const end = closingBracket(src);
  if (end === null || src[end + 1] !== '{' || readBraces(src.slice(end + 1), grammar) === null)
    return undefined;
  const words = src.slice(1, end);
  if (Object.hasOwn(lexer.tokens.links, words.trim().replace(/\s+/g, ' ').toLowerCase())) return undefined;
  return { type: 'bracketed', raw: src.slice(0, end + 1), tokens: lexer.inlineTokens(words, []) };
}

/** How far a mark may reach, so that a long run of openings costs no more than a long text. */
export const reach = 2_000;

/** Where the bracket at the start of `src` closes; escapes and code spans are passed over. */
export function closingBracket(src: string): number | null {
  const end = Math.min(src.length, reach);
  let depth = 0;
  for (let at = 0; at < end; at++) {
    const character = src[at];
    if (character === '\\') at++;
    else if (character === '`') {
      const ticks = /^`+/.exec(src.slice(at, at + 40))?.[0] ?? '`';
      const close = src.indexOf(ticks, at + ticks.length);
      at = close < 0 ? at + ticks.length - 1 : close + ticks.length - 1;
    } else if (character === '[') depth++;
    else if (character === ']' && --depth === 0) return at;
  }
  return null;
}
