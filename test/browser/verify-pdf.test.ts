import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LentBrowser } from '../../src/print/lend.js';
import { printPage } from '../../src/print/print-page.js';
import { paperPage, sheets, testBrowser } from '../support/printing.js';

let browser: LentBrowser;
beforeAll(async () => {
  browser = await testBrowser();
});
afterAll(() => browser?.end());

const two = sheets([
  { id: 'a', html: 'One' },
  { id: 'b', html: 'Two' },
]);

describe('after printing', () => {
  test.for([1, 3])('another number of pages than the %d that were wanted is an error', async (pages) => {
    const { value, diagnostics } = await printPage(browser, paperPage(two, { pages }));
    expect(value).toBeNull();
    expect(diagnostics).toMatchObject([
      { code: 'print/page-count', severity: 'error', message: expect.stringContaining('2 pages') },
    ]);
  });

  test('more pages than wanted are right where words may run on, fewer are not', async () => {
    const more = await printPage(browser, paperPage(two, { pages: 1, mayGrow: true }));
    expect(more.value?.pages).toBe(2);
    const fewer = await printPage(browser, paperPage(two, { pages: 3, mayGrow: true }));
    expect(fewer.diagnostics).toMatchObject([{ code: 'print/page-count' }]);
  });

  test('a blank page is an error that names it', async () => {
    const html = sheets([
      { id: 'a', html: 'One' },
      { id: 'b', html: '<p style="opacity:0">Two</p>' },
    ]);
    const { value, diagnostics } = await printPage(browser, paperPage(html, { pages: 2 }));
    expect(value).toBeNull();
    expect(diagnostics).toMatchObject([
      {
        code: 'print/blank',
        severity: 'error',
        message: expect.stringContaining('Page 2 of the slides of `talk`'),
      },
    ]);
  });

  test('a page with a drawing and no words is not blank', async () => {
    const drawing = '<svg width="400" height="400"><circle cx="200" cy="200" r="150"/></svg>';
    const { value, diagnostics } = await printPage(browser, paperPage(sheets([{ id: 'a', html: drawing }])));
    expect(diagnostics).toEqual([]);
    expect(value?.pages).toBe(1);
  });

  test('a page with a drawing from a file and a foot that is not shown is not blank', async () => {
    const drawing = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><path d='M0 0h9v9'/></svg>";
    const html = `<img alt="" src="data:image/svg+xml,${encodeURIComponent(drawing)}"><p style="display:none">Foot</p>`;
    const { value, diagnostics } = await printPage(browser, paperPage(sheets([{ id: 'a', html }])));
    expect(diagnostics).toEqual([]);
    expect(value?.pages).toBe(1);
  });

  test('a page that the author left empty is not an error', async () => {
    const html = sheets([
      { id: 'a', html: 'One' },
      { id: 'b', html: '' },
    ]);
    const { value, diagnostics } = await printPage(browser, paperPage(html, { pages: 2 }));
    expect(diagnostics).toEqual([]);
    expect(value?.pages).toBe(2);
  });

  test('a bookmark that leads nowhere is an error that names it', async () => {
    const bookmarks = [{ level: 1, title: 'Lost', target: 'nowhere' }];
    const { value, diagnostics } = await printPage(browser, paperPage(two, { pages: 2, bookmarks }));
    expect(value).toBeNull();
    expect(diagnostics).toMatchObject([
      { code: 'print/lost-bookmark', message: expect.stringContaining('`Lost`') },
    ]);
  });

  test('a page that prints for ever is ended', async () => {
    const { value, diagnostics } = await printPage(
      browser,
      paperPage(two, { pages: 2 }),
      () => new Promise(() => {}),
      300,
    );
    expect(value).toBeNull();
    expect(diagnostics).toMatchObject([
      { code: 'print/timeout', message: expect.stringContaining('slides of `talk`') },
    ]);
  });

  test('a page that crashes the browser twice is an error, and the next one prints', async () => {
    const crash = async ({
      session,
    }: {
      session: { send: (method: 'Page.navigate', to: { url: string }) => unknown };
    }) => {
      await session.send('Page.navigate', { url: 'chrome://crash' });
      return [];
    };
    const { value, diagnostics } = await printPage(browser, paperPage(two, { pages: 2 }), crash as never);
    expect(value).toBeNull();
    expect(diagnostics).toMatchObject([{ code: 'print/crashed' }]);
    expect((await printPage(browser, paperPage(two, { pages: 2 }))).value?.pages).toBe(2);
  });
});
