import { diagnostic } from '../diagnostics/diagnostic.js';
import type { Span } from '../diagnostics/source.js';
import type { Attributes } from './ast.js';
import type { Item } from './blocks.js';
import type { Parsing } from './notice.js';

/** Text directly over hyphens is a heading in Markdown, though its author may have meant a divider. */
export function warnOfSetext(raw: string, span: Span, { grammar, notice }: Parsing): void {
  // Where headings start slides, what it does is what it looks like.
  if (grammar.split === 'headings' || grammar.reveal !== null) return;
  const underline = /\n {0,3}(-{3,4})[ \t]*\n*$/.exec(raw);
  if (!underline) return;
  const start = span.end - (underline[1]?.length ?? 0);
  notice(
    diagnostic(
      'slide/setext-heading',
      { file: span.file, start, end: span.end },
      'These hyphens make the text above them a heading; they do not end the slide.',
      {
        hint: 'Put a blank line above them to end the slide here, or write `## …` for a heading.',
      },
    ),
  );
}

/**
 * `Note:` below a list may be indented like words of its last item. It begins the notes all the same, since a note
 * that is shown to all is worse than words that only the speaker has.
 */
export function warnOfIndentedNote(
  raw: string,
  span: Span,
  above: Item | undefined,
  { grammar, notice }: Parsing,
): void {
  if (grammar.reveal !== null) return;
  if (above?.kind !== 'block' || above.block.type !== 'list' || !/^(?: {2}|\t)/.test(raw)) return;
  notice(
    diagnostic(
      'notes/below-list',
      span,
      'This line is indented like words of the list above it, but the speaker’s notes begin here.',
      { hint: 'Take the indentation away; for words of the list write `**Note:** …`.' },
    ),
  );
}

/** `{.incremental}` with a blank line above it belongs to nothing. A bare word in braces is more likely text. */
export function warnOfLoneAttributes(
  { id, classes, pairs }: Attributes,
  span: Span,
  above: Item | undefined,
  { notice }: Parsing,
): void {
  if (id === null && classes.length === 0 && pairs.every(({ value }) => value === null)) return;
  notice(
    diagnostic('attribute/alone', span, 'These braces belong to nothing, and are shown as text.', {
      hint:
        above?.kind === 'block'
          ? 'To give them to the block above, take the blank line between them away.'
          : 'Write them behind the title, at the end of the paragraph, or directly below the list or the block they are about.',
    }),
  );
}
