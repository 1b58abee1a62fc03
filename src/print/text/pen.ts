import type { Font } from './font.js';
import { type Matrix, product, still } from './matrix.js';

/** What a page saves and brings back together. */
export interface TextState {
  readonly page: Matrix;
  readonly font: Font | null;
  readonly size: number;
  readonly letterSpace: number;
  readonly wordSpace: number;
  readonly stretch: number;
  readonly leading: number;
  readonly rise: number;
}

/** What is said of a part of a page: in place of its glyphs, and beside them. */
export interface Said {
  readonly instead: string | null;
  readonly beside: string | null;
}

/** From this gap on, in ems, the next glyph begins a word, and from that shift on a line. */
const gapOfWords = 0.17;
const shiftOfLines = 0.5;

/** How writing runs on the page: along (a, b), with letters so high. */
interface Course {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly length: number;
  readonly em: number;
}

/**
 * Follows the pen that writes a page, and takes down what it writes. Words stand apart by blanks, and where there are none by
 * where they stand: a gap makes a blank, a step up or down a new line.
 *
 * Pages have thousands of glyphs, so nothing new is made for each of them.
 */
export class Pen {
  #state: TextState = {
    page: still,
    font: null,
    size: 1,
    letterSpace: 0,
    wordSpace: 0,
    stretch: 1,
    leading: 0,
    rise: 0,
  };
  readonly #saved: TextState[] = [];
  /** Text space to user space, but for where the line begins. */
  #line: Matrix = still;
  #lineX = 0;
  #lineY = 0;
  /** How far the pen is along its line, in units of text space. */
  #along = 0;
  /** Worked out when it is asked for. */
  #course: Course | null = null;
  #text = '';
  /** Words that are in no line. */
  readonly #aside: string[] = [];
  readonly #open: (Said & { readonly from: number })[] = [];
  #endX = Number.NaN;
  #endY = Number.NaN;
  #em = 0;

  text(): string {
    return [this.#text, ...this.#aside].join('\n');
  }

  set(changed: Partial<Omit<TextState, 'page'>>): void {
    this.#state = { ...this.#state, ...changed };
    this.#course = null;
  }

  save(): void {
    this.#saved.push(this.#state);
  }

  restore(): void {
    this.#state = this.#saved.pop() ?? this.#state;
    this.#course = null;
  }

  transform(matrix: Matrix): void {
    this.#state = { ...this.#state, page: product(matrix, this.#state.page) };
    this.#course = null;
  }

  /** Begins a line where a matrix says. */
  startAt(matrix: Matrix): void {
    this.#line = matrix;
    this.#lineX = matrix[4];
    this.#lineY = matrix[5];
    this.#along = 0;
    this.#course = null;
  }

  /** Begins a line so far from where the last one began. */
  step(x: number, y: number): void {
    const [a, b, c, d] = this.#line;
    this.#lineX += a * x + c * y;
    this.#lineY += b * x + d * y;
    this.#along = 0;
  }

  nextLine(): void {
    this.step(0, -this.#state.leading);
  }

  kern(thousandths: number): void {
    this.#along -= (thousandths / 1000) * this.#state.size * this.#state.stretch;
  }

  /** Begins a part of which something is said for those who cannot see it. */
  begin({ instead, beside }: Said): void {
    this.#open.push({ instead, beside, from: this.#text.length });
    if (beside !== null) this.#aside.push(beside);
  }

  /** Ends the part that was begun last. What stands for its glyphs is most often what they say themselves. */
  finish(): void {
    const { instead = null, from = 0 } = this.#open.pop() ?? {};
    if (instead === null) return;
    const shown = this.#text.slice(from).normalize('NFKC').trim();
    if (shown === '') this.#text += instead;
    else if (shown !== instead.normalize('NFKC').trim()) this.#aside.push(instead);
  }

  /** Writes a string of a font's codes. */
  show(bytes: string): void {
    const { font } = this.#state;
    if (font === null) return;
    for (let at = 0; at < bytes.length; at += font.codeLength) {
      const first = bytes.charCodeAt(at);
      this.#write(font, font.codeLength === 1 ? first : (first << 8) | (bytes.charCodeAt(at + 1) || 0));
    }
  }

  #write(font: Font, code: number): void {
    const { page, size, stretch, rise, letterSpace, wordSpace } = this.#state;
    this.#course ??= courseOf(this.#line, page, size);
    const { a, b, c, d, length, em } = this.#course;
    // On the page: where this line of writing begins.
    const originX = this.#lineX * page[0] + this.#lineY * page[2] + page[4] + c * rise;
    const originY = this.#lineX * page[1] + this.#lineY * page[3] + page[5] + d * rise;
    const x = originX + a * this.#along - this.#endX;
    const y = originY + b * this.#along - this.#endY;
    const along = (x * a + y * b) / length;
    const across = Math.abs((x * b - y * a) / length);
    const larger = Math.max(em, this.#em);
    // Before the first glyph there is no end, and what is no number is no larger than anything.
    if (across > shiftOfLines * larger || along < -larger) this.#separate('\n');
    else if (along > gapOfWords * em) this.#separate(' ');
    this.#text += font.text(code);
    const width = font.advance(code) * size;
    const end = this.#along + width * stretch;
    this.#endX = originX + a * end;
    this.#endY = originY + b * end;
    this.#em = em;
    const spaced = font.codeLength === 1 && code === 32 ? wordSpace : 0;
    this.#along += (width + letterSpace + spaced) * stretch;
  }

  #separate(how: string): void {
    const last = this.#text.charCodeAt(this.#text.length - 1);
    if (last === 10 || (last === 32 && how === ' ')) return;
    this.#text += how;
  }
}

function courseOf(line: Matrix, page: Matrix, size: number): Course {
  const [a, b, c, d] = product(line, page);
  return { a, b, c, d, length: Math.hypot(a, b) || 1, em: Math.abs(size) * Math.hypot(c, d) || 1 };
}
