import type { Block, Container } from '../../parse/ast.js';
import { attribute } from '../../parse/attributes.js';
import { codeOfColumns } from '../code-extent.js';
import { heightOf } from './heights.js';
import { type Room, type Ruler, unknown } from './ruler.js';
import { linesOfTitle } from './words.js';

type Height = (block: Container, room: Room, ruler: Ruler) => number;

/** The height of a `:::` block; what is not here cannot be told. */
export function containerHeight(block: Container, room: Room, ruler: Ruler): number {
  return (heights[block.name] ?? (() => unknown))(block, room, ruler);
}

const heights: Readonly<Record<string, Height>> = {
  columns: columnsHeight,
  grid: gridHeight,
  quote: quoteHeight,
  incremental: (block, room, ruler) => heightOf(block.children, 3 * ruler.scale, room, ruler),
  slides: boxHeight,
  // Its children lie on one another.
  stack: ({ children }, room, ruler) =>
    Math.max(0, ...children.map((child) => heightOf([child], 0, room, ruler))),
  div: ({ children, attributes }, room, ruler) =>
    // What a class does to a box is not known.
    attributes.classes.length > 0 ? unknown : heightOf(children, 0, room, ruler),
  objectives: (block, room, ruler) => labelled(block, room, ruler, 0, 2 * ruler.scale + 0.75),
  keypoints: (block, room, ruler) => labelled(block, room, ruler, 0, 2 * ruler.scale + 0.75),
  checklist: (block, room, ruler) => labelled(block, room, ruler, 0, 0),
  question: questionHeight,
  exercise: exerciseHeight,
  hint: ({ children }, room, ruler) => {
    const size = 3.25 * ruler.scale;
    return (
      8 * ruler.scale + heightOf(children, 0, { ...room, size, width: room.width - 6 * ruler.scale }, ruler)
    );
  },
  misconception: (block, room, ruler) =>
    labelled(block, { ...room, size: 1.06 * room.size }, ruler, 7 * ruler.scale, 10 * ruler.scale) +
    (block.argument === null ? 0 : 1.25 * 1.15 * room.size + 1.75 * ruler.scale),
};

function boxHeight({ children }: Container, room: Room, ruler: Ruler): number {
  return heightOf(children, 2 * ruler.scale, room, ruler);
}

/** A label of an icon and a word, and below it what it is about. */
function labelled({ children }: Container, room: Room, ruler: Ruler, inset: number, more: number): number {
  const gap = 1.75 * ruler.scale;
  const inner = { ...room, width: room.width - inset };
  return more + 3.75 * ruler.scale + gap + heightOf(children, gap, inner, ruler);
}

/** A task in a box; one that has the slide to itself has its minutes beside it, on a narrow slide in its first line. */
function exerciseHeight({ children, attributes }: Container, room: Room, ruler: Ruler): number {
  const { scale, narrow } = ruler;
  const hasTime = attribute(attributes, 'time') !== null;
  if (narrow && hasTime) {
    const gap = 2 * scale;
    return 9.75 * scale + gap + heightOf(children, gap, room, ruler);
  }
  const gap = 2.5 * scale;
  const inset = hasTime ? 36 : 7;
  const words = heightOf(children, gap, { ...room, width: room.width - inset * scale }, ruler);
  return (hasTime ? 7.5 : 10) * scale + gap + words;
}

/** A question speaks in the voice of titles. */
function questionHeight({ children }: Container, room: Room, ruler: Ruler): number {
  const size = 1.1 * room.size;
  const width = room.width - 3 * ruler.scale - ruler.token('bar-width');
  const gap = 1.75 * ruler.scale;
  return children.reduce((sum, child) => {
    const height =
      child.type === 'paragraph'
        ? 1.2 * size * linesOfTitle(child.children, { ...room, size, width }, ruler)
        : heightOf([child], 0, { ...room, width }, ruler);
    return sum + gap + height;
  }, 3.75 * ruler.scale);
}

