import type { Attributes, Block, List, ListItem } from '../parse/ast.js';

/** What reveal.js can do with a fragment beside letting it appear: classes that mean something only there. */
export const effects: readonly string[] = [
  'fade-in',
  'fade-out',
  'fade-up',
  'fade-down',
  'fade-left',
  'fade-right',
  'fade-in-then-out',
  'fade-in-then-semi-out',
  'semi-fade-out',
  'current-visible',
  'zoom-in',
  'grow',
  'shrink',
  'strike',
  'highlight-red',
  'highlight-green',
  'highlight-blue',
  'highlight-current-red',
  'highlight-current-green',
  'highlight-current-blue',
  'custom',
];

/** Keys that say when a fragment comes. */
export const orderKeys: readonly string[] = ['step', 'data-fragment-index'];

/** Effects that depend on which fragment came last. */
const passing = /\b(?:fade-in-then-(?:semi-)?out|current-visible|highlight-current-\w+)\b/;

/** Whether the last state of what has these classes is known only once all fragments of its slide are in order. */
export function dependsOnOrder(classes: string): boolean {
  return passing.test(classes);
}

/** The classes of a fragment among all that an element has. */
export function fragmentClasses(classes: readonly string[]): readonly string[] {
  return classes.filter((name) => name === 'fragment' || effects.includes(name));
}

export function effectsIn({ classes }: Attributes): readonly string[] {
  return classes.filter((name) => effects.includes(name));
}

/** Attributes with classes added that are not there yet. */
export function withClasses(attributes: Attributes, names: readonly string[]): Attributes {
  const added = names.filter((name) => !attributes.classes.includes(name));
  return added.length === 0 ? attributes : { ...attributes, classes: [...attributes.classes, ...added] };
}

/** Blocks that come one by one; of a list each of its items, of lists in them too. */
export function oneByOne(blocks: readonly Block[], looks: readonly string[]): readonly Block[] {
  return blocks.map((block): Block => {
    if (block.type === 'pause' || isPartOfHtml(block)) return block;
    const name = block.type === 'list' ? 'incremental' : 'fragment';
    return { ...block, attributes: withClasses(block.attributes, [name, ...looks]) };
  });
}

/** `<div>` with Markdown behind it, up to `</div>`: neither of the two is something to come by itself. */
function isPartOfHtml(block: Block): boolean {
  if (block.type !== 'html') return false;
  const [, tag] = /^\s*<([a-z][\w-]*)/i.exec(block.html) ?? [];
  if (tag === undefined) return true;
  if (/^(?:img|hr|input)$/i.test(tag)) return false;
  return !block.html.trimEnd().toLowerCase().endsWith(`</${tag.toLowerCase()}>`);
}

/** The items of an incremental list: each waits for its click, and so do those of lists inside. */
export function incrementalItems(list: List): readonly ListItem[] {
  const looks = effectsIn(list.attributes);
  return list.items.map((item) => ({
    ...item,
    attributes: withClasses(item.attributes, ['fragment', ...looks]),
    children: item.children.map(
      (child): Block =>
        child.type === 'list'
          ? { ...child, attributes: withClasses(child.attributes, ['incremental', ...looks]) }
          : child,
    ),
  }));
}

/**
 * Drawn HTML with every fragment shown, for pages without reveal.js. Quotes in words and values are escaped there, so
 * nothing but an attribute looks like one.
 */
export function allShown(html: string): string {
  return mapFragments(html, (names) => [...names, 'visible']);
}

/** Drawn HTML in which nothing waits for a click. */
export function withoutFragments(html: string): string {
  return mapFragments(html, (names) => names.filter((name) => name !== 'fragment'));
}

function mapFragments(html: string, change: (names: readonly string[]) => readonly string[]): string {
  return html.replace(/ class="([^"]*)"/g, (whole, written: string) => {
    const names = written.split(/\s+/);
    return names.includes('fragment') ? ` class="${change(names).join(' ')}"` : whole;
  });
}
