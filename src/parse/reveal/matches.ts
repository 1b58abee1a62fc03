import type { Whole } from './kept-whole.js';

/** Where a regular expression was found. */
export interface Match {
  readonly start: number;
  readonly end: number;
}

/** All matches outside of what is kept whole, in order, and those that would have divided it. */
export interface Matches {
  readonly found: readonly Match[];
  readonly inside: readonly { readonly match: Match; readonly whole: Whole }[];
}

/** Finds a regular expression as reveal.js does, `^` and `$` at every line, but for what is kept whole. */
export function matchesOf(
  text: string,
  pattern: string,
  flags: 'mg' | 'mgi',
  wholes: readonly Whole[],
): Matches {
  const expression = new RegExp(pattern, flags);
  const found: Match[] = [];
  const inside: { match: Match; whole: Whole }[] = [];
  for (let match = expression.exec(text); match !== null; match = expression.exec(text)) {
    const one = { start: match.index, end: expression.lastIndex };
    const whole = wholes.find((other) => divides(one, other));
    if (whole === undefined) found.push(one);
    else {
      inside.push({ match: one, whole });
      expression.lastIndex = one.start > whole.start ? whole.end : one.start + 1;
    }
    // One that looks ahead only stays where it is.
    if (expression.lastIndex <= one.start) expression.lastIndex = one.start + 1;
  }
  return { found, inside };
}

/** Whether a match cuts through a part, or lies within it; a part that lies in the match is the separator itself. */
function divides(match: Match, whole: Whole): boolean {
  const apart = match.end <= whole.start || match.start >= whole.end;
  const around = match.start <= whole.start && match.end >= whole.end;
  return !apart && !around;
}
