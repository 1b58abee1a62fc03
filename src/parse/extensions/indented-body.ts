import { closesFence, openedFence } from '../fences.js';
import type { Grammar } from '../grammar.js';
import { interrupts, isAttributeLine, isBlankLine, isNoteLine, type LineMarks } from '../interruptions.js';

/** What belongs to a mark at the start of a line, as text without its indentation. */
export interface IndentedBody {
  readonly text: string;
  /** Where it ends in the source, its last newline included. */
  readonly end: number;
  /** A blank line stands among its lines. */
  readonly spread: boolean;
}

/** Lines that begin a block of their own, and never go on with the words above them. */
const otherBlock =
  /^ {0,3}(?:#{1,6}(?:[ \t]|\n|$)|>|`{3}|~{3}|(?:[*+-]|\d{1,9}[.)])[ \t]|:[ \t]|<[a-z!/]|(?:-{3,}|\*{3,}|_{3,}|=+)[ \t]*(?:\n|$))/i;

/**
 * Reads what follows a mark such as `[^1]:` or the `:` of a definition: the rest of its line, lines of the same
 * paragraph, and behind blank lines all that is indented.
 *
 *     [^1]: The first line,
 *     and one more of its paragraph.
 *
 *         Indented, it goes on.
 *
 * @param from where the words begin, on the line of the mark
 * @param indent by how many columns what goes on behind a blank line is indented
 * @param marks those that begin something here; where `Note:` does, wherever it stands: what is private in doubt stays private
 */
export function indentedBody(
  src: string,
  from: number,
  indent: number,
  marks: LineMarks,
  grammar: Grammar,
): IndentedBody {
  const first = lineEnd(src, from);
  const lines = [src.slice(from, first)];
  let fence = openedFence(lines[0] ?? '');
  let end = Math.min(first + 1, src.length);
  let spread = false;
  let blanks = 0;
  for (let at = end; at < src.length; ) {
    const stop = lineEnd(src, at);
    const line = src.slice(at, stop);
    const next = Math.min(stop + 1, src.length);
    if (isBlankLine(src, at)) {
      blanks++;
      at = next;
      continue;
    }
    const own = indentation(line) >= indent;
    if (marks.notes && fence === null && isNoteLine(src, at)) break;
    if (!own) {
      if (blanks > 0 || fence !== null || otherBlock.test(line)) break;
      if (interrupts(src, at, marks) || isAttributeLine(src, at, grammar)) break;
    }
    const text = own ? outdented(line, indent) : line;
    if (blanks > 0) spread = true;
    for (; blanks > 0; blanks--) lines.push('');
    lines.push(text);
    if (fence === null) fence = openedFence(text);
    else if (closesFence(text, fence)) fence = null;
    end = next;
    at = next;
  }
  return { text: lines.join('\n'), end, spread };
}

function lineEnd(src: string, from: number): number {
  const newline = src.indexOf('\n', from);
  return newline < 0 ? src.length : newline;
}

function indentation(line: string): number {
  return (/^[ \t]*/.exec(line)?.[0] ?? '').replace(/\t/g, '    ').length;
}

function outdented(line: string, columns: number): string {
  const blank = /^[ \t]*/.exec(line)?.[0] ?? '';
  return blank.replace(/\t/g, '    ').slice(columns) + line.slice(blank.length);
}
