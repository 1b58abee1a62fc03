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
  if (!have(blocks, 'attributes')) return [];
  const found: Attributes[] = [];
  const add = ({ attributes }: { readonly attributes: Attributes }) => {
    if (attributes !== noAttributes) found.push(attributes);
  };
  for (const block of walkBlocks(blocks)) {
    add(block);
    if (block.type === 'list') block.items.forEach(add);
    if (block.type === 'definition-list') for (const { terms } of block.entries) terms.forEach(add);
    if (block.type === 'table') for (const row of [block.head, ...block.rows]) row.forEach(add);
    for (const inline of walkInlines(childInlines(block))) add(inline);
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
  let found = 0;
  const add = ({ type, attributes }: Block | Inline) => {
    found |= bits[type] ?? 0;
    if (attributes !== noAttributes) found |= bits.attributes ?? 0;
  };
  for (const inner of walkBlocks([block])) {
    add(inner);
    for (const inline of walkInlines(childInlines(inner))) add(inline);
    for (const part of partsOf(inner)) if (part.attributes !== noAttributes) found |= bits.attributes ?? 0;
  }
  known.set(block, found);
  return found;
}

/** What in a block has attributes of its own and is neither a block nor among its words. */
function partsOf(block: Block): readonly Pick<Block, 'attributes'>[] {
  if (block.type === 'list') return block.items;
  if (block.type === 'definition-list')
    return block.entries.flatMap(({ terms, definitions }) => [...terms, ...definitions]);
  return block.type === 'table' ? [block.head, ...block.rows].flat() : [];
}
