import type { Sources } from './source.js';

/**
 * A position as people say it. Both count from 1. Columns count code points of the line, so that an emoji is one
 * column as it is one character to its author; tabs count as one.
 */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Line starts of every file asked about so far. Sources do not change; a new build has new ones. */
const startsBySources = new WeakMap<Sources, Map<string, readonly number[]>>();

/** The offset at which each line of `text` starts. A text that ends in a line end has an empty last line. */
export function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', end + 1)) starts.push(end + 1);
  return starts;
}

/** {@link lineStarts} of one of the sources, worked out once; null for a file that is not among them. */
export function lineStartsOf(sources: Sources, file: string): readonly number[] | null {
  const text = sources.get(file);
  if (text === undefined) return null;
  const known = startsBySources.get(sources) ?? new Map<string, readonly number[]>();
  startsBySources.set(sources, known);
  const starts = known.get(file) ?? lineStarts(text);
  known.set(file, starts);
  return starts;
}

/** The index of the line that holds `offset`, from 0. */
export function lineIndex(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Line and column of an offset; null for a file that is not among the sources. Offsets past the end mean the end. */
export function placeOf(sources: Sources, file: string, offset: number): Place | null {
  const text = sources.get(file);
  const starts = lineStartsOf(sources, file);
  if (text === undefined || starts === null) return null;
  const inside = Math.min(Math.max(offset, 0), text.length);
  const line = lineIndex(starts, inside);
  return { line: line + 1, column: codePoints(text, starts[line] as number, inside) + 1 };
}

/** How many code points stand between two offsets, without copying a line that may be very long. */
function codePoints(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at += (text.codePointAt(at) as number) > 0xffff ? 2 : 1) count += 1;
  return count;
}
