import type { Span } from '../diagnostics/source.js';
import type { Block } from '../parse/ast.js';
import { walkBlocks } from '../parse/walk.js';

/** The level of each heading, by its place: the one thing of a block that stays when a block is changed. */
export type HeadingLevels = ReadonlyMap<Span, number>;

/**
 * Levels of headings inside a slide, in the order they are read: deeper than what stands above the slide's body, and
 * none is skipped, whatever depths were written.
 *
 * @param above the level of the heading that the blocks stand below
 */
export function headingLevels(blocks: readonly Block[], above: number): HeadingLevels {
  const levels = new Map<Span, number>();
  const open: number[] = [];
  for (const block of walkBlocks(blocks)) {
    if (block.type !== 'heading') continue;
    while (open.length > 0 && (open.at(-1) ?? 0) >= block.depth) open.pop();
    open.push(block.depth);
    levels.set(block.span, Math.min(6, above + open.length));
  }
  return levels;
}
