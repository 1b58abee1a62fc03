import { decodePDFRawStream, PDFArray, PDFDict, PDFName, PDFNumber, PDFRawStream } from '@cantoo/pdf-lib';

/** The codes in a string that is shown: two bytes each in a composite font, else one. */
export function codesOf(font: PDFDict, bytes: Uint8Array): number[] {
  if (kindOf(font) !== 'Type0') return [...bytes];
  return Array.from(
    { length: bytes.length >> 1 },
    (_, at) => ((bytes[2 * at] ?? 0) << 8) | (bytes[2 * at + 1] ?? 0),
  );
}

export function kindOf(font: PDFDict): string {
  return font.lookup(PDFName.of('Subtype'), PDFName).decodeText();
}

/** The font that a composite font is made from. */
export function descendantOf(font: PDFDict): PDFDict {
  return font.lookup(PDFName.of('DescendantFonts'), PDFArray).lookup(0, PDFDict);
}

const read = new WeakMap<PDFRawStream, ReadonlyMap<number, string>>();

/** What each code means, as the font says; null where it does not. */
export function toUnicode(font: PDFDict): ReadonlyMap<number, string> | null {
  const stream = font.lookup(PDFName.of('ToUnicode'));
  if (!(stream instanceof PDFRawStream)) return null;
  const meanings = read.get(stream) ?? meaningsIn(stream);
  read.set(stream, meanings);
  return meanings;
}

function meaningsIn(stream: PDFRawStream): ReadonlyMap<number, string> {
  const text = Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1');
  const meanings = new Map<number, string>();
  const decode = (hex: string) => Buffer.from(hex, 'hex').swap16().toString('utf16le');
  for (const [, lines = ''] of text.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, code = '', value = ''] of lines.matchAll(/<(\w+)>\s*<(\w+)>/g)) {
      meanings.set(Number.parseInt(code, 16), decode(value));
    }
  }
  for (const [, lines = ''] of text.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, from = '', to = '', value = ''] of lines.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g)) {
      const start = Number.parseInt(from, 16);
      for (let code = start; code <= Number.parseInt(to, 16); code++) {
        const last = (Number.parseInt(value.slice(-4), 16) + code - start).toString(16).padStart(4, '0');
        meanings.set(code, decode(value.slice(0, -4) + last));
      }
    }
  }
  return meanings;
}

/** The font program of a CIDFontType2: how many glyphs it has, and how wide each is in thousandths of an em. */
export function programOf(descendant: PDFDict): { glyphs: number; width: (glyph: number) => number } | null {
  const file = descendant.lookupMaybe(PDFName.of('FontDescriptor'), PDFDict)?.lookup(PDFName.of('FontFile2'));
  if (!(file instanceof PDFRawStream)) return null;
  const bytes = Buffer.from(decodePDFRawStream(file).decode());
  const tables = new Map<string, Buffer>();
  for (let at = 12; at < 12 + 16 * bytes.readUInt16BE(4); at += 16) {
    const start = bytes.readUInt32BE(at + 8);
    tables.set(
      bytes.toString('latin1', at, at + 4),
      bytes.subarray(start, start + bytes.readUInt32BE(at + 12)),
    );
  }
  const table = (name: string) => {
    const found = tables.get(name);
    if (found === undefined) throw new Error(`A font program has no table \`${name}\`.`);
    return found;
  };
  const em = table('head').readUInt16BE(18);
  const measured = table('hhea').readUInt16BE(34);
  return {
    glyphs: table('maxp').readUInt16BE(4),
    width: (glyph) => (1000 * table('hmtx').readUInt16BE(4 * Math.min(glyph, measured - 1))) / em,
  };
}

/** The width of a glyph as the dictionary of a CID font says. */
export function widthsOf(descendant: PDFDict): (cid: number) => number {
  const usual = descendant.lookupMaybe(PDFName.of('DW'), PDFNumber)?.asNumber() ?? 1000;
  const widths = new Map<number, number>();
  const written = descendant.lookupMaybe(PDFName.of('W'), PDFArray);
  for (let at = 0; written !== undefined && at < written.size(); ) {
    const first = written.lookup(at, PDFNumber).asNumber();
    const next = written.lookup(at + 1);
    if (next instanceof PDFArray) {
      for (let index = 0; index < next.size(); index++) {
        widths.set(first + index, next.lookup(index, PDFNumber).asNumber());
      }
      at += 2;
    } else {
      const last = written.lookup(at + 1, PDFNumber).asNumber();
      for (let cid = first; cid <= last; cid++) widths.set(cid, written.lookup(at + 2, PDFNumber).asNumber());
      at += 3;
    }
  }
  return (cid) => widths.get(cid) ?? usual;
}
