import type { Inline } from '../../parse/ast.js';
import type { Face } from '../../theme/theme.js';
import { lettersOf, usual } from './letters.js';
import { type Measured, type Room, type Ruler, unknown } from './ruler.js';

/** How much wider letters are than those of the face as it is. */
export const plainWeight = 1;
export const boldWeight = 1.06;

/** Letters behind any of which a line may end: those that are squares, but for Korean. */
const endsLines =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uff60\p{Emoji_Presentation}]/u;

/** How many lines words take. */
export function linesOf(
  inlines: readonly Inline[],
  { width, size }: Room,
  ruler: Ruler,
  weight = plainWeight,
): number {
  return linesAcross(measure(inlines, ruler, 'text', weight), width / size, ruler);
}

/** The same for words that are not the author's Markdown. */
export function linesOfText(text: string, { width, size }: Room, ruler: Ruler, weight: number): number {
  const pieces: number[] = [];
  addText(pieces, text, ruler, 'text', weight);
  return linesAcross(measured(pieces, weight), width / size, ruler);
}

/** The same for a heading, whose letters are closer to one another. */
export function linesOfTitle(inlines: readonly Inline[], { width, size }: Room, ruler: Ruler): number {
  const closer = 1 + ruler.token('title-spacing') / usual;
  return linesAcross(measure(inlines, ruler, 'display', closer), width / size, ruler);
}

/** The widest that words can be, and the width of their longest word, in ems. */
export function extentOf(
  inlines: readonly Inline[],
  ruler: Ruler,
  weight = plainWeight,
): Pick<Measured, 'least' | 'most'> {
  return measure(inlines, ruler, 'text', weight);
}

/** What is set larger breaks no word: such a step is none. */
function linesAcross({ pieces, longest, most, ends }: Measured, width: number, { scale }: Ruler): number {
  if (scale > 1 && longest > width) return unknown;
  if (most <= width) return 1 + ends;
  let lines = 1;
  let used = 0;
  for (let at = 0; at < pieces.length; at += 2) {
    const piece = pieces[at] as number;
    if (piece === lineEnd) {
      lines += 1;
      used = 0;
      continue;
    }
    if (used > 0 && used + piece > width) {
      lines += 1;
      used = 0;
    }
    // A word that is longer than a line is broken.
    const more = piece > width ? Math.ceil(piece / width) - 1 : 0;
    lines += more;
    used += piece - more * width + (pieces[at + 1] as number);
  }
  return lines;
}

/** Stands for a piece where a line has to end. */
const lineEnd = -1;

/** Words, measured once for all steps that are tried. */
function measure(inlines: readonly Inline[], ruler: Ruler, face: Face, scale: number): Measured {
  const known = ruler.measured[face].get(inlines) ?? [];
  for (const one of known) if (one.scale === scale) return one;
  const pieces: number[] = [];
  addPieces(pieces, inlines, ruler, face, scale);
  const found = measured(pieces, scale);
  known.push(found);
  if (known.length === 1) ruler.measured[face].set(inlines, known);
  return found;
}

function measured(pieces: readonly number[], scale: number): Measured {
  let longest = 0;
  let least = 0;
  let most = 0;
  let line = 0;
  let ends = 0;
  for (let at = 0; at < pieces.length; at += 2) {
    const piece = pieces[at] as number;
    if (piece === lineEnd) {
      line = 0;
      ends += 1;
      continue;
    }
    line += piece + (pieces[at + 1] as number);
    if (piece > longest) longest = piece;
    // Words that are longer than that may be broken.
    if (piece > least && piece <= 11) least = piece;
    if (line > most) most = line;
  }
  return { scale, pieces, longest, least, most, ends };
}

function addPieces(
  into: number[],
  inlines: readonly Inline[],
  ruler: Ruler,
  face: Face,
  scale: number,
): void {
  for (const inline of inlines) {
    switch (inline.type) {
      case 'text':
        addText(into, inline.text, ruler, face, scale);
        break;
      case 'codespan': {
        // Code is a little smaller and stands on a ground of its own, which has edges.
        const first = into.length;
        addText(into, inline.text, ruler, face, scale, 0.88 * ruler.token('code-letter'));
        if (into.length === first) break;
        into[first] = (into[first] as number) + 0.22 * scale;
        into[into.length - 2] = (into[into.length - 2] as number) + 0.22 * scale;
        break;
      }
      case 'break':
        into.push(lineEnd, 0);
        break;
      case 'image':
        into.push(1.2, 0);
        break;
      case 'inline-html':
        if (/^<br\b/i.test(inline.html)) into.push(lineEnd, 0);
        break;
      case 'math':
        into.push(0.5 * scale * inline.tex.replace(/\\[a-z]+|[{}^_\s]/gi, 'x').length, 0);
        break;
      case 'note-reference':
      case 'inline-note':
        into.push(0.5, 0);
        break;
      default:
        addPieces(into, inline.children, ruler, face, scale * scaleOf(inline));
    }
  }
}

/** How much larger the words in an element are than those around it. */
function scaleOf({ type, attributes }: Inline): number {
  if (type === 'sup' || type === 'sub') return 0.68;
  if (type === 'strong') return boldWeight;
  return attributes.classes.includes('large') ? 1.3 : 1;
}

/** `code` is how wide its letters are; what is no code has those of a face. */
function addText(
  into: number[],
  text: string,
  { widths }: Ruler,
  face: Face,
  scale: number,
  code: number | null = null,
): void {
  const letters = lettersOf(widths, face);
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
        into.push(word, isBlank ? scale * (code ?? letters.width(blank)) : 0);
        word = 0;
      }
    }
    before = point;
  }
  if (word > 0) into.push(word, 0);
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
