import type { Page } from 'puppeteer-core';
import { handoutPage } from '../../src/render/products/handout-page.js';
import { prepare } from './prepared.js';
import { onDisk, viewer } from './viewer.js';

/** The handout of a Markdown text as a page that can be measured, laid out for print. */
export async function drawnOnPaper(
  markdown: string,
  files: Record<string, string | Uint8Array> = {},
): Promise<Page> {
  const { rendered } = await prepare({ 'talk.md': markdown, ...files });
  const page = await (await viewer()).newPage();
  await page.emulateMediaType('print');
  await page.goto(await onDisk(handoutPage(rendered(), null)));
  return page;
}
