import type { PDFDict, PDFObject } from '@cantoo/pdf-lib';
import { pdfLib } from '../pdf-lib.js';
import { streamText } from './stream-text.js';
import { readToUnicode } from './to-unicode.js';

/** What it takes to read text that is set in a font. */
export interface Font {
  /** How many bytes a code has. */
  readonly codeLength: 1 | 2;
  /** What a code means; a code without a meaning has no text. */
  readonly text: (code: number) => string;
  /** How far a glyph moves the pen, in ems. */
  readonly advance: (code: number) => number;
}

/** Reads a font's widths and what its codes mean. */
export function readFont(font: PDFDict): Font {
  const { PDFArray, PDFDict, PDFName } = pdfLib();
  const map = font.lookup(PDFName.of('ToUnicode'));
  const meanings = readToUnicode(streamText(map) ?? '');
  const descendant = font.lookupMaybe(PDFName.of('DescendantFonts'), PDFArray)?.lookup(0, PDFDict);
  const text = (code: number) => meanings.get(code) ?? '';
  if (descendant) return { codeLength: 2, text, advance: compositeWidths(descendant) };
  // Without a map the codes of plain fonts are the characters, as near as matters.
  const plain = map === undefined ? (code: number) => String.fromCharCode(code) : text;
  return { codeLength: 1, text: plain, advance: simpleWidths(font) };
}

function simpleWidths(font: PDFDict): Font['advance'] {
  const { PDFArray, PDFName } = pdfLib();
  const first = numberOf(font.lookup(PDFName.of('FirstChar'))) ?? 0;
  const widths = font.lookupMaybe(PDFName.of('Widths'), PDFArray)?.asArray().map(numberOf) ?? [];
  // Fonts whose glyphs are drawings have a unit of their own.
  const matrix = font.lookupMaybe(PDFName.of('FontMatrix'), PDFArray);
  const unit = matrix ? (numberOf(matrix.lookup(0)) ?? 0.001) : 0.001;
  return (code) => (widths[code - first] ?? 500) * unit;
}

/** `W` is `first [width width …]` and `first last width`, again and again. */
function compositeWidths(font: PDFDict): Font['advance'] {
  const { PDFArray, PDFName } = pdfLib();
  const widths = new Map<number, number>();
  const written = font.lookupMaybe(PDFName.of('W'), PDFArray);
  for (let at = 0; written && at + 1 < written.size(); ) {
    const first = numberOf(written.lookup(at)) ?? 0;
    const next = written.lookup(at + 1);
    if (next instanceof PDFArray) {
      next.asArray().forEach((width, index) => {
        widths.set(first + index, numberOf(width) ?? 0);
      });
      at += 2;
      continue;
    }
    const width = numberOf(written.lookup(at + 2)) ?? 0;
    const last = Math.min(numberOf(next) ?? first, 0xffff);
    for (let code = first; code <= last; code++) widths.set(code, width);
    at += 3;
  }
  const standard = numberOf(font.lookup(PDFName.of('DW'))) ?? 1000;
  return (code) => (widths.get(code) ?? standard) / 1000;
}

function numberOf(object: PDFObject | undefined): number | undefined {
  const { PDFNumber } = pdfLib();
  return object instanceof PDFNumber ? object.asNumber() : undefined;
}
