import type { Block, Container, Heading } from '../parse/ast.js';
import { diagramLanguage } from '../parse/diagram-language.js';

/** What is known of a slide when its layout is chosen. */
interface Shape {
  readonly isFirst: boolean;
  readonly heading: Heading | null;
  /** What stands on the screen below the heading. */
  readonly blocks: readonly Block[];
}

/**
 * The layout of a slide that does not name one. Looks follow what was written: `#` opens a section, a lone quote,
 * fence, diagram, table, exercise or lab gets the layout made for it, everything else is content.
 */
export function layoutFor({ isFirst, heading, blocks }: Shape): string {
  if (heading?.depth === 1) return isFirst ? 'title' : 'section';
  const [only, ...more] = blocks.filter((block) => block.type !== 'pause');
  if (!only) return heading ? 'statement' : 'content';
  if (more.length > 0) return 'content';
  if (only.type === 'code' && diagramLanguage(only) === null) return 'code';
  // A diagram alone keeps the margins of a slide; a picture alone fills it.
  if (only.type === 'code') return heading ? 'image' : 'content';
  if (only.type === 'table') return 'table';
  if (only.type === 'quote') return 'quote';
  if (only.type === 'container' && only.name === 'quote') return 'quote';
  if (only.type === 'container' && only.name === 'columns')
    return columnsIn(only) === 3 ? 'three-columns' : 'two-columns';
  if (only.type === 'container' && (only.name === 'exercise' || only.name === 'lab')) return only.name;
  if (only.type === 'paragraph' && only.children.length === 1 && only.children[0]?.type === 'image')
    return 'image';
  return 'content';
}

function columnsIn({ children }: Container): number {
  return children.filter((child) => child.type === 'container' && child.name === 'column').length;
}
