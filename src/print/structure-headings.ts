import type { TagTree } from './tags.js';

/**
 * Lets the headings begin at level 1 and skip none: a range of slides may begin in the middle of a deck, and authors write
 * HTML. Levels that are right stay as they are.
 *
 *     H3 H2 H3 H3 H5   →   H1 H1 H2 H2 H3
 */
export function mendHeadings(tree: TagTree): void {
  /** The levels of the headings that the next one may stand below. */
  const open: number[] = [];
  for (const tag of tree.all('H1', 'H2', 'H3', 'H4', 'H5', 'H6')) {
    const level = Number(tag.role[1]);
    while ((open.at(-1) ?? 0) >= level) open.pop();
    open.push(level);
    if (open.length !== level) tree.setRole(tag, `H${open.length}`);
  }
}
