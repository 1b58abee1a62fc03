import { diagnostic } from '../../diagnostics/diagnostic.js';
import type { Span } from '../../diagnostics/source.js';
import { trimSpan } from '../cursor.js';
import type { RevealGrammar } from '../grammar.js';
import type { Parsing } from '../notice.js';
import { sayWhatDiffers } from './differences.js';
import { keptWhole, type Whole } from './kept-whole.js';
import { type Match, matchesOf } from './matches.js';
import { fourHyphens, isNoteMark, ownPattern, threeHyphens, withoutReturns } from './separators.js';

/** What a text written for reveal.js consists of: texts to be read each on its own, and what stands between them. */
export type Part =
  | { readonly kind: 'text'; readonly start: number; readonly end: number }
  | { readonly kind: 'divider'; readonly below: boolean; readonly span: Span }
  | { readonly kind: 'note-mark'; readonly span: Span };

/**
 * Divides a text as reveal.js' own Markdown does, by regular expressions and before anything in it is read, but for
 * what is kept whole. May take long where an expression of the author's does.
 */
export function divide(parsing: Parsing, from: number, grammar: RevealGrammar): readonly Part[] {
  const { file, text } = parsing.source;
  const body = text.slice(from);
  const own = ownPattern(grammar.separator, '---');
  const horizontal = own ?? threeHyphens;
  const vertical = grammar.vertical === false ? null : (ownPattern(grammar.vertical, '----') ?? fourHyphens);
  const either = vertical === null ? horizontal : `${horizontal}|${vertical}`;
  const wholes = keptWhole(
    body,
    matchesOf(body, either, 'mg', []).found.map(({ start }) => start),
  );
  const { found, inside } = matchesOf(body, either, 'mg', wholes);
  /** As reveal.js tells, by the words that were found; where it only looks ahead there are none. */
  const isHorizontal = ({ start, end }: Match): boolean => {
    if (end > start) return new RegExp(horizontal).test(body.slice(start, end));
    const here = new RegExp(horizontal, 'my');
    here.lastIndex = start;
    return here.test(body);
  };
  const noteMarks =
    grammar.notes && !isNoteMark(grammar.notes) ? withoutReturns(grammar.notes.pattern) : null;

  const spanOf = ({ start, end }: Match): Span => {
    const whole = { file, start: from + start, end: from + end };
    const trimmed = trimSpan(whole, text);
    return trimmed.start === trimmed.end ? whole : trimmed;
  };
  const parts: Part[] = [];
  const slide = (start: number, end: number) =>
    parts.push(...withNotes(body, start, end, noteMarks, wholes, from, spanOf));
  let at = 0;
  for (const match of found) {
    slide(at, match.start);
    parts.push({ kind: 'divider', below: !isHorizontal(match), span: spanOf(match) });
    at = match.end;
  }
  slide(at, body.length);
  sayWhatDiffers(parsing, body, from, { found, inside, wholes, noteMarks: noteMarks === null });
  return parts;
}

/** A slide's text, cut at each mark of its notes where the author has a mark of his own. */
function withNotes(
  body: string,
  start: number,
  end: number,
  pattern: string | null,
  wholes: readonly Whole[],
  from: number,
  spanOf: (match: Match) => Span,
): readonly Part[] {
  const parts: Part[] = [];
  const marks =
    pattern === null
      ? []
      : matchesOf(
          body.slice(start, end),
          pattern,
          'mgi',
          wholes.map((whole) => ({ ...whole, start: whole.start - start, end: whole.end - start })),
        ).found;
  let at = start;
  for (const mark of marks) {
    parts.push({ kind: 'text', start: from + at, end: from + start + mark.start });
    parts.push({
      kind: 'note-mark',
      span: spanOf({ start: start + mark.start, end: start + mark.end }),
    });
    at = start + mark.end;
  }
  parts.push({ kind: 'text', start: from + at, end: from + end });
  return parts;
}

/** Says that a separator takes too long; the one of the two that is written. */
export function noticeSlowSeparator({ grammar, notice }: Parsing, seconds: number): void {
  const { separator, vertical, notes } = grammar.reveal ?? { separator: null, vertical: null, notes: null };
  const given = [separator, vertical || null, notes].find((one) => one !== null);
  notice(
    diagnostic(
      'dialect/slow-separator',
      given?.place ?? null,
      `Dividing the text by \`${given?.pattern ?? threeHyphens}\` takes more than ${seconds} seconds.`,
      { hint: 'Write a simpler regular expression, such as `^---$`.' },
    ),
  );
}
