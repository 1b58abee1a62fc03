import type { Item } from './blocks.js';

/**
 * `split: headings`: marks where a heading of the first two levels starts a slide. Comments about the slide that stand
 * directly above the heading belong to the slide that it opens.
 */
export function splitAtHeadings(items: readonly Item[]): readonly Item[] {
  const split: Item[] = [];
  for (const item of items) {
    if (item.kind === 'block' && item.block.type === 'heading' && item.block.depth <= 2) {
      let index = split.length;
      let at = item.block.span.start;
      for (let above = split[index - 1]; above?.kind === 'slide-attributes'; above = split[index - 1]) {
        at = above.span.start;
        index -= 1;
      }
      split.splice(index, 0, { kind: 'heading-split', at });
    }
    split.push(item);
  }
  return split;
}
