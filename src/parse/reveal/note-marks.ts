import { diagnostic } from '../../diagnostics/diagnostic.js';
import type { Span } from '../../diagnostics/source.js';
import type { Item } from '../blocks.js';
import type { Parsing } from '../notice.js';

/** Says which notes reveal.js would show to all: behind two marks on one slide, and behind an indented one. */
export function sayOfNoteMarks(items: readonly Item[], { source, notice }: Parsing): void {
  let first: Span | null = null;
  for (const item of items) {
    if (item.kind === 'divider') first = null;
    if (item.kind !== 'note-mark') continue;
    const { span } = item;
    if (first !== null) {
      notice(
        diagnostic(
          'dialect/reads-otherwise',
          span,
          'With two such marks on a slide reveal.js would show all of its notes to everybody; here the notes go on.',
          {
            hint: 'Leave the first mark of the slide, and delete this one.',
            related: [{ message: 'The notes begin here.', span: first }],
          },
        ),
      );
    } else if (isIndented(source.text, span.start)) {
      notice(
        diagnostic(
          'dialect/reads-otherwise',
          span,
          'Since this mark is indented, reveal.js would show the notes to everybody; here they are notes.',
          { hint: 'Take the blanks before it away.' },
        ),
      );
    }
    first ??= span;
  }
}

function isIndented(text: string, at: number): boolean {
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  return line !== '' && line.trim() === '';
}
