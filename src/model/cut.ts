import type { Settings } from '../config/settings.js';
import type { Attributes, Block, ParsedSlide } from '../parse/ast.js';
import { attribute, hasWord } from '../parse/attributes.js';
import { mapBlocks } from '../parse/walk.js';

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

/** A slide as an edition has it, or null where it has none of it. */
export function cutSlide(slide: ParsedSlide, cut: Cut): ParsedSlide | null {
  if (!belongs(slide.attributes, cut) || isHidden(slide.attributes)) return null;
  const kept = (blocks: readonly Block[]) =>
    mapBlocks(blocks, (block) => (belongs(block.attributes, cut) ? [block] : []));
  return { ...slide, blocks: kept(slide.blocks), notes: kept(slide.notes) };
}

/** `hidden`, or as Quarto and reveal.js write it, `visibility=hidden`. */
function isHidden(attributes: Attributes): boolean {
  return hasWord(attributes, 'hidden') || visibility(attributes) === 'hidden';
}

/** `uncounted`, or `visibility=uncounted`. */
export function isUncounted(attributes: Attributes): boolean {
  return hasWord(attributes, 'uncounted') || visibility(attributes) === 'uncounted';
}

function visibility(attributes: Attributes): string | null {
  return (attribute(attributes, 'visibility') ?? attribute(attributes, 'data-visibility'))?.value ?? null;
}
