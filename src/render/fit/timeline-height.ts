import type { Block, Inline, List, ListItem } from '../../parse/ast.js';
import { heightOf, total } from './heights.js';
import type { Room, Ruler } from './ruler.js';
import { linesOfTitle } from './words.js';

/** A timeline's height: up to five points side by side, more of them below one another. */
export function timelineHeight(blocks: readonly Block[], gap: number, room: Room, ruler: Ruler): number {
  return total(
    blocks.map((block) =>
      block.type === 'list' ? pointsHeight(block, room, ruler) : heightOf([block], 0, room, ruler),
    ),
    gap,
  );
}

function pointsHeight({ items }: List, { width }: Room, ruler: Ruler): number {
  const { scale, narrow } = ruler;
  if (items.length > 5) {
    const size = 3 * scale;
    const rows = items.map((item) => {
      const { when, what } = parts(item);
      return Math.max(
        whenHeight(when, { width: 20 * scale, size, leading: 1.3 }, ruler),
        heightOf(what, 0.3 * size, { width: width - 25 * scale, size, leading: 1.3 }, ruler),
      );
    });
    return total(rows, 1.5 * scale);
  }
  const [type, between] = narrow ? [2.75, 2] : [3.25, 3];
  const size = type * scale;
  const each = (width - between * scale * (items.length - 1)) / items.length;
  const room = { width: each, size, leading: 1.3 };
  const heights = items.map((item) => {
    const { when, what } = parts(item);
    const above = when === null ? 0 : whenHeight(when, room, ruler) + 0.5 * scale;
    return above + heightOf(what, 0.3 * size, room, ruler);
  });
  return 5 * scale + Math.max(0, ...heights);
}

/** When it was, set like a title. */
function whenHeight(when: readonly Inline[] | null, room: Room, ruler: Ruler): number {
  if (when === null) return 0;
  const size = 1.2 * room.size;
  return linesOfTitle(when, { ...room, size }, ruler) * 1.15 * size;
}

/** The bold words that a point begins with, and the rest. */
function parts({ children }: ListItem): {
  readonly when: readonly Inline[] | null;
  readonly what: readonly Block[];
} {
  const [first, ...rest] = children;
  if (first?.type !== 'paragraph' && first?.type !== 'plain') return { when: null, what: children };
  const [start, ...others] = first.children;
  if (start?.type !== 'strong') return { when: null, what: children };
  const isBare = others.every((one) => one.type === 'text' && one.text.trim() === '');
  return { when: start.children, what: isBare ? rest : [{ ...first, children: others }, ...rest] };
}
