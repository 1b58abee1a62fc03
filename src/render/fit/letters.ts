import type { Face, Widths } from '../../theme/theme.js';

/** Letters of a face that its widths do not tell of. */
export const usual = 0.56;

/** Scripts whose letters are squares. */
const square =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uff60\p{Emoji_Presentation}]/u;
const unseen = /[\p{M}\p{Cf}]/u;

/** How wide the letters of a face are, in ems. */
class Letters {
  readonly #runs: Widths[Face];
  /** Those that have been looked up, by character; 0: not yet, less: it has no width. */
  readonly #known = new Float64Array(0x10000);

  constructor(runs: Widths[Face]) {
    this.#runs = runs;
  }

  width(point: number): number {
    if (point > 0xffff) return this.#lookUp(point);
    const known = this.#known[point] as number;
    if (known !== 0) return known < 0 ? 0 : known;
    const width = this.#lookUp(point);
    this.#known[point] = width === 0 ? -1 : width;
    return width;
  }

  #lookUp(point: number): number {
    for (const [from = 0, ...run] of this.#runs) {
      const width = run[point - from];
      if (width !== undefined) return width / 1000;
    }
    const letter = String.fromCodePoint(point);
    if (square.test(letter)) return 1;
    return unseen.test(letter) ? 0 : usual;
  }
}

const none: Widths = { text: [], display: [] };
const faces = new WeakMap<Widths, Readonly<Record<Face, Letters>>>();

/** The letters of a face; without widths all are as wide as most. */
export function lettersOf(widths: Widths | null, face: Face): Letters {
  const all = widths ?? none;
  const known = faces.get(all) ?? { text: new Letters(all.text), display: new Letters(all.display) };
  faces.set(all, known);
  return known[face];
}
