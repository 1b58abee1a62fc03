import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { measure } from '../../src/measure/measure.js';
import { findOverflow, type Overflow } from '../../src/measure/overflow.js';
import type { LentBrowser } from '../../src/print/lend.js';
import { openPage } from '../../src/print/open-page.js';
import { printPage } from '../../src/print/print-page.js';
import type { RenderedPage } from '../../src/render/page.js';
import { paperPage, sheets, testBrowser } from '../support/printing.js';

let browser: LentBrowser;
beforeAll(async () => {
  browser = await testBrowser();
});
afterAll(() => browser?.end());

/** A slide of 1280 x 720 as themes lay it out: a main part that fills the padding, a footer below it. */
const theme = `<style>
.slide { line-height: 1 }
.slide-main { display: flex; flex-direction: column; height: 100% }
.slide-body { flex: 1 1 0; min-height: 0 }
.slide-foot { position: absolute; left: 72px; right: 72px; bottom: 16px; font-size: 20px }
.centered .slide-main { justify-content: center } .centered .slide-body { flex: none }
pre { margin: 0; font: 20px/1.5 monospace; overflow: hidden }
p { margin: 0 }
</style>`;
const slide = (body: string, name = '') =>
  `<div class="slide-main ${name}"><h2 style="margin:0;font-size:40px">Title</h2><div class="slide-body">${body}</div></div><footer class="slide-foot">Talk <span>7</span></footer>`;
const block = (width: number, height: number) =>
  `<svg role="img" aria-label="x" width="${width}" height="${height}" style="display:block"></svg>`;
const pageOf = (...bodies: string[]): RenderedPage =>
  paperPage(
    sheets(
      bodies.map((html, index) => ({ id: `s${index + 1}`, html })),
      theme,
    ),
    {
      pages: bodies.length,
      places: new Map(
        bodies.map((_, index) => [`s${index + 1}`, { file: 'deck.md', start: index, end: index + 1 }]),
      ),
    },
  );

async function overflowOf(html: string): Promise<Overflow | undefined> {
  const page = pageOf(html);
  const found = await browser.withPage(20_000, async ({ session }) =>
    (await openPage(session, page)).evaluate(findOverflow),
  );
  return found[0];
}

async function measured(page: RenderedPage): Promise<readonly Diagnostic[]> {
  return browser.withPage(20_000, async ({ session }) => measure(await openPage(session, page), page));
}

describe('overflow', () => {
  // The title takes 40 of the 576 pixels between the paddings; the footer's text begins at 684.
  test('is not seen where everything fits, up to the last pixel', async () => {
    expect(await overflowOf(slide(block(1136, 536)))).toBeUndefined();
    expect(await overflowOf(slide('<p>Words</p><ul><li>and <code>more</code></li></ul>'))).toBeUndefined();
    expect(await overflowOf(slide('<pre>short\ncode</pre>'))).toBeUndefined();
  });

  test('is forgiven where there is still room before the footer', async () => {
    expect(await overflowOf(slide(block(600, 560)))).toBeUndefined();
  });

  test('is measured from the slide’s edge where nothing of the footer is in the way', async () => {
    const over = await overflowOf(
      `<div class="slide-main"><div class="slide-body">${block(600, 700)}</div></div>`,
    );
    expect(over).toMatchObject({ id: 's1', top: 0, right: 0, bottom: 52, left: 0, inside: null });
  });

  test('is measured from the footer where it runs into that', async () => {
    const over = await overflowOf(slide(block(600, 592)));
    expect(over?.bottom).toBeGreaterThanOrEqual(18);
    expect(over?.bottom).toBeLessThanOrEqual(24);
  });

  test('is seen of words that have run past the footer, where none stand on it', async () => {
    const past = '<div style="height:592px"></div><p style="margin-left:400px;font-size:14px">Beyond</p>';
    const over = await overflowOf(slide(past));
    expect(over).toMatchObject({ inside: null, right: 0 });
    expect(over?.bottom).toBeGreaterThanOrEqual(18);
    expect(over?.bottom).toBeLessThanOrEqual(40);
    // What is put there by hand is meant to stand there.
    const corner = 'position:absolute;bottom:4px;left:500px';
    expect(await overflowOf(slide(`<p>Fits</p><p style="${corner}">Corner</p>`))).toBeUndefined();
  });

  test('is seen of boxes that are drawn, such as rows of a table, and not of their words alone', async () => {
    const row = '<tr><td style="height:100px;vertical-align:top">Words</td></tr>';
    const table = `<table style="border-collapse:collapse">${row.repeat(6)}</table>`;
    expect(await overflowOf(slide(table))).toMatchObject({ right: 0, inside: null });
    expect(await overflowOf(slide(table.replace(row, '')))).toBeUndefined();
  });

  test('is seen of a table that runs out of its column, into the margin or the next one', async () => {
    const columns = (width: number) =>
      `<div style="display:flex"><div style="width:400px"><table style="border-collapse:collapse;width:${width}px"><tr><td>Words</td></tr></table></div><p>Next</p></div>`;
    expect(await overflowOf(slide(columns(400)))).toBeUndefined();
    expect(await overflowOf(slide(columns(460)))).toMatchObject({ right: 60, bottom: 0, inside: null });
  });

  test('is seen at the right, of words as well as of pictures', async () => {
    expect(await overflowOf(slide(block(1300, 100)))).toMatchObject({ right: 92, bottom: 0 });
    const word = await overflowOf(slide(`<p style="white-space:nowrap">${'word '.repeat(120)}</p>`));
    expect(word?.right).toBeGreaterThan(100);
  });

  test('is seen at the top of what is centred or stands at the bottom', async () => {
    const centred = await overflowOf(
      `<div class="slide-main" style="justify-content:center"><div class="slide-body" style="flex:none">${block(600, 776)}</div></div>`,
    );
    expect(centred).toMatchObject({ top: 28, bottom: 28 });
    const low = await overflowOf(
      `<div class="slide-main" style="justify-content:flex-end"><div class="slide-body" style="flex:none">${block(600, 700)}</div></div>`,
    );
    expect(low).toMatchObject({ top: 52, bottom: 0 });
  });

  test('is seen where a box cuts it off, and the box is named', async () => {
    const code = await overflowOf(slide(`<pre style="width:400px">${'x'.repeat(60)}</pre>`));
    expect(code).toMatchObject({ inside: 'code', bottom: 0 });
    expect(code?.right).toBeGreaterThan(100);
    const low = await overflowOf(slide(`<pre style="height:60px">one\ntwo\nthree\nfour</pre>`));
    expect(low).toMatchObject({ inside: 'code', right: 0 });
    expect(low?.bottom).toBeGreaterThan(40);
    const box = await overflowOf(slide(`<div style="height:100px;overflow:hidden">${block(50, 130)}</div>`));
    expect(box).toMatchObject({ inside: 'box', bottom: 30 });
  });

  test('is seen of code that runs over the edge of its panel, onto what follows', async () => {
    const code = (height: number) =>
      overflowOf(
        slide(`<pre style="height:${height}px;overflow:visible">${'a\n'.repeat(4)}</pre><p>What follows</p>`),
      );
    expect(await code(120)).toBeUndefined();
    expect(await code(100)).toMatchObject({ bottom: expect.closeTo(17, -1), inside: 'code' });
  });

  test('is not seen in what is not shown', async () => {
    const hidden = `<details><summary>More</summary>${block(600, 3000)}</details><div style="display:none">${block(600, 3000)}</div>`;
    expect(await overflowOf(slide(hidden))).toBeUndefined();
  });

  test('is said at the place of each slide, in whole pixels, while the page is printed', async () => {
    const page = pageOf(slide('<p>Fits</p>'), slide(block(1300, 592)), slide('<p>Fits</p>'));
    const { value, diagnostics } = await printPage(browser, page, measure);
    expect(value?.pages).toBe(3);
    expect(diagnostics).toMatchObject([
      {
        code: 'slide/overflow',
        severity: 'warning',
        span: { file: 'deck.md', start: 1 },
        message: expect.stringMatching(
          /^The slide’s content does not fit: \d+ px at the bottom and 92 px at the right too much\.$/,
        ),
      },
    ]);
  });

  test('is the same, to the pixel, where thumbnails are zoomed', async () => {
    const page = pageOf(slide(`${block(1300, 100)}<p>${'Some words to fill it. '.repeat(90)}</p>`));
    const html = page.html.replace('</head>', '<style>.sheet > .slide { zoom: 0.2587 }</style></head>');
    const found = await measured(page);
    expect(found).toHaveLength(1);
    expect(await measured({ ...page, html })).toEqual(found);
  });
});

