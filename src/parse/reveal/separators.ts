import type { Separator } from '../grammar.js';

/**
 * Three hyphens on a line, as most separators of reveal.js mean it. Blanks behind them cannot be seen, and two
 * dividers may share a line end, which reveal.js would not find.
 */
export const threeHyphens = '^---[ \\t]*$';
export const fourHyphens = '^----[ \\t]*$';

const lineOf = (hyphens: string) => [
  `\\r?\\n${hyphens}\\r?\\n`,
  `\\n${hyphens}\\n`,
  `\r?\n${hyphens}\r?\n`,
  `\n${hyphens}\n`,
  `^${hyphens}$`,
];

/** The pattern to look for; null where it says what the one that we have says. */
export function ownPattern(separator: Separator | null, hyphens: string): string | null {
  if (separator === null || lineOf(hyphens).includes(separator.pattern)) return null;
  return withoutReturns(separator.pattern);
}

/** `^Note:` and its like say what our own mark says, which has fewer traps. */
export function isNoteMark(separator: Separator | null): boolean {
  return separator === null || /^\^(?:s\*|\\s\*)?notes?\??:$/i.test(separator.pattern);
}

/** Line ends are `\n` here, whatever they are in the file. */
export function withoutReturns(pattern: string): string {
  return pattern.replaceAll(/(?:\\r|\r)(?=\\n|\n)/g, '');
}
