import type { PDFDict } from '@cantoo/pdf-lib';
import { pdfLib } from '../pdf-lib.js';
import { type Font, readFont } from './font.js';
import { type Matrix, still } from './matrix.js';
import { bytesOf, type Operands, operatorTable, partsOf, readOperators } from './operators.js';
import { Pen, type Said } from './pen.js';
import { streamText } from './stream-text.js';

/** Reads what pages paint. Fonts are read once, whatever the number of pages that are set in them. */
export interface PaintedText {
  /** The text that a stream paints, drawings inside of it included, in the order of painting; a line a line. */
  readonly of: (content: string, resources: PDFDict | undefined) => string;
  /** Drawings that were met on the way, by their dictionaries. */
  readonly met: ReadonlySet<PDFDict>;
}

/** Drawings may be in one another; a file of somebody else's could go round in circles. */
const deepest = 12;

export function paintedText(): PaintedText {
  const { PDFDict, PDFName, PDFStream } = pdfLib();
  const fonts = new Map<PDFDict, Font>();
  const met = new Set<PDFDict>();
  return {
    met,
    of: (content, resources) => {
      const pen = new Pen();
      paint(content, resources, pen, 0);
      return pen.text();
    },
  };

  function paint(content: string, resources: PDFDict | undefined, pen: Pen, depth: number): void {
    readOperators(content, table, (act, operands) => {
      if (act === 'font') {
        pen.set({ font: fontNamed(operands.written(0), resources), size: operands.number(1) });
      } else if (act === 'drawing') draw(operands.written(0), resources, pen, depth);
      else act(pen, operands);
    });
  }

  function draw(name: string, resources: PDFDict | undefined, pen: Pen, depth: number): void {
    const drawings = resources?.lookupMaybe(PDFName.of('XObject'), PDFDict);
    const drawing = drawings?.lookup(PDFName.of(name.slice(1)));
    if (!(drawing instanceof PDFStream) || drawing.dict.get(PDFName.of('Subtype')) !== PDFName.of('Form'))
      return;
    met.add(drawing.dict);
    if (depth >= deepest) return;
    const own = drawing.dict.lookupMaybe(PDFName.of('Resources'), PDFDict);
    const matrix = String(drawing.dict.lookup(PDFName.of('Matrix'))).match(/[-+.\d]+/g) ?? [];
    pen.save();
    pen.transform(matrix.length === 6 ? (matrix.map(Number) as unknown as Matrix) : still);
    paint(streamText(drawing) ?? '', own ?? resources, pen, depth + 1);
    pen.restore();
  }

  function fontNamed(name: string, resources: PDFDict | undefined): Font | null {
    const named = resources?.lookupMaybe(PDFName.of('Font'), PDFDict);
    const font = named?.lookupMaybe(PDFName.of(name.slice(1)), PDFDict);
    if (!font) return null;
    const known = fonts.get(font) ?? readFont(font);
    fonts.set(font, known);
    return known;
  }
}

const nothing: Said = { instead: null, beside: null };

type Act = (pen: Pen, operands: Operands) => void;

/** What operators do that show text, or are about how and where it is shown. */
const acts: Readonly<Record<string, Act>> = {
  q: (pen) => pen.save(),
  Q: (pen) => pen.restore(),
  cm: (pen, operands) => pen.transform(matrixOf(operands)),
  BT: (pen) => pen.startAt(still),
  Tm: (pen, operands) => pen.startAt(matrixOf(operands)),
  Td: (pen, { number }) => pen.step(number(0), number(1)),
  TD: (pen, { number }) => {
    pen.set({ leading: -number(1) });
    pen.step(number(0), number(1));
  },
  'T*': (pen) => pen.nextLine(),
  TL: (pen, { number }) => pen.set({ leading: number(0) }),
  Tc: (pen, { number }) => pen.set({ letterSpace: number(0) }),
  Tw: (pen, { number }) => pen.set({ wordSpace: number(0) }),
  Tz: (pen, { number }) => pen.set({ stretch: number(0) / 100 }),
  Ts: (pen, { number }) => pen.set({ rise: number(0) }),
  Tj: (pen, { written }) => pen.show(bytesOf(written(0))),
  TJ: (pen, { written }) => {
    for (const part of partsOf(written(0))) {
      if (/^[(<]/.test(part)) pen.show(bytesOf(part));
      else pen.kern(Number(part));
    }
  },
  "'": (pen, { written }) => {
    pen.nextLine();
    pen.show(bytesOf(written(0)));
  },
  '"': (pen, { number, written }) => {
    pen.set({ wordSpace: number(0), letterSpace: number(1) });
    pen.nextLine();
    pen.show(bytesOf(written(2)));
  },
  BMC: (pen) => pen.begin(nothing),
  BDC: (pen, { written }) => pen.begin(saidIn(written(1))),
  EMC: (pen) => pen.finish(),
};

const table = operatorTable<Act | 'font' | 'drawing'>({ ...acts, Tf: 'font', Do: 'drawing' });

function matrixOf({ number }: Operands): Matrix {
  return [number(0), number(1), number(2), number(3), number(4), number(5)];
}

/** What marked content says for those who cannot see it: `<</ActualText (fine)>>`. */
function saidIn(properties: string): Said {
  if (!/^<<[\s\S]*\/(?:ActualText|Alt|E)\b/.test(properties)) return nothing;
  const said = { instead: null as string | null, beside: null as string | null };
  const parts = partsOf(properties.slice(1, -1));
  parts.forEach((key, index) => {
    const value = parts[index + 1] ?? '';
    if (!/^[(<]/.test(value)) return;
    if (key === '/ActualText') said.instead = textString(value);
    if (key === '/Alt' || key === '/E') said.beside = textString(value);
  });
  return said;
}

/** A string of words, as opposed to one of glyphs: UTF-16 with a mark, else a byte a character. */
function textString(written: string): string {
  const bytes = bytesOf(written);
  if (!bytes.startsWith('\xfe\xff')) return bytes;
  return Buffer.from(bytes.slice(2, bytes.length & ~1), 'latin1')
    .swap16()
    .toString('utf16le');
}
