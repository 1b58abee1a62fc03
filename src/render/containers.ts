import { type Block, type Container, noAttributes } from '../parse/ast.js';
import { attribute } from '../parse/attributes.js';
import { elementAttributes } from './attributes.js';
import { renderBlocks } from './blocks.js';
import { codeOfColumns } from './code-extent.js';
import type { RenderContext } from './context.js';
import { effectsIn, fragmentClasses, oneByOne, orderKeys } from './fragments.js';
import { attributeString, escapeHtml } from './html.js';
import { renderQr } from './qr.js';
import { workshopDrawings } from './workshop-blocks.js';

/** A `:::` block as HTML, by its name. */
export function renderContainer(block: Container, context: RenderContext): string {
  const draw = drawings[block.name] ?? box;
  return draw(block, context);
}

/** Draws one kind of block. */
export type Draw = (block: Container, context: RenderContext) => string;

const drawings: Readonly<Record<string, Draw>> = {
  columns,
  column,
  incremental,
  grid,
  stack,
  quote,
  figure,
  ...workshopDrawings,
  qr: renderQr,
  div: (block, context) => element('div', block, [], renderBlocks(block.children, context)),
};

/** What has no drawing of its own is a box that themes know by its name. */
function box(block: Container, context: RenderContext): string {
  return element('div', block, [`block-${block.name}`], renderBlocks(block.children, context));
}

function element(
  tag: string,
  block: Container,
  classes: readonly string[],
  inner: string,
  style = '',
): string {
  const own = style === '' ? { classes } : { classes, style };
  return `<${tag}${attributeString(elementAttributes(block.attributes, own))}>\n${inner}</${tag}>\n`;
}

function columns(block: Container, context: RenderContext): string {
  const inside = block.children.flatMap((child) =>
    child.type === 'container' && child.name === 'column' ? [child] : [],
  );
  const styles = [
    `--columns: ${Math.max(1, inside.length)}`,
    ...codeOfColumns(inside.map(({ children }) => children)),
  ];
  return element('div', block, ['columns'], renderBlocks(block.children, context), styles.join('; '));
}

/** `40%`, `300px` or a share of what is left: `2fr`. */
function column(block: Container, context: RenderContext): string {
  const { width, rest } = taken(block, 'width');
  const [, size, unit = 'px'] = /^(\d+(?:\.\d+)?)(%|px|fr)?$/.exec(width ?? '') ?? [];
  const style = size === undefined ? '' : unit === 'fr' ? `--share: ${size}` : `--width: ${size}${unit}`;
  return element('div', rest, ['column'], renderBlocks(block.children, context), style);
}

/** A value that is used here, and the block without it. */
function taken<Key extends string>(
  block: Container,
  key: Key,
): Record<Key, string | null> & { rest: Container } {
  const value = attribute(block.attributes, key)?.value ?? null;
  const pairs = block.attributes.pairs.filter((pair) => pair.key !== key);
  const rest = { ...block, attributes: { ...block.attributes, pairs } };
  return { [key]: value, rest } as Record<Key, string | null> & { rest: Container };
}

/** Items of lists, or blocks where there is no list, come one by one. */
function incremental(block: Container, context: RenderContext): string {
  return element(
    'div',
    block,
    ['one-by-one'],
    renderBlocks(oneByOne(block.children, effectsIn(block.attributes)), context),
  );
}

/** Children are cells, row by row. Without `cols` there are as many columns as make full rows. */
function grid(block: Container, context: RenderContext): string {
  const { cols, rest } = taken(block, 'cols');
  const count = block.children.length;
  const written = Number(cols);
  const columns =
    Number.isInteger(written) && written > 0 ? Math.min(written, 12) : count === 4 ? 2 : Math.min(3, count);
  return element(
    'div',
    rest,
    ['grid'],
    renderBlocks(block.children, context),
    `--columns: ${Math.max(1, columns)}`,
  );
}

/** Children on top of each other (not by the class `stack`, which is reveal.js' own): each but the first comes on a click, in place of the one before it. */
function stack(block: Container, context: RenderContext): string {
  const items = block.children
    .filter((child) => child.type !== 'pause')
    .map((child, index) => {
      const { attributes } = child;
      const classes = ['stack-item', ...(index === 0 ? [] : ['fragment', ...effectsIn(attributes)])];
      const inner: Block = {
        ...child,
        attributes: {
          ...attributes,
          classes: attributes.classes.filter((name) => !fragmentClasses([name]).length),
          pairs: attributes.pairs.filter(({ key }) => !orderKeys.includes(key)),
        },
      };
      const order = {
        id: null,
        classes: [],
        pairs: attributes.pairs.filter(({ key }) => orderKeys.includes(key)),
      };
      const entries = elementAttributes(index === 0 ? noAttributes : order, { classes });
      return `<div${attributeString(entries)}>\n${renderBlocks([inner], context)}</div>\n`;
    });
  return element('div', block, ['stacked'], items.join(''));
}

function quote(block: Container, context: RenderContext): string {
  const by = attribute(block.attributes, 'by')?.value ?? null;
  const caption = by === null ? '' : `<figcaption>${escapeHtml(by)}</figcaption>\n`;
  const inner = `<blockquote>\n${renderBlocks(block.children, context)}</blockquote>\n${caption}`;
  return element('figure', block, ['quote'], inner);
}

function figure(block: Container, context: RenderContext): string {
  const text = attribute(block.attributes, 'caption')?.value ?? null;
  const caption = text === null ? '' : `<figcaption>${escapeHtml(text)}</figcaption>\n`;
  return element('figure', block, ['figure'], `${renderBlocks(block.children, context)}${caption}`);
}
