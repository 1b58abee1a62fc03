import { readBraces } from './attributes.js';
import type { Grammar } from './grammar.js';
import { isNoteMark } from './reveal/separators.js';

/**
 * Lines that end a paragraph, a quote or a table although CommonMark would read them as lazy continuations. An
 * author who writes `Note:` or `:::` under the last item of a list means a note or a block, never words of the item:
 *
 *     - last item
 *     Note: what only the speaker sees
 */
const fenceOfBlock = / {0,3}:{3,}/y;
const noteMark = /[ \t]*notes?:/iy;
const pauseMark = / {0,3}\. \. \.[ \t]*(?=\n|$)/y;
const attributeLine = / {0,3}\{[^{}\n]*\}[ \t]*(?=\n|$)/y;
const footnoteLine = / {0,3}\[\^[^\s[\]^]+\]:/y;
const blankLine = /[ \t]*(?:\n|$)/y;

function testAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

/** Which of our marks mean something at the start of a line. */
export interface LineMarks {
  readonly notes: boolean;
  readonly pauses: boolean;
}

/** The marks of a grammar. `nested`: inside a list, quote or block, where no notes start. */
export function marksOf({ pauses, reveal }: Grammar, nested: boolean): LineMarks {
  return { pauses, notes: !nested && (reveal === null || isNoteMark(reveal.notes)) };
}

/** Whether the line at `at` ends what stands above it. */
export function interrupts(text: string, at: number, marks: LineMarks): boolean {
  return (
    testAt(fenceOfBlock, text, at) ||
    testAt(footnoteLine, text, at) ||
    (marks.pauses && testAt(pauseMark, text, at)) ||
    (marks.notes && testAt(noteMark, text, at))
  );
}

/** Whether the line at `at` is `{…}` alone: the attributes of the list, table or fence above. */
export function isAttributeLine(text: string, at: number, grammar: Grammar): boolean {
  attributeLine.lastIndex = at;
  const line = attributeLine.exec(text)?.[0];
  return line !== undefined && readBraces(line.trim(), grammar) !== null;
}

export function isBlankLine(text: string, at: number): boolean {
  return testAt(blankLine, text, at);
}

/** Whether `Note:` stands at the start of the line at `at`, however far it is indented. */
export function isNoteLine(text: string, at: number): boolean {
  return testAt(noteMark, text, at);
}

/** Offsets of the lines of `text` after the first, in order. */
export function* laterLines(text: string): Generator<number> {
  for (let at = text.indexOf('\n'); at >= 0 && at + 1 < text.length; at = text.indexOf('\n', at + 1))
    yield at + 1;
}

/** Where in a run of lines without a blank one an interruption starts, or null. */
export function interruptionIn(text: string, marks: LineMarks): number | null {
  for (const at of laterLines(text)) {
    if (isBlankLine(text, at)) return null;
    if (interrupts(text, at, marks) && !isTakenWhole(text, at)) return at;
  }
  return null;
}

/** What is taken as it is, from its beginning to its end. */
const whole = [
  { open: /<!--/g, close: /-->/g },
  { open: /<(?:pre|script|style|textarea)\b/gi, close: /<\/(?:pre|script|style|textarea)\b/gi },
];

/** Whether the line at `at` lies in a comment or in an element such as `<pre>` that ends before the next blank line. */
export function isTakenWhole(text: string, at: number): boolean {
  const before = text.slice(0, at);
  const blank = text.slice(at).search(/\n[ \t]*(?:\n|$)/);
  const after = text.slice(at, blank < 0 ? undefined : at + blank);
  return whole.some(
    ({ open, close }) => after.search(close) >= 0 && lastOf(before, open) > lastOf(before, close),
  );
}

function lastOf(text: string, pattern: RegExp): number {
  return [...text.matchAll(pattern)].at(-1)?.index ?? -1;
}
