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
  const lines: string[] = [];
  let depth = 0;
  let open = false;
  let changed = false;
  /** Where the path began that may be painted. */
  let path = -1;

  const begin = (at: number) => {
    lines.splice(at, 0, '/Artifact BMC');
    open = true;
    changed = true;
  };
  const finish = () => {
    if (open) lines.push('EMC');
    open = false;
    path = -1;
  };

  for (const line of content.split('\n')) {
    const operator = line.slice(Math.max(line.lastIndexOf(' '), line.lastIndexOf('>')) + 1);
    if (operator === 'BDC' || operator === 'BMC') {
      finish();
      depth++;
    } else if (operator === 'EMC') {
      depth--;
    } else if (boundaries.has(operator)) {
      finish();
    } else if (depth === 0 && !open) {
      if ((operator === 'm' || operator === 're') && path === -1) path = lines.length;
      else if (operator === 'n') path = -1;
      else if (painting.has(operator)) begin(path === -1 ? lines.length : path);
      else if (showing.has(operator)) begin(lines.length);
    }
    lines.push(line);
  }
  finish();
  return changed ? lines.join('\n') : null;
}
