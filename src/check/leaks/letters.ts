/**
 * A text of which only the letters count: no case, blanks, hyphens, digits and marks, so that it does not matter how it is
 * set, divided or spaced.
 */
export interface Letters {
  readonly codes: Uint16Array;
  /** Of each letter: 1 where something stands before it that divides words. */
  readonly apart: Uint8Array;
}

/** Without case and with the plainest form of each character: `ﬁ` is `fi`. A sigma is one wherever in a word it stands. */
export function plain(written: string): string {
  return written.normalize('NFKC').toLowerCase().replaceAll('ς', 'σ');
}

/** Where in a plain text each letter stands. */
export function placesOf(text: string): Uint32Array {
  const places = new Uint32Array(text.length);
  let count = 0;
  for (let place = 0; place < text.length; place++) {
    if (isLetter(text.charCodeAt(place))) places[count++] = place;
  }
  return places.subarray(0, count);
}

const yes = 1;
const no = 2;

/** What is known of characters so far; 0: nothing. */
const known = new Uint8Array(0x10000);

export function isLetter(code: number): boolean {
  const kind = known[code];
  if (kind !== 0) return kind === yes;
  const is = letter.test(String.fromCharCode(code));
  known[code] = is ? yes : no;
  return is;
}

/** Vowels that stand as marks belong to their letters; what only chooses between pictures does not. */
const letter = /(?![\ufe00-\ufe0f])[\p{L}\p{M}]/u;

/** Whether a character between two letters leaves them one word: digits, apostrophes and hyphens do. */
export function isWithinWords(code: number): boolean {
  return code !== blank && within.has(code);
}

const blank = 0x20;
const within = new Set(
  [..."0123456789'\u2019-\u2010\u2011\u00ad\u200b\u200c\u200d"].map((one) => one.charCodeAt(0)),
);

/** Chinese and Japanese have no blanks: each character counts as a word. */
export function isSyllable(code: number): boolean {
  return (
    code >= 0x3040 &&
    (code <= 0x30ff || (code >= 0x3400 && code <= 0x9fff) || (code >= 0xf900 && code <= 0xfaff))
  );
}
