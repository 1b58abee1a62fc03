import type { Block } from '../parse/ast.js';
import { hasWord } from '../parse/attributes.js';
import { isPrivate } from '../parse/block-names.js';
import { mapBlocks } from '../parse/walk.js';
import type { Slide } from './workshop.js';

/** Who holds a document in hand. */
export type Reader = 'participant' | 'facilitator';

/**
 * What a document has of a slide: what stands on it and what is written for paper, in the order of writing. Whoever
 * teaches finds the solutions at their places; what is to be said stands beside the slide, see `speakerBlocks`.
 */
export function documentBlocks(slide: Slide, reader: Reader): readonly Block[] {
  return mapBlocks(slide.blocks, (block) => {
    if (block.type === 'pause') return [];
    if (block.type === 'code' && hasWord(block.attributes, 'hidden')) return [];
    if (block.type !== 'container') return null;
    // For screens and pictures of them only.
    if (block.name === 'slides') return [];
    if (block.name === 'solution' && reader === 'facilitator') return null;
    if (isPrivate(block.name)) return [];
    return block.name === 'paper' ? documentBlocks({ ...slide, blocks: block.children }, reader) : null;
  });
}
