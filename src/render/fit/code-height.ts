import type { Code } from '../../parse/ast.js';
import { attribute } from '../../parse/attributes.js';
import { codeExtent } from '../code-extent.js';
import type { Room, Ruler } from './ruler.js';

/** What a block of code stands by. */
export interface Company {
  readonly alone: boolean;
  /** How many blocks of code there are, itself included. */
  readonly codes: number;
  /** Whether one of them has many lines. */
  readonly long: boolean;
}

/**
 * A panel of code. It is as large as its longest line and its lines let it be, which the stylesheet works out: this is the
 * same sum. Code does not grow with the words around it.
 */
export function codeHeight(
  code: Code,
  { alone, codes, long }: Company,
  { width }: Room,
  ruler: Ruler,
): number {
  const extent = codeExtent(code);
  const leading = extent.lines > 15 ? 1.25 : extent.lines > 12 ? 1.32 : 1.42;
  const letter = ruler.token('code-letter');
  const fit = (width - 5.5) / (letter * extent.width);
  const shrunk = Math.min(1, ruler.scale);
  const largest = alone ? ruler.token('code-alone') : ruler.token('code-largest');
  const limit = (codes < 2 ? largest : codes > 2 || long ? 2.75 : 3) * shrunk;
  // A line that has to be broken anyhow is no reason to be small.
  const wanted = fit >= 2.49 ? fit : Math.max(fit, 3 * shrunk);
  const size = Math.max(2.5, Math.min(wanted, (alone ? 47 : 40) / (leading * extent.lines), limit));
  const across = Math.floor((width - 4.25) / (letter * size));
  const lines = linesOfCode(code.text, across);
  const hasTab = code.title !== null || code.source !== null || attribute(code.attributes, 'write') !== null;
  return lines * leading * size + 4 + (hasTab ? 4.7 : 0);
}

/** How many lines code takes where `across` letters fit into one: it goes on below, indented by two, with a whole word. */
export function linesOfCode(text: string, across: number): number {
  return text.split('\n').reduce((sum, line) => sum + linesOfLine(line, Math.max(10, across)), 0);
}

function linesOfLine(line: string, across: number): number {
  const letters = line.replaceAll('\t', '    ');
  if (letters.length <= across) return 1;
  let lines = 1;
  let used = 0;
  for (const word of letters.trimEnd().split(/(?<=\S)(?=\s)/)) {
    const room = lines === 1 ? across : across - 2;
    if (used > 0 && used + word.length > room) {
      lines += 1;
      used = 0;
    }
    const length = used === 0 && lines > 1 ? word.trimStart().length : word.length;
    // A word that is longer than a line is broken.
    const more = Math.max(0, Math.ceil(length / (across - 2)) - 1);
    lines += more;
    used += length - more * (across - 2);
  }
  return lines;
}
