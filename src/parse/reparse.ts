import type { Noticed } from '../diagnostics/diagnostic.js';
import type { SourceFile } from '../diagnostics/source.js';
import type { ParsedFile, ParsedInclude, ParsedSlide } from './ast.js';
import type { Grammar } from './grammar.js';
import { parseFile } from './parse-file.js';
import { shifted } from './shifted.js';
import type { EmojiNamed } from './shortcodes.js';

/** A file as it was read before. */
export interface Before {
  readonly text: string;
  readonly from: number;
  readonly read: Noticed<ParsedFile>;
  /** Whether it is known to have nothing {@link farReaching}. */
  readonly isPlain: boolean;
}

type Part = ParsedSlide | ParsedInclude;

/** One divider and nothing else between two slides. */
const gap = /^\s*\n {0,3}---(-?)[ \t]*\n\s*$/;

/**
 * What means something beyond its own slide, or may swallow a divider when something far below changes: addresses of links,
 * footnotes, comments, formulas and HTML on lines of their own.
 */
const farReaching = /\[\^|\$\$|<!--|-->|<\/?(?:script|pre|style|textarea)\b|<[?!]/i;
/** At the start of a line, behind marks of blocks, tasks and notes; the label may go on in the next line. */
const addressOfLink =
  /^[ \t>*+\-\d.):]*(?:notes?:[ \t]*)?(?:\[[ x]\][ \t]+)?\[(?:[^\]\n\\]|\\.)*(?:\]:|\\?$)/im;

/** Follows what is read anew: only if it is a slide of its own is everything before it closed. */
const mark = 'deckhand-end-of-what-changed';

/**
 * Parses a file of which most was parsed before: the slides from the divider above the change to the one below it. Null where that
 * could be anything else than what {@link parseFile} makes of the whole.
 */
export function reparse(
  source: SourceFile,
  from: number,
  grammar: Grammar,
  emojiNamed: EmojiNamed | null,
  before: Before,
): ParsedFile | null {
  const { parts } = before.read.value;
  if (from !== before.from || grammar.reveal !== null || grammar.split === 'headings') return null;
  if (before.read.diagnostics.length > 0 || parts.length < 3) return null;
  const same = sameEnds(before.text, source.text);
  if (same.start < from) return null;
  // All of it stands on one line, so that new ones can only be where something changed.
  if (reachesFar(linesAround(source.text, same.start, source.text.length - same.end))) return null;
  if (!before.isPlain && reachesFar(before.text)) return null;
  const delta = source.text.length - before.text.length;
  const isDivided = (at: number) => {
    const [above, below] = [parts[at - 1], parts[at]];
    return above && below && gap.test(before.text.slice(above.span.end, below.span.start));
  };
  // The divider itself has to be outside of the change, with the line end before and after it.
  let first = parts.length - 1;
  while (first > 0 && !((parts[first]?.span.start ?? 0) <= same.start - 1 && isDivided(first))) first -= 1;
  let next = first + 1;
  while (
    next < parts.length &&
    !((parts[next - 1]?.span.end ?? 0) >= before.text.length - same.end + 1 && isDivided(next))
  )
    next += 1;
  const [above, below] = [parts[first - 1], parts[next]];
  const end = below ? below.span.start + delta : source.text.length;
  const region = { start: above?.span.end ?? from, end, isFirst: !above, goesOn: below !== undefined };
  const again = anew(source, region, grammar, emojiNamed);
  if (again === null) return null;
  return {
    file: source.file,
    parts: [...parts.slice(0, first), ...again, ...shifted(parts.slice(next), delta)],
    footnotes: [],
  };
}

function reachesFar(text: string): boolean {
  return farReaching.test(text) || addressOfLink.test(text);
}

/** From the end of the slide before it to the start of the one after it. */
interface Region {
  readonly start: number;
  readonly end: number;
  readonly isFirst: boolean;
  readonly goesOn: boolean;
}

/** Stands before the first divider of a region, so that it is a divider as it is in the whole. */
const head = '## x\n\n';

/** The slides of a region; null where they do not stand for themselves. */
function anew(
  source: SourceFile,
  { start, end, isFirst, goesOn }: Region,
  grammar: Grammar,
  emojiNamed: EmojiNamed | null,
): readonly Part[] | null {
  const above = isFirst ? source.text.slice(0, start) : head;
  const text = `${above}${source.text.slice(start, end)}${goesOn ? `## ${mark}\n` : ''}`;
  const { value, diagnostics } = parseFile(
    { ...source, text },
    isFirst ? start : 0,
    grammar,
    undefined,
    emojiNamed,
  );
  if (diagnostics.length > 0 || value.footnotes.length > 0) return null;
  if (!isFirst && value.parts[0]?.span.end !== head.length - 2) return null;
  const by = start - above.length;
  const parts = shifted(value.parts.slice(isFirst ? 0 : 1), by);
  if (!goesOn) return parts;
  const last = parts.at(-1);
  const isMark = last?.type === 'slide' && last.blocks.length === 1 && last.span.start === end;
  return isMark ? parts.slice(0, -1) : null;
}

/** What stands between two places, from the start of the first one's line to the end of the other one's. */
function linesAround(text: string, from: number, to: number): string {
  const end = text.indexOf('\n', to);
  return text.slice(text.lastIndexOf('\n', Math.max(0, from - 1)) + 1, end < 0 ? text.length : end);
}

/** How many characters two texts have in common at their starts, and behind those at their ends. */
function sameEnds(one: string, other: string): { readonly start: number; readonly end: number } {
  const most = Math.min(one.length, other.length);
  const start = longest(most, (from, to) => one.slice(from, to) === other.slice(from, to));
  const end = longest(
    most - start,
    (from, to) =>
      one.slice(one.length - to, one.length - from) === other.slice(other.length - to, other.length - from),
  );
  return { start, end };
}

/** How far from 0 two texts are the same. Halves are compared whole, which is a hundred times as fast as letter by letter. */
function longest(most: number, isSame: (from: number, to: number) => boolean): number {
  let low = 0;
  let high = most;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (isSame(low, middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}
