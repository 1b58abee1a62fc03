import { isLetter, isWithinWords, type Letters, plain } from './letters.js';

const divides = 1;
const isNone = 0;

/** What each character of ASCII is: a letter without case, {@link isNone} where it leaves a word one, or {@link divides}. */
const ascii = Uint8Array.from({ length: 0x80 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (/[a-z]/i.test(character)) return character.toLowerCase().charCodeAt(0);
  return isWithinWords(code) ? isNone : divides;
});

/** The letters of a text. */
export function lettersOf(written: string): Letters {
  const writer = new LetterWriter(written.length);
  writer.read(written);
  return writer.letters;
}

/** Reads letters, one text after the other. Pages have hundreds of thousands, so that there are no objects here, but numbers. */
export class LetterWriter {
  #codes: Uint16Array;
  #apart: Uint8Array;
  #count = 0;
  #divided = 0;
  /** Whether what was read last is one. */
  #isLetter = false;

  /** @param size how many letters there may be; where ligatures bring more, there is room for them as well */
  constructor(size: number) {
    this.#codes = new Uint16Array(size);
    this.#apart = new Uint8Array(size);
  }

  get letters(): Letters {
    return { codes: this.#codes.subarray(0, this.#count), apart: this.#apart.subarray(0, this.#count) };
  }

  divide(): void {
    this.#divided = 1;
  }

  /** A character of ASCII. */
  plainest(code: number): void {
    const letter = ascii[code] as number;
    this.#isLetter = letter > divides;
    if (this.#isLetter) this.#add(letter);
    else if (letter === divides) this.#divided = 1;
  }

  /** The characters beyond ASCII that stand together from a place on; says where they end. */
  beyond(text: string, from: number): number {
    let end = from + 1;
    while (end < text.length && text.charCodeAt(end) > 0x7f) end++;
    let before = '';
    // A mark makes one character of itself and of what stands before it: if that alone was a letter it is taken back.
    if (isMark.test(text.charAt(from))) {
      const letter = this.#isLetter ? this.#takeBack() : '';
      const written = text.charAt(from - 1);
      before = letter === '' || plain(written) === letter ? written : letter;
    }
    const all = plain(before + text.slice(from, end));
    for (let at = 0; at < all.length; at++) {
      const code = all.charCodeAt(at);
      this.#isLetter = isLetter(code);
      if (this.#isLetter) this.#add(code);
      else if (!isWithinWords(code)) this.#divided = 1;
    }
    return end;
  }

  /** A text that goes on where the one before it ended. */
  read(text: string): void {
    for (let at = 0; at < text.length; ) {
      const code = text.charCodeAt(at);
      if (code > 0x7f) at = this.beyond(text, at);
      else {
        this.plainest(code);
        at++;
      }
    }
  }

  #takeBack(): string {
    this.#count--;
    this.#divided = this.#apart[this.#count] as number;
    return String.fromCharCode(this.#codes[this.#count] as number);
  }

  #add(letter: number): void {
    if (this.#count === this.#codes.length) this.#grow();
    this.#codes[this.#count] = letter;
    this.#apart[this.#count++] = this.#divided;
    this.#divided = 0;
  }

  #grow(): void {
    const [codes, apart] = [this.#codes, this.#apart];
    this.#codes = new Uint16Array(codes.length * 2 + 16);
    this.#apart = new Uint8Array(apart.length * 2 + 16);
    this.#codes.set(codes);
    this.#apart.set(apart);
  }
}

const isMark = /\p{M}/u;
