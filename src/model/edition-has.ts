import { allKinds, type Kind, type Kinds } from '../parse/kinds.js';
import { allBlocks } from './all-blocks.js';
import type { Edition, Slide } from './workshop.js';

const known = new WeakMap<readonly Slide[], Kinds>();

/**
 * Whether any slide of an edition has anything of these kinds, whoever it is for. Most of what is asked of all slides, one by one,
 * is asked for what none of them has.
 */
export function editionHas({ slides }: Pick<Edition, 'slides'>, ...kinds: readonly Kind[]): boolean {
  const all = known.get(slides) ?? allKinds(slides.flatMap(allBlocks));
  known.set(slides, all);
  return kinds.some((kind) => all.has(kind));
}
