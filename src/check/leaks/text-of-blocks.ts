import type { Block, Inline } from '../../parse/ast.js';

/**
 * The words of blocks in reading order, as a page would show them one after the other.
 *
 * @param leavesOut says of a block, or of HTML among words, that it is not to be read
 */
export function textOfBlocks(
  blocks: readonly Block[],
  leavesOut: (one: Block | Inline) => boolean = () => false,
): string {
  const found: string[] = [];
  for (const block of blocks) readBlock(block, found, leavesOut);
  return found.join('');
}

type LeavesOut = (one: Block | Inline) => boolean;

function readBlock(block: Block, found: string[], leavesOut: LeavesOut): void {
  if (leavesOut(block)) return;
  const inside = (blocks: readonly Block[]) => {
    for (const one of blocks) readBlock(one, found, leavesOut);
  };
  const words = (inlines: readonly Inline[]) => readInlines(inlines, found, leavesOut);
  const say = (...texts: readonly (string | null)[]) => {
    for (const text of texts) if (text !== null) found.push(text, '\n');
  };
  switch (block.type) {
    case 'heading':
    case 'paragraph':
    case 'plain':
      words(block.children);
      break;
    case 'list':
      for (const item of block.items) inside(item.children);
      break;
    case 'table':
      for (const cell of [block.head, ...block.rows].flat()) {
        words(cell.children);
        found.push('\n');
      }
      break;
    case 'code':
      say(block.title, block.text);
      break;
    case 'math-block':
      say(block.tex);
      break;
    case 'html':
      say(withoutTags(block.html));
      break;
    case 'definition-list':
      for (const { terms, definitions } of block.entries) {
        for (const term of terms) {
          words(term.children);
          found.push('\n');
        }
        for (const one of definitions) inside(one.children);
      }
      break;
    case 'callout':
      say(block.title);
      inside(block.children);
      break;
    case 'container':
      say(block.argument);
      inside(block.children);
      break;
    case 'quote':
    case 'footnote':
      inside(block.children);
      break;
    default:
  }
  found.push('\n');
}

function readInlines(inlines: readonly Inline[], found: string[], leavesOut: LeavesOut): void {
  for (const inline of inlines) {
    if (leavesOut(inline)) continue;
    if (inline.type === 'text' || inline.type === 'codespan') found.push(inline.text);
    else if (inline.type === 'math') found.push(inline.tex);
    else if (inline.type === 'break') found.push('\n');
    else if (inline.type === 'image') found.push(inline.alt, ' ');
    else if ('children' in inline) readInlines(inline.children, found, leavesOut);
  }
}

export function withoutTags(html: string): string {
  return html.replace(/<[^<>]*>/g, ' ');
}
