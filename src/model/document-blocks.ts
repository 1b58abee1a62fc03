import type { Block, Container } from '../parse/ast.js';
import { noAttributes } from '../parse/ast.js';
import { attribute, hasWord } from '../parse/attributes.js';
import { isPrivate } from '../parse/block-names.js';
import { mapBlocks, walkBlocks } from '../parse/walk.js';
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
    if (block.name === 'paper') return documentBlocks({ ...slide, blocks: block.children }, reader);
    return block.name === 'exercise' || block.name === 'question' ? [withRoom(block)] : null;
  });
}

/** Lines to write on where the author left none: who is asked something on paper answers there. */
const room = '4';

function withRoom(block: Container): Container {
  const { attributes, children, span, nameSpan } = block;
  if (attribute(attributes, 'lines') !== null) return block;
  if (walkBlocks(children).some((child) => child.type === 'container' && child.name === 'lines'))
    return block;
  const lines: Container = {
    type: 'container',
    name: 'lines',
    nameSpan,
    argument: room,
    children: [],
    attributes: noAttributes,
    span,
  };
  return { ...block, children: [...children, lines] };
}
