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
  const across = Math.max(8, Math.floor((width - 4.25) / (letter * size)) - 2);
  const lines = code.text
    .split('\n')
    .reduce(
      (sum, line) => sum + Math.max(1, Math.ceil([...line.replaceAll('\t', '    ')].length / across)),
      0,
    );
  const hasTab = code.title !== null || code.source !== null || attribute(code.attributes, 'write') !== null;
  return lines * leading * size + 4 + (hasTab ? 4.7 : 0);
}
