import type {
  Block,
  Callout,
  DefinitionList,
  Heading,
  List,
  ListItem,
  MathBlock,
  Paragraph,
  Table,
  TableCell,
} from '../parse/ast.js';
import { hasAttributes } from '../parse/attributes.js';
import { elementAttributes } from './attributes.js';
import { renderCode } from './code.js';
import { renderContainer } from './containers.js';
import type { RenderContext } from './context.js';
import { renderDiagram } from './diagram.js';
import { effectsIn, incrementalItems } from './fragments.js';
import { attributeString, escapeHtml } from './html.js';
import { renderImage, renderInlines } from './inlines.js';
import { markLongWords } from './long-words.js';
import { mathSource } from './math.js';

/** Blocks as HTML, in the order they stand; what follows a pause comes on the next click. */
export function renderBlocks(blocks: readonly Block[], context: RenderContext): string {
  let html = '';
  let paused = false;
  for (const block of blocks) {
    if (block.type === 'pause') {
      html += `${paused ? '</div>\n' : ''}<div class="fragment pause">\n`;
      paused = true;
    } else html += renderBlock(block, context);
  }
  return paused ? `${html}</div>\n` : html;
}

/** One block as HTML. */
function renderBlock(block: Block, context: RenderContext): string {
  const inner = (blocks: readonly Block[]) => renderBlocks(blocks, context);
  switch (block.type) {
    case 'heading':
      return renderHeading(block, context);
    case 'paragraph':
      return renderParagraph(block, context);
    case 'plain':
      return renderInlines(block.children, context);
    case 'code': {
      const diagram = context.diagram(block);
      return diagram ? renderDiagram(block, diagram, context) : renderCode(block, context);
    }
    case 'definition-list':
      return renderDefinitions(block, context);
    case 'footnote':
      return '';
    case 'math-block':
      return renderMath(block, context);
    case 'list':
      return renderList(block, context);
    case 'quote':
      return `<blockquote${attributeString(elementAttributes(block.attributes))}>\n${inner(block.children)}</blockquote>\n`;
    case 'callout':
      return renderCallout(block, context);
    case 'table':
      return renderTable(block, context);
    case 'html':
      return hasAttributes(block.attributes)
        ? `<div${attributeString(elementAttributes(block.attributes))}>\n${block.html}\n</div>\n`
        : `${block.html}\n`;
    case 'rule':
      return `<hr${attributeString(elementAttributes(block.attributes))}>\n`;
    case 'pause':
      return '';
    case 'container':
      return renderContainer(block, context);
  }
}

/** A formula on a line of its own. Its width in ems lets the theme draw it as large as there is room. */
function renderMath(math: MathBlock, context: RenderContext): string {
  const drawn = context.math.draw(math);
  if (drawn === null) return `<p>${mathSource(math)}</p>\n`;
  const own = { classes: ['math', 'math-display'], style: `--formula: ${drawn.width}` };
  return `<div${attributeString(elementAttributes(math.attributes, own))}>${drawn.html}</div>\n`;
}

function renderDefinitions(list: DefinitionList, context: RenderContext): string {
  const entries = list.entries.map(({ terms, definitions }) => {
    const names = terms.map(({ children, attributes }) => {
      const own = attributeString(elementAttributes(attributes));
      return `<dt${own}>${renderInlines(children, context)}</dt>\n`;
    });
    const meanings = definitions.map(({ children }) => `<dd>${renderBlocks(children, context)}</dd>\n`);
    return [...names, ...meanings].join('');
  });
  return `<dl${attributeString(elementAttributes(list.attributes))}>\n${entries.join('')}</dl>\n`;
}

function renderHeading(heading: Heading, context: RenderContext): string {
  const level = context.levels.get(heading.span) ?? 6;
  const attributes = attributeString(elementAttributes(heading.attributes));
  return `<h${level}${attributes}>${renderInlines(heading.children, context)}</h${level}>\n`;
}

