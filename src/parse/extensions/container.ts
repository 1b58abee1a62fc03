import type { Lexer } from 'marked';
import { readAttributes } from '../attributes.js';
import { blockNames, isOneLine, isPrivate, privateNames } from '../block-names.js';
import type { Grammar } from '../grammar.js';
import { limits } from '../limits.js';
import type { Nesting } from '../tokenizer.js';
import { type End, findClosing } from './container-end.js';
import type { ContainerToken, StrayCloseToken } from './tokens.js';

/**
 *     ::: name argument {attributes}
 *     body
 *     :::
 *
 * Pandoc's fenced div, with a name where Pandoc has a class.
 */
const opening = /^ {0,3}(:{3,})[ \t]*([A-Za-z][\w-]*)?/;
const bare = /^ {0,3}:{3,}[ \t]*(?:\n|$)/;

export function container(nesting: Nesting, grammar: Grammar) {
  return (lexer: Lexer, src: string): ContainerToken | StrayCloseToken | undefined => {
    if (!/^ {0,3}:::/.test(src)) return undefined;
    const stray = bare.exec(src);
    if (stray && grammar.reveal === null) return { type: 'stray-close', raw: stray[0] };
    const match = opening.exec(src);
    if (!match) return undefined;
    const [start, colons = '', name = null] = match;
    const lineEnd = src.indexOf('\n');
    const line = lineEnd < 0 ? src : src.slice(0, lineEnd + 1);
    const brace = attributesIn(line, start.length);
    // Pandoc lets colons end the opening line, for looks.
    const argument = line
      .slice(start.length, brace < 0 ? undefined : brace)
      .replace(/(?:^|[ \t]):{3,}\s*$/, '')
      .trim();
    const attributesText = brace < 0 ? '' : line.slice(brace).trimEnd();
    const end =
      name !== null && isOneLine(name)
        ? endOfOneLine(src, line.length, colons.length)
        : findClosing(src, line.length, colons.length);
    if (grammar.reveal !== null && !isMeant(name, attributesText, end)) return undefined;
    const body = src.slice(line.length, end.body);
    const tooDeep = nesting.depth >= limits.nesting;
    nesting.depth++;
    try {
      return {
        type: 'container',
        raw: src.slice(0, end.after),
        name,
        nameAt: name === null ? line.indexOf(':') : line.indexOf(name, line.indexOf(':')),
        argument: argument === '' ? null : argument,
        attributesText,
        attributesAt: Math.max(brace, 0),
        bodyAt: line.length,
        body,
        openingLength: line.trimEnd().length,
        closed: end.closed,
        tooDeep,
        tokens: tooDeep ? [] : blockTokens(lexer, body),
      };
    } finally {
      nesting.depth--;
    }
  };
}

/**
 * Colons are text in reveal.js: there a line is an opening when its name is one of ours and a closing follows. What is
 * private is an opening either way, lest a slip show it to all.
 */
function isMeant(name: string | null, attributesText: string, { closed }: End): boolean {
  if (name === null) {
    const hidden = privateNames.some((one) => attributesText.includes(`.${one}`));
    return attributesText !== '' && (closed || hidden);
  }
  return blockNames.includes(name) && (closed || isPrivate(name));
}

/** Where the attributes of an opening line begin: a title before them may have braces too. Negative: it has none. */
function attributesIn(line: string, from: number): number {
  for (let at = line.indexOf('{', from); at >= 0; at = line.indexOf('{', at + 1)) {
    const read = readAttributes(line.slice(at), '', 0);
    if (read && /^\s*:*\s*$/.test(line.slice(at + read.length))) return at;
  }
  return line.indexOf('{', from);
}

/** The lexer forgets what stood before: a body starts afresh, even inside a tight list. */
function blockTokens(lexer: Lexer, body: string) {
  const { top } = lexer.state;
  lexer.state.top = true;
  const tokens = lexer.blockTokens(body, []);
  lexer.state.top = top;
  return tokens;
}

function endOfOneLine(src: string, from: number, colons: number) {
  const closing = new RegExp(`^ {0,3}:{${colons}}[ \\t]*(?:\\n|$)`).exec(src.slice(from, from + 200));
  return { body: from, after: from + (closing?.[0].length ?? 0), closed: true };
}