describe('pictures', () => {
  const place = new Map([['s1', { file: 'deck.md', start: 3, end: 9 }]]);
  const withPicture = (bytes: Uint8Array, path: string) =>
    paperPage(
      sheets([{ id: 's1', html: `<img src="${path}" alt="A harbour">` }]),
      { places: place },
      { assets: [{ path: `public/talk/${path}`, bytes }] },
    );

  test('that the browser cannot show are an error at the slide', async () => {
    const png = Buffer.from('89504e470d0a1a0a0000000d494844520000000100000001', 'hex');
    expect(await measured(withPicture(png, 'a.png'))).toMatchObject([
      {
        code: 'image/not-shown',
        severity: 'error',
        span: place.get('s1'),
        message: expect.stringContaining('`A harbour`'),
      },
    ]);
  });

  test('without a size of their own are fine', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><circle r="5"/></svg>';
    expect(await measured(withPicture(Buffer.from(svg), 'a.svg'))).toEqual([]);
  });
});

describe('type in handouts', () => {
  const handout = (perPage: number, pixels: readonly number[]) => {
    const slides = pixels.map((size, index) => ({
      id: `s${index + 1}`,
      html: `<p style="font-size:60px">Large</p><p style="font-size:${size}px">Small</p><footer class="slide-foot" style="font-size:9px">foot</footer>`,
    }));
    const html = sheets(slides)
      .replace('<body>', `<body class="handout paper-a4 up-${perPage}">`)
      .replace('</head>', '<style>.slide { zoom: 0.2 }</style></head>');
    const places = new Map(
      slides.map(({ id }, index) => [id, { file: 'deck.md', start: index, end: index + 1 }]),
    );
    return paperPage(html, { places, pages: pixels.length }, { product: 'handout' });
  };

  test('that can be read is not mentioned, and furniture does not count', async () => {
    expect(await measured(handout(2, [30]))).toEqual([]);
  });

  test('that is too small is one warning at the worst slide, with the layout that would do', async () => {
    const found = await measured(handout(9, [40, 24, 28]));
    expect(found).toMatchObject([
      {
        code: 'handout/small-type',
        severity: 'warning',
        span: { start: 1 },
        message: expect.stringMatching(
          /^With 9 slides a page the smallest type of this slide is \d\.\d pt .*, as on 2 other slides;/,
        ),
        hint: expect.stringMatching(/^`handout: { slides: [1234] }` /),
      },
    ]);
  });

  test('that no layout makes large enough is said, too', async () => {
    expect((await measured(handout(1, [4])))[0]?.hint).toContain('even alone on a page');
  });
});
