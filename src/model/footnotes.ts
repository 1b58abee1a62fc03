import type { Span } from '../diagnostics/source.js';
import type { Block, InlineNote, NoteReference, ParsedFile, PlacedFootnote } from '../parse/ast.js';
import { noAttributes } from '../parse/ast.js';
import { isPrivate } from '../parse/block-names.js';
import { blocksOf, inlinesOf } from '../parse/kinds.js';
import { mapBlocks } from '../parse/walk.js';
import { type Library, referenceKey } from './library.js';

/** A footnote that something on a slide refers to. */
export interface SlideFootnote {
  /** The file whose `[^label]` means it. */
  readonly from: string;
  readonly label: string;
  readonly children: readonly Block[];
  /** It stands among words for the speaker. */
  readonly isPrivate: boolean;
  readonly span: Span;
}

/** A footnote with its number. */
export interface NumberedFootnote {
  readonly number: number;
  readonly children: readonly Block[];
  /** Where its words stand: the one thing that tells it from others. */
  readonly span: Span;
}

/** Finds the footnote that a reference means; null where there is none. */
export type FindFootnote = (from: string, label: string) => PlacedFootnote | null;

/**
 * A reference means the footnote of its own file; else one of a file that includes it, the nearest first; else one of
 * a file that it includes.
 */
export function footnoteFinder(library: Library): FindFootnote {
  const included = new Map<string, readonly string[]>();
  for (const [name, file] of library.parsed) included.set(name, includesOf(file, library));
  const including = (name: string) =>
    [...included].flatMap(([other, targets]) => (targets.includes(name) ? [other] : []));
  const own = (name: string, label: string) =>
    library.parsed.get(name)?.footnotes.find(({ note }) => note.label === label) ?? null;
  return (from, label) => {
    const above = reachable(from, including);
    const below = reachable(from, (name) => included.get(name) ?? []);
    for (const name of new Set([from, ...above, ...below])) {
      const found = own(name, label);
      if (found) return found;
    }
    return null;
  };
}

function includesOf(file: ParsedFile, library: Library): readonly string[] {
  const targets = file.parts.flatMap((part) =>
    part.type === 'include'
      ? [part.path]
      : blocksOf([...part.blocks, ...part.notes], 'container').flatMap(({ name, argument }) =>
          name === 'include' ? (argument ?? []) : [],
        ),
  );
  return targets.flatMap((target) => library.located.get(referenceKey(file.file, target)) ?? []);
}

/** Everything that can be reached from a file, the nearest first. */
function reachable(from: string, next: (name: string) => readonly string[]): readonly string[] {
  const found: string[] = [];
  const seen = new Set([from]);
  const waiting = [from];
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
    for (const one of next(name)) {
      if (seen.has(one)) continue;
      seen.add(one);
      found.push(one);
      waiting.push(one);
    }
  }
  return found;
}

/** References and notes on the spot among the words of blocks, in reading order. */
export function notesIn(blocks: readonly Block[]): readonly (NoteReference | InlineNote)[] {
  return inlinesOf(blocks, 'note-reference', 'inline-note');
}

/** The footnotes that blocks refer to, and those that these refer to in their turn. */
export function footnotesFor(
  blocks: readonly Block[],
  find: FindFootnote,
  fill: (blocks: readonly Block[]) => readonly Block[],
): readonly SlideFootnote[] {
  const found = new Map<string, SlideFootnote>();
  const waiting = [...notesIn(blocks)];
  for (let one = waiting.shift(); one; one = waiting.shift()) {
    if (one.type === 'inline-note') continue;
    const { label } = one;
    const from = one.span.file;
    const key = referenceKey(from, label);
    const placed = found.has(key) ? null : find(from, label);
    if (!placed) continue;
    const children = fill(placed.note.children);
    found.set(key, { from, label, children, isPrivate: placed.isPrivate, span: placed.note.span });
    waiting.push(...notesIn(children));
  }
  return [...found.values()];
}

/**
 * The footnotes of some blocks, numbered from 1 in the order they are first referred to: the blocks of a slide, or of
 * a whole section on paper. For the public without what is the speaker's.
 */
export function numberFootnotes(
  blocks: readonly Block[],
  footnotes: readonly SlideFootnote[],
  isPublic: boolean,
): readonly NumberedFootnote[] {
  const byReference = new Map(footnotes.map((one) => [referenceKey(one.from, one.label), one]));
  const numbered: NumberedFootnote[] = [];
  const number = (children: readonly Block[], span: Span) => {
    if (numbered.some((one) => one.span === span)) return;
    numbered.push({ number: numbered.length + 1, children, span });
  };
  const read = (some: readonly Block[]) => {
    for (const one of notesIn(some)) {
      if (one.type === 'inline-note') {
        number(
          [{ type: 'paragraph', children: one.children, span: one.span, attributes: noAttributes }],
          one.span,
        );
        continue;
      }
      const note = byReference.get(referenceKey(one.span.file, one.label));
      if (!note || (isPublic && note.isPrivate)) continue;
      number(isPublic ? withoutPrivate(note.children) : note.children, note.span);
    }
  };
  read(blocks);
  // A footnote may refer to others, which come after all that the blocks themselves refer to.
  for (let index = 0; index < numbered.length; index++) read(numbered[index]?.children ?? []);
  return numbered;
}

function withoutPrivate(blocks: readonly Block[]): readonly Block[] {
  return mapBlocks(blocks, (block) => (block.type === 'container' && isPrivate(block.name) ? [] : null));
}
