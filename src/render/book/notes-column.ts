import serialize from 'dom-serializer';
import { type ChildNode, Element, isTag, isText } from 'domhandler';
import { innerText, removeElement } from 'domutils';
import { parseDocument } from 'htmlparser2';

/** As many letters of notes stand on one line beside a thumbnail; real lines hold no more. */
const letters = 52;
/** As many lines fill half of a page. */
const halfPage = 23;
/** The room between two blocks, in lines. */
const gap = 0.5;

/** Whether notes are so long that they may go on over the page. */
export function isLong(html: string): boolean {
  return linesOf(parseDocument(html).children) > halfPage;
}

function linesOf(nodes: readonly ChildNode[]): number {
  let lines = 0;
  for (const node of nodes) {
    if (isText(node)) lines += Math.ceil(node.data.trim().length / letters);
    else if (!isTag(node)) continue;
    else if (node.name === 'pre') lines += innerText(node).trimEnd().split('\n').length + gap;
    else if (['p', 'dt', 'tr', 'h2', 'h3', 'h4', 'h5', 'h6'].includes(node.name)) {
      lines += Math.ceil(innerText(node).trim().length / letters) + gap;
    } else if (node.name === 'img' || node.name === 'svg') lines += node.attribs.class === 'icon' ? 0 : 6;
    else lines += linesOf(node.children);
  }
  return lines;
}

/**
 * Notes without those of their solutions that stand at their places below.
 *
 * @param below for each solution that stands by itself in the notes, in order, whether it does
 */
export function withoutSolutions(html: string, below: readonly boolean[]): string {
  if (!below.includes(true)) return html;
  const document = parseDocument(html);
  const solutions = document.children.filter(isSolution);
  for (const [index, one] of solutions.entries()) if (below[index]) removeElement(one);
  return serialize(document, { encodeEntities: 'utf8', selfClosingTags: false }).trim();
}

function isSolution(node: ChildNode): node is Element {
  if (!(node instanceof Element)) return false;
  const classes = node.attribs.class?.split(' ') ?? [];
  return classes.includes('block') && classes.includes('solution');
}
