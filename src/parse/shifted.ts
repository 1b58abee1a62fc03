import { noAttributes, type ParsedInclude, type ParsedSlide } from './ast.js';
import { sameKinds } from './kinds.js';

/**
 * A copy of parts of a file that stand further down, or up, by so many characters. Places that are one object stay one: some are
 * known by which object they are.
 */
export function shifted<T extends ParsedSlide | ParsedInclude>(
  parts: readonly T[],
  by: number,
): readonly T[] {
  if (by === 0) return parts;
  const places = new Map<object, object>();
  return parts.map((part) => {
    const made = copy(part) as T;
    if (part.type === 'slide' && made.type === 'slide') {
      for (const [at, block] of [...made.blocks, ...made.notes].entries()) {
        const original = part.blocks[at] ?? part.notes[at - part.blocks.length];
        if (original) sameKinds(original, block);
      }
    }
    return made;
  });

  function copy(one: unknown): unknown {
    if (typeof one !== 'object' || one === null || one === noAttributes) return one;
    if (Array.isArray(one)) return one.length === 0 ? one : one.map(copy);
    const { start, end, file } = one as Readonly<Record<string, unknown>>;
    if (typeof start !== 'number' || typeof end !== 'number' || typeof file !== 'string') {
      return object(one as Readonly<Record<string, unknown>>);
    }
    const known = places.get(one);
    if (known) return known;
    const made = { file, start: start + by, end: end + by };
    places.set(one, made);
    return made;
  }

  function object(one: Readonly<Record<string, unknown>>): object {
    const made: Record<string, unknown> = { ...one };
    for (const key in made) {
      const inner = made[key];
      if (typeof inner === 'object') made[key] = copy(inner);
    }
    // Pieces of HTML and formulas say where their text stands as well.
    if (typeof made.source === 'number') made.source = made.source + by;
    if ((made.type === 'math' || made.type === 'math-block') && typeof made.at === 'number')
      made.at = made.at + by;
    return made;
  }
}
