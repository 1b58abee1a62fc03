import type { Block, Container } from '../parse/ast.js';
import { attribute } from '../parse/attributes.js';
import { elementAttributes } from './attributes.js';
import { renderBlocks } from './blocks.js';
import type { RenderContext } from './context.js';
import { attributeString, escapeHtml } from './html.js';
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
  quote,
  figure,
  ...workshopDrawings,
  qr,
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
  const count = block.children.filter(
    (child) => child.type === 'container' && child.name === 'column',
  ).length;
  return element(
    'div',
    block,
    ['columns'],
    renderBlocks(block.children, context),
    `--columns: ${Math.max(1, count)}`,
  );
}

function column(block: Container, context: RenderContext): string {
  const width = /^\d+(?:\.\d+)?(?:%|px|fr)?$/.exec(attribute(block.attributes, 'width')?.value ?? '')?.[0];
  const pairs = block.attributes.pairs.filter((pair) => pair.key !== 'width');
  const rest = { ...block, attributes: { ...block.attributes, pairs } };
  const style = width === undefined ? '' : `--width: ${width}`;
  return element('div', rest, ['column'], renderBlocks(block.children, context), style);
}

/** Items of lists, or blocks where there is no list, come one by one. */
function incremental(block: Container, context: RenderContext): string {
  const children = block.children.map((child): Block => {
    const name = child.type === 'list' ? 'incremental' : 'fragment';
    if (child.type === 'pause') return child;
    return { ...child, attributes: { ...child.attributes, classes: [...child.attributes.classes, name] } };
  });
  return element('div', block, [], renderBlocks(children, context));
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

/** Until codes are drawn: the address, which is what a code would say. */
function qr(block: Container): string {
  return element('p', block, ['qr'], escapeHtml(block.argument ?? ''));
}
