import type { Edition } from '../model/workshop.js';
import { have, walkAttributes } from '../parse/kinds.js';
import { childInlines, walkBlocks, walkInlines } from '../parse/walk.js';
import { dependsOnOrder } from './fragments.js';

/** Whether any slide has a fragment whose last state depends on which one comes last. */
export function needsOrder({ slides }: Edition): boolean {
  return slides.some((slide) => {
    const blocks = slide.heading ? [slide.heading, ...slide.blocks] : slide.blocks;
    const written = [slide.attributes, ...walkAttributes(blocks)];
    if (written.some(({ classes }) => dependsOnOrder(classes.join(' ')))) return true;
    if (!have(blocks, 'html', 'inline-html')) return false;
    return walkBlocks(blocks).some(
      (block) =>
        (block.type === 'html' && dependsOnOrder(block.html)) ||
        walkInlines(childInlines(block)).some(
          (one) => one.type === 'inline-html' && dependsOnOrder(one.html),
        ),
    );
  });
}
