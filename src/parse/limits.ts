import { diagnostic } from '../diagnostics/diagnostic.js';
import type { Block } from './ast.js';
import type { Parsing } from './notice.js';
import { childBlocks } from './walk.js';

/**
 * What a file may be, so that no input can hang the parser, overflow its stack or fill the memory. Far above what
 * people write, and documented in docs/language.md.
 */
export const limits = {
  /** UTF-16 units in a line. */
  line: 100_000,
  /** Quotes, list items and `:::` blocks inside one another. */
  nesting: 40,
  /** Cells of a table, those that its rows leave out included: a few characters may stand for thousands. */
  cells: 100_000,
  /** Milliseconds that dividing one file by its author's regular expressions may take. */
  separators: 1_500,
} as const;

/**
 * Milliseconds that a file of so many characters may take: two seconds for 100,000, which are some thousand slides and
 * take a tenth of that, and three at most.
 */
export function timeFor(characters: number): number {
  return Math.min(3_000, 1_500 + Math.ceil(characters / 200));
}

/** Markers of quotes and lists, which nest when they follow each other on one line. */
const markers = /[ \t]*(?:>|[*+-](?=[ \t])|\d{1,9}[.)](?=[ \t]))/y;

/** Finds lines that are over a limit. Returns false where parsing the file would be no use. */
export function withinLimits({ source, notice }: Parsing, from: number): boolean {
  const { file, text } = source;
  let fits = true;
  for (let start = from; start < text.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    if (end - start > limits.line) {
      fits = false;
      notice(
        diagnostic(
          'text/long-line',
          { file, start, end: start + 80 },
          `This line has ${(end - start).toLocaleString('en')} characters; the limit is ${limits.line.toLocaleString('en')}.`,
          {
            hint: 'Break the line, or move the data into a file of its own and refer to it.',
          },
        ),
      );
    }
    let depth = 0;
    markers.lastIndex = start;
    while (markers.lastIndex < end && markers.test(text)) {
      if (++depth <= limits.nesting) continue;
      fits = false;
      notice(
        diagnostic(
          'text/too-deep',
          { file, start, end: Math.min(end, start + 80) },
          `Quotes and lists are nested more than ${limits.nesting} deep on this line.`,
          {
            hint: 'Flatten it: nothing that deep can be read on a slide.',
          },
        ),
      );
      break;
    }
    // Lists nest by indentation as well, a line each.
    const indent = indentation(text, start, end);
    if (depth <= limits.nesting && depth > 0 && indent > limits.nesting * 4) {
      fits = false;
      notice(
        diagnostic(
          'text/too-deep',
          { file, start, end: Math.min(end, start + indent + 1) },
          `Lists are nested more than ${limits.nesting} deep here.`,
          {
            hint: 'Flatten the list: nothing that deep can be read on a slide.',
          },
        ),
      );
    }
    if (!fits) return false;
    start = end + 1;
  }
  return true;
}

/** Says of each block that has too many around it where it stands; what is inside it goes without saying. */
export function noticeDepth(blocks: readonly Block[], { notice }: Pick<Parsing, 'notice'>, depth = 0): void {
  for (const block of blocks) {
    const children = childBlocks(block);
    if (children.length === 0) continue;
    if (depth < limits.nesting) {
      noticeDepth(children, { notice }, depth + 1);
      continue;
    }
    notice(
      diagnostic(
        'text/too-deep',
        block.span,
        `Quotes, lists and blocks are nested more than ${limits.nesting} deep here.`,
        { hint: 'Flatten them: nothing that deep can be read on a slide.' },
      ),
    );
  }
}

function indentation(text: string, start: number, end: number): number {
  let columns = 0;
  for (let at = start; at < end; at++) {
    if (text[at] === ' ') columns++;
    else if (text[at] === '\t') columns += 4;
    else break;
  }
  return columns;
}
