import type { Block, Callout, DefinitionList, Inline, List, ListItem } from '../../parse/ast.js';
import { diagramLanguage } from '../../parse/diagram-language.js';
import { walkBlocks } from '../../parse/walk.js';
import { type Company, codeHeight } from './code-height.js';
import { containerHeight } from './container-height.js';
import { type Room, type Ruler, unknown } from './ruler.js';
import { tableHeight } from './table-height.js';
import { linesOf, linesOfTitle } from './words.js';

/** What a picture needs at least to be worth looking at; it takes what more there is. */
export const leastPicture = 22;

/** The height of blocks below one another, with `gap` between them. */
export function heightOf(blocks: readonly Block[], gap: number, room: Room, ruler: Ruler): number {
  const shown = blocks.filter((block) => block.type !== 'pause' && block.type !== 'footnote');
  const codes = shown.filter((block) => block.type === 'code' && !isPicture(block));
  const company = { alone: shown.length === 1, codes: codes.length, long: codes.some(isLong) };
  const heights = shown.map((block) => blockHeight(block, company, room, ruler));
  return total(heights, gap);
}

/** The height of what stands below one another. */
export function total(heights: readonly number[], gap: number): number {
  return heights.reduce((sum, one) => sum + one, gap * Math.max(0, heights.length - 1));
}

function isLong(block: Block): boolean {
  return block.type === 'code' && block.text.split('\n').length > 5;
}

function blockHeight(block: Block, company: Company, around: Room, ruler: Ruler): number {
  const { scale } = ruler;
  if (isPicture(block)) return leastPicture;
  const room = resized(around, block.attributes.classes, ruler);
  switch (block.type) {
    case 'paragraph':
    case 'plain':
      if (hasPictureLine(block.children)) return unknown;
      return linesOf(block.children, room, ruler) * room.leading * room.size;
    case 'heading': {
      const size = 3.75 * scale;
      return linesOfTitle(block.children, { ...room, size }, ruler) * ruler.token('title-leading') * size;
    }
    case 'list':
      return listHeight(block, 0, room, ruler);
    case 'definition-list':
      return definitionsHeight(block, room, ruler);
    case 'quote': {
      const size = 1.1 * room.size;
      const inset = 3 * scale + ruler.token('bar-width');
      return heightOf(block.children, 0, { ...room, size, width: room.width - inset }, ruler);
    }
    case 'callout':
      return calloutHeight(block, room, ruler);
    case 'table':
      return tableHeight(block, room, ruler);
    case 'code':
      return codeHeight(block, company, room, ruler);
    case 'rule':
      return ruler.token('broad-width');
    case 'container':
      return containerHeight(block, room, ruler);
    default:
      return unknown;
  }
}

/** In a list's item. */
const crowd: Company = { alone: false, codes: 1, long: false };

/** Words of another size, as the classes that come with the themes make them. */
function resized(room: Room, classes: readonly string[], { narrow }: Ruler): Room {
  const by = classes.includes('large') ? (narrow ? 1.1 : 1.3) : classes.includes('small') ? 0.85 : 1;
  if (by === 1) return room;
  return by > 1 ? { ...room, size: by * room.size, leading: 1.25 } : { ...room, size: by * room.size };
}

/** Whether a block is a picture, a film or a drawing: it takes the room that is left. */
export function isPicture(block: Block): boolean {
  if (block.type === 'paragraph') return block.children.length === 1 && block.children[0]?.type === 'image';
  if (block.type === 'code') return diagramLanguage(block) !== null;
  return (
    block.type === 'container' &&
    (block.name === 'qr' || (block.name === 'figure' && hasPicture(block.children)))
  );
}

export function hasPicture(blocks: readonly Block[]): boolean {
  return walkBlocks(blocks).some(isPicture);
}

/** Whether a picture has a line of a paragraph to itself: how high it is only the browser knows. One among words is a sign. */
function hasPictureLine(children: readonly Inline[]): boolean {
  // Asked of every paragraph of a deck, almost all of which have none.
  if (!children.some(isImage)) return false;
  const ends = (one: Inline | undefined, newline: RegExp) =>
    one === undefined || one.type === 'break' || (one.type === 'text' && newline.test(one.text));
  return children.some(
    (child, at) =>
      isImage(child) && ends(children[at - 1], /\n[ \t]*$/) && ends(children[at + 1], /^[ \t]*\n/),
  );
}

function isImage({ type }: Inline): boolean {
  return type === 'image';
}

/** Lists in lists are closer, and a little smaller. */
function listHeight(list: List, depth: number, room: Room, ruler: Ruler): number {
  const size = depth === 1 ? 0.9 * room.size : room.size;
  const indent = (list.ordered ? 1.6 : 1.2) * size;
  const inner = { ...room, size, width: room.width - indent };
  const items = list.items.map((item) => itemHeight(item, depth, inner, ruler));
  const gap = (depth === 0 ? itemGap(ruler) : 0.28) * size;
  return items.reduce((sum, one) => sum + one, gap * (items.length - 1));
}

/** Between items, in ems: what is set larger stands more apart, and few items do. */
export function itemGap({ scale, air }: Ruler): number {
  return 0.5 + Math.max(0, scale - 1) * 0.9 + 0.6 * air;
}

function itemHeight({ children }: ListItem, depth: number, room: Room, ruler: Ruler): number {
  return children.reduce((sum, child, index) => {
    const above = index === 0 ? 0 : child.type === 'paragraph' ? 0.3 : child.type === 'list' ? 0.32 : 0.2;
    const height =
      child.type === 'list'
        ? listHeight(child, depth + 1, room, ruler)
        : blockHeight(child, crowd, room, ruler);
    return sum + above * room.size + height;
  }, 0);
}

function definitionsHeight({ entries }: DefinitionList, room: Room, ruler: Ruler): number {
  const terms = 0.38 * room.width;
  const meanings = 0.6 * room.width;
  const heights = entries.map((entry) => {
    const left = entry.terms.reduce(
      (sum, { children }) => sum + linesOf(children, { ...room, width: terms }, ruler),
      0,
    );
    const right = heightOf(
      entry.definitions.flatMap(({ children }) => children),
      0.3 * room.size,
      { ...room, width: meanings },
      ruler,
    );
    return Math.max(left * room.leading * room.size, right);
  });
  return heights.reduce((sum, one) => sum + one, 0.5 * room.size * (heights.length - 1));
}

/** The label stands beside one short paragraph, and above everything else. */
function calloutHeight(callout: Callout, { width, leading }: Room, ruler: Ruler): number {
  const { scale } = ruler;
  const size = 3.5 * scale;
  const inner = width - 6 * scale - ruler.token('bar-width');
  // The word is the language's; most are not longer than this one.
  const label = Math.min((callout.title ?? callout.kind).length * 0.58 + 1.4, inner / size) * size;
  const beside = inner - label - 2 * scale;
  const room = { width: inner, size, leading };
  const body =
    callout.children.length > 1 || beside < 8 * size
      ? leading * size + 0.4 * size + heightOf(callout.children, 0.4 * size, room, ruler)
      : heightOf(callout.children, 0, { ...room, width: beside }, ruler);
  return body + 3.5 * scale;
}
