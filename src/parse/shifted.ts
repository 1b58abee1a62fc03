import { noAttributes, type ParsedInclude, type ParsedSlide } from './ast.js';
import { sameKinds } from './kinds.js';

/** A copy of parts of a file that stand further down, or up, by so many characters. */
export function shifted<T extends ParsedSlide | ParsedInclude>(
  parts: readonly T[],
  by: number,
): readonly T[] {
  if (by === 0) return parts;
  return parts.map((part) => {
    const made = object({ ...part }) as unknown as T;
    if (part.type === 'slide' && made.type === 'slide') {
      for (const [at, block] of part.blocks.entries()) sameKinds(block, made.blocks[at] ?? block);
      for (const [at, block] of part.notes.entries()) sameKinds(block, made.notes[at] ?? block);
    }
    return made;
  });

  function copy(one: unknown): unknown {
    if (typeof one !== 'object' || one === null || one === noAttributes) return one;
    if (Array.isArray(one)) return one.map(copy);
    const { start, end, file } = one as Readonly<Record<string, unknown>>;
    if (typeof start === 'number' && typeof end === 'number' && typeof file === 'string')
      return { file, start: start + by, end: end + by };
    return object({ ...one });
  }

  /** Of a copy: with all that is in it. */
  function object(made: Record<string, unknown>): object {
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
