/**
 * A text of which only the letters count: no case, blanks, hyphens, digits and marks, so that it does not matter how it is
 * set, divided or spaced.
 */
export interface Letters {
  /** The text without case and with the plainest form of each character: `ﬁ` is `fi`. */
  readonly text: string;
  readonly codes: Uint16Array;
}

export function lettersOf(written: string): Letters {
  const codes = new Uint16Array(written.length);
  let count = 0;
  for (let place = 0; place < written.length; place++) {
    const code = written.charCodeAt(place);
    const letter = alone[code] || aloneOf(code);
    if (letter === notAlone) return lettersTogether(written);
    if (letter !== none) codes[count++] = letter;
  }
  return {
    // Few texts are looked at more closely.
    get text() {
      return plain(written);
    },
    codes: codes.subarray(0, count),
  };
}

/** The same where what a character is depends on those beside it. */
function lettersTogether(written: string): Letters {
  const text = plain(written);
  const codes = new Uint16Array(text.length);
  let count = 0;
  for (let place = 0; place < text.length; place++) {
    const code = text.charCodeAt(place);
    if (isLetter(code)) codes[count++] = code;
  }
  return { text, codes: codes.subarray(0, count) };
}

const none = 1;
const notAlone = 2;

/** By character: the letter it is whatever stands beside it, {@link none} or {@link notAlone}; 0: not known yet. */
const alone = new Uint16Array(0x10000);

function aloneOf(code: number): number {
  const character = String.fromCharCode(code);
  const letters = [...plain(character)].filter((one) => isLetter(one.charCodeAt(0)));
  const [letter = ''] = letters;
  // Marks join letters to others, parts of syllables join to one, and a sigma looks at what follows.
  const isAlone = letters.length < 2 && letter.length < 2 && !/[\p{M}\p{Cs}\u1100-\u11ffΣ]/u.test(character);
  alone[code] = isAlone ? letter.charCodeAt(0) || none : notAlone;
  return alone[code];
}

export function plain(written: string): string {
  return written.normalize('NFKC').toLowerCase();
}

/** Where in the text each letter stands. */
export function placesOf({ text, codes }: Letters): Uint32Array {
  const places = new Uint32Array(codes.length);
  let count = 0;
  for (let place = 0; place < text.length; place++) {
    if (isLetter(text.charCodeAt(place))) places[count++] = place;
  }
  return places;
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
