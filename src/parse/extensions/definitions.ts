import type { Lexer } from 'marked';
import type { Grammar } from '../grammar.js';
import { interrupts, isAttributeLine, marksOf } from '../interruptions.js';
import type { Nesting } from '../tokenizer.js';
import { indentedBody } from './indented-body.js';
import type { DefinitionEntryToken, DefinitionListToken } from './tokens.js';

/** A line that begins a block of another kind, and so is no term. */
const noTerm =
  /^(?: {4}|\t| {0,3}(?:[>|:<{]|#{1,6}(?:[ \t]|$)|[*+-](?:[ \t]|$)|\d{1,9}[.)](?:[ \t]|$)|`{3}|~{3}|\[[^\]]+\]:|(?:-+|=+|\*{3,}|_{3,})[ \t]*$|\|?[ \t]*:?-+:?[ \t]*\|))/;
const definitionMark = /^( {0,3}:)([ \t]+)(?=\S)/;

/**
 *     Term
 *     : what it means
 *
 * as PHP Markdown Extra and Pandoc have it: one or more terms, a line each; one or more definitions, each with a colon
 * and a blank before it; blocks of a definition are indented.
 */
export function definitionList(nesting: Nesting, grammar: Grammar) {
  return (lexer: Lexer, src: string): DefinitionListToken | undefined => {
    const entries: DefinitionEntryToken[] = [];
    let end = 0;
    for (let at = 0; at < src.length; ) {
      const entry = entryAt(lexer, src, at, nesting, grammar);
      if (!entry) break;
      entries.push(entry.token);
      end = entry.end;
      at = afterBlanks(src, end);
    }
    return entries.length > 0 ? { type: 'definition-list', raw: src.slice(0, end), entries } : undefined;
  };
}

function entryAt(
  lexer: Lexer,
  src: string,
  from: number,
  nesting: Nesting,
  grammar: Grammar,
): { readonly token: DefinitionEntryToken; readonly end: number } | null {
  const marks = marksOf(grammar, nesting.depth > 0);
  const terms: string[] = [];
  let at = from;
  for (;;) {
    const line = lineAt(src, at);
    if (line.trim() === '' || definitionMark.test(line)) break;
    if (noTerm.test(line) || interrupts(src, at, marks) || isAttributeLine(src, at, grammar)) return null;
    terms.push(line);
    at = Math.min(at + line.length + 1, src.length);
    if (at >= src.length) return null;
  }
  if (terms.length === 0) return null;
  const definitions: DefinitionEntryToken['definitions'][number][] = [];
  let end = at;
  for (;;) {
    const start = afterBlanks(src, at);
    const mark = definitionMark.exec(lineAt(src, start));
    // Between a term and its definition at most one line is blank; more of them begin something else.
    if (!mark || (start > at && src.slice(at, start).split('\n').length > 2)) break;
    const [opening = '', colon = '', blank = ''] = mark;
    const indent = colon.length + Math.min(blank.replace(/\t/g, '    ').length, 3);
    const body = indentedBody(src, start + opening.length, indent, marks, grammar);
    const loose = start > at || body.spread;
    definitions.push({
      raw: src.slice(start, body.end),
      tokens: blockTokens(lexer, body.text, loose, nesting),
    });
    at = body.end;
    end = body.end;
  }
  if (definitions.length === 0) return null;
  return {
    token: { terms: terms.map((raw) => ({ raw, tokens: lexer.inline(raw.trim()) })), definitions },
    end,
  };
}

/** The words of a tight definition are no paragraph, like those of a tight list. */
function blockTokens(lexer: Lexer, text: string, loose: boolean, nesting: Nesting) {
  const { top } = lexer.state;
  lexer.state.top = loose;
  nesting.depth++;
  try {
    return lexer.blockTokens(text, []);
  } finally {
    nesting.depth--;
    lexer.state.top = top;
  }
}

function lineAt(src: string, at: number): string {
  const newline = src.indexOf('\n', at);
  return src.slice(at, newline < 0 ? undefined : newline);
}

function afterBlanks(src: string, at: number): number {
  const blanks = /(?:[ \t]*\n)*/y;
  blanks.lastIndex = at;
  return at + (blanks.exec(src)?.[0].length ?? 0);
}
