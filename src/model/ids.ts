/** Gives out ids that are unique in an edition: those that authors wrote win, automatic ones step aside. */
export class Ids {
  readonly #taken: Set<string>;

  constructor(written: Iterable<string>) {
    this.#taken = new Set(written);
  }

  /** An id made from a title: `rolling-updates`, then `rolling-updates-2` in order. */
  make(title: string | null): string {
    const base = slug(title ?? '') || 'slide';
    let id = base;
    for (let count = 2; this.#taken.has(id); count++) id = `${base}-${count}`;
    this.#taken.add(id);
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
  const joined = words.join('-').slice(0, 60).replace(/-+$/, '');
  return /^\p{N}/u.test(joined) ? `s-${joined}` : joined;
}
