import type { Inline } from '../../parse/ast.js';
import type { Face, Widths } from '../../theme/theme.js';
import { type Piece, type Room, type Ruler, unknown } from './ruler.js';

/** How much wider letters are than those of the face as it is. */
export const plainWeight = 1;
export const boldWeight = 1.06;

/** Letters of a face that its widths do not tell of. */
const usual = 0.56;

/** Scripts whose letters are squares. But for Korean, lines may end behind any of them. */
const square =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uff60\p{Emoji_Presentation}]/u;
const endsLines =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uff60\p{Emoji_Presentation}]/u;
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

function lettersOf(widths: Widths, face: Face): Letters {
  const known = faces.get(widths) ?? { text: new Letters(widths.text), display: new Letters(widths.display) };
  faces.set(widths, known);
  return known[face];
}

/** How many lines words take. */
export function linesOf(
  inlines: readonly Inline[],
  { width, size }: Room,
  ruler: Ruler,
  weight = plainWeight,
): number {
  return linesOfPieces(piecesOf(inlines, ruler, 'text', weight), width / size, ruler);
}

/** The same for words that are not the author's Markdown. */
export function linesOfText(text: string, { width, size }: Room, ruler: Ruler, weight: number): number {
  return linesOfPieces(piecesOfText(text, ruler, 'text', weight), width / size, ruler);
}

/** The same for a heading, whose letters are closer to one another. */
export function linesOfTitle(inlines: readonly Inline[], { width, size }: Room, ruler: Ruler): number {
  const closer = 1 + ruler.token('title-spacing') / usual;
  return linesOfPieces(piecesOf(inlines, ruler, 'display', closer), width / size, ruler);
}

/** The widest that words can be, and the width of their longest word, in ems. */
export function extentOf(
  inlines: readonly Inline[],
  ruler: Ruler,
  weight = plainWeight,
): { readonly least: number; readonly most: number } {
  const pieces = piecesOf(inlines, ruler, 'text', weight);
  let [least, most, line] = [0, 0, 0];
  for (const piece of pieces) {
    line = piece === null ? 0 : line + piece.width + piece.blank;
    // Words that are longer than that may be broken.
    least = Math.max(least, piece === null || piece.width > 11 ? 0 : piece.width);
    most = Math.max(most, line);
  }
  return { least, most };
}

/** What is set larger breaks no word: such a step is none. */
function linesOfPieces(pieces: readonly Piece[], width: number, { scale }: Ruler): number {
  if (scale > 1 && pieces.some((piece) => piece !== null && piece.width > width)) return unknown;
  let lines = 1;
  let used = 0;
  for (const piece of pieces) {
    if (piece === null) {
      lines += 1;
      used = 0;
    } else {
      if (used > 0 && used + piece.width > width) {
        lines += 1;
        used = 0;
      }
      // A word that is longer than a line is broken.
      const more = Math.max(0, Math.ceil(piece.width / width) - 1);
      lines += more;
      used += piece.width - more * width + piece.blank;
    }
  }
  return lines;
}

function piecesOf(inlines: readonly Inline[], ruler: Ruler, face: Face, scale: number): readonly Piece[] {
  const key = `${face} ${scale}`;
  const before = ruler.measured.get(inlines);
  const known = before?.get(key);
  if (known) return known;
  const pieces = piecesIn(inlines, ruler, face, scale);
  if (before) before.set(key, pieces);
  else ruler.measured.set(inlines, new Map([[key, pieces]]));
  return pieces;
}

function piecesIn(inlines: readonly Inline[], ruler: Ruler, face: Face, scale: number): readonly Piece[] {
  return inlines.flatMap((inline): readonly Piece[] => {
    switch (inline.type) {
      case 'text':
        return piecesOfText(inline.text, ruler, face, scale);
      case 'codespan': {
        // Code is a little smaller and stands on a ground of its own, which has edges.
        const letter = 0.88 * ruler.token('code-letter');
        return piecesOfText(inline.text, ruler, face, scale, letter).map((piece, index, all) => {
          const edges = (index === 0 ? 0.22 : 0) + (index === all.length - 1 ? 0.22 : 0);
          return piece && { ...piece, width: piece.width + edges * scale };
        });
      }
      case 'break':
        return [null];
      case 'image':
        return [{ width: 1.2, blank: 0 }];
      case 'inline-html':
        return /^<br\b/i.test(inline.html) ? [null] : [];
      case 'math':
        return [{ width: 0.5 * scale * inline.tex.replace(/\\[a-z]+|[{}^_\s]/gi, 'x').length, blank: 0 }];
      case 'note-reference':
        return [{ width: 0.5, blank: 0 }];
      case 'inline-note':
        return [{ width: 0.5, blank: 0 }];
      case 'sup':
      case 'sub':
        return piecesOf(inline.children, ruler, face, 0.68 * scale);
      case 'strong':
        return piecesOf(inline.children, ruler, face, boldWeight * scale);
      default:
        return piecesOf(
          inline.children,
          ruler,
          face,
          inline.attributes.classes.includes('large') ? 1.3 * scale : scale,
        );
    }
  });
}

/** `code` is how wide its letters are; what is no code has those of a face. */
function piecesOfText(
  text: string,
  { widths }: Ruler,
  face: Face,
  scale: number,
  code: number | null = null,
): readonly Piece[] {
  const letters = lettersOf(widths ?? none, face);
  const pieces: Piece[] = [];
  let word = 0;
  let before = 0;
  // Every word of a deck comes by here: numbers, since a string for each letter would be half of all that a build makes.
  for (let at = 0; at < text.length; at++) {
    const point = text.codePointAt(at) as number;
    const width = scale * (code ?? letters.width(point));
    const isPlain = point > blank && point < 0x7f && point !== hyphen;
    if (isPlain) word += width;
    else {
      if (point > 0xffff) at++;
      const isBlank =
        point === blank || (point !== noBreak && isOther(point) && /\s/.test(String.fromCodePoint(point)));
      if (!isBlank) word += width;
      if (isBlank || mayEndLine(point, before, code !== null)) {
        pieces.push({ width: word, blank: isBlank ? scale * (code ?? letters.width(blank)) : 0 });
        word = 0;
      }
    }
    before = point;
  }
  if (word > 0) pieces.push({ width: word, blank: 0 });
  return pieces;
}

const [blank, hyphen, noBreak, softHyphen] = [0x20, 0x2d, 0xa0, 0xad];

/** Whether a line may end behind what is no blank: behind a hyphen that joins words, though in code nobody wants it to, and where letters are squares. */
function mayEndLine(point: number, before: number, isCode: boolean): boolean {
  if (point === hyphen || point === softHyphen) {
    return !isCode && (point === softHyphen || /[\p{L}\d]/u.test(String.fromCodePoint(before)));
  }
  // None of these is Latin.
  return point > 0x2000 && endsLines.test(String.fromCodePoint(point));
}

/** Neither a letter nor a mark of ASCII. */
function isOther(point: number): boolean {
  return point < blank || point > 0x7f;
}