function quoteHeight({ children, attributes }: Container, room: Room, ruler: Ruler): number {
  const size = 1.1 * room.size;
  const inset = 3 * ruler.scale + ruler.token('bar-width');
  const words = heightOf(children, 0, { ...room, size, width: room.width - inset }, ruler);
  const by = attribute(attributes, 'by') === null ? 0 : 3 * ruler.scale + room.leading * room.size;
  return words + by;
}

function columnsHeight({ children }: Container, room: Room, ruler: Ruler): number {
  const { scale, narrow } = ruler;
  const columns = children.flatMap((child) =>
    child.type === 'container' && child.name === 'column' ? [child] : [],
  );
  if (columns.length === 0) return unknown;
  const many = columns.length > 2;
  const gap = (many || narrow ? 5 : 7) * scale;
  const size = many || narrow ? 3.5 * scale : room.size;
  const widths = widthsOf(columns, room.width - gap * (columns.length - 1), room.width, ruler);
  const each = columns.map((column, index) => {
    const first = column.children[0];
    const bar = first?.type === 'heading' ? 2.5 * scale + ruler.token('broad-width') : 0;
    const inner = { ...room, size, width: widths[index] ?? room.width };
    return bar + heightOf(column.children, 2 * scale, inner, ruler);
  });
  return Math.max(...each);
}

/** What each column has: what it asks for, or an equal share; code gets the room of its longest line. */
function widthsOf(
  columns: readonly Container[],
  free: number,
  whole: number,
  { narrow }: Ruler,
): readonly number[] {
  const asked = columns.map((column) => {
    const [, number, unit = 'px'] =
      /^(\d+(?:\.\d+)?)(%|px|fr)?$/.exec(attribute(column.attributes, 'width')?.value ?? '') ?? [];
    if (number === undefined) return null;
    if (unit === 'fr') return { share: Number(number) };
    return { width: unit === '%' ? (whole * Number(number)) / 100 : Number(number) / 8 };
  });
  const [need] = codeOfColumns(columns.map(({ children }) => children));
  const code = columns.findIndex(({ children }) => children.some((child: Block) => child.type === 'code'));
  if (asked.every((one) => one === null) && need?.startsWith('--code-need') && columns.length === 2) {
    const wanted = 1.81 * Number(need.split(' ')[1]) + 5.5;
    const width = Math.min(Math.max(wanted, whole / 2 - 3.5), (narrow ? 0.56 : 0.58) * whole);
    return columns.map((_, index) => (index === code ? width : free - width));
  }
  const fixed = asked.reduce((sum, one) => sum + (one && 'width' in one ? one.width : 0), 0);
  const shares = asked.reduce((sum, one) => sum + (one === null ? 1 : 'share' in one ? one.share : 0), 0);
  const left = Math.max(0, free - fixed) / Math.max(shares, 1);
  return asked.map((one) => (one === null ? left : 'share' in one ? one.share * left : one.width));
}

function gridHeight({ children, attributes }: Container, room: Room, ruler: Ruler): number {
  const { scale } = ruler;
  const count = children.length;
  const written = Number(attribute(attributes, 'cols')?.value);
  const across =
    Number.isInteger(written) && written > 0 ? Math.min(written, 12) : count === 4 ? 2 : Math.min(3, count);
  const size = count > 2 ? 3.25 * scale : room.size;
  const inner = { ...room, size, width: (room.width - 5 * scale * (across - 1)) / across };
  const heights = children.map((child) =>
    child.type === 'container' && (child.name === 'column' || child.name === 'div')
      ? heightOf(child.children, 1.5 * scale, inner, ruler)
      : heightOf([child], 0, inner, ruler),
  );
  const rows = Array.from({ length: Math.ceil(count / across) }, (_, row) =>
    Math.max(...heights.slice(row * across, (row + 1) * across)),
  );
  return rows.reduce((sum, one) => sum + one, 4 * scale * (rows.length - 1));
}
