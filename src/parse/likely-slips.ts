import type { Tokens } from 'marked';
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

/**
 * `[click]: next` on a line of its own is the address of links called `[click]`, and shows nothing, though its author may have meant
 * the words. Where a link is called so, and where it leads to anything that looks like an address, nothing is said.
 */
export function warnOfLostWords(
  { raw, href }: Tokens.Def,
  span: Span,
  { usedLabels, notice }: Parsing,
): void {
  if (href === '' || /[/#:@?&=]|\.\w/.test(href)) return;
  const label = bracketed(raw)[0]?.words ?? '';
  if (usedLabels().has(asLabel(label))) return;
  notice(
    diagnostic(
      'link/unused-address',
      span,
      `This line says where links called \`[${label.replace(/\s+/g, ' ')}]\` lead, and there is no such link: its words are shown nowhere.`,
      { hint: 'For words, put a backslash before the first bracket; otherwise take the line away.' },
    ),
  );
}

/** What stands in brackets anywhere in a text, as labels are compared, but where it would be given an address itself. */
export function labelsUsedIn(text: string): ReadonlySet<string> {
  const used = bracketed(text).filter(({ start, end }) => {
    const inWords = /[\p{L}\p{N},;] $/u.test(text.slice(Math.max(0, start - 2), start));
    return inWords || text[end] !== ':';
  });
  return new Set(used.map(({ words }) => asLabel(words)));
}

/** What stands in brackets that have none in them; those behind a backslash are words. */
function bracketed(
  text: string,
): readonly { readonly words: string; readonly start: number; readonly end: number }[] {
  const found = [];
  let start: number | null = null;
  for (const { 0: mark, index } of text.matchAll(/\\.|[[\]]/gs)) {
    if (mark === ']' && start !== null) {
      found.push({ words: text.slice(start + 1, index), start, end: index + 1 });
    }
    if (mark === '[' || mark === ']') start = mark === '[' ? index : null;
  }
  return found;
}

/** As labels are compared: https://spec.commonmark.org/0.31.2/#matches. */
function asLabel(written: string): string {
  return written.trim().replace(/\s+/g, ' ').toLowerCase();
}
