import type { Block, ParsedFile, ParsedInclude, ParsedSlide, PlacedFootnote } from './ast.js';
import { hasAttributes, hasWord } from './attributes.js';
import { isPrivate as isPrivateName } from './block-names.js';
import { mapBlocks } from './walk.js';

/**
 * Takes the footnotes out of the slides they stand on: they are shown where they are referred to. One that stands among
 * words for the speaker is for the speaker. No slide is left where nothing but footnotes stood.
 */
export function withoutFootnotes(
  parts: readonly (ParsedSlide | ParsedInclude)[],
): Pick<ParsedFile, 'parts' | 'footnotes'> {
  const footnotes: PlacedFootnote[] = [];
  const taken = (blocks: readonly Block[], isPrivate: boolean): readonly Block[] =>
    mapBlocks(blocks, (block) => {
      if (block.type === 'footnote') {
        const note = { ...block, children: taken(block.children, isPrivate) };
        footnotes.push({ note, isPrivate });
        return [];
      }
      if (block.type !== 'container' || isPrivate || !isPrivateName(block.name)) return null;
      return [{ ...block, children: taken(block.children, true) }];
    });
  const kept = parts.flatMap((part): readonly (ParsedSlide | ParsedInclude)[] => {
    if (part.type === 'include') return [part];
    const before = footnotes.length;
    const blocks = taken(part.blocks, hasWord(part.attributes, 'hidden'));
    const notes = taken(part.notes, true);
    if (footnotes.length === before) return [part];
    const isEmpty = blocks.length === 0 && notes.length === 0 && !hasAttributes(part.attributes);
    return isEmpty ? [] : [{ ...part, blocks, notes }];
  });
  return { parts: kept, footnotes };
}
