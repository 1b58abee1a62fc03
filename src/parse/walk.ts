import type { Block, Callout, Container, DefinitionList, Footnote, Inline, Quote, Table } from './ast.js';

/** The blocks directly inside a block, list items and all. */
export function childBlocks(block: Block): readonly Block[] {
  if (block.type === 'list') return block.items.flatMap((item) => item.children);
  if (block.type === 'definition-list') return definitionsOf(block).flatMap((one) => one.children);
  return holdsBlocks(block) ? block.children : [];
}

function definitionsOf(list: DefinitionList) {
  return list.entries.flatMap((entry) => entry.definitions);
}

/** Blocks that are nothing but what is in them. */
function holdsBlocks(block: Block): block is Quote | Callout | Container | Footnote {
  const { type } = block;
  return type === 'quote' || type === 'callout' || type === 'container' || type === 'footnote';
}

/** The inlines directly in a block: of a heading, of words, of a table's cells. */
export function childInlines(block: Block): readonly Inline[] {
  if (block.type === 'heading' || block.type === 'paragraph' || block.type === 'plain') return block.children;
  if (block.type === 'definition-list')
    return block.entries.flatMap(({ terms }) => terms.flatMap((term) => term.children));
  return block.type === 'table' ? inCells(block) : none;
}

const none: readonly Inline[] = [];
/** Tables are walked through by a dozen checks, and never change. */
const cells = new WeakMap<Table, readonly Inline[]>();

function inCells(table: Table): readonly Inline[] {
  const known = cells.get(table);
  if (known) return known;
  const found = [table.head, ...table.rows].flatMap((row) => row.flatMap((cell) => cell.children));
  cells.set(table, found);
  return found;
}

/** Every block, outer ones first, in reading order. */
export function walkBlocks(blocks: readonly Block[]): readonly Block[] {
  const found: Block[] = [];
  collectBlocks(blocks, found);
  return found;
}

function collectBlocks(blocks: readonly Block[], found: Block[]): void {
  for (const block of blocks) {
    found.push(block);
    if (block.type === 'list') for (const item of block.items) collectBlocks(item.children, found);
    else if (block.type === 'definition-list') {
      for (const one of definitionsOf(block)) collectBlocks(one.children, found);
    } else if (holdsBlocks(block)) collectBlocks(block.children, found);
  }
}

/** Every inline in the given ones, outer ones first. */
export function walkInlines(inlines: readonly Inline[]): readonly Inline[] {
  // Most words have nothing in them: no list has to be made then.
  if (!inlines.some((inline) => 'children' in inline)) return inlines;
  const found: Inline[] = [];
  collectInlines(inlines, found);
  return found;
}

function collectInlines(inlines: readonly Inline[], found: Inline[]): void {
  for (const inline of inlines) {
    found.push(inline);
    if ('children' in inline) collectInlines(inline.children, found);
  }
}

/**
 * Rebuilds blocks from the outside in: `change` gives what stands in a block's place, null for the block itself,
 * and the children of that are changed in their turn. What stays as it is is shared, not copied.
 */
export function mapBlocks(
  blocks: readonly Block[],
  change: (block: Block) => readonly Block[] | null,
): readonly Block[] {
  let same = true;
  const mapped: Block[] = [];
  for (const block of blocks) {
    const changed = change(block);
    for (const one of changed ?? [block]) {
      const whole = withChildren(one, change);
      if (whole !== block) same = false;
      mapped.push(whole);
    }
  }
  return same && mapped.length === blocks.length ? blocks : mapped;
}

function withChildren(block: Block, change: (block: Block) => readonly Block[] | null): Block {
  if (block.type === 'list') {
    let same = true;
    const items = block.items.map((item) => {
      const children = mapBlocks(item.children, change);
      if (children === item.children) return item;
      same = false;
      return { ...item, children };
    });
    return same ? block : { ...block, items };
  }
  if (block.type === 'definition-list') {
    let same = true;
    const entries = block.entries.map((entry) => ({
      ...entry,
      definitions: entry.definitions.map((one) => {
        const children = mapBlocks(one.children, change);
        if (children === one.children) return one;
        same = false;
        return { ...one, children };
      }),
    }));
    return same ? block : { ...block, entries };
  }
  if (holdsBlocks(block)) {
    const children = mapBlocks(block.children, change);
    return children === block.children ? block : { ...block, children };
  }
  return block;
}
