import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LentBrowser } from '../../src/print/lend.js';
import { printPage } from '../../src/print/print-page.js';
import { readPdf } from '../support/pdf.js';
import { paperPage, sheets, testBrowser } from '../support/printing.js';

let browser: LentBrowser;
beforeAll(async () => {
  browser = await testBrowser();
});
afterAll(() => browser?.end());

const threeSlides = sheets([
  { id: 'start', html: '<h1>Schöne Größe</h1><p>See <a href="#übung 1">the exercise</a>.</p>' },
  { id: 'übung 1', html: '<h2>Übung</h2><p><a href="https://example.org/a?b=1">Read on</a></p>' },
  {
    id: 'table',
    html: '<h2>Table</h2><table><tr><th scope="col">Key</th></tr><tr><td>Value</td></tr></table>',
  },
]);

describe('a printed page', () => {
  test('has its pages, their size and their words', async () => {
    const { value, diagnostics } = await printPage(browser, paperPage(threeSlides, { pages: 3 }));
    expect(diagnostics).toEqual([]);
    expect(value?.pages).toBe(3);
    const pdf = await readPdf(value?.bytes ?? new Uint8Array());
    expect(pdf.pages.map(({ width, height }) => [width, height])).toEqual(Array(3).fill([960, 540]));
    expect(pdf.pages.map((page) => page.text)).toEqual([
      'Schöne Größe See the exercise.',
      'Übung Read on',
      'Table Key Value',
    ]);
  });

  test('says its title, authors, subject, keywords, language and maker', async () => {
    const { value } = await printPage(
      browser,
      paperPage(threeSlides, {
        pages: 3,
        title: 'Größe – “quoted” (1)',
        authors: ['Ann Ödegård', 'Bo'],
        subject: 'All about it',
        keywords: ['one', 'two'],
        lang: 'de-CH',
        date: '2026-03-12',
      }),
    );
    const pdf = await readPdf(value?.bytes ?? new Uint8Array());
    expect(pdf.information).toMatchObject({
      Title: 'Größe – “quoted” (1)',
      Author: 'Ann Ödegård, Bo',
      Subject: 'All about it',
      Keywords: 'one, two',
      Creator: expect.stringMatching(/^Deckhand \d+\.\d+\.\d+$/),
      Producer: expect.stringMatching(/Chrom\S*\/\d+\./),
      CreationDate: 'D:20260312000000Z',
      ModDate: 'D:20260312000000Z',
    });
    expect(pdf.lang).toBe('de-CH');
    expect(pdf.showsTitle).toBe(true);
  });

  test('has no date when the deck has none', async () => {
    const { value } = await printPage(browser, paperPage(threeSlides, { pages: 3 }));
    const pdf = await readPdf(value?.bytes ?? new Uint8Array());
    expect(pdf.information).not.toHaveProperty('CreationDate');
    expect(pdf.information).not.toHaveProperty('ModDate');
  });

  test('has bookmarks by section and slide that lead to their pages', async () => {
    const bookmarks = [
      { level: 2, title: 'Before any section', target: 'start' },
      { level: 1, title: 'Section – Größe', target: 'übung 1' },
      { level: 2, title: 'A slide', target: 'table' },
    ];
    const { value, diagnostics } = await printPage(browser, paperPage(threeSlides, { pages: 3, bookmarks }));
    expect(diagnostics).toEqual([]);
    const pdf = await readPdf(value?.bytes ?? new Uint8Array());
    expect(pdf.outline).toEqual([
      { title: 'Before any section', page: 1, children: [] },
      { title: 'Section – Größe', page: 2, children: [{ title: 'A slide', page: 3, children: [] }] },
    ]);
  });

  test('has links that lead to pages and to addresses', async () => {
    const { value } = await printPage(browser, paperPage(threeSlides, { pages: 3 }));
    const pdf = await readPdf(value?.bytes ?? new Uint8Array());
    expect(pdf.pages.map((page) => page.links)).toEqual([[2], ['https://example.org/a?b=1'], []]);
  });

  test('is tagged, with every font embedded', async () => {
    const { value } = await printPage(browser, paperPage(threeSlides, { pages: 3 }));
    const pdf = await readPdf(value?.bytes ?? new Uint8Array());
    expect(pdf.tagged).toBe(true);
    expect(pdf.pages[0]?.roles).toContain('H1');
    expect(pdf.pages[2]?.roles).toEqual(expect.arrayContaining(['H2', 'Table', 'TR', 'TH', 'TD']));
    const fonts = pdf.pages.flatMap((page) => page.fonts);
    expect(fonts.length).toBeGreaterThan(0);
    expect(fonts.filter((font) => !font.embedded || font.type3)).toEqual([]);
  });
});
