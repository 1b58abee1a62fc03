import type { Block, Heading } from '../parse/ast.js';
import { attribute } from '../parse/attributes.js';
import { screenBlocks } from './audience.js';
import type { ExpandedSlide } from './expand.js';

/**
 * In decks for reveal.js nothing depends on how deep a heading is, and many authors write `#` for the title of any slide. There it
 * opens a section where it stands alone, or below it other headings only. With a line or two of words below it, it does so in decks
 * where no `#` has more than that. Else it is the title of its slide, as `##` is here; so is the last one: `# Questions?` opens nothing.
 *
 * @param slides of one file; the first one opens what the file is about
 */
export function withPlainTitles(slides: readonly ExpandedSlide[]): readonly ExpandedSlide[] {
  const [, ...others] = slides;
  const isLarge = ([first]: readonly Block[]) => first?.type === 'heading' && first.depth === 1;
  const large = new Set(others.filter(({ slide }) => isLarge(slide.blocks)));
  const areSections = [...large].every((one) => below(one).length <= 2 && below(one).every(isWords));
  const opens = (one: ExpandedSlide) => {
    if (attribute(one.slide.attributes, 'layout')?.value === 'section') return true;
    if (one === slides.at(-1)) return false;
    return areSections || below(one).every(({ type }) => type === 'heading');
  };
  return slides.map((one) => (large.has(one) && !opens(one) ? withTitle(one) : one));
}

/** What stands on the screen below the title. */
function below({ slide }: ExpandedSlide): readonly Block[] {
  return screenBlocks(slide).slice(1);
}

function isWords(block: Block): boolean {
  if (block.type === 'html')
    return !/<(?:img|svg|video|iframe|table|[ou]l|pre|blockquote)\b/i.test(block.html);
  if (block.type === 'paragraph') return block.children.every(({ type }) => type !== 'image');
  return block.type === 'heading';
}

function withTitle(one: ExpandedSlide): ExpandedSlide {
  const [heading, ...rest] = one.slide.blocks;
  return { ...one, slide: { ...one.slide, blocks: [{ ...(heading as Heading), depth: 2 }, ...rest] } };
}
