import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LentBrowser } from '../../src/print/lend.js';
import { openPage } from '../../src/print/open-page.js';
import type { FlowPlaces } from '../../src/print/print-flow.js';
import { printFlow } from '../../src/print/print-flow.js';
import { printPage } from '../../src/print/print-page.js';
import { paperPage, testBrowser } from '../support/printing.js';

let browser: LentBrowser;
beforeAll(async () => {
  browser = await testBrowser();
});
afterAll(() => browser?.end());

/** A book of chapters of so many pages, each named with its page in the contents on the first one. */
function book(lengths: readonly number[]) {
  const contents = lengths.map((_, at) => `<li>Chapter ${at} <span data-page-of="c${at}"></span></li>`);
  const chapters = lengths.map((length, at) => {
    const pages = Array.from({ length }, (_, page) => `<p class="page">Page ${page} of chapter ${at}</p>`);
    return `<section class="chapter" id="c${at}"><h2>Chapter ${at}</h2>${pages.join('')}</section>`;
  });
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A book</title><style>
@page { size: 400px 300px; margin: 20px }
.chapter, .blank-page, .page + .page { break-before: page }
</style></head><body><h1>A book</h1><ol>${contents.join('')}</ol>${chapters.join('')}</body></html>`;
  return paperPage(html, {
    width: 400,
    height: 300,
    mayGrow: true,
    flow: { recto: true },
    bookmarks: lengths.map((_, at) => ({ title: `Chapter ${at}`, target: `c${at}`, level: 1 })),
  });
}

/** Prints a book, and counts how often the browser does it. */
async function printed(lengths: readonly number[], guess: FlowPlaces | null) {
  const page = book(lengths);
  return browser.withPage(30_000, async ({ session }) => {
    const open = await openPage(session, page);
    let prints = 0;
    const counting = {
      ...open,
      session: new Proxy(open.session, {
        get(target, key) {
          if (key !== 'send') return Reflect.get(target, key);
          return (...given: Parameters<typeof target.send>) => {
            if (given[0] === 'Page.printToPDF') prints++;
            return target.send(...given);
          };
        },
      }),
    };
    if (page.paper === null) throw new Error('It is for paper.');
    const flow = await printFlow(counting, page.paper, guess);
    return { prints, places: flow?.places };
  });
}

async function bytesOf(lengths: readonly number[], guess: FlowPlaces | null): Promise<string> {
  const { value, diagnostics } = await printPage(browser, book(lengths), undefined, undefined, guess);
  expect(diagnostics).toEqual([]);
  return Buffer.from(value?.bytes ?? []).toString('latin1');
}

describe('a book is printed twice, since its numbers are only known afterwards', () => {
  test('and its chapters start on right-hand pages', async () => {
    const { prints, places } = await printed([2, 1, 3], null);
    expect(prints).toBe(2);
    expect(places).toEqual({
      pages: expect.arrayContaining([
        ['c0', 2],
        ['c1', 4],
        ['c2', 6],
      ]),
      blank: [1, 5],
    });
  });

  test('but once where everything stands as it did the last time, and is the same to the byte', async () => {
    const { places = null } = await printed([2, 1, 3], null);
    expect(await printed([2, 1, 3], places)).toEqual({ prints: 1, places });
    expect(await bytesOf([2, 1, 3], places)).toBe(await bytesOf([2, 1, 3], null));
  });

  test.each([
    ['a chapter is longer', [2, 2, 3, 1], 2],
    ['a chapter is so much longer that a blank page goes', [2, 1, 4, 1], 2],
    ['a chapter is new', [2, 1, 1, 3, 1], 2],
    ['a chapter is gone', [2, 3, 1], 2],
  ])('and twice where %s', async (_, lengths, times) => {
    const { places: before = null } = await printed([2, 1, 3, 1], null);
    const { places } = await printed(lengths, null);
    expect(await printed(lengths, before)).toEqual({ prints: times, places });
    expect(await bytesOf(lengths, before)).toBe(await bytesOf(lengths, null));
  });

  test.each<[string, FlowPlaces]>([
    ['nothing', { pages: [], blank: [] }],
    ['pages that are not', { pages: [['c0', 7000]], blank: [0, 1, 2, 3, 4, 5, 6] }],
    [
      'other things',
      {
        pages: [
          ['x', 1],
          ['c1', 1],
        ],
        blank: [1],
      },
    ],
  ])('whatever it is told of the last time: %s', async (_, nonsense) => {
    expect(await bytesOf([2, 1, 3], nonsense)).toBe(await bytesOf([2, 1, 3], null));
  });
});
