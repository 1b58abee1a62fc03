import { join } from 'node:path';
import { packageRoot } from '../../src/package-root.js';
import type { Block } from '../../src/parse/ast.js';
import { parseFile } from '../../src/parse/parse-file.js';
import { walkBlocks } from '../../src/parse/walk.js';
import { renderBlocks } from '../../src/render/blocks.js';
import type { RenderContext } from '../../src/render/context.js';
import { noMath } from '../../src/render/math.js';
import { loadWords } from '../../src/theme/words.js';
import { source } from './written.js';

/**
 * A Markdown text, parsed and drawn as one page without a slide around it: a rule for each divider, headings of the
 * level they were written with, every file that is named at hand.
 */
export function drawnBlocks(markdown: string): string {
  const { value } = parseFile(source('talk.md', markdown), 0);
  let html = '';
  let at = 0;
  for (const part of value.parts) {
    if (part.type === 'include') throw new Error('Slides of another file have no place on this page.');
    html += dividers(markdown.slice(at, part.span.start));
    const blocks = [...part.blocks, ...part.notes];
    html += renderBlocks(blocks, contextOf(blocks));
    at = part.span.end;
  }
  return html + dividers(markdown.slice(at));
}

/** Between slides stand dividers, definitions and blank lines. */
function dividers(between: string): string {
  return '<hr>\n'.repeat(between.match(/^ {0,3}-{3,4}[ \t]*$/gm)?.length ?? 0);
}

const words = loadWords('en', join(packageRoot(), 'templates'), null).value;

function contextOf(blocks: readonly Block[]): RenderContext {
  const levels = walkBlocks(blocks).flatMap((block) =>
    block.type === 'heading' ? [[block.span, block.depth] as const] : [],
  );
  return {
    media: (_from, target) => ({ href: target, mediaType: 'image/png', width: null, height: null }),
    drawing: () => null,
    diagram: () => null,
    nextPrefix: () => '',
    highlight: () => null,
    qr: null,
    math: noMath,
    footnotes: { mark: () => '' },
    words,
    icons: new Map(),
    levels: new Map(levels),
    labNumber: () => null,
    place: 'slide',
    steps: 'first',
  };
}
