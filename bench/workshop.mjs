/** Everything on paper that the workshop of a day needs, against a browser that prints the same pages. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { PDFDocument } from '@cantoo/pdf-lib';
import { barePrint, call } from './comparisons.mjs';
import { filesBelow } from './products.mjs';

/** What is built, as on the command line. */
export const workshop = {
  cwd: fileURLToPath(new URL('..', import.meta.url)),
  paths: ['content/kubernetes-vs-docker'],
  edition: 'full-day',
  products: ['slides', 'handout', 'workbook', 'labs', 'agenda', 'guide', 'solutions'],
};

/** The command line of a build into `out`. */
export const buildArgs = (out, products = workshop.products) => [
  'build',
  ...workshop.paths,
  '--edition',
  workshop.edition,
  '--product',
  products.join(','),
  '-o',
  out,
];

/**
 * @param {Pick<import('./comparisons.mjs').Tools, 'deckhand' | 'browser'>} tools
 * @param {string[]} pages the pages that Deckhand prints, written to disk with all they refer to
 * @returns {import('./comparisons.mjs').Comparison}
 */
export function onPaper({ deckhand, browser }, pages) {
  const bare = {
    name: 'launch and bare print',
    call: (out) => ({
      command: process.execPath,
      args: [barePrint, browser, ...pages.flatMap((page, at) => [page, path.join(out, `${at}.pdf`)])],
    }),
    check: missingSheets,
  };
  return {
    name: 'workshop',
    title: 'A workshop of a day on paper',
    slides: 0,
    rounds: 5,
    quickRounds: 0,
    contenders: [
      deckhand && {
        name: deckhand.name,
        call: call(deckhand, workshop.cwd, buildArgs),
        check: missingSheets,
      },
      browser && pages.length > 0 && bare,
    ].filter(Boolean),
  };
}

/** A PDF for each product, and hundreds of pages in them. */
async function missingSheets(out) {
  const files = await filesBelow(out, '.pdf');
  if (files.length < workshop.products.length) return `there are ${files.length} PDFs`;
  let sheets = 0;
  for (const file of files) {
    const pdf = await PDFDocument.load(await readFile(file), { updateMetadata: false });
    sheets += pdf.getPageCount();
  }
  return sheets < 300 ? `there are ${sheets} pages` : null;
}
