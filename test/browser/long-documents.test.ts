import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chunkLength, longDocument, longestChunk } from '../../src/print/chunks.js';
import type { LentBrowser } from '../../src/print/lend.js';
import { printPage } from '../../src/print/print-page.js';
import { type ReadPdf, readPdf } from '../support/pdf.js';
import { brokenRules } from '../support/pdf-ua.js';
import { paperPage, sheets, testBrowser } from '../support/printing.js';

/** Long enough for two chunks, of which the last is not full. */
const count = longDocument + 33;
const second = chunkLength(count) + 1;
const pixel =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

const slides = Array.from({ length: count }, (_, index) => ({
  id: `s${index + 1}`,
  html: `${index === 0 ? '<h1>Many slides</h1>' : ''}<h2>Slide ${index + 1}</h2>
<p><a href="#s${count - index}">The counterpart</a> and <a href="https://example.org/${index + 1}">a site</a></p>
<table><tr><th scope="col" id="head${index}">Key ${index + 1}</th></tr><tr><td headers="head${index}">Value</td></tr></table>
<img src="${pixel}" width="40" height="40" alt="A dot">
<p style="opacity: .5">Half <b>transparent</b></p>`,
}));
const furniture = `<style>
@page { margin: 0 0 60px; @bottom-right { content: "Page " counter(page) " of " counter(pages); font: 20px sans-serif } }
@page odd { @bottom-left { content: "odd" } }
.slide { height: 660px } .sheet:nth-child(odd) { page: odd }
.sheet:first-child h2::before { content: "First: " } .sheet:nth-child(${second}) h2::before { content: "Nth: " }
</style>`;

let browser: LentBrowser;
let pdf: ReadPdf;
let bytes: Uint8Array;
beforeAll(async () => {
  browser = await testBrowser();
  const page = paperPage(sheets(slides, furniture), {
    pages: count,
    bookmarks: slides.map(({ id }, index) => ({ level: index % 10 === 0 ? 1 : 2, title: id, target: id })),
  });
  const { value, diagnostics } = await printPage(browser, page);
  expect(diagnostics).toEqual([]);
  bytes = value?.bytes ?? new Uint8Array();
  pdf = await readPdf(bytes);
});
afterAll(() => browser?.end());

describe('a document that is printed in chunks', () => {
  test('has every page once, in order, with its own words and picture', () => {
    expect(pdf.pages).toHaveLength(count);
    pdf.pages.forEach((page, index) => {
      expect(page.text).toContain(`Slide ${index + 1} The counterpart`);
      expect(page.text).toContain(`Key ${index + 1} Value`);
      expect(page.pictures).toBe(1);
    });
  });

  test('numbers its pages through and knows how many there are', () => {
    pdf.pages.forEach((page, index) => {
      expect(page.text).toContain(`Page ${index + 1} of ${count}`);
      expect(page.text.includes('odd')).toBe(index % 2 === 0);
    });
  });

  test('keeps what rules say of first and nth sheets', () => {
    const marked = pdf.pages.flatMap((page, index) => (/First:|Nth:/.test(page.text) ? [index + 1] : []));
    expect(marked).toEqual([1, second]);
  });

  test('has links that lead across chunks', () => {
    pdf.pages.forEach((page, index) => {
      expect(page.links).toEqual([count - index, `https://example.org/${index + 1}`]);
    });
  });

  test('has bookmarks that lead to all its pages', () => {
    const flat = pdf.outline.flatMap((item) => [item, ...item.children]);
    expect(flat.map(({ title, page }) => [title, page])).toEqual(
      slides.map(({ id }, index) => [id, index + 1]),
    );
  });

  test('keeps the tags of every page', () => {
    for (const page of pdf.pages) {
      expect(page.roles).toEqual(expect.arrayContaining(['H2', 'P', 'Link', 'Table', 'TH', 'TD', 'Figure']));
    }
  });

  test('follows PDF/UA-1', async () => {
    expect(await brokenRules(bytes)).toEqual([]);
  });

  test('names each table head once, and cells name theirs', () => {
    const text = Buffer.from(bytes).toString('latin1');
    const ids = [...text.matchAll(/\/ID \((head\d+)\)/g)].map((match) => match[1]);
    const headers = [...text.matchAll(/\/Headers \[ \((head\d+)\) \]/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(count);
    expect(ids).toHaveLength(count);
    expect(headers).toEqual(ids);
  });
});

test('chunks are as long as each other, two at least, and none is too long', () => {
  const chunks = (pages: number) => [chunkLength(pages), Math.ceil(pages / chunkLength(pages))];
  expect(chunks(longDocument)).toEqual([longDocument / 2, 2]);
  expect(chunks(2 * longestChunk)).toEqual([longestChunk, 2]);
  expect(chunks(2 * longestChunk + 1)).toEqual([67, 3]);
});

test('a third chunk is joined as well', async () => {
  const count = 2 * longestChunk + 1;
  const plain = Array.from({ length: count }, (_, index) => ({
    id: `s${index}`,
    html: `<h2>Slide ${index}</h2><p style="opacity: .5">Half transparent</p>`,
  }));
  const { value, diagnostics } = await printPage(browser, paperPage(sheets(plain), { pages: count }));
  expect(diagnostics).toEqual([]);
  const read = await readPdf(value?.bytes ?? new Uint8Array());
  expect(read.pages.map((page) => page.text.trim())).toEqual(
    plain.map((_, index) => `Slide ${index}Half transparent`),
  );
  expect(await brokenRules(value?.bytes ?? new Uint8Array())).toEqual([]);
});

test('of a document that is printed in chunks blank pages are told from those that are empty', async () => {
  const html = sheets(
    Array.from({ length: longDocument + 10 }, (_, index) => ({
      id: `s${index}`,
      html: index === 2 ? '' : index % 30 === 4 ? '<p style="opacity: 0">Unseen</p>' : 'Words',
    })),
  );
  const { diagnostics } = await printPage(browser, paperPage(html, { pages: longDocument + 10 }));
  expect(diagnostics).toMatchObject([
    { code: 'print/blank', message: expect.stringMatching(/^Pages 5, 35, 65 of the slides of `talk`/) },
  ]);
});