/** A paragraph; one that is a lone picture is a figure when it has a caption. */
function renderParagraph(paragraph: Paragraph, context: RenderContext): string {
  const [only, ...more] = paragraph.children;
  if (only?.type === 'image' && more.length === 0) {
    if (only.title !== null) {
      const figure = attributeString(elementAttributes(paragraph.attributes, { classes: ['figure'] }));
      const picture = renderImage({ ...only, title: null }, context);
      return `<figure${figure}>${picture}<figcaption>${escapeHtml(only.title)}</figcaption></figure>\n`;
    }
    const classes = attributeString(elementAttributes(paragraph.attributes, { classes: ['image'] }));
    return `<p${classes}>${renderImage(only, context)}</p>\n`;
  }
  return `<p${attributeString(elementAttributes(paragraph.attributes))}>${renderInlines(paragraph.children, context)}</p>\n`;
}

function renderList(list: List, context: RenderContext): string {
  const tag = list.ordered ? 'ol' : 'ul';
  const start = list.start !== null && list.start !== 1 ? list.start : null;
  const tasks = list.items.some((item) => item.checked !== null);
  const incremental = list.attributes.classes.includes('incremental');
  const attributes = attributeString([
    ['start', start],
    ...elementAttributes(list.attributes, tasks ? { classes: ['tasks'] } : {}),
  ]);
  const items = (incremental ? incrementalItems(list) : list.items)
    .map((item) => renderItem(item, context))
    .join('');
  return `<${tag}${attributes}>\n${items}</${tag}>\n`;
}

function renderItem(item: ListItem, context: RenderContext): string {
  const classes = item.checked !== null ? ['task'] : [];
  const attributes = attributeString(elementAttributes(item.attributes, { classes }));
  const box =
    item.checked === null
      ? ''
      : `<input type="checkbox" disabled${item.checked ? ' checked' : ''} aria-label="${escapeHtml(item.checked ? context.words.taskDone : context.words.taskOpen)}"> `;
  return `<li${attributes}>${box}${renderBlocks(item.children, context)}</li>\n`;
}

function renderCallout(callout: Callout, context: RenderContext): string {
  const { kind } = callout;
  const attributes = attributeString(
    elementAttributes(callout.attributes, { classes: ['callout', `callout-${kind}`] }),
  );
  const label = escapeHtml(callout.title ?? context.words.callouts[kind]);
  const icon = context.icons.get(kind) ?? '';
  const body = renderBlocks(callout.children, context);
  return `<aside${attributes} role="note"><p class="callout-label">${icon}${label}</p><div class="callout-body">\n${body}</div></aside>\n`;
}

function renderTable(table: Table, context: RenderContext): string {
  const cell = (tag: string, { children, align, attributes }: TableCell): string => {
    const classes = align === null ? [] : [`align-${align}`];
    return `<${tag}${attributeString(elementAttributes(attributes, { classes }))}>${markLongWords(renderInlines(children, context))}</${tag.slice(0, 2)}>`;
  };
  // A corner without words is the head of nothing; a head without any words is one that leaves them to its reader.
  const corner = table.head.some(({ children }) => children.length > 0) ? 'td' : 'th scope="col"';
  const head = table.head
    .map((one) => cell(one.children.length === 0 ? corner : 'th scope="col"', one))
    .join('');
  const { classes } = table.attributes;
  // Rows come one by one like items of a list.
  const row = classes.includes('incremental')
    ? ` class="${['fragment', ...effectsIn(table.attributes)].join(' ')}"`
    : '';
  const rows = table.rows
    .map((cells) => `<tr${row}>${cells.map((one) => cell('td', one)).join('')}</tr>\n`)
    .join('');
  const body = rows === '' ? '' : `\n<tbody>\n${rows}</tbody>`;
  const attributes = attributeString(elementAttributes(table.attributes, { classes: ['table'] }));
  return `<div${attributes}><table><thead><tr>${head}</tr></thead>${body}</table></div>\n`;
}
