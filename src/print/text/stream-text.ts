import { inflateSync } from 'node:zlib';
import type { PDFObject } from '@cantoo/pdf-lib';
import { pdfLib } from '../pdf-lib.js';

/** What a stream holds, unpacked; null for no stream, and for pictures that are packed in ways of their own. */
export function streamBytes(object: PDFObject | undefined): Uint8Array | null {
  const { PDFArray, PDFName, PDFRawStream, PDFStream } = pdfLib();
  if (!(object instanceof PDFStream)) return null;
  const contents = object instanceof PDFRawStream ? object.contents : object.getContents();
  const written = object.dict.lookup(PDFName.of('Filter'));
  const filters = written instanceof PDFArray ? written.asArray() : written === undefined ? [] : [written];
  if (filters.length === 0) return contents;
  if (filters.length > 1 || filters[0] !== PDFName.of('FlateDecode')) return null;
  return inflateSync(contents);
}

/** The same, a byte a character. */
export function streamText(object: PDFObject | undefined): string | null {
  const bytes = streamBytes(object);
  return bytes && Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
