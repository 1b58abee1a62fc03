import { type NumberedFootnote, numberFootnotes } from '../model/footnotes.js';
import type { Slide } from '../model/workshop.js';
import type { Block, InlineNote, NoteReference } from '../parse/ast.js';
import type { Words } from '../theme/words.js';
import { attributeString, escapeHtml } from './html.js';

/** The footnotes of one part of a slide: what stands on it, beside it on paper, or in its notes. */
export interface Footnotes {
  /** The number of a footnote, where it is referred to. */
  readonly mark: (inline: NoteReference | InlineNote) => string;
  /** All of them, once everything that refers to them is drawn; empty where there are none. */
  readonly list: (render: (blocks: readonly Block[]) => string, words: Words) => string;
  /** What they say. */
  readonly blocks: readonly Block[];
}

/** How ids of the parts differ: all of them may stand on one page. */
const parts = { slide: '', paper: 'p', notes: 'n' } as const;

/** What has footnotes of its own: a slide, or a chapter on paper. */
type Owner = Pick<Slide, 'id' | 'footnotes'>;

export function footnotesOf(slide: Owner, blocks: readonly Block[], place: keyof typeof parts): Footnotes {
  const numbered = numberFootnotes(blocks, slide.footnotes, place !== 'notes');
  const idOf = (number: number) => `fn-${slide.id}-${parts[place]}${number}`;
  const marks = new Map<number, string[]>();
  const noteOf = (inline: NoteReference | InlineNote): NumberedFootnote | undefined => {
    const span =
      inline.type === 'inline-note'
        ? inline.span
        : slide.footnotes.find((one) => one.from === inline.span.file && one.label === inline.label)?.span;
    return numbered.find((one) => one.span === span);
  };
  return {
    blocks: numbered.flatMap((one) => one.children),
    mark: (inline) => {
      const note = noteOf(inline);
      if (!note) return isKnown(inline, slide) ? '' : escapeHtml(sourceOf(inline));
      const ids = marks.get(note.number) ?? [];
      const id = `${idOf(note.number)}-ref${ids.length === 0 ? '' : ids.length + 1}`;
      marks.set(note.number, [...ids, id]);
      const link = attributeString([
        ['href', `#${idOf(note.number)}`],
        ['id', id],
        ['role', 'doc-noteref'],
      ]);
      return `<sup class="footnote-mark"><a${link}>${note.number}</a></sup>`;
    },
    list: (render, words) => {
      if (numbered.length === 0) return '';
      const items = numbered.map(({ number, children }) => {
        const html = render(children).trimEnd();
        const back = (marks.get(number) ?? [])
          .map(
            (id) =>
              `<a${attributeString([
                ['href', `#${id}`],
                ['class', 'footnote-back'],
                ['role', 'doc-backlink'],
                ['aria-label', words.footnoteBack],
              ])}></a>`,
          )
          .join('');
        // The way back stands behind the last words, not below them.
        const inside = html.endsWith('</p>') ? `${html.slice(0, -4)} ${back}</p>` : `${html}${back}`;
        return `<li id="${escapeHtml(idOf(number))}">${inside}</li>\n`;
      });
      const label = attributeString([['aria-label', words.footnotes]]);
      return `<div class="footnotes" role="doc-endnotes"${label}><ol>\n${items.join('')}</ol></div>\n`;
    },
  };
}

/** A footnote that is there, but for others. */
function isKnown(inline: NoteReference | InlineNote, { footnotes }: Owner): boolean {
  return (
    inline.type === 'inline-note' ||
    footnotes.some((one) => one.from === inline.span.file && one.label === inline.label)
  );
}

function sourceOf(inline: NoteReference | InlineNote): string {
  return inline.type === 'note-reference' ? `[^${inline.label}]` : '';
}
