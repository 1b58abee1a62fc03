import type { Paper } from '../render/page.js';
import { chunkLength, countSheets, fixPageTotal, longDocument, showSheets } from './chunks.js';
import { appendPdf } from './join-pdfs.js';
import type { OpenPage } from './open-page.js';
import { type PdfFile, readPdf } from './pdf-file.js';
import { loadPdfLib } from './pdf-lib.js';
import { dropIdTree } from './structure-ids.js';
import { mendTags } from './structure-tags.js';
import { hintTags } from './tag-hints.js';
import { readTags, type TagTree } from './tags.js';
import { type PdfReader, pdfReader } from './text/pdf-words.js';

/** A printed PDF, taken apart. Of a long one each part was mended and read while the next was printed. */
export interface TakenPdf {
  readonly pdf: PdfFile;
  readonly reader: PdfReader;
  /** Its tags, mended as far as each part of it can be seen by itself; null where it has none. */
  readonly tags: TagTree | null;
}

/** Prints an open page, in chunks where it is long, and takes the PDF apart. */
export async function printPdf(open: OpenPage, paper: Paper): Promise<TakenPdf> {
  await open.evaluate(
    linkTo,
    paper.bookmarks.map((one) => one.target),
  );
  await open.evaluate(hintTags);
  const chunked =
    paper.pages >= longDocument && !paper.mayGrow && (await open.evaluate(countSheets)) === paper.pages;
  if (!chunked) return take(await printed(open, true));

  await open.evaluate(fixPageTotal, paper.pages);
  let whole: TakenPdf | null = null;
  let waiting: Uint8Array | null = null;
  const join = async (bytes: Uint8Array) => {
    const part = await take(bytes);
    if (whole === null) whole = part;
    else appendPdf(whole.pdf, part.pdf);
    whole.reader.readPages();
  };
  const length = chunkLength(paper.pages);
  for (let from = 0; from < paper.pages; from += length) {
    await open.evaluate(showSheets, from, from + length);
    const next = printed(open, true);
    // It may fail before it is waited for.
    next.catch(() => {});
    // The chunk before is joined while the browser prints this one.
    if (waiting !== null) await join(waiting);
    waiting = await next;
  }
  if (waiting !== null) await join(waiting);
  if (whole === null) throw new Error('A long document has no chunks.');
  const { pdf, reader }: TakenPdf = whole;
  return { pdf, reader, tags: readTags(pdf) };
}

/** What the browser prints of an open page; without tags where only the places of things are wanted. */
export async function printed({ session }: OpenPage, tagged: boolean): Promise<Uint8Array> {
  const printing = session.send('Page.printToPDF', {
    printBackground: true,
    preferCSSPageSize: true,
    generateTaggedPDF: tagged,
    generateDocumentOutline: false,
  });
  // Loaded now, while the browser works and we would wait.
  const [{ data }] = await Promise.all([printing, loadPdfLib()]);
  return Buffer.from(data, 'base64');
}

/** Takes a printed PDF apart and mends its tags. */
export async function take(bytes: Uint8Array): Promise<TakenPdf> {
  const pdf = await readPdf(bytes);
  dropIdTree(pdf);
  return { pdf, reader: pdfReader(pdf), tags: mendTags(pdf) };
}

/**
 * In the page: Chromium writes a destination for an id only when something links to it. These links do it, and since
 * they are not shown they leave no other trace.
 */
export function linkTo(ids: readonly string[]): void {
  const links = document.createElement('div');
  links.hidden = true;
  for (const id of ids) {
    const link = document.createElement('a');
    link.href = `#${encodeURIComponent(id)}`;
    links.append(link);
  }
  document.body.append(links);
}
