/**
 * Stretches of letters to be found in others: run `n` goes from `from[n]` to `to[n]`. All of them are letters of one text, in the
 * order in which they begin there.
 */
export interface Runs {
  readonly codes: Uint16Array;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
}

type Tell = (run: number, at: number) => 'enough' | 'drop' | undefined;

const base = 0x01000193;

/** How many places a function looks at before it is called anew: what the engine has made of it by then is used from the next call on. */
const stretch = 4096;

/** What a letter has become in a hash when a window has gone past it. */
function powerOf(window: number): number {
  let power = 1;
  for (let letter = 0; letter < window; letter++) power = Math.imul(power, base);
  return power;
}

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
  #size = 0;

  /** Of runs that have at least `window` letters, and fewer than `below`. */
  constructor(runs: Runs, window: number, below: number) {
    const { from, to } = runs;
    this.#runs = runs;
    this.#window = window;
    const fits = (run: number) => {
      const length = (to[run] as number) - (from[run] as number);
      return length >= window && length < below;
    };
    let count = from.length;
    // In most decks no run is short.
    while (count > 0 && !fits(count - 1)) count--;
    this.#heads = new Uint32Array(1 << Math.min(20, Math.max(8, Math.ceil(Math.log2(count * 8 + 1)))));
    this.#next = new Uint32Array(count + 1);
    for (let run = 0; run < count; run += stretch) this.#add(run, Math.min(count, run + stretch), below);
  }

  /** Puts runs into their chains. Each begins where the one before it does, or behind that. */
  #add(first: number, end: number, below: number): void {
    const { codes, from, to } = this.#runs;
    const heads = this.#heads;
    const next = this.#next;
    const window = this.#window;
    const mask = heads.length - 1;
    const leaving = powerOf(window);
    let at = from[first] as number;
    let hash = 0;
    for (let letter = at; letter < at + window; letter++)
      hash = (Math.imul(hash, base) + (codes[letter] as number)) | 0;
    let size = 0;
    for (let run = first; run < end; run++) {
      for (const start = from[run] as number; at < start; at++) {
        hash = (Math.imul(hash, base) + (codes[at + window] as number)) | 0;
        hash = (hash - Math.imul(codes[at] as number, leaving)) | 0;
      }
      const length = (to[run] as number) - at;
      if (length < window || length >= below) continue;
      const slot = (hash ^ (hash >>> 15)) & mask;
      next[run + 1] = heads[slot] as number;
      heads[slot] = run + 1;
      size++;
    }
    this.#size += size;
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

  #scan(codes: Uint16Array, tell: Tell): void {
    const last = codes.length - this.#window;
    for (let at = 0; at <= last && this.#size > 0; )
      at = this.#look(codes, at, Math.min(last + 1, at + stretch), tell);
  }

  /** Looks at the windows from one place to another; says which one is the next. */
  #look(codes: Uint16Array, first: number, end: number, tell: Tell): number {
    const heads = this.#heads;
    const window = this.#window;
    const mask = heads.length - 1;
    const leaving = powerOf(window - 1);
    let hash = 0;
    for (let at = first; at < first + window - 1; at++)
      hash = (Math.imul(hash, base) + (codes[at] as number)) | 0;
    for (let start = first; start < end; start++) {
      hash = (Math.imul(hash, base) + (codes[start + window - 1] as number)) | 0;
      const slot = (hash ^ (hash >>> 15)) & mask;
      if (heads[slot] !== 0 && this.#isEnough(slot, codes, start, tell)) return codes.length;
      hash = (hash - Math.imul(codes[start] as number, leaving)) | 0;
    }
    return end;
  }

  /** Tells of those runs of a chain that stand at a place. */
  #isEnough(slot: number, codes: Uint16Array, start: number, tell: Tell): boolean {
    const heads = this.#heads;
    const next = this.#next;
    let before = 0;
    for (let one = heads[slot] as number; one !== 0; one = next[one] as number) {
      const told = this.#standsAt(one - 1, codes, start) ? tell(one - 1, start) : undefined;
      if (told === 'enough') return true;
      if (told === 'drop') {
        if (before === 0) heads[slot] = next[one] as number;
        else next[before] = next[one] as number;
        this.#size--;
      } else before = one;
    }
    return this.#size === 0;
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
