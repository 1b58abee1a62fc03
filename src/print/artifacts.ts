import { deflateSync, inflateSync } from 'node:zlib';
import { type PdfFile, pagesOf } from './pdf-file.js';
import { pdfLib } from './pdf-lib.js';

/**
 * Marks what is painted outside all tags (page furniture, borders, grounds) as an artifact, so that a screen reader knows it may pass it
 * over. Most pages have none of it and stay as they are.
 */
export function markArtifacts(pdf: PdfFile): void {
  const { PDFName, PDFRawStream, PDFRef } = pdfLib();
  for (const { page } of pagesOf(pdf)) {
    const ref = page.get(PDFName.of('Contents'));
    const stream = ref instanceof PDFRef ? pdf.context.lookup(ref) : undefined;
    if (!(ref instanceof PDFRef) || !(stream instanceof PDFRawStream)) continue;
    if (stream.dict.get(PDFName.of('Filter')) !== PDFName.of('FlateDecode')) continue;
    const marked = wrapUntagged(inflateSync(stream.contents).toString('latin1'));
    if (marked === null) continue;
    // Compressed by Node: the library takes thirty times as long.
    const bytes = deflateSync(Buffer.from(marked, 'latin1'));
    pdf.context.assign(ref, pdf.context.stream(bytes, { Filter: 'FlateDecode' }));
  }
}

const painting = new Set(['f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's']);
const showing = new Set(['Tj', 'TJ', "'", '"', 'Do', 'sh']);
const boundaries = new Set(['q', 'Q', 'BT', 'ET']);

/**
 * Wraps painting outside of marked content; null when there is none. Chromium writes one operator a line, at its end, save for settings
 * of colour.
 *
 *     0 0 100 20 re          /Artifact BMC
 *     f                 →    0 0 100 20 re
 *     Q                      f
 *                            EMC
 *                            Q
 */
export function wrapUntagged(content: string): string | null {
  const wrapped: string[] = [];
  /** Up to where the content has been taken over. */
  let taken = 0;
  let depth = 0;
  let open = false;
  /** Where the path began that may be painted. */
  let path = -1;

  const insert = (at: number, line: string) => {
    wrapped.push(content.slice(taken, at), line);
    taken = at;
  };
  const begin = (at: number) => {
    insert(at, '/Artifact BMC\n');
    open = true;
  };
  const finish = (at: number) => {
    if (open) insert(at, 'EMC\n');
    open = false;
    path = -1;
  };

  for (let start = 0, end = 0; start < content.length; start = end + 1) {
    end = content.indexOf('\n', start);
    if (end === -1) end = content.length;
    // Inside of tags nothing but their end is of interest, and that is most of a page.
    if (depth > 0 && content[end - 1] !== 'C') continue;
    const line = content.slice(start, end);
    const operator = line.slice(Math.max(line.lastIndexOf(' '), line.lastIndexOf('>')) + 1);
    if (operator === 'BDC' || operator === 'BMC') {
      finish(start);
      depth++;
    } else if (operator === 'EMC') {
      depth--;
    } else if (boundaries.has(operator)) {
      finish(start);
    } else if (depth === 0 && !open) {
      if ((operator === 'm' || operator === 're') && path === -1) path = start;
      else if (operator === 'n') path = -1;
      else if (painting.has(operator)) begin(path === -1 ? start : path);
      else if (showing.has(operator)) begin(start);
    }
  }
  if (open) return `${wrapped.join('')}${content.slice(taken)}\nEMC`;
  return wrapped.length === 0 ? null : wrapped.join('') + content.slice(taken);
}
