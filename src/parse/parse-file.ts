import type { Token } from 'marked';
import { type Diagnostic, diagnostic, type Noticed } from '../diagnostics/diagnostic.js';
import type { SourceFile } from '../diagnostics/source.js';
import type { ParsedFile } from './ast.js';
import { blocksOf, itemsFrom } from './blocks.js';
import { Cursor } from './cursor.js';
import { withDeadline } from './deadline.js';
import { type Grammar, ownGrammar } from './grammar.js';
import { lexing } from './lex.js';
import { limits, noticeDepth, timeFor, withinLimits } from './limits.js';
import type { Parsing } from './notice.js';
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
  const parsing: Parsing = { source, grammar, emojiNamed, notice: (one) => diagnostics.push(one) };
  const nothing: ParsedFile = { file: source.file, parts: [] };
  if (!withinLimits(parsing, from)) return { value: nothing, diagnostics };
  const tokens = lexInTime(parsing, from, time);
  if (tokens === null) return { value: nothing, diagnostics };
  const cursor = new Cursor(source, from, source.text.length, true);
  const items = itemsFrom(tokens, cursor, parsing, 'top');
  noticeDepth(blocksOf(items), parsing);
  return { value: { file: source.file, parts: slidesFrom(items, from, parsing) }, diagnostics };
}

/** marked's tokens, or null when the text takes too long or nests too deep, which is noticed at its place. */
function lexInTime(
  { source, grammar, notice }: Parsing,
  from: number,
  time: number,
): readonly Token[] | null {
  const lexed = lexing(source.text.slice(from), grammar);
  const timed = withDeadline(time, lexed.run);
  if (timed.kind === 'done') return timed.value;
  const reading = lexed.reading();
  const start =
    'words' in reading
      ? Math.max(source.text.indexOf(reading.words.slice(0, 200).split('\n')[0] ?? '', from), from)
      : from + reading.blocksUpTo;
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
