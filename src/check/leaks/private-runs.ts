import { LetterWriter } from './letter-writer.js';
import { isSyllable, type Letters } from './letters.js';
import type { Passage } from './passage.js';
import type { Runs } from './run-table.js';

/** What is looked for of private passages: a run is a stretch of their letters. */
export interface PrivateRuns extends Runs {
  /** Of each passage: which letter it begins with. */
  readonly begins: readonly number[];
  /** Of each run: the passage it is from, by its place among them. */
  readonly passage: Uint32Array;
  /** Of each run: 1 where it is all of a short passage, which has to stand somewhere as words of their own. */
  readonly whole: Uint8Array;
}

/** So many words in a row are no accident. */
const runLength = 6;

/** Every six words in a row of each passage; of a passage with fewer words all of them, if any has four letters. */
export function privateRuns(passages: readonly Passage[]): PrivateRuns {
  const writer = new LetterWriter(passages.reduce((size, { text }) => size + text.length, 0));
  const begins = passages.map(({ text }) => {
    const first = writer.count;
    writer.divide();
    writer.read(text);
    return first;
  });
  const runs = new RunWriter(writer.letters);
  for (const [passage, first] of begins.entries())
    runs.add(passage, first, begins[passage + 1] ?? writer.count);
  return { ...runs.written, begins };
}

/** Divides letters into runs. Decks have tens of thousands of them, so that there are no objects here, but numbers. */
class RunWriter {
  readonly #letters: Letters;
  readonly #from: Uint32Array;
  readonly #to: Uint32Array;
  readonly #passage: Uint32Array;
  readonly #whole: Uint8Array;
  /** Of the passage that is read: which letter each word begins with. */
  readonly #starts: Uint32Array;
  #count = 0;

  constructor(letters: Letters) {
    const { length } = letters.codes;
    this.#letters = letters;
    this.#from = new Uint32Array(length);
    this.#to = new Uint32Array(length);
    this.#passage = new Uint32Array(length);
    this.#whole = new Uint8Array(length);
    this.#starts = new Uint32Array(length + 1);
  }

  get written(): Omit<PrivateRuns, 'begins'> {
    const count = this.#count;
    return {
      codes: this.#letters.codes,
      from: this.#from.subarray(0, count),
      to: this.#to.subarray(0, count),
      passage: this.#passage.subarray(0, count),
      whole: this.#whole.subarray(0, count),
    };
  }

  /** The runs of a passage, whose letters go from one to another. */
  add(passage: number, first: number, end: number): void {
    const starts = this.#starts;
    const words = this.#divide(first, end);
    for (let word = 0; word + runLength <= words; word++) {
      this.#from[this.#count] = starts[word] as number;
      this.#to[this.#count] = starts[word + runLength] as number;
      this.#passage[this.#count++] = passage;
    }
    if (words < runLength && hasWord(this.#letters.codes, starts.subarray(0, words + 1))) {
      this.#from[this.#count] = first;
      this.#to[this.#count] = end;
      this.#passage[this.#count] = passage;
      this.#whole[this.#count++] = 1;
    }
  }

  /** Says how many words there are; behind the start of the last one is the end. */
  #divide(first: number, end: number): number {
    const { codes, apart } = this.#letters;
    const starts = this.#starts;
    let words = 0;
    // Before the first letter something divides.
    let isSingle = false;
    for (let letter = first; letter < end; letter++) {
      const wasSingle = isSingle;
      isSingle = isSyllable(codes[letter] as number);
      if (apart[letter] === 1 || isSingle || wasSingle) starts[words++] = letter;
    }
    starts[words] = end;
    return words;
  }
}

/** Whether any word has four letters; what has less is `a`, `the` and the like. */
function hasWord(codes: Uint16Array, starts: Uint32Array): boolean {
  const syllables = codes.subarray(starts[0], starts.at(-1)).filter(isSyllable).length;
  return syllables >= 4 || starts.some((from, word) => (starts[word + 1] ?? 0) - from >= 4);
}
