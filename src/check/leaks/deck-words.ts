import type { Span } from '../../diagnostics/source.js';
import { isHidden } from '../../model/cut.js';
import { type Library, referenceKey } from '../../model/library.js';
import type { Edition } from '../../model/workshop.js';
import type { Block, Inline, ParsedFile } from '../../parse/ast.js';
import { referencesOf } from '../../parse/references.js';
import type { Passage } from './passage.js';
import { isForSpeaker, isHiddenFence, privatePassages } from './private-passages.js';
import { Places } from './private-places.js';
import { textOfBlocks } from './text-of-blocks.js';

/** A deck as its author wrote it. */
export interface WrittenDeck {
  readonly library: Library;
  /** Those that were built. */
  readonly editions: readonly Edition[];
  /** Its own file, or its modules. */
  readonly roots: readonly string[];
  /** All its texts, by file. */
  readonly sources: ReadonlyMap<string, string>;
}

/** What a deck keeps from the public and what it does not, and where in its files that is. */
export interface DeckWords {
  readonly passages: readonly Passage[];
  /** Everything that the public may read, as it is written. */
  readonly open: readonly string[];
  /** The same as pages say it: without attributes and marks between the words. */
  readonly openWords: () => readonly string[];
  /** Whether a place is for the public. */
  readonly isOpen: (span: Span) => boolean;
}

/** Tells the private passages of a deck from all else that is written in its files. */
export async function deckWords(deck: WrittenDeck): Promise<DeckWords> {
  const { library, sources } = deck;
  const found = await privatePassages(library, deck.editions, sources);
  const blocks = new Places(found.blocks);
  const texts = new Places(found.texts);
  const isOut = (one: Block | Inline) => isForSpeaker(one) || isHiddenFence(one) || blocks.hold(one.span);
  const shown = filesShown(deck, (span) => !texts.hold(span));
  const hidden = new Places(found.passages.filter(isForNobody).map(({ span }) => span));
  const heard = filesShown(deck, (span) => !hidden.hold(span));
  const open: string[] = [];
  const passages: Passage[] = [...found.passages];
  for (const [file, text] of sources) {
    const parsed = library.parsed.get(file);
    const isPart = parsed !== undefined || library.texts.has(file);
    if (shown.files.has(file) || !isPart) {
      // A file that is shown as code is shown with all that Markdown would keep to itself.
      open.push(shown.asCode.has(file) ? text : texts.without(file, text));
    } else {
      // Only the speaker's words lead to it, or a slide that is hidden.
      const kind = heard.files.has(file) ? 'spoken' : 'hidden-slide';
      const words = parsed ? openText(parsed, () => false) : text;
      passages.push({ kind, text: words, span: { file, start: 0, end: text.length } });
    }
  }
  const openWords = () =>
    [...library.parsed].flatMap(([file, parsed]) => (shown.files.has(file) ? [openText(parsed, isOut)] : []));
  return { passages, open, openWords, isOpen: (span) => shown.files.has(span.file) && !texts.hold(span) };
}

function isForNobody({ kind }: Passage): boolean {
  return kind === 'hidden-slide' || kind === 'hidden-fence';
}

function openText({ parts, footnotes }: ParsedFile, isOut: (one: Block | Inline) => boolean): string {
  const slides = parts.flatMap((part) => (part.type === 'slide' ? [...part.blocks, ...part.notes] : []));
  return textOfBlocks([...slides, ...footnotes.map(({ note }) => note)], isOut);
}

/** The files that a deck leads to, step by step, by way of what is `open`. */
function filesShown(
  { library, roots }: WrittenDeck,
  open: (span: Span) => boolean,
): { readonly files: ReadonlySet<string>; readonly asCode: ReadonlySet<string> } {
  const files = new Set(roots);
  const asCode = new Set<string>();
  for (const file of files) {
    const parsed = library.parsed.get(file);
    if (!parsed) continue;
    const hidden = parsed.parts.filter((part) => part.type === 'include' && isHidden(part.attributes));
    for (const { kind, target, span } of referencesOf(parsed)) {
      if (kind !== 'include' && kind !== 'code') continue;
      if (!open(span) || hidden.some((part) => part.span === span)) continue;
      const other = library.located.get(referenceKey(file, target));
      if (other === undefined) continue;
      files.add(other);
      if (kind === 'code') asCode.add(other);
    }
  }
  return { files, asCode };
}
