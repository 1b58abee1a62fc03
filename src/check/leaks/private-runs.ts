import { LetterWriter } from './letter-writer.js';
import { isSyllable } from './letters.js';
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
  const { codes, begins, starts, owners } = wordsOf(passages);
  const words = owners.length;
  const from = new Uint32Array(words);
  const to = new Uint32Array(words);
  const passage = new Uint32Array(words);
  const whole = new Uint8Array(words);
  let count = 0;
  const add = (first: number, last: number, isWhole: 0 | 1) => {
    from[count] = starts[first] ?? 0;
    to[count] = starts[last] ?? 0;
    passage[count] = owners[first] ?? 0;
    whole[count++] = isWhole;
  };
  for (let first = 0, last = 0; first < words; first = last) {
    while (last < words && owners[last] === owners[first]) last++;
    const short = last - first < runLength;
    if (short && hasWord(codes, starts.subarray(first, last + 1))) add(first, last, 1);
    for (let word = first; word + runLength <= last; word++) add(word, word + runLength, 0);
  }
  return {
    codes,
    begins,
    from: from.subarray(0, count),
    to: to.subarray(0, count),
    passage: passage.subarray(0, count),
    whole: whole.subarray(0, count),
  };
}

interface Words extends Pick<PrivateRuns, 'codes' | 'begins'> {
  /** Which letter each word begins with; one more says where the last word ends. */
  readonly starts: Uint32Array;
  /** Which passage each word is from. */
  readonly owners: Uint32Array;
}

/** The words of all passages, one after the other. */
function wordsOf(passages: readonly Passage[]): Words {
  const writer = new LetterWriter(passages.reduce((size, { text }) => size + text.length, 0));
  const begins = passages.map(({ text }) => {
    const first = writer.count;
    writer.divide();
    writer.read(text);
    return first;
  });
  const { codes, apart } = writer.letters;
  const starts = new Uint32Array(codes.length + 1);
  const owners = new Uint32Array(codes.length);
  let words = 0;
  let owner = -1;
  for (let letter = 0; letter < codes.length; letter++) {
    if (apart[letter] !== 1 && !isBesideSyllable(codes, letter)) continue;
    while (begins[owner + 1] !== undefined && (begins[owner + 1] as number) <= letter) owner++;
    starts[words] = letter;
    owners[words++] = owner;
  }
  starts[words] = codes.length;
  return { codes, begins, starts: starts.subarray(0, words + 1), owners: owners.subarray(0, words) };
}

function isBesideSyllable(codes: Uint16Array, at: number): boolean {
  return isSyllable(codes[at] as number) || (at > 0 && isSyllable(codes[at - 1] as number));
}

/** Whether any word has four letters; what has less is `a`, `the` and the like. */
function hasWord(codes: Uint16Array, starts: Uint32Array): boolean {
  const syllables = codes.subarray(starts[0], starts.at(-1)).filter(isSyllable).length;
  return syllables >= 4 || starts.some((from, word) => (starts[word + 1] ?? 0) - from >= 4);
}
