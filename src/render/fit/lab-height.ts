import { isFolded } from '../../model/audience.js';
import { expectedOutput, labPart } from '../../model/lab-parts.js';
import type { Block, Code, Container, List } from '../../parse/ast.js';
import { attribute } from '../../parse/attributes.js';
import { plainText } from '../../parse/plain-text.js';
import { codeExtent } from '../code-extent.js';
import { linesOfCode } from './code-height.js';
import { heightOf, total } from './heights.js';
import type { Room, Ruler } from './ruler.js';
import { linesOf } from './words.js';

/** Sizes of a lab on slides and on narrow ones, in units, as `workshop.css` has them. */
interface Sizes {
  readonly size: number;
  readonly leading: number;
  readonly gap: number;
  /** Its first line: what is below it, and how large minutes and all else are. */
  readonly below: number;
  readonly minutes: number;
  readonly label: number;
  /** Steps in two columns. */
  readonly step: number;
  readonly stepGap: number;
  readonly columnGap: number;
  /** Code in steps: above it, in it above and below its lines, and how much of a line is no code. */
  readonly aboveCode: number;
  readonly inCode: number;
  readonly codeEdge: number;
  readonly codeLeading: number;
  /** The names of what unfolds: above and below one, and at its sides. */
  readonly nameDown: number;
  readonly nameAcross: number;
}

const wide: Sizes = {
  size: 3.25,
  leading: 1.3,
  gap: 2,
  below: 1.25,
  minutes: 3.5,
  label: 3,
  step: 3,
  stepGap: 1.75,
  columnGap: 5,
  aboveCode: 1,
  inCode: 1,
  codeEdge: 2.25,
  codeLeading: 1.3,
  nameDown: 0.75,
  nameAcross: 2,
};
const narrow: Sizes = {
  size: 2.75,
  leading: 1.2,
  gap: 1.25,
  below: 0.75,
  minutes: 2.7,
  label: 2.6,
  step: 2.6,
  stepGap: 1,
  columnGap: 2.5,
  aboveCode: 0.25,
  inCode: 0.5,
  codeEdge: 1.75,
  codeLeading: 1.2,
  nameDown: 0.5,
  nameAcross: 1.25,
};

/** What a letter of small words takes, in ems; these are the language's and not known here. */
const letter = 0.48;

/** A lab on a slide that it has to itself: what it is, its objective, its steps, and a row of what unfolds. */
export function labHeight(lab: Container, { width }: Room, ruler: Ruler): number {
  const sizes = ruler.narrow ? narrow : wide;
  const { scale } = ruler;
  const room = { width, size: sizes.size * scale, leading: sizes.leading };
  const folded = lab.children.filter((child) => child.type === 'container' && isMore(child));
  const shown = lab.children.filter((child) => !folded.includes(child));
  const heights = [
    headHeight(lab, width, sizes, ruler),
    ...shown.map((child) => partHeight(child, room, sizes, ruler)),
    ...(folded.length === 0 ? [] : [namesHeight(folded, width, sizes, ruler)]),
  ];
  return total(heights, sizes.gap * scale);
}

function isMore(child: Container): boolean {
  return child.name === labPart && isFolded(child);
}

function headHeight({ argument, attributes }: Container, width: number, sizes: Sizes, ruler: Ruler): number {
  // It does not become larger with the steps, so that it stays one line.
  const scale = Math.min(1, ruler.scale);
  const told = ['needs', 'difficulty', 'environment', 'vars'].flatMap(
    (key) => attribute(attributes, key)?.value ?? [],
  );
  const letters = 8 + (argument?.length ?? 0) + told.reduce((sum, one) => sum + one.length + 3, 6);
  // A button that starts the countdown.
  const hasTime = attribute(attributes, 'time') !== null;
  const time = hasTime ? 11 * sizes.minutes * letter : 0;
  const lines = Math.ceil(((sizes.label * letter * letters + time) * scale) / width);
  return (
    ((hasTime ? 0.3 : 0) + 1.25 * lines) * sizes.minutes * scale + sizes.below * scale + (hasTime ? 0.9 : 0.3)
  );
}

