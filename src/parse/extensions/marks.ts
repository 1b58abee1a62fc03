import { readBraces } from '../attributes.js';
import type { Grammar } from '../grammar.js';
import type { Nesting } from '../tokenizer.js';
import type { AttributeLineToken, NoteMarkToken, PauseToken } from './tokens.js';

/** `Note:` or `Notes:`, any case and indentation, where no list, quote or block is open. Only the mark is taken. */
export function noteMark(nesting: Nesting) {
  return (src: string): NoteMarkToken | undefined => {
    if (nesting.depth > 0) return undefined;
    const match = /^[ \t]*notes?:[ \t]*/i.exec(src);
    return match ? { type: 'note-mark', raw: match[0] } : undefined;
  };
}

/** `. . .` alone on a line, as in Pandoc. */
export function pause(src: string): PauseToken | undefined {
  const match = /^ {0,3}\. \. \.[ \t]*(?:\n|$)/.exec(src);
  return match ? { type: 'pause', raw: match[0] } : undefined;
}

/** Attributes alone on a line; whether it belongs to the block above is decided when blocks are made. */
export function attributeLine(src: string, grammar: Grammar): AttributeLineToken | undefined {
  const match = /^ {0,3}\{[^{}\n]*\}[ \t]*(?:\n|$)/.exec(src);
  if (!match || readBraces(match[0].trim(), grammar) === null) return undefined;
  return { type: 'attribute-line', raw: match[0] };
}
