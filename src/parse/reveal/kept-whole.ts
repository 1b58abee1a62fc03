import { closesFence, openedFence } from '../fences.js';

/** A part of a text that nothing divides, from its first character to behind its last. */
export interface Whole {
  readonly what: 'code' | 'comment' | 'html';
  readonly start: number;
  readonly end: number;
}

const htmlOpening = /^ {0,3}<(?:pre|script|style|textarea)(?=[\s>]|$)/i;
const htmlClosing = /<\/(?:pre|script|style|textarea)>/i;

/**
 * Finds fences, comments and elements such as `<pre>` by their lines. reveal.js looks for separators and notes before
 * it reads Markdown, and finds them in there as well; here what an author keeps together stays together.
 *
 * A fence that is never closed ends with its slide, in reveal.js and here. It is taken for one when, behind a divider
 * at one of the offsets `dividers`, another fence is opened before any is closed.
 */
export function keptWhole(text: string, dividers: readonly number[]): readonly Whole[] {
  const found: Whole[] = [];
  const open: Open = { html: false, comment: false, fences: new Map() };
  for (let at = 0; at < text.length; ) {
    const end = endOfLine(text, at);
    const whole = wholeAt(text, at, end, dividers, open);
    if (whole !== null) found.push(whole);
    at = whole === null ? end + 1 : endOfLine(text, whole.end) + 1;
  }
  return found;
}

/** What is known to be closed nowhere in the rest of the text, so that nobody looks for it again. */
interface Open {
  html: boolean;
  comment: boolean;
  /** The shortest fence of each kind that nothing closes. */
  readonly fences: Map<string, number>;
}

function wholeAt(
  text: string,
  at: number,
  lineEnd: number,
  dividers: readonly number[],
  open: Open,
): Whole | null {
  const line = text.slice(at, lineEnd);
  const fence = openedFence(line);
  if (fence !== null) {
    const end = endOfFence(text, lineEnd + 1, fence, dividers, open);
    return end === null ? null : { what: 'code', start: at, end };
  }
  if (htmlOpening.test(line) && !open.html) {
    const close = htmlClosing.exec(text.slice(at));
    if (close !== null) return { what: 'html', start: at, end: at + close.index + close[0].length };
    open.html = true;
  }
  const comment = open.comment ? -1 : line.indexOf('<!--');
  if (comment < 0 || isInCodeSpan(line, comment)) return null;
  const close = text.indexOf('-->', at + comment + 4);
  if (close >= 0) return { what: 'comment', start: at + comment, end: close + 3 };
  open.comment = true;
  return null;
}

function endOfFence(
  text: string,
  from: number,
  fence: string,
  dividers: readonly number[],
  open: Open,
): number | null {
  const kind = fence[0] ?? '';
  if ((open.fences.get(kind) ?? Number.POSITIVE_INFINITY) <= fence.length) return null;
  const firstDivider = dividers.find((divider) => divider >= from - 1) ?? text.length;
  for (let at = from; at < text.length; ) {
    const end = endOfLine(text, at);
    const line = text.slice(at, end);
    if (closesFence(line, fence)) return end;
    const opened = at > firstDivider ? openedFence(line) : null;
    if (opened?.[0] === kind && opened.length >= fence.length) return null;
    at = end + 1;
  }
  open.fences.set(kind, fence.length);
  return null;
}

/** An odd number of backticks stands before it. */
function isInCodeSpan(line: string, at: number): boolean {
  return (line.slice(0, at).match(/`/g)?.length ?? 0) % 2 === 1;
}

function endOfLine(text: string, at: number): number {
  const newline = text.indexOf('\n', at);
  return newline < 0 ? text.length : newline;
}