function partHeight(block: Block, room: Room, sizes: Sizes, ruler: Ruler): number {
  if (block.type !== 'container' || block.name !== labPart) return heightOf([block], 0, room, ruler);
  const [heading, ...rest] = block.children;
  const gap = 1.5 * ruler.scale;
  if (block.argument !== 'objective') {
    return rest.reduce((sum, child) => {
      const height =
        child.type === 'list' ? stepsHeight(child, room, sizes, ruler) : inStep(child, room, sizes, 0, ruler);
      return sum + height + (sum > 0 ? gap : 0);
    }, 0);
  }
  // Its name stands beside it.
  const name = heading?.type === 'heading' ? plainText(heading.children).length : 0;
  const beside = (2.75 * letter * name + 2) * ruler.scale;
  return heightOf(rest, gap, { ...room, width: room.width - beside }, ruler);
}

/** Four steps and more stand in two columns, which are as even as whole steps let them be. */
function stepsHeight({ items, ordered }: List, room: Room, sizes: Sizes, ruler: Ruler): number {
  const { scale } = ruler;
  const isTwo = ordered && items.length > 3;
  const size = isTwo ? sizes.step * scale : room.size;
  const whole = isTwo ? (room.width - sizes.columnGap * scale) / 2 : room.width;
  const indent = 1.6 * size;
  const outdent = isTwo ? indent : 0;
  const inner = { ...room, size, width: whole - indent };
  const heights = items.map(({ children }) =>
    children.reduce((sum, child) => sum + inStep(child, inner, sizes, outdent, ruler, sum === 0), 0),
  );
  if (!isTwo) return total(heights, 0.5 * size);
  const gap = sizes.stepGap * scale;
  return Math.min(
    ...heights.map((_, at) =>
      Math.max(total(heights.slice(0, at + 1), gap), total(heights.slice(at + 1), gap)),
    ),
  );
}

function inStep(
  child: Block,
  room: Room,
  sizes: Sizes,
  outdent: number,
  ruler: Ruler,
  isFirst = false,
): number {
  const { scale } = ruler;
  const above = isFirst ? 0 : sizes.aboveCode;
  switch (child.type) {
    case 'paragraph':
    case 'plain':
      return linesOf(child.children, room, ruler) * room.leading * room.size + (isFirst ? 0 : above * scale);
    case 'code':
      return above + codeHeight(child, room, sizes, outdent, ruler);
    case 'container':
      // Folded: what a command prints is only its name.
      if (child.name === expectedOutput) return (above + 2.5 * 1.25) * scale;
  }
  return heightOf([child], 0, room, ruler) + above * scale;
}

/** Code in a lab, as large as its longest line lets it be within its limits, which are closer in two columns. */
function codeHeight(code: Code, room: Room, sizes: Sizes, outdent: number, ruler: Ruler): number {
  const width = room.width + outdent;
  const grown = Math.max(1, ruler.scale);
  const letter = ruler.token('code-letter');
  const limit = (outdent === 0 ? 2.75 : 2.5) * grown;
  const fit = (width - sizes.codeEdge) / (letter * codeExtent(code).width);
  const type = Math.max(2.5, Math.min(fit, limit));
  const across = Math.floor((width - sizes.codeEdge) / (letter * type));
  const hasTab = code.title !== null || code.source !== null || attribute(code.attributes, 'write') !== null;
  return linesOfCode(code.text, across) * sizes.codeLeading * type + 2 * sizes.inCode + (hasTab ? 4.7 : 0);
}

/** The names of what unfolds, in rows. */
function namesHeight(parts: readonly Block[], width: number, sizes: Sizes, ruler: Ruler): number {
  const scale = Math.min(1, ruler.scale);
  const gap = 2 * scale;
  let rows = 1;
  let used = 0;
  for (const part of parts) {
    const heading = part.type === 'container' ? part.children[0] : undefined;
    const letters = heading?.type === 'heading' ? plainText(heading.children).length : 8;
    const across = (2.75 * letter * letters + 3 + 2 * sizes.nameAcross) * scale;
    if (used > 0 && used + gap + across > width) {
      rows += 1;
      used = across;
    } else used += across + (used > 0 ? gap : 0);
  }
  const row = (3.45 + 2 * sizes.nameDown) * scale + 0.6;
  return rows * row + (rows - 1) * gap + 0.5 * scale;
}
