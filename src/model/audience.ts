import type { Block, Container } from '../parse/ast.js';
import { mapBlocks, walkBlocks } from '../parse/walk.js';
import type { Slide } from './workshop.js';

/** Blocks that are the speaker's or the facilitator's: they reach private products only. */
const privateNames: readonly string[] = ['notes', 'guide', 'solution', 'say', 'ask', 'do', 'cut', 'extend'];
/** Blocks for participants' paper only. */
const paperNames: readonly string[] = ['paper', 'lines'];

function isNamed(block: Block, names: readonly string[]): block is Container {
  return block.type === 'container' && names.includes(block.name);
}

/** What stands on the slide, on every screen and in every picture of it. */
export function screenBlocks(slide: Slide): readonly Block[] {
  return mapBlocks(slide.blocks, (block) => (isHidden(block) ? [] : [block]));
}

function isHidden(block: Block): boolean {
  return isNamed(block, privateNames) || isNamed(block, paperNames);
}

/** What participants find beside the slide on paper, and on no screen. */
export function paperBlocks(slide: Slide): readonly Block[] {
  return outermost(slide.blocks, paperNames).flatMap((block) =>
    withoutPrivate(block.name === 'paper' ? block.children : [block]),
  );
}

function withoutPrivate(blocks: readonly Block[]): readonly Block[] {
  return mapBlocks(blocks, (block) => (isNamed(block, privateNames) ? [] : [block]));
}

/** What only the speaker sees: `Note:`, and every private block with its kind. */
export function speakerBlocks(slide: Slide): readonly Block[] {
  const boxed = outermost(slide.blocks, privateNames).flatMap((block): readonly Block[] =>
    block.name === 'notes' ? block.children : [block],
  );
  return [...boxed, ...slide.notes];
}

/** The blocks of these names that stand in no other of them, in reading order. */
function outermost(blocks: readonly Block[], names: readonly string[]): Container[] {
  const found: Container[] = [];
  const inside = new Set<Block>();
  for (const block of walkBlocks(blocks)) {
    if (!isNamed(block, names)) continue;
    if (!inside.has(block)) found.push(block);
    for (const inner of walkBlocks(block.children)) inside.add(inner);
  }
  return found;
}
