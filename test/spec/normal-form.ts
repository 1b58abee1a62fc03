import {
  type AnyNode,
  type ChildNode,
  Element,
  isComment,
  isTag,
  isText,
  type ParentNode,
  Text,
} from 'domhandler';
import { getElementsByTagName, innerText, removeElement, replaceElement } from 'domutils';
import { parseDocument } from 'htmlparser2';

/**
 * HTML as lines that are alike when two pages say the same: a line for each tag, each text and each end. Attributes
 * are sorted, character references read, blank space at the edges of blocks is dropped; nothing else is forgiven.
 *
 * What is drawn has more in it than the specification shows. Each of these additions is meant, has a function of its
 * own below, and is taken away as exactly what it is: anything else in its place stays, and is a difference.
 */
export function drawnForm(html: string): string {
  const tree = parseDocument(html);
  for (const undo of [undoCode, undoLinks, undoPictures, undoFigures, undoTables, undoTasks])
    undo(tree.children);
  return written(tree);
}

/** What the specification says, without what is left out on purpose: comments, and pictures that lie elsewhere. */
export function specifiedForm(html: string): string {
  const tree = parseDocument(html);
  for (const leave of [leaveComments, boxPictures]) leave(tree.children);
  return written(tree);
}

type Nodes = readonly AnyNode[];

/** Code stands in a figure, line by line; an empty block is one empty line. */
function undoCode(nodes: Nodes): void {
  for (const figure of elements('figure', nodes)) {
    const pre = figure.children[0];
    if (figure.attribs.class !== 'code' || !pre || !isTag(pre) || figure.children.length > 1) continue;
    const code = pre.children[0];
    if (!code || !isTag(code)) continue;
    const lines = code.children.map((line, index) => {
      const plain =
        isTag(line) && line.attribs.class === 'line' && line.attribs['data-line'] === String(index + 1);
      return plain ? textOf(line) : '<not a line>';
    });
    const text = lines.join('');
    code.children = [new Text(text === '\n' ? '' : text)];
    const language = /^hljs language-(.*)$/s.exec(code.attribs.class ?? '')?.[1];
    if (language !== undefined) code.attribs.class = `language-${language}`;
    else if (code.attribs.class === 'hljs') delete code.attribs.class;
    if (pre.attribs.tabindex === '0') delete pre.attribs.tabindex;
    replaceElement(figure, pre);
  }
}

/** Links to elsewhere open beside the deck and tell nobody where they come from. */
function undoLinks(nodes: Nodes): void {
  for (const { attribs } of elements('a', nodes)) {
    const outside = /^(?:[a-z][a-z0-9+.-]+:|\/\/)/i.test(attribs.href ?? '');
    if (outside && attribs.rel === 'noopener noreferrer') delete attribs.rel;
    if (/^https?:/i.test(attribs.href ?? '') && attribs.target === '_blank') delete attribs.target;
  }
}

/** A paragraph that is a lone picture says so. */
function undoPictures(nodes: Nodes): void {
  for (const paragraph of elements('p', nodes)) {
    const [only, ...more] = paragraph.children;
    const lone = only !== undefined && isTag(only) && /^(?:img|span)$/.test(only.name) && more.length === 0;
    if (lone && paragraph.attribs.class === 'image') delete paragraph.attribs.class;
  }
}

/** A lone picture with a title is a figure with a caption. */
function undoFigures(nodes: Nodes): void {
  for (const figure of elements('figure', nodes)) {
    const [picture, caption, ...more] = figure.children;
    if (figure.attribs.class !== 'figure' || !picture || !caption || more.length > 0) continue;
    if (!isTag(picture) || !isTag(caption) || caption.name !== 'figcaption') continue;
    if (picture.name === 'img') picture.attribs.title = textOf(caption);
    replaceElement(figure, new Element('p', {}, [picture]));
  }
}

