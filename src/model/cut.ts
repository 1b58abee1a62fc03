import type { Settings } from '../config/settings.js';
import type { Attributes, Block, ListItem, ParsedSlide } from '../parse/ast.js';
import { attribute, hasAttributes, hasWord } from '../parse/attributes.js';
import { have } from '../parse/kinds.js';
import { mapBlocks } from '../parse/walk.js';
import type { ExpandedSlide } from './expand.js';

/** What decides whether something belongs to an edition. */
interface Cut {
  readonly edition: string | null;
  readonly tier: Settings['tier'];
}

/** Whether attributes leave a slide or block in: `editions="talk half-day"`, `tier=optional`. */
export function belongs(attributes: Attributes, { edition, tier }: Cut): boolean {
  if (tier === 'core' && attribute(attributes, 'tier')?.value === 'optional') return false;
  const editions = editionsIn(attributes);
  return editions === null || edition === null || editions.includes(edition);
}

export function editionsIn(attributes: Attributes): readonly string[] | null {
  return (
    attribute(attributes, 'editions')
      ?.value?.split(/[\s,]+/)
      .filter((name) => name !== '') ?? null
  );
}

/** Slides as an edition has them. Where the head of a stack is cut, the next one in it takes its place. */
export function cutSlides(slides: readonly ExpandedSlide[], cut: Cut): ExpandedSlide[] {
  let headless = false;
  return slides.flatMap((expanded): ExpandedSlide[] => {
    const isIn = expanded.within.every((attributes) => belongs(attributes, cut) && !isHidden(attributes));
    const slide = isIn ? cutSlide(expanded.slide, cut) : null;
    if (slide === null) {
      if (!expanded.slide.below) headless = true;
      return [];
    }
    const below = slide.below && !headless;
    headless = false;
    const footnotes = expanded.footnotes.map((one) => ({ ...one, children: kept(one.children, cut) }));
    return [{ ...expanded, slide: { ...slide, below }, footnotes }];
  });
}

/** A slide as an edition has it, or null where it has none of it. */
function cutSlide(slide: ParsedSlide, cut: Cut): ParsedSlide | null {
  if (!belongs(slide.attributes, cut) || isHidden(slide.attributes)) return null;
  const blocks = kept(slide.blocks, cut);
  // Nobody wrote an empty slide: this one was all for others.
  if (blocks.length === 0 && slide.blocks.length > 0 && !hasAttributes(slide.attributes)) return null;
  return { ...slide, blocks, notes: kept(slide.notes, cut) };
}

function kept(blocks: readonly Block[], cut: Cut): readonly Block[] {
  if (!have(blocks, 'attributes')) return blocks;
  return mapBlocks(blocks, (block) => (belongs(block.attributes, cut) ? withItems(block, cut) : []));
}

/** Items of a list can be left out like blocks; a list that loses all of them goes. */
function withItems(block: Block, cut: Cut): readonly Block[] | null {
  if (block.type !== 'list') return null;
  const items: readonly ListItem[] = block.items.filter((item) => belongs(item.attributes, cut));
  if (items.length === block.items.length) return null;
  return items.length === 0 ? [] : [{ ...block, items }];
}

/** `hidden`, or as Quarto and reveal.js write it, `visibility=hidden`. */
export function isHidden(attributes: Attributes): boolean {
  return hasWord(attributes, 'hidden') || visibility(attributes) === 'hidden';
}

/** `uncounted`, or `visibility=uncounted`. */
export function isUncounted(attributes: Attributes): boolean {
  return hasWord(attributes, 'uncounted') || visibility(attributes) === 'uncounted';
}

function visibility(attributes: Attributes): string | null {
  return (attribute(attributes, 'visibility') ?? attribute(attributes, 'data-visibility'))?.value ?? null;
}
