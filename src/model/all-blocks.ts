import type { Block } from '../parse/ast.js';
import type { Slide } from './workshop.js';

/** Everything that is written on a slide, whoever it is for: its heading, its blocks, notes and footnotes. */
export function allBlocks({ heading, blocks, notes, footnotes }: Slide): readonly Block[] {
  const below = footnotes.flatMap((one) => one.children);
  return [...(heading ? [heading] : []), ...blocks, ...notes, ...below];
}
