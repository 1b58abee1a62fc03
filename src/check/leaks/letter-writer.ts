import { isLetter, isWithinWords, type Letters, plain } from './letters.js';

const divides = 1;
const isNone = 0;

/** What each character of ASCII is: a letter without case, {@link isNone} where it leaves a word one, or {@link divides}. */
const ascii = Uint8Array.from({ length: 0x80 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (/[a-z]/i.test(character)) return character.toLowerCase().charCodeAt(0);
  return isWithinWords(code) ? isNone : divides;
});

/** How many characters are read before the function that does so is called anew. */
const stretch = 2048;

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
  /** Whether the character that was read last is one. */
  #isLetter = false;

  /** @param size how many letters there may be; where ligatures bring more, there is room for them as well */
  constructor(size: number) {
    this.#codes = new Uint16Array(size);
    this.#apart = new Uint8Array(size);
  }

  /** How many letters were read so far. */
  get count(): number {
    return this.#count;
  }

  get letters(): Letters {
    return { codes: this.#codes.subarray(0, this.#count), apart: this.#apart.subarray(0, this.#count) };
  }

  /** Words do not go on here. */
  divide(): void {
    this.#divided = 1;
    this.#isLetter = false;
  }

  /** The characters beyond ASCII that stand together from a place on; says where they end. */
  #beyond(text: string, from: number): number {
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

  /** A text that goes on where the one before it ended, or a part of one: between characters of ASCII. */
  read(text: string, from = 0, to = text.length): void {
    for (let at = from; at < to; ) {
      at = this.#plainest(text, at, Math.min(to, at + stretch));
      if (at < to && text.charCodeAt(at) > 0x7f) at = this.#beyond(text, at);
    }
  }

  /**
   * Characters of ASCII, almost all there are; says where they end. What each needs stands in this function alone, which makes it
   * ten times as fast, and it is called again and again, since what the engine has made of it by then is used from the next call on.
   */
  #plainest(text: string, from: number, to: number): number {
    let codes = this.#codes;
    let apart = this.#apart;
    let count = this.#count;
    let divided = this.#divided;
    let letter = this.#isLetter ? divides + 1 : isNone;
    let at = from;
    for (; at < to; at++) {
      const code = text.charCodeAt(at);
      if (code > 0x7f) break;
      letter = ascii[code] as number;
      if (letter > divides) {
        if (count === codes.length) {
          this.#grow();
          codes = this.#codes;
          apart = this.#apart;
        }
        codes[count] = letter;
        apart[count++] = divided;
        divided = 0;
      } else if (letter === divides) divided = 1;
    }
    this.#count = count;
    this.#divided = divided;
    this.#isLetter = letter > divides;
    return at;
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
