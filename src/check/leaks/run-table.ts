/** Stretches of letters to be found in others: run `n` goes from `from[n]` to `to[n]`. All of them are letters of one text. */
export interface Runs {
  readonly codes: Uint16Array;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
}

const base = 0x01000193;

/**
 * Finds many runs in a text at once. All runs whose first letters have the same hash stand in one chain; a window of as many
 * letters goes over the text, and where its hash has a chain, letters are compared.
 *
 * Decks have tens of thousands of runs and hundreds of thousands of letters: so there are no objects here, but numbers.
 */
export class RunTable {
  readonly #runs: Runs;
  readonly #window: number;
  /** By hash: the first run of its chain, counted from 1; 0 where there is none. */
  readonly #heads: Uint32Array;
  /** By run, counted from 1: the next one of its chain. */
  readonly #next: Uint32Array;
  #size: number;

  /** Of runs that have at least `window` letters, and fewer than `below`. */
  constructor(runs: Runs, window: number, below: number) {
    const { codes, from, to } = runs;
    const count = from.length;
    this.#runs = runs;
    this.#window = window;
    this.#size = 0;
    this.#heads = new Uint32Array(1 << Math.min(20, Math.max(8, Math.ceil(Math.log2(count * 8 + 1)))));
    this.#next = new Uint32Array(count + 1);
    for (let run = 0; run < count; run++) {
      const start = from[run] as number;
      const length = (to[run] as number) - start;
      if (length < window || length >= below) continue;
      let hash = 0;
      for (let at = start; at < start + window; at++)
        hash = (Math.imul(hash, base) + (codes[at] as number)) | 0;
      const slot = this.#slot(hash);
      this.#next[run + 1] = this.#heads[slot] ?? 0;
      this.#heads[slot] = run + 1;
      this.#size++;
    }
  }

  /** How many runs are looked for. */
  get size(): number {
    return this.#size;
  }

  /** Takes out what stands in a text: it is not looked for any more. */
  drop(codes: Uint16Array): void {
    this.#scan(codes, () => 'drop');
  }

  /** Tells of every run in a text, and with which of its letters the run begins there, until `tell` says that it is enough. */
  find(codes: Uint16Array, tell: (run: number, at: number) => 'enough' | undefined): void {
    this.#scan(codes, tell);
  }

  #scan(codes: Uint16Array, tell: (run: number, at: number) => 'enough' | 'drop' | undefined): void {
    const heads = this.#heads;
    const next = this.#next;
    const window = this.#window;
    const mask = heads.length - 1;
    let leaving = 1;
    for (let power = 0; power < window; power++) leaving = Math.imul(leaving, base);
    let hash = 0;
    for (let end = 0; end < codes.length && this.#size > 0; end++) {
      const start = end + 1 - window;
      hash = (Math.imul(hash, base) + (codes[end] as number)) | 0;
      if (start > 0) hash = (hash - Math.imul(codes[start - 1] as number, leaving)) | 0;
      const slot = (hash ^ (hash >>> 15)) & mask;
      if (heads[slot] === 0 || start < 0) continue;
      let before = 0;
      for (let one = heads[slot] ?? 0; one !== 0; one = next[one] ?? 0) {
        const told = this.#standsAt(one - 1, codes, start) ? tell(one - 1, start) : undefined;
        if (told === 'enough') return;
        if (told === 'drop') {
          if (before === 0) heads[slot] = next[one] ?? 0;
          else next[before] = next[one] ?? 0;
          this.#size--;
        } else before = one;
      }
    }
  }

  #slot(hash: number): number {
    return (hash ^ (hash >>> 15)) & (this.#heads.length - 1);
  }

  #standsAt(run: number, codes: Uint16Array, start: number): boolean {
    const from = this.#runs.from[run] as number;
    const to = this.#runs.to[run] as number;
    if (start + to - from > codes.length) return false;
    // First letters have the same hash; where runs differ, they do so behind them.
    for (let at = to - 1; at >= from; at--) {
      if (this.#runs.codes[at] !== codes[start + at - from]) return false;
    }
    return true;
  }
}
