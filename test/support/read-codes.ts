import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { packageRoot } from '../../src/package-root.js';

interface ReadingWindow {
  jsQR(pixels: Uint8ClampedArray, width: number, height: number): { data: string } | null;
  pdf: {
    getPage(number: number): Promise<{
      getViewport(options: { scale: number }): { width: number; height: number };
      render(options: unknown): { promise: Promise<void> };
    }>;
  };
}

const library = join(packageRoot(), 'node_modules/jsqr/dist/jsQR.js');

/** Reads the QR code in a picture, as a phone would: from its pixels. Null where there is none that can be read. */
export async function readCode(page: Page, png: Uint8Array): Promise<string | null> {
  await page.addScriptTag({ path: library });
  return page.evaluate(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.naturalWidth;
    canvas.height = image.naturalHeight;
    const context = canvas.getContext('2d') as CanvasRenderingContext2D;
    context.drawImage(image, 0, 0);
    const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
    return (window as unknown as ReadingWindow).jsQR(data, width, height)?.data ?? null;
  }, Buffer.from(png).toString('base64'));
}

/** Reads the QR code on a page (from 1) of the PDF that `openPdf` has opened, at 192 dots an inch. */
export async function readPdfCode(page: Page, number: number): Promise<string | null> {
  await page.addScriptTag({ path: library });
  return page.evaluate(async (wanted) => {
    const { pdf, jsQR } = window as unknown as ReadingWindow;
    const sheet = await pdf.getPage(wanted);
    const viewport = sheet.getViewport({ scale: 192 / 72 });
    const canvas = document.createElement('canvas');
    canvas.width = Math.ceil(viewport.width);
    canvas.height = Math.ceil(viewport.height);
    const context = canvas.getContext('2d') as CanvasRenderingContext2D;
    await sheet.render({ canvas, canvasContext: context, viewport }).promise;
    const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
    return jsQR(data, width, height)?.data ?? null;
  }, number);
}
