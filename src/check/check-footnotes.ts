import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { didYouMeanHint } from '../diagnostics/did-you-mean.js';
import type { Span } from '../diagnostics/source.js';
import { type FindFootnote, footnoteFinder, notesIn } from '../model/footnotes.js';
import type { Library } from '../model/library.js';
import type { Block, Footnote, NoteReference, ParsedFile } from '../parse/ast.js';
import { hasWord } from '../parse/attributes.js';
import { isPrivate } from '../parse/block-names.js';
import { have } from '../parse/kinds.js';
import { walkBlocks } from '../parse/walk.js';

/** Whether each footnote of a deck is referred to, and each reference has one; said once, whatever the editions are. */
export function checkFootnotes(library: Library): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const find = footnoteFinder(library);
  const files = [...library.parsed.values()];
  const labels = [...new Set(files.flatMap((file) => file.footnotes.map(({ note }) => note.label)))];
  const shown = shownNotes(files, find);
  for (const file of files) {
    found.push(...duplicates(file.footnotes.map(({ note }) => note)));
    for (const { reference, isPublic } of referencesIn(file)) {
      const { label, span } = reference;
      const placed = find(file.file, label);
      if (!placed) {
        found.push(
          diagnostic('footnote/undefined', span, `There is no footnote \`[^${label}]\`.`, {
            hint:
              didYouMeanHint(label, labels) ??
              `Write it in a paragraph of its own: \`[^${label}]: …\`. Where you mean the characters, write \`\\[^\`.`,
          }),
        );
      } else if (isPublic && placed.isPrivate) {
        found.push(
          diagnostic(
            'footnote/private',
            span,
            'The slide does not show this footnote: it stands among notes.',
            {
              hint: 'Move it above `Note:`, or out of the block that is not for everybody.',
              related: [{ message: 'The footnote is here.', span: placed.note.labelSpan }],
            },
          ),
        );
      }
    }
  }
  for (const { footnotes } of files) {
    for (const { note } of footnotes) {
      // Of two alike the second one is never meant, which has been said.
      const isFirst = footnotes.find((one) => one.note.label === note.label)?.note === note;
      if (!isFirst || shown.has(note.span)) continue;
      found.push(
        diagnostic(
          'footnote/unused',
          note.span,
          'Nothing on a slide refers to this footnote, so that it is shown nowhere.',
          {
            hint: `Write \`[^${note.label}]\` where it belongs.`,
          },
        ),
      );
    }
  }
  return found;
}

/** The footnotes that a slide leads to, over others or not: those that refer only to one another are shown nowhere. */
function shownNotes(files: readonly ParsedFile[], find: FindFootnote): ReadonlySet<Span> {
  const shown = new Set<Span>();
  const waiting = files.flatMap(referencesOnSlides).map(({ reference }) => reference);
  for (let one = waiting.shift(); one; one = waiting.shift()) {
    const note = find(one.span.file, one.label)?.note;
    if (!note || shown.has(note.span)) continue;
    shown.add(note.span);
    waiting.push(...references(note.children, true).map(({ reference }) => reference));
  }
  return shown;
}

function duplicates(notes: readonly Footnote[]): readonly Diagnostic[] {
  const first = new Map<string, Footnote>();
  return notes.flatMap((note) => {
    const other = first.get(note.label);
    if (!other) first.set(note.label, note);
    if (!other) return [];
    return [
      diagnostic(
        'footnote/duplicate',
        note.span,
        `Two footnotes are called \`${note.label}\`; this one is shown nowhere.`,
        {
          hint: 'Give one of them another name.',
          related: [{ message: 'The other one is here.', span: other.labelSpan }],
        },
      ),
    ];
  });
}

interface PlacedReference {
  readonly reference: NoteReference;
  readonly isPublic: boolean;
}

function referencesIn(file: ParsedFile): readonly PlacedReference[] {
  const inNotes = file.footnotes.flatMap(({ note, isPrivate: hidden }) => references(note.children, !hidden));
  return [...referencesOnSlides(file), ...inNotes];
}

function referencesOnSlides(file: ParsedFile): readonly PlacedReference[] {
  return file.parts.flatMap((part): readonly PlacedReference[] => {
    if (part.type === 'include') return [];
    const isPublic = !hasWord(part.attributes, 'hidden');
    return [...references(part.blocks, isPublic), ...references(part.notes, false)];
  });
}

function references(blocks: readonly Block[], isPublic: boolean): readonly PlacedReference[] {
  if (!have(blocks, 'note-reference')) return [];
  const boxes = walkBlocks(blocks).filter((block) => block.type === 'container' && isPrivate(block.name));
  const hidden = new Set(boxes.flatMap((box) => notesIn([box])));
  return notesIn(blocks).flatMap((reference) =>
    reference.type === 'note-reference' ? [{ reference, isPublic: isPublic && !hidden.has(reference) }] : [],
  );
}
