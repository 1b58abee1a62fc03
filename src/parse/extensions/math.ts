import type { Lexer } from 'marked';
import { readAttributes } from '../attributes.js';
import { isNoteLine, laterLines } from '../interruptions.js';
import type { Nesting } from '../tokenizer.js';
import type { MathBlockToken, MathToken } from './tokens.js';

/** The longest formula, in characters: far more than fits on a slide. */
const longest = 4_000;

/** The deepest braces in the words of a formula: looking for the end of what nothing ends costs as much as they are deep. */
const deepest = 40;

/**
 * `$…$` and `$$…$$` among words, by Pandoc's rules: no space next to the dollars of `$…$` inside, no digit behind the
 * closing one, so that `$5 and $10` are prices. The first dollar without a backslash ends the formula or shows that
 * there is none.
 */
export function inlineMath(lexer: Lexer, src: string): MathToken | undefined {
  return src[0] === '$' && !lexer.state.inRawBlock ? mathAt(src) : undefined;
}

function mathAt(src: string): MathToken | undefined {
  const display = src.startsWith('$$');
  const width = display ? 2 : 1;
  if (!display && /^\$\s/.test(src)) return undefined;
  const end = closingDollar(src, width);
  if (end === null) return undefined;
  const tex = src.slice(width, end);
  if (tex.trim() === '' || (!display && (/\s$/.test(tex) || /^\d/.test(src.slice(end + 1)))))
    return undefined;
  return { type: 'math', raw: src.slice(0, end + width), display, tex, texAt: width };
}

/** A formula on lines of its own: `$$`, TeX, `$$`, and attributes behind it, if any. Dividers and notes end no formula. */
export function blockMath(nesting: Nesting) {
  return (src: string): MathBlockToken | undefined => {
    const indent = /^ {0,3}(?=\$\$)/.exec(src)?.[0].length;
    if (indent === undefined) return undefined;
    const math = mathAt(src.slice(indent));
    if (!math) return undefined;
    const end = indent + math.raw.length;
    const rest = /^[ \t]*([^\n]*?)[ \t]*(?:\n|$)/.exec(src.slice(end));
    const attributes = rest?.[1] ?? '';
    if (attributes !== '' && readAttributes(attributes, '', 0)?.length !== attributes.length)
      return undefined;
    for (const at of laterLines(math.raw)) {
      if (/^ {0,3}-{3,4}[ \t]*(?:\n|$)/.test(math.raw.slice(at))) return undefined;
      if (nesting.depth === 0 && isNoteLine(math.raw, at)) return undefined;
    }
    const raw = src.slice(0, end + (rest?.[0].length ?? 0));
    return {
      type: 'math-block',
      raw,
      tex: math.tex,
      texAt: indent + 2,
      attributesText: attributes,
      attributesAt: attributes === '' ? end : raw.indexOf(attributes, end),
    };
  };
}

/** Where a formula on lines of its own ends a paragraph above it. */
export function mathBelow(
  src: string,
  block: (src: string) => MathBlockToken | undefined,
): number | undefined {
  const paragraph = src.split(/\n[ \t]*\n/, 1)[0] ?? '';
  for (const at of laterLines(paragraph)) {
    if (!/^ {0,3}\$\$/.test(src.slice(at, at + 5))) continue;
    // Behind an odd number of them the dollars close a formula that begins among the words.
    const open = (paragraph.slice(0, at).match(/\$\$/g)?.length ?? 0) % 2 === 1;
    if (!open && block(src.slice(at))) return at;
  }
  return undefined;
}

/** Formulas as code spans look to marked when it pairs stars and underscores: nothing in them means anything. */
export function withoutMath(masked: string): string {
  let text = '';
  let at = 0;
  for (let start = masked.indexOf('$'); start >= 0; start = masked.indexOf('$', Math.max(at, start + 1))) {
    const math = mathAt(masked.slice(start));
    if (!math) continue;
    text += `${masked.slice(at, start)}[${'a'.repeat(math.raw.length - 2)}]`;
    at = start + math.raw.length;
  }
  return text + masked.slice(at);
}

/** Where the closing dollars stand; escapes, and dollars in the words of `\text{…}`, are passed over. */
function closingDollar(src: string, width: number): number | null {
  const text = src.slice(0, longest);
  const stops = /\\text[a-z]*\{|\\[\s\S]|\$\$?|\n[ \t]*(?=\n)/g;
  stops.lastIndex = width;
  for (let stop = stops.exec(text); stop; stop = stops.exec(text)) {
    const [mark] = stop;
    if (mark.startsWith('\n')) return null;
    if (mark.startsWith('\\text')) {
      const brace = closingBrace(text, stops.lastIndex);
      if (brace === null) return null;
      stops.lastIndex = brace;
      continue;
    }
    if (mark.startsWith('$') && (width === 1 || mark === '$$')) return stop.index;
  }
  return null;
}

/** Behind the brace that closes the one before `from`; null where it is not closed in its paragraph. */
function closingBrace(text: string, from: number): number | null {
  let depth = 1;
  const stops = /\\[\s\S]|[{}]|\n[ \t]*(?=\n)/g;
  stops.lastIndex = from;
  for (let stop = stops.exec(text); stop; stop = stops.exec(text)) {
    if (stop[0].startsWith('\n')) return null;
    if (stop[0] === '{' && ++depth > deepest) return null;
    if (stop[0] === '}' && --depth === 0) return stops.lastIndex;
  }
  return null;
}
