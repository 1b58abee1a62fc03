import stringWidth from 'string-width';
import { lineIndex, lineStartsOf } from './place.js';
import { printable } from './printable.js';
import type { Sources, Span } from './source.js';

/** One row of a code frame. Painting is the caller's; the frame knows only what stands where. */
export interface FrameRow {
  /** `  3 │`, `> 4 │`, `    ╵`: everything up to and including the bar. */
  readonly gutter: string;
  /** What follows the bar and a space; empty for a blank line. */
  readonly text: string;
  readonly kind: 'context' | 'marked' | 'underline';
}

/** Terminal cells a source line may take before it is cut. */
const lineCells = 100;
/** Cells shown before the place when its line is cut there. */
const leadCells = 30;
const tabStop = 4;
/** A span over more lines than this is shown by its first and last ones. */
const mostMarked = 6;

/**
 * The lines around a span, as STYLE.md draws them:
 *
 *     3 │
 *   > 4 │ duratoin: 45m
 *       ╵ ^^^^^^^^
 *     5 │ ---
 *
 * `context` lines are shown before and after. A span over several lines marks them all and is underlined on its
 * first. Null for a file that is not among the sources.
 */
export function codeFrame(sources: Sources, span: Span, context = 1): readonly FrameRow[] | null {
  const text = sources.get(span.file);
  const starts = lineStartsOf(sources, span.file);
  if (text === undefined || starts === null) return null;

  const start = Math.min(Math.max(span.start, 0), text.length);
  const end = Math.min(Math.max(span.end, start), text.length);
  const lineOf = (index: number): string =>
    text.slice(starts[index], (starts[index + 1] ?? text.length + 1) - 1);
  const first = lineIndex(starts, start);
  // The end is excluded: a span that takes its line end along still ends on its own line.
  const last = Math.max(first, lineIndex(starts, Math.max(start, end - 1)));
  const from = Math.max(0, first - context);
  const to = Math.min(lastShown(starts, text), last + context);
  const digits = String(Math.max(to, last) + 1).length;

  const rows: FrameRow[] = [];
  for (let index = from; index <= Math.max(to, last); index += 1) {
    const marked = index >= first && index <= last;
    if (marked && last - first >= mostMarked && index > first + 1 && index < last) {
      if (index === first + 2) rows.push({ gutter: `> ${'⋮'.padStart(digits)} │`, text: '', kind: 'marked' });
      continue;
    }
    const gutter = `${marked ? '>' : ' '} ${String(index + 1).padStart(digits)} │`;
    const line = lineOf(index);
    if (index !== first) {
      rows.push({ gutter, text: cut(line, 0, 0).text, kind: marked ? 'marked' : 'context' });
      continue;
    }
    const head = start - (starts[index] as number);
    const shown = cut(line, head, Math.min(end - (starts[index] as number), line.length));
    rows.push({ gutter, text: shown.text, kind: 'marked' });
    const underline = ' '.repeat(shown.before) + '^'.repeat(shown.under);
    rows.push({ gutter: `  ${' '.repeat(digits)} ╵`, text: underline, kind: 'underline' });
  }
  return rows;
}

/** The index of the last line worth showing: the empty one after a final line end is none. */
function lastShown(starts: readonly number[], text: string): number {
  return starts.length > 1 && starts.at(-1) === text.length ? starts.length - 2 : starts.length - 1;
}

/**
 * What is shown of a line, with the range `start`–`end` of it in view, and the cells before and under that range.
 * Tabs become spaces; a line wider than {@link lineCells} loses its ends to `…`.
 */
function cut(line: string, start: number, end: number): { text: string; before: number; under: number } {
  // Lines may be megabytes long: only what can come into view is measured. A cell takes at least a third of a unit.
  const left = Math.max(0, start - lineCells * 3);
  const head = expand(line.slice(left, start), 0);
  const span = expand(line.slice(start, Math.min(end, start + lineCells * 3)), head.cells);
  const tail = expand(line.slice(end, end + lineCells * 3), head.cells + span.cells);

  const whole = head.cells + span.cells + tail.cells <= lineCells && left === 0;
  if (whole) {
    return {
      text: (head.text + span.text + tail.text).trimEnd(),
      before: head.cells,
      under: Math.max(1, span.cells),
    };
  }
  const dropped = head.cells > lineCells - leadCells || left > 0 ? Math.max(0, head.cells - leadCells) : 0;
  const lead = dropped > 0 || left > 0 ? `…${skipCells(head.text, dropped)}` : head.text;
  const before = cellsOf(lead);
  const rest = takeCells(span.text + tail.text, lineCells - before);
  return { text: lead + rest, before, under: Math.max(1, Math.min(span.cells, cellsOf(rest))) };
}

/** The text as a terminal can show it, tabs as spaces up to the next stop, and the cells it takes from `column` on. */
function expand(text: string, column: number): { text: string; cells: number } {
  let shown = '';
  let cells = 0;
  for (const [index, piece] of printable(text).split('\t').entries()) {
    if (index > 0) {
      const gap = tabStop - ((column + cells) % tabStop);
      shown += ' '.repeat(gap);
      cells += gap;
    }
    shown += piece;
    cells += cellsOf(piece);
  }
  return { text: shown, cells };
}

const graphemes = new Intl.Segmenter();
/** Each of these is one cell: most lines have no others, and need no measuring. */
const narrow = /^[ -~]*$/;

function cellsOf(text: string): number {
  return narrow.test(text) ? text.length : stringWidth(text);
}

/** The text without its first `cells` cells. */
function skipCells(text: string, cells: number): string {
  if (narrow.test(text)) return text.slice(cells);
  let skipped = 0;
  for (const { segment, index } of graphemes.segment(text)) {
    if (skipped >= cells) return text.slice(index);
    skipped += stringWidth(segment);
  }
  return '';
}

/** As much of the text as fits into `cells` cells, with `…` where something is left out. */
function takeCells(text: string, cells: number): string {
  if (cellsOf(text) <= cells) return text;
  if (narrow.test(text)) return `${text.slice(0, Math.max(0, cells - 1))}…`;
  let taken = 0;
  for (const { segment, index } of graphemes.segment(text)) {
    taken += stringWidth(segment);
    if (taken > cells - 1) return `${text.slice(0, index)}…`;
  }
  return text;
}
