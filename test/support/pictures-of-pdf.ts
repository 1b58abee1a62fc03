import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { onTestFinished } from 'vitest';
import { packageRoot } from '../../src/package-root.js';
import type { Viewer } from './viewer.js';

/** How two pictures of one slide differ: 0 not at all, 1 as black from white. */
export interface Difference {
  /** Over all squares; see {@link comparePage}. */
  readonly mean: number;
  /** Where they differ most. */
  readonly worst: number;
}

/** A page that draws pages of PDFs with pdf.js, whose types the library keeps to itself. */
interface DrawingWindow {
  pdf: {
    numPages: number;
    getPage(number: number): Promise<{
      getViewport(options: { scale: number }): { width: number; height: number };
      render(options: unknown): { promise: Promise<void> };
    }>;
  };
}

const drawingPage = `<!doctype html><title>A PDF</title><script type="module">
import { getDocument, GlobalWorkerOptions } from '/pdf.min.mjs';
GlobalWorkerOptions.workerSrc = '/pdf.worker.min.mjs';
window.pdf = await getDocument('/it.pdf').promise;
</script>`;

/** Opens a page of this machine's own that has a PDF at hand and can draw it. */
export async function openPdf(browser: Viewer, pdf: Uint8Array): Promise<{ page: Page; pages: number }> {
  const library = join(packageRoot(), 'node_modules/pdfjs-dist/build');
  const server = createServer(async ({ url = '/' }, response) => {
    response.setHeader('Content-Type', extname(url) === '.mjs' ? 'text/javascript' : 'text/html');
    if (url === '/it.pdf') response.end(pdf);
    else if (/^\/pdf(\.worker)?\.min\.mjs$/.test(url)) response.end(await readFile(join(library, url)));
    else if (url === '/') response.end(drawingPage);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  await page.waitForFunction('window.pdf');
  const pages = await page.evaluate(() => (window as unknown as DrawingWindow).pdf.numPages);
  return { page, pages };
}

/**
 * Compares a picture with a page of the PDF at 96 dots an inch, square by square: both are averaged over squares of
 * `square` pixels first. That takes away what two painters of one outline never agree on, the grey along its edge, and
 * keeps what a reader would see: a word that is missing, a line that broke elsewhere, a colour.
 */
export async function comparePage(
  { page }: { page: Page },
  number: number,
  picture: Uint8Array,
  square = 8,
): Promise<Difference> {
  return page.evaluate(
    async (at, base64, size) => {
      const { pdf } = window as unknown as DrawingWindow;
      const image = new Image();
      image.src = `data:image/png;base64,${base64}`;
      await image.decode();
      const { naturalWidth: width, naturalHeight: height } = image;
      const sheet = await pdf.getPage(at);
      const viewport = sheet.getViewport({ scale: 96 / 72 });
      if (Math.abs(viewport.width - width) > 1 || Math.abs(viewport.height - height) > 1) {
        throw new Error(`Page ${at} is ${viewport.width}×${viewport.height}, the slide ${width}×${height}.`);
      }
      const [one, other] = [canvas(), canvas()];
      one.drawImage(image, 0, 0);
      await sheet.render({ canvas: other.canvas, canvasContext: other, viewport }).promise;
      const [left, right] = [averages(one), averages(other)];
      let sum = 0;
      let worst = 0;
      left.forEach((value, index) => {
        const difference = Math.abs(value - (right[index] ?? 0)) / 255;
        sum += difference;
        worst = Math.max(worst, difference);
      });
      return { mean: sum / left.length, worst };

      function canvas(): CanvasRenderingContext2D {
        const context = Object.assign(document.createElement('canvas'), { width, height }).getContext('2d');
        if (!context) throw new Error('There is no canvas.');
        return context;
      }

      /** Red, green and blue of each square in turn. */
      function averages(context: CanvasRenderingContext2D): number[] {
        const { data } = context.getImageData(0, 0, width, height);
        const columns = Math.floor(width / size);
        const sums = new Array<number>(columns * Math.floor(height / size) * 3).fill(0);
        for (let y = 0; y < Math.floor(height / size) * size; y++) {
          for (let x = 0; x < columns * size; x++) {
            const from = (y * width + x) * 4;
            const to = (Math.floor(y / size) * columns + Math.floor(x / size)) * 3;
            for (let channel = 0; channel < 3; channel++) {
              sums[to + channel] = (sums[to + channel] ?? 0) + (data[from + channel] ?? 0);
            }
          }
        }
        return sums.map((value) => value / (size * size));
      }
    },
    number,
    Buffer.from(picture).toString('base64'),
    square,
  );
}

/** A part of a page, in points from its lower left corner. */
export interface Part {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * How far what is painted in parts of a page stands out from its ground once colours have turned into grey, as PDF says: 30 % red,
 * 59 % green, 11 % blue. The ground is what most of a part has; 1 says that nothing is there.
 */
export async function contrastInGrey(
  { page }: { page: Page },
  number: number,
  parts: readonly Part[],
): Promise<readonly number[]> {
  return page.evaluate(
    async (at, all) => {
      const { pdf } = window as unknown as DrawingWindow;
      const sheet = await pdf.getPage(at);
      // Stems of small type are then a few pixels wide, and have their full colour in the middle.
      const scale = 4;
      const viewport = sheet.getViewport({ scale });
      const { width, height } = viewport;
      const context = Object.assign(document.createElement('canvas'), { width, height }).getContext('2d', {
        willReadFrequently: true,
      });
      if (!context) throw new Error('There is no canvas.');
      await sheet.render({ canvas: context.canvas, canvasContext: context, viewport }).promise;
      return all.map((part) => {
        const { data } = context.getImageData(
          Math.floor(part.x * scale),
          Math.floor(height - (part.y + part.height) * scale),
          Math.max(1, Math.ceil(part.width * scale)),
          Math.max(1, Math.ceil(part.height * scale)),
        );
        const shades = new Array<number>(256).fill(0);
        for (let from = 0; from < data.length; from += 4) {
          const [red = 0, green = 0, blue = 0] = data.subarray(from, from + 3);
          const shade = Math.round(0.3 * red + 0.59 * green + 0.11 * blue);
          shades[shade] = (shades[shade] ?? 0) + 1;
        }
        const ground = shades.indexOf(Math.max(...shades));
        // A few pixels are what a neighbour left there.
        const enough = Math.max(3, data.length / 4 / 400);
        return Math.max(...shades.map((count, shade) => (count < enough ? 1 : contrast(shade, ground))));
      });

      function contrast(one: number, other: number): number {
        const [dark = 0, light = 0] = [light255(one), light255(other)].sort((a, b) => a - b);
        return (light + 0.05) / (dark + 0.05);
      }

      function light255(shade: number): number {
        const part = shade / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      }
    },
    number,
    parts as Part[],
  );
}
