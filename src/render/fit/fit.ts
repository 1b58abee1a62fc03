import type { Slide } from '../../model/workshop.js';
import type { Block, Heading } from '../../parse/ast.js';
import { attribute } from '../../parse/attributes.js';
import { plainText } from '../../parse/plain-text.js';
import type { Theme } from '../../theme/theme.js';
import type { AgendaRows } from '../agenda-list.js';
import { agendaHeight } from './agenda-height.js';
import { codeHeight } from './code-height.js';
import { hasPicture, heightOf, isPicture, total } from './heights.js';
import { labHeight } from './lab-height.js';
import { type Fit, type Room, type Ruler, ruler, unknown } from './ruler.js';
import { timelineHeight } from './timeline-height.js';
import { linesOf, linesOfTitle } from './words.js';

/** What all slides of a deck share. */
export interface Frame {
  readonly theme: Theme;
  readonly aspect: { readonly width: number; readonly height: number };
  /** What stands on the slide of the agenda, where the slide is that. */
  readonly agenda: readonly AgendaRows[];
}

/**
 * By how much the words of a slide are set larger or smaller than its theme has them: the largest step that fits; and how far
 * apart the items of lists and the rows of tables stand then, where few of them leave a third of the slide. It is worked out from
 * the widths of letters, without a browser, so that a deck is the same whoever builds it; where there is a browser, it says what
 * does not fit after all. Of what cannot be told, such as HTML of the author's, nothing is changed.
 */
export function fitOf(slide: Slide, blocks: readonly Block[], notes: readonly Block[], frame: Frame): Fit {
  const { tokens } = frame.theme;
  const largest = tokens.get('fit-largest') ?? 1.26;
  const smallest = tokens.get('fit-smallest') ?? 0.87;
  const asked = attribute(slide.attributes, 'fit')?.value ?? null;
  if (asked === 'large') return { scale: largest, air: 0 };
  if (asked === 'small') return { scale: smallest, air: 0 };
  if (
    asked !== null ||
    slide.attributes.classes.includes('dense') ||
    blocks.length + frame.agenda.length === 0
  )
    return { scale: 1, air: 0 };
  const measured: Ruler['measured'] = { text: new Map(), display: new Map() };
  const title = slide.heading && titleOf(slide.heading);
  const laidOut = (fit: Fit) => layOut(slide, title, blocks, notes, fit, frame, measured);
  const apart = (scale: number, close: Laid): Fit => {
    if (!mayStandApart(slide, blocks)) return { scale, air: 0 };
    const { body, room } = laidOut({ scale, air: 1 });
    // Half as far apart needs half as much more.
    const needs = (air: number) => close.body + air * (body - close.body);
    return { scale, air: [1, 0.5].find((air) => needs(air) <= 0.85 * room) ?? 0 };
  };
  const plain = laidOut({ scale: 1, air: 0 });
  if (Number.isNaN(plain.body)) return { scale: 1, air: 0 };
  // What looks full is full: a line more or less decides nothing. And what is full does not fit when it is larger.
  if (fills(plain) > 0.9) return { scale: plain.body > plain.room + plain.spare ? smallest : 1, air: 0 };
  for (const scale of mayGrow(slide, blocks) ? [largest, (1 + largest) / 2] : []) {
    const larger = laidOut({ scale, air: 0 });
    if (fills(larger) <= 0.9) return apart(scale, larger);
  }
  return apart(1, plain);
}

/** What a slide's words need at a step, the room for them, and what there is between that room and the slide's foot. */
interface Laid {
  readonly body: number;
  readonly room: number;
  readonly spare: number;
}

/** How much of its room a slide takes. */
function fills({ body, room }: Laid): number {
  return body / room;
}

/** Whether a slide has what may stand further apart, one below another. */
function mayStandApart({ layout }: Slide, blocks: readonly Block[]): boolean {
  return (
    (layout === 'content' || layout === 'table') &&
    blocks.some(
      (block) =>
        block.type === 'list' ||
        block.type === 'table' ||
        (block.type === 'container' &&
          ['objectives', 'keypoints', 'checklist', 'incremental'].includes(block.name)),
    )
  );
}

/** A picture has what room the words leave: they do not grow into it, unless it has a column to itself. */
function mayGrow(slide: Slide, blocks: readonly Block[]): boolean {
  if (slide.layout === 'image') return false;
  if (slide.layout === 'image-beside') return true;
  return !blocks.some((block) =>
    block.type === 'container' && block.name === 'columns'
      ? block.children.some(
          (column) =>
            column.type === 'container' && column.children.length > 1 && column.children.some(isPicture),
        )
      : hasPicture([block]),
  );
}

function layOut(
  slide: Slide,
  title: Title | null,
  blocks: readonly Block[],
  notes: readonly Block[],
  fit: Fit,
  { theme, aspect, agenda }: Frame,
  measured: Ruler['measured'],
): Laid {
  const unit = Math.min(aspect.width, aspect.height) / 90;
  const [across, down] = [aspect.width / unit, aspect.height / unit];
  const tool = ruler(theme.tokens, theme.glyphs?.widths ?? null, fit, across / down <= 1.5, measured);
  const { scale } = fit;
  const width =
    slide.layout === 'image-beside'
      ? across / 2 - tool.token('margin-left') - 4
      : across - tool.token('margin-left') - tool.token('margin-right');
  const head = title === null ? 0 : headHeight(title, slide.layout, width, across, tool);
  const below = head === 0 ? 0 : belowTitle(slide.layout, tool) * scale;
  const foot = notes.length === 0 ? 0 : 5 + notes.reduce((sum, note) => sum + footnoteHeight(note, tool), 0);
  const room = down - tool.token('margin-top') - tool.token('margin-bottom') - head - below - foot;
  const type = { width, size: tool.token('step-body') * scale, leading: tool.token('leading') };
  const between = tool.token('margin-bottom') - tool.token('margin-foot') - 1.25 * tool.token('step-foot');
  return {
    body: bodyHeight(slide, blocks, type, tool) + agendaHeight(agenda, type, tool),
    room: Math.max(room, 1),
    spare: Math.min(Math.max(between - 0.7, 0), 2.3),
  };
}

