import type { Lexer } from 'marked';
import type { Grammar } from '../grammar.js';
import { marksOf } from '../interruptions.js';
import type { Nesting } from '../tokenizer.js';
import { indentedBody } from './indented-body.js';
import { closingBracket } from './inline.js';
import type { FootnoteToken, InlineNoteToken, NoteReferenceToken } from './tokens.js';

/** `[^1]`, where no link has these brackets. */
export function noteReference(lexer: Lexer, src: string): NoteReferenceToken | undefined {
  const match = /^\[\^([^\s[\]^]+)\]/.exec(src);
  if (!match || lexer.state.inRawBlock) return undefined;
  if (src[match[0].length] === '(' && lexer.options.tokenizer?.rules.inline.link.test(src)) return undefined;
  return { type: 'note-reference', raw: match[0], label: match[1] ?? '' };
}

/** `^[words]`: a footnote on the spot. */
export function inlineNote(lexer: Lexer, src: string): InlineNoteToken | undefined {
  if (!src.startsWith('^[') || lexer.state.inRawBlock) return undefined;
  const end = closingBracket(src.slice(1));
  if (end === null || src.slice(2, end + 1).trim() === '') return undefined;
  return {
    type: 'inline-note',
    raw: src.slice(0, end + 2),
    tokens: lexer.inlineTokens(src.slice(2, end + 1), []),
  };
}

/** `[^1]: words`, going on in lines that are indented by four. */
export function footnote(nesting: Nesting, grammar: Grammar) {
  return (lexer: Lexer, src: string): FootnoteToken | undefined => {
    const match = /^ {0,3}\[\^([^\s[\]^]+)\]:[ \t]*/.exec(src);
    if (!match) return undefined;
    const [opening, label = ''] = match;
    const body = indentedBody(src, opening.length, 4, marksOf(grammar, nesting.depth > 0), grammar);
    const { top } = lexer.state;
    lexer.state.top = true;
    nesting.depth++;
    try {
      const tokens = lexer.blockTokens(body.text, []);
      return { type: 'footnote', raw: src.slice(0, body.end), label, labelAt: opening.indexOf('['), tokens };
    } finally {
      nesting.depth--;
      lexer.state.top = top;
    }
  };
}
