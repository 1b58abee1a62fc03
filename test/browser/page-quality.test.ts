import { basename } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Built, builtContent } from '../support/bundled-content.js';
import {
  documentRules as documents,
  type Flaw,
  flawsOf,
  type PageRules,
  points,
} from '../support/page-quality.js';
import { paleWords } from '../support/pale-words.js';
import { launchViewer } from '../support/viewer.js';

const rules: Readonly<Record<string, PageRules>> = {
  'workbook.pdf': documents,
  'labs.pdf': documents,
  'solutions.pdf': documents,
  // Slides stand beside what is said to them, in a column of 68 mm.
  'guide.pdf': { ...documents, pictures: (x) => x < points(27 + 68) },
  'agenda.pdf': { ...documents, live: { ...documents.live, top: points(18) } },
  // Below 6 pt nothing is read, and a build says so; the foot of a slide is furniture.
  'handout.pdf': {
    ...documents,
    smallest: 6,
    small: /^(?:\d+|A tour of Deckhand|From container to cluster|Kubernetes vs\. Docker)$/,
  },
  // Slides are set for a screen: how large type is was judged there, and their margins are the theme's.
  'slides.pdf': { ...documents, live: { left: 0, right: 0, top: 0, bottom: 0 }, smallest: 0 },
};

const products = ['kubernetes-vs-docker', 'half-day', 'full-day', 'tour'].flatMap((deck) =>
  Object.keys(rules)
    .filter((file) => deck !== 'kubernetes-vs-docker' || /handout|slides/.test(file))
    .filter((file) => deck !== 'tour' || file !== 'agenda.pdf')
    .map((file) => `${deck}/${file}`),
);

let built: Built;
let painter: Browser;
beforeAll(async () => {
  painter = await launchViewer();
});
afterAll(async () => {
  await painter?.close();
});

const pathOf = (product: string) => built.pdfs.find((path) => path.endsWith(`/${product}`)) ?? product;

describe('on paper', () => {
  beforeAll(async () => {
    built = await builtContent();
  }, 300_000);

  test('every product of the bundled content is looked at', () => {
    expect(products.map(pathOf).toSorted()).toEqual(built.pdfs);
  });

  test.each(products)('%s has no page that an organiser would send back', async (product) => {
    expect(await flawsOf(built.read(pathOf(product)), rules[basename(product)] ?? documents)).toEqual([]);
  });

  // All products of one edition; drawing pages takes long, and what stands on them is set alike.
  test.each(products.filter((product) => product.startsWith('full-day/')))(
    '%s can be read when it is copied in grey',
    async (product) => {
      expect(await paleWords(painter, built.read(pathOf(product)), 2)).toEqual([]);
    },
  );
});

/** What this machine has, so that no doctored page breaks the rule of fonts but the one that is to. */
const plain: PageRules = { ...documents, fonts: /./ };

/** A page without furniture, with the margins of documents, and what is wrong with it. */
async function printed(body: string): Promise<Uint8Array> {
  const page = await painter.newPage();
  await page.setContent(`<!doctype html><html lang="en"><head><title>A page</title><style>
@page { size: a4; margin: 0 }
body { margin: 0; padding: 24mm 15mm 20mm 27mm; font: 11pt/1.4 sans-serif }
pre { font-family: monospace }
</style></head><body><h1>A page</h1><p>Words below it.</p>${body}</body></html>`);
  const bytes = await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true });
  await page.close();
  return bytes;
}

const kinds = (found: readonly Flaw[]) => [
  ...new Set(found.map(({ page, what }) => `${what} on page ${page}`)),
];

describe('of a page that is doctored', () => {
  test('nothing is said while it is whole', async () => {
    const bytes = await printed('<h2>More</h2><p>Words.</p><pre>code</pre>');
    expect(await flawsOf(bytes, plain)).toEqual([]);
    expect(await paleWords(painter, bytes, 1)).toEqual([]);
  });

  const broken: readonly {
    readonly what: Flaw['what'];
    readonly body: string;
    readonly rules?: PageRules;
    readonly page?: number;
  }[] = [
    {
      what: 'heading-at-foot',
      body: '<h2 style="position: absolute; top: 255mm">Alone</h2><p style="break-before: page; padding-top: 24mm">Words.</p>',
    },
    { what: 'outside', body: '<p style="position: absolute; top: 60mm; left: 9mm">Left of it.</p>' },
    { what: 'cut-code', body: '<pre style="position: absolute; top: 60mm; right: 10mm">docker run</pre>' },
    {
      what: 'near-edge',
      body: '<p style="position: absolute; top: 60mm; left: 3mm">At the edge.</p>',
      rules: { ...plain, live: { left: 0, right: 0, top: 0, bottom: 0 } },
    },
    { what: 'empty', body: '<div style="break-before: page; height: 20mm"></div>', page: 2 },
    { what: 'small', body: '<p style="font-size: 6pt">Small words.</p>' },
    { what: 'strange-font', body: '<p>Words.</p>', rules: { ...plain, fonts: /Archivo/ } },
    { what: 'no-glyph', body: '<p>A \ufffd stands here.</p>' },
  ];
  test.each(broken)('$what is found, and nothing else', async ({ what, body, rules, page = 1 }) => {
    expect(kinds(await flawsOf(await printed(body), rules ?? plain))).toEqual([`${what} on page ${page}`]);
  });

  test('words that are pale in grey are found, and nothing else', async () => {
    // 5.3:1 for eyes, 2.5:1 in grey.
    const bytes = await printed(
      '<p style="color: #ff0000; background: #000000">Red on black.</p><p style="color: #595959">Dark.</p>',
    );
    expect(await flawsOf(bytes, plain)).toEqual([]);
    const found = await paleWords(painter, bytes, 1);
    expect(found.map(({ words }) => words)).toEqual([expect.stringContaining('Red on black.')]);
  });

  test('pictures of slides may have small type where they stand, and only there', async () => {
    const small = '<p style="font-size: 4pt">Small words.</p>';
    const bytes = await printed(small);
    expect(await flawsOf(bytes, { ...plain, pictures: (x) => x < points(95) })).toEqual([]);
    expect(kinds(await flawsOf(bytes, { ...plain, pictures: (x) => x > points(95) }))).toEqual([
      'small on page 1',
    ]);
  });
});