/** What there is between the title and what it is about. */
function belowTitle(layout: Slide['layout'], { narrow }: Ruler): number {
  if (layout === 'lab') return narrow ? 1.75 : 2.5;
  return layout === 'code' ? 3 : 4;
}

/** A title, and how many letters it and its longest word have: the same at every step. */
interface Title {
  readonly children: Heading['children'];
  readonly letters: number;
  readonly longest: number;
}

function titleOf({ children }: Heading): Title {
  const text = plainText(children);
  const longest = Math.max(4, ...text.split(/[\s-]+/).map((word) => word.length));
  return { children, longest, letters: Math.max(4, text.length) };
}

/** The height of the title. */
function headHeight(
  { children, letters, longest }: Title,
  layout: Slide['layout'],
  width: number,
  across: number,
  tool: Ruler,
): number {
  if (layout === 'quote') return 1.3 * 3.25 * linesOf(children, { width, size: 3.25, leading: 1.3 }, tool);
  // As large as the stylesheet makes it: its longest word fits into a line, and all of it into some height.
  const height = layout === 'image-beside' ? 26 : 19;
  const size = Math.min(
    tool.token('step-title'),
    tool.token('share-title') * across,
    width / (tool.token('letter') * longest),
    Math.sqrt((height * width) / (1.284 * tool.token('letter') * letters)),
  );
  const lines = linesOfTitle(children, { width: 0.97 * width, size, leading: 1 }, tool);
  return lines * tool.token('title-leading') * size + tool.token('head-more');
}

function footnoteHeight(note: Block, tool: Ruler): number {
  const size = 2.5 * tool.scale;
  return heightOf([note], 0, { width: 120, size, leading: 1.3 }, tool) + 0.25 * size;
}

function bodyHeight(slide: Slide, blocks: readonly Block[], room: Room, tool: Ruler): number {
  const { scale } = tool;
  const gap = 3 * scale;
  const columns = blocks.some((block) => block.type === 'container' && block.name === 'columns');
  switch (slide.layout) {
    case 'content':
    case 'table':
    case 'exercise':
    case 'code':
      return heightOf(blocks, gap, room, tool);
    case 'two-columns':
      return columns ? heightOf(blocks, gap, room, tool) : flowing(blocks, 2, 7 * scale, room, tool);
    case 'three-columns':
      return columns
        ? heightOf(blocks, gap, room, tool)
        : flowing(blocks, 3, 5 * scale, { ...room, size: 3.4 * scale }, tool);
    case 'comparison':
      // Panels have edges all around.
      return heightOf(blocks, gap, { ...room, width: room.width - 10 * scale }, tool) + 4.5 * scale;
    case 'agenda':
      return heightOf(blocks, gap, room, tool) + (blocks.length === 0 ? 0 : gap);
    case 'timeline':
      return timelineHeight(blocks, gap, room, tool);
    case 'lab':
      return total(
        blocks.map((block) =>
          block.type === 'container' && block.name === 'lab'
            ? labHeight(block, room, tool)
            : heightOf([block], 0, room, tool),
        ),
        gap,
      );
    case 'code-beside':
      return besideCode(blocks, room, tool);
    case 'quote':
      return quotation(blocks, room, tool);
    case 'image-beside':
      return heightOf(
        blocks.filter((block) => !isPicture(block)),
        gap,
        room,
        tool,
      );
    case 'image': {
      const words = blocks.filter((block) => !isPicture(block));
      return words.length === 0 ? 0 : heightOf(words, gap, { ...room, width: 0.34 * room.width }, tool);
    }
    default:
      return unknown;
  }
}

/** Words that flow from one column into the next, which are never quite even. */
function flowing(blocks: readonly Block[], count: number, gap: number, room: Room, tool: Ruler): number {
  const width = (room.width - gap * (count - 1)) / count;
  return heightOf(blocks, 0, { ...room, width }, tool) / count + 1.5 * room.leading * room.size;
}

function besideCode(blocks: readonly Block[], room: Room, tool: Ruler): number {
  const free = room.width - 5 * tool.scale;
  const code = blocks.flatMap((block) => (block.type === 'code' ? [block] : []));
  const words = blocks.filter((block) => block.type !== 'code');
  const left = code.map((one) =>
    codeHeight(one, { alone: false, codes: code.length, long: false }, { ...room, width: 0.58 * free }, tool),
  );
  return Math.max(...left, heightOf(words, 2.5 * tool.scale, { ...room, width: 0.42 * free }, tool));
}

/** What is said, in the type for it, below a bar; by whom, smaller. */
function quotation(blocks: readonly Block[], room: Room, tool: Ruler): number {
  const { scale } = tool;
  const size = tool.token('step-quote') * scale;
  const said = { ...room, size: 1.05 * size, leading: tool.token('quote-leading') };
  return blocks.reduce((sum, block) => {
    const words = block.type === 'quote' || (block.type === 'container' && block.name === 'quote');
    if (!words) return sum + heightOf([block], 0, room, tool) + 3 * scale;
    return sum + heightOf(block.children, 0.4 * size, said, tool) + 12 * scale;
  }, 0);
}
