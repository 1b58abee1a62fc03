import type { Token } from 'marked';
import { type Diagnostic, diagnostic, type Noticed } from '../diagnostics/diagnostic.js';
import type { SourceFile } from '../diagnostics/source.js';
import type { ParsedFile } from './ast.js';
import { blocksOf, type Item, itemsFrom } from './blocks.js';
import { Cursor } from './cursor.js';
import { withDeadline } from './deadline.js';
import { withoutFootnotes } from './footnotes.js';
import { type Grammar, ownGrammar } from './grammar.js';
import { lexing } from './lex.js';
import { labelsUsedIn } from './likely-slips.js';
import { limits, noticeDepth, timeFor, withinLimits } from './limits.js';
import type { Parsing } from './notice.js';
import { divide, noticeSlowSeparator, type Part } from './reveal/divide.js';
import { sayOfNoteMarks } from './reveal/note-marks.js';
import type { EmojiNamed } from './shortcodes.js';
import { slidesFrom } from './slides.js';

/**
 * Parses a deck's, a module's or an included file's Markdown, once and for all.
 *
 * @param from where the Markdown starts: behind the front matter
 * @param grammar how it is to be read, as the deck says
 * @param emojiNamed gives emoji by name; loaded where the text may name some
 * @param time milliseconds it may take; the default is the documented limit
 */
export function parseFile(
  source: SourceFile,
  from: number,
  grammar: Grammar = ownGrammar,
  time: number = timeFor(source.text.length - from),
  emojiNamed: EmojiNamed | null = null,
): Noticed<ParsedFile> {
  const diagnostics: Diagnostic[] = [];
  let labels: ReadonlySet<string> | null = null;
  const usedLabels = () => {
    labels ??= labelsUsedIn(source.text);
    return labels;
  };
  const notice = (one: Diagnostic) => void diagnostics.push(one);
  const parsing: Parsing = { source, grammar, emojiNamed, usedLabels, notice };
  const nothing: ParsedFile = { file: source.file, parts: [], footnotes: [] };
  if (!withinLimits(parsing, from)) return { value: nothing, diagnostics };
  const parts = divideInTime(parsing, from, time);
  const tokens = parts && lexInTime(parsing, parts.filter(isText), time);
  if (parts === null || tokens === null) return { value: nothing, diagnostics };
  const items = itemsOf(parts, tokens, parsing);
  if (grammar.reveal !== null) sayOfNoteMarks(items, parsing);
  noticeDepth(blocksOf(items), parsing);
  const slides = slidesFrom(items, from, parsing);
  // Most files have none, and are not gone through for them.
  const parted = source.text.includes('[^') ? withoutFootnotes(slides) : { parts: slides, footnotes: [] };
  return { value: { file: source.file, ...parted }, diagnostics };
}

/** What is read on its own: all of a text in our dialect, each slide of one that is written for reveal.js. */
function divideInTime(parsing: Parsing, from: number, time: number): readonly Part[] | null {
  const { reveal } = parsing.grammar;
  if (reveal === null) return [{ kind: 'text', start: from, end: parsing.source.text.length }];
  const most = Math.min(time, limits.separators);
  let said: Diagnostic[] = [];
  const timed = withDeadline(most, () => {
    said = [];
    return divide({ ...parsing, notice: (one) => said.push(one) }, from, reveal);
  });
  if (timed.kind === 'done') {
    for (const one of said) parsing.notice(one);
    return timed.value;
  }
  noticeSlowSeparator(parsing, most / 1000);
  return null;
}

function isText(part: Part): part is Extract<Part, { kind: 'text' }> {
  return part.kind === 'text';
}

function itemsOf(
  parts: readonly Part[],
  tokens: readonly (readonly Token[])[],
  parsing: Parsing,
): readonly Item[] {
  let read = 0;
  return parts.flatMap((part): readonly Item[] => {
    if (part.kind !== 'text') return [part];
    const cursor = new Cursor(parsing.source, part.start, part.end, true);
    return itemsFrom(tokens[read++] ?? [], cursor, parsing, 'top');
  });
}

/** marked's tokens, or null when the text takes too long or nests too deep, which is noticed at its place. */
function lexInTime(
  { source, grammar, notice }: Parsing,
  parts: readonly { readonly start: number; readonly end: number }[],
  time: number,
): readonly (readonly Token[])[] | null {
  const lexed = lexing(source.text, parts, grammar);
  const timed = withDeadline(time, lexed.run);
  if (timed.kind === 'done') return timed.value;
  const reading = lexed.reading();
  const start =
    'words' in reading
      ? Math.max(source.text.indexOf(firstLine(reading.words), reading.from), reading.from)
      : reading.blocksUpTo;
  const end = Math.min(source.text.length, start + 80);
  const span = { file: source.file, start, end };
  if (timed.kind === 'too-deep') {
    notice(
      diagnostic('text/too-deep', span, 'Something is nested too deep to be read.', {
        hint: `Flatten it: quotes, lists and blocks may be ${limits.nesting} deep.`,
      }),
    );
  } else {
    notice(
      diagnostic(
        'text/too-slow',
        span,
        `This file takes more than ${Number((time / 1000).toFixed(1))} seconds to read; the ${'words' in reading ? 'words' : 'blocks'} from here on are what takes so long.`,
        {
          hint: 'Look for a long run of unmatched marks such as `*a **a *a` or `![[](`, and close or escape them.',
        },
      ),
    );
  }
  return null;
}

function firstLine(words: string): string {
  return words.slice(0, 200).split('\n')[0] ?? '';
}
