import { type Attributes, type Block, type Inline, noAttributes } from './ast.js';
import { childInlines, walkBlocks, walkInlines } from './walk.js';

const asked = [
  'attributes',
  'code',
  'container',
  'definition-list',
  'html',
  'image',
  'inline-html',
  'inline-note',
  'link',
  'math',
  'math-block',
  'note-reference',
] as const;

/** What is asked for: blocks and inlines by their types, and `attributes` for whatever has some that somebody wrote. */
export type Kind = (typeof asked)[number];

/** Nobody asks for other types: they have none. */
const bits: Readonly<Record<string, number>> = Object.fromEntries(asked.map((kind, at) => [kind, 1 << at]));

/**
 * Whether there is anything of these kinds in blocks, however deep. A deck is looked through a dozen times for what few of its
 * slides have: blocks never change, so that each is gone through once, and remembered.
 */
export function have(blocks: readonly Block[], ...kinds: readonly Kind[]): boolean {
  const wanted = bitsOf(kinds);
  for (const block of blocks) if ((kindsIn(block) & wanted) !== 0) return true;
  return false;
}

/** The blocks that have anything of these kinds in them. */
export function withAny(blocks: readonly Block[], ...kinds: readonly Kind[]): readonly Block[] {
  const wanted = bitsOf(kinds);
  return blocks.filter((block) => (kindsIn(block) & wanted) !== 0);
}

function bitsOf(kinds: readonly Kind[]): number {
  let all = 0;
  for (const kind of kinds) all |= bits[kind] ?? 0;
  return all;
}

/** Every block of a type, outer ones first, in reading order. */
export function blocksOf<T extends Block['type'] & Kind>(
  blocks: readonly Block[],
  type: T,
): readonly Extract<Block, { readonly type: T }>[] {
  const isWanted = (block: Block): block is Extract<Block, { readonly type: T }> => block.type === type;
  return walkBlocks(withAny(blocks, type)).filter(isWanted);
}

/** Every inline of these types in blocks, in reading order. */
export function inlinesOf<T extends Inline['type'] & Kind>(
  blocks: readonly Block[],
  ...types: readonly T[]
): readonly Extract<Inline, { readonly type: T }>[] {
  const isWanted = (inline: Inline): inline is Extract<Inline, { readonly type: T }> =>
    types.some((type) => type === inline.type);
  const some = withAny(blocks, ...types);
  return some.length === 0
    ? []
    : walkBlocks(some).flatMap((block) => walkInlines(childInlines(block)).filter(isWanted));
}

/** Every list of attributes that somebody wrote on blocks and on whatever is in them: items, cells and words. */
export function walkAttributes(blocks: readonly Block[]): readonly Attributes[] {
  const found: Attributes[] = [];
  const add = ({ attributes }: { readonly attributes: Attributes }) => {
    if (attributes !== noAttributes) found.push(attributes);
  };
  const addInlines = (inlines: readonly Inline[]) => {
    for (const inline of inlines) {
      add(inline);
      if ('children' in inline) addInlines(inline.children);
    }
  };
  for (const block of walkBlocks(withAny(blocks, 'attributes'))) {
    add(block);
    if (block.type === 'list') block.items.forEach(add);
    if (block.type === 'definition-list') for (const { terms } of block.entries) terms.forEach(add);
    if (block.type === 'table') for (const row of [block.head, ...block.rows]) row.forEach(add);
    addInlines(childInlines(block));
  }
  return found;
}

/** A block that is the same as another but for its place has the same in it. */
export function sameKinds(block: Block, copy: Block): void {
  const found = known.get(block);
  if (found !== undefined) known.set(copy, found);
}

const known = new WeakMap<Block, number>();

/** By bits. */
function kindsIn(block: Block): number {
  const already = known.get(block);
  if (already !== undefined) return already;
  const found = inBlock(block);
  known.set(block, found);
  return found;
}

/** No lists are made on the way: all words of a deck come by here. */
function inBlock(block: Block): number {
  let found = kindOf(block) | inInlines(childInlines(block));
  switch (block.type) {
    case 'list':
      for (const item of block.items) found |= ofAttributes(item) | inBlocks(item.children);
      break;
    case 'definition-list':
      for (const { terms, definitions } of block.entries) {
        for (const term of terms) found |= ofAttributes(term);
        for (const one of definitions) found |= ofAttributes(one) | inBlocks(one.children);
      }
      break;
    case 'table':
      for (const row of [block.head, ...block.rows]) for (const cell of row) found |= ofAttributes(cell);
      break;
    case 'quote':
    case 'callout':
    case 'container':
    case 'footnote':
      found |= inBlocks(block.children);
  }
  return found;
}

function inBlocks(blocks: readonly Block[]): number {
  let found = 0;
  for (const block of blocks) found |= inBlock(block);
  return found;
}

function inInlines(inlines: readonly Inline[]): number {
  let found = 0;
  for (const inline of inlines) {
    found |= kindOf(inline);
    if ('children' in inline) found |= inInlines(inline.children);
  }
  return found;
}

function kindOf(one: Block | Inline): number {
  return (bits[one.type] ?? 0) | ofAttributes(one);
}

function ofAttributes({ attributes }: { readonly attributes: Attributes }): number {
  return attributes === noAttributes ? 0 : (bits.attributes ?? 0);
}
