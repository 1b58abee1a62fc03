/** Whether a tool made what it was asked for: a fast run that made nothing must not count. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { lastTitle } from './decks.mjs';

/** The files with such a name below a folder. */
export async function filesBelow(folder, ending) {
  const names = await readdir(folder, { recursive: true });
  return names.filter((name) => name.endsWith(ending)).map((name) => path.join(folder, name));
}

/**
 * @param {string} out the folder a tool wrote into
 * @param {number} count slides in the deck
 * @returns {Promise<string | null>} what is missing
 */
export async function missingHtml(out, count) {
  for (const file of await filesBelow(out, '.html')) {
    // Pandoc breaks long lines of text.
    const words = (await readFile(file, 'utf8')).replace(/\s+/g, ' ');
    if (words.includes(lastTitle(count))) return null;
  }
  return 'no page holds the last slide';
}

/** The same for a PDF, which must have a page for every slide. */
export async function missingPdf(out, count) {
  const files = await filesBelow(out, '.pdf');
  for (const file of files) {
    const pdf = await PDFDocument.load(await readFile(file), { updateMetadata: false });
    if (pdf.getPageCount() === count) return null;
  }
  return files.length ? `no PDF has ${count} pages` : 'there is no PDF';
}