/** A table stands in a box that scrolls; heads say what they are heads of; how a column is aligned is a class. */
function undoTables(nodes: Nodes): void {
  for (const table of elements('table', nodes)) {
    const box = table.parent;
    if (box && isTag(box) && box.attribs.class === 'table' && box.children.length === 1) {
      replaceElement(box, table);
    }
  }
  for (const cell of [...elements('th', nodes), ...elements('td', nodes)]) {
    if (cell.name === 'th' && cell.attribs.scope === 'col') delete cell.attribs.scope;
    const align = /^align-(left|center|right)$/.exec(cell.attribs.class ?? '')?.[1];
    if (align === undefined) continue;
    delete cell.attribs.class;
    cell.attribs.align = align;
  }
}

/** Task lists and their items have classes, and the boxes a name for those who cannot see them. */
function undoTasks(nodes: Nodes): void {
  for (const list of [...elements('ul', nodes), ...elements('ol', nodes)]) {
    if (list.attribs.class === 'tasks') delete list.attribs.class;
  }
  for (const item of elements('li', nodes)) if (item.attribs.class === 'task') delete item.attribs.class;
  for (const { attribs } of elements('input', nodes)) {
    if (attribs['aria-label'] === (attribs.checked === undefined ? '–' : '✓')) delete attribs['aria-label'];
  }
}

/** What is said in a comment is for nobody but the author. */
function leaveComments(nodes: Nodes): void {
  for (const node of [...nodes]) {
    if (isComment(node) && !node.data.startsWith('[CDATA[')) removeElement(node);
    else if (isTag(node)) leaveComments(node.children);
  }
}

/** A picture that lies elsewhere is not fetched: a box with its words and its address. */
function boxPictures(nodes: Nodes): void {
  for (const picture of elements('img', nodes)) {
    const { src = '', alt = '' } = picture.attribs;
    if (!/^https?:/i.test(src)) continue;
    const words = alt === '' ? src : `${alt} — ${src}`;
    replaceElement(picture, new Element('span', { class: 'remote' }, [new Text(words)]));
  }
}

function elements(name: string, nodes: Nodes): Element[] {
  return getElementsByTagName(name, [...nodes]);
}

function textOf(node: Element): string {
  return innerText(node);
}

const blocks =
  /^(?:address|article|aside|blockquote|center|details|dd|del|div|dl|dt|figcaption|figure|form|h[1-6]|hr|iframe|ins|li|ol|p|pre|script|section|style|table|tbody|td|textarea|th|thead|tr|ul)$/;

function isBlock(node: ParentNode | ChildNode): boolean {
  return !isTag(node) || blocks.test(node.name);
}

function written(parent: ParentNode, inPre = false, depth = 0): string {
  const indent = '  '.repeat(depth);
  let lines = '';
  let words = '';
  /** Whether a block begins, ends or lies just before the words: blank space there is none. */
  let edge = isBlock(parent);
  const flush = (next: ParentNode | ChildNode) => {
    if (!inPre && edge) words = words.replace(/^[ \t\n]+/, '');
    if (!inPre && isBlock(next)) words = words.replace(/[ \t\n]+$/, '');
    if (!inPre) words = words.replace(/\n+/g, '\n');
    if (words !== '') lines += `${indent}${JSON.stringify(words)}\n`;
    words = '';
    edge = isBlock(next);
  };
  for (const node of parent.children) {
    if (isText(node)) {
      words += node.data;
      continue;
    }
    flush(node);
    if (isTag(node)) {
      lines += `${indent}<${node.name}${attributesOf(node)}>\n`;
      lines += written(node, inPre || node.name === 'pre', depth + 1);
    } else if ('data' in node) lines += `${indent}${node.type} ${JSON.stringify(node.data)}\n`;
    else lines += `${indent}${node.type}\n${written(node, inPre, depth + 1)}`;
  }
  flush(parent);
  return lines;
}

function attributesOf({ attribs }: Element): string {
  return Object.entries(attribs)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(
      ([name, value]) => ` ${name}=${JSON.stringify(/^(?:href|src)$/.test(name) ? address(value) : value)}`,
    )
    .join('');
}

/** Addresses are alike when a browser asks for the same: `ä` and `%C3%A4` are. */
function address(written: string): string {
  return encodeURI(written).replace(/%25(?=[0-9A-Fa-f]{2})/g, '%');
}
