import { placeKey, type Span } from '../../diagnostics/source.js';
import { isHidden } from '../../model/cut.js';
import type { Library } from '../../model/library.js';
import type { Edition } from '../../model/workshop.js';
import type {
  Block,
  Code,
  Container,
  Html,
  Inline,
  InlineHtml,
  ParsedFile,
  ParsedSlide,
} from '../../parse/ast.js';
import { hasWord } from '../../parse/attributes.js';
import { isPrivate } from '../../parse/block-names.js';
import { inlinesOf, withAny } from '../../parse/kinds.js';
import { childBlocks, childInlines, walkBlocks, walkInlines } from '../../parse/walk.js';
import type { Passage, PassageKind } from './passage.js';
import { textOfBlocks, withoutTags } from './text-of-blocks.js';

/** What a deck keeps from the public by what it is written as, and not by where a file is used. */
export interface Found {
  readonly passages: Passage[];
  /** What of the files' Markdown is not to be read as public. */
  readonly blocks: Span[];
  /** What of their text is not: comments and attributes as well, which no Markdown has. */
  readonly texts: Span[];
}

/**
 * Finds private passages: notes, blocks for whoever teaches, hidden slides and fences, comments.
 *
 * @param editions where labs have their parts: a solution there is a heading in the file
 */
export async function privatePassages(
  { parsed }: Library,
  editions: readonly Edition[],
  sources: ReadonlyMap<string, string>,
): Promise<Found> {
  const found: Found = { passages: [], blocks: [], texts: [] };
  const add = (kind: PassageKind, span: Span, text: string, isBlock = true) => {
    found.passages.push({ kind, text, span });
    (isBlock ? found.blocks : found.texts).push(span);
  };
  for (const file of parsed.values()) {
    for (const part of file.parts) if (part.type === 'slide') readSlide(part, add);
    for (const { note, isPrivate: own } of file.footnotes) {
      if (own) add('spoken', note.span, textOfBlocks([note]));
      else readBlocks(note.children, add);
    }
    const text = sources.get(file.file) ?? '';
    await readHtml(file, text, add);
    readText(file.file, text, add);
  }
  const known = new Set(found.blocks.map(placeKey));
  for (const { blocks } of editions.flatMap((edition) => edition.slides)) {
    readBlocks(blocks, (kind, span, words) => {
      if (!known.has(placeKey(span))) add(kind, span, words);
      known.add(placeKey(span));
    });
  }
  found.texts.push(...found.blocks);
  return found;
}

type Add = (kind: PassageKind, span: Span, text: string, isBlock?: boolean) => void;

function readSlide({ attributes, blocks, notes, span }: ParsedSlide, add: Add): void {
  if (isHidden(attributes)) {
    add('hidden-slide', span, textOfBlocks([...blocks, ...notes]));
    return;
  }
  const [first] = notes;
  // Up to the end of the slide all is the speaker's.
  if (first) add('spoken', { ...span, start: first.span.start }, textOfBlocks(notes));
  readAddresses(notes, add);
  readBlocks(blocks, add);
}

/** The outermost blocks that are private. */
function readBlocks(blocks: readonly Block[], add: Add): void {
  // Such a block is a container, or a fence with an attribute.
  for (const block of withAny(blocks, 'container', 'attributes')) {
    if (isForSpeaker(block)) {
      add('spoken', block.span, textOfBlocks([block]));
      readAddresses([block], add);
    } else if (isHiddenFence(block)) add('hidden-fence', block.span, block.text);
    else readBlocks(childBlocks(block), add);
  }
}

export function isForSpeaker(block: Block | Inline): block is Container {
  return block.type === 'container' && isPrivate(block.name);
}

export function isHiddenFence(block: Block | Inline): block is Code {
  return block.type === 'code' && hasWord(block.attributes, 'hidden');
}

/** Where links of the speaker's lead. */
function readAddresses(blocks: readonly Block[], add: Add): void {
  for (const { href, span } of inlinesOf(blocks, 'link')) {
    if (/^https?:/i.test(href)) add('spoken', span, href);
  }
}

/** Notes in raw HTML. What reads HTML is loaded only where there are some. */
async function readHtml({ parts }: ParsedFile, text: string, add: Add): Promise<void> {
  if (!/<aside\b/i.test(text)) return;
  const { notesInHtml } = await import('./notes-in-html.js');
  for (const part of parts) {
    if (part.type !== 'slide') continue;
    for (const span of notesInHtml(htmlOf(part.blocks))) {
      add('spoken', span, withoutTags(text.slice(span.start, span.end)));
    }
  }
}

/** Raw HTML in the order in which it is written. */
function htmlOf(blocks: readonly Block[]): readonly (Html | InlineHtml)[] {
  return walkBlocks(blocks).flatMap((block): readonly (Html | InlineHtml)[] => {
    if (block.type === 'html') return [block];
    return walkInlines(childInlines(block)).flatMap((one) => (one.type === 'inline-html' ? [one] : []));
  });
}

/** A comment that says something to Deckhand is none: `<!-- slide: … -->`, `<!-- .element: … -->`. */
const speaking = /^\s*(?:\.?slide\s*:|\.element\b)/;
const dataNotes = /\bdata-notes\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"'}]+))/gi;

/**
 * What no Markdown has any more once it is read. What looks like it in a fence is public all the same: the words of the fence
 * say so.
 */
function readText(file: string, text: string, add: Add): void {
  // Settings have comments of their own.
  let at = /^---\n/.test(text) ? Math.max(0, text.indexOf('\n---', 3)) : 0;
  // Where another one opens before it closes it was none: such as one that a fence shows the opening of.
  for (;;) {
    const end = text.indexOf('-->', at);
    if (end < 0) break;
    const start = text.lastIndexOf('<!--', end);
    const words = text.slice(start + 4, end);
    if (start >= at && !speaking.test(words)) add('comment', { file, start, end: end + 3 }, words, false);
    at = end + 3;
  }
  if (!/data-notes/i.test(text)) return;
  for (const { index, 0: all, 1: double, 2: single, 3: bare } of text.matchAll(dataNotes)) {
    const span = { file, start: index, end: index + all.length };
    add('spoken', span, double ?? single ?? bare ?? '', false);
  }
}
