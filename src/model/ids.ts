/** Gives out ids that are unique in an edition: those that authors wrote win, automatic ones step aside. */
export class Ids {
  readonly #written: ReadonlySet<string>;
  readonly #given = new Set<string>();
  /** The next number to try, by name: a thousand slides of one title are not counted from 2 each. */
  readonly #next = new Map<string, number>();

  constructor(written: Iterable<string>) {
    this.#written = new Set(written);
  }

  /** The id that an author wrote on a slide. Of a slide that is included twice, the second one steps aside. */
  claim(id: string): string {
    return this.#give(this.#given.has(id) ? this.#free(id) : id);
  }

  /** An id made from a title: `rolling-updates`, then `rolling-updates-2` in order. */
  make(title: string | null): string {
    return this.#give(this.#free(slug(title ?? '') || 'slide'));
  }

  #free(base: string): string {
    let id = base;
    let count = this.#next.get(base) ?? 2;
    while (this.#given.has(id) || this.#written.has(id)) id = `${base}-${count++}`;
    this.#next.set(base, count);
    return id;
  }

  #give(id: string): string {
    this.#given.add(id);
    return id;
  }
}

/** Letters and digits of any script, joined by hyphens; never starting with a digit, which CSS would not like. */
export function slug(title: string): string {
  const words =
    title
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const all = words.join('-');
  const joined = all.length <= 60 ? all : Array.from(all).slice(0, 60).join('').replace(/-+$/, '');
  return /^\p{N}/u.test(joined) ? `s-${joined}` : joined;
}
