import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { expect, test, vi } from 'vitest';
import { packageRoot } from '../../src/package-root.js';
import { deckhand } from '../support/deckhand.js';
import { comparePage, openPdf } from '../support/pictures-of-pdf.js';
import { type Viewer, viewer } from '../support/viewer.js';
import { workspace } from '../support/workspace.js';

// Whole builds and many pictures: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 180_000 });

/** What reveal.js calls `Reveal`, as far as it is used here. */
interface RevealWindow {
  Reveal: {
    getIndices(section: Element): { h: number; v: number };
    slide(h: number, v: number): void;
    availableFragments(): { next: boolean };
    nextFragment(): void;
  };
}

/**
 * How far a square of 8 by 8 pixels may be from itself. Screen and paper are drawn by one engine from one stylesheet,
 * and nearly all squares are the same to the bit; what is left, at most 0.05, is a curve that pdf.js paints its own
 * way. One letter that differs is 0.2 and more: the last test says so.
 */
const tolerance = 0.1;

test('the slides of the bundled talk look in slides.pdf as they do in the deck', async () => {
  const cwd = await workspace();
  await cp(join(packageRoot(), 'content/kubernetes-vs-docker'), join(cwd, 'talk'), { recursive: true });
  expect(await slidesThatDiffer(await built(cwd, 'talk', '--edition', 'talk'), 1280, 720)).toEqual([]);
});

test.each([
  ['4:3', 'light', 960, 720],
  ['16:9', 'dark', 1280, 720],
])('every layout and block does, at %s and %s', async (aspect, variant, width, height) => {
  const cwd = await workspace();
  await cp(join(packageRoot(), 'test/browser/specimen'), cwd, { recursive: true });
  const path = join(cwd, 'talk.md');
  const text = await readFile(path, 'utf8');
  await writeFile(path, text.replace('---\n', `---\naspect: "${aspect}"\nvariant: ${variant}\n`));
  expect(await slidesThatDiffer(await built(cwd, 'talk.md'), width, height)).toEqual([]);
});

test('a letter that differs is noticed', async () => {
  const slides = ['shut', 'shot'].map((word) => `## A slide\n\n- An item or two\n- The lid is ${word}\n`);
  const cwd = await workspace({ 'one.md': `---\ntitle: A talk\n---\n\n${slides.join('\n---\n\n')}` });
  const { deck, pdf } = await opened(await built(cwd, 'one.md'), 1280, 720);
  // All but the number in the foot is the same otherwise; it is made so, too.
  await deck.evaluate(() => {
    for (const number of document.querySelectorAll('.slide-number')) number.textContent = '1';
  });
  expect((await comparePage(pdf, 1, await picture(deck, 1))).worst).toBeLessThan(tolerance);
  expect((await comparePage(pdf, 1, await picture(deck, 2))).worst).toBeGreaterThan(2 * tolerance);
});

/** Builds one deck and returns its public folder. */
async function built(cwd: string, path: string, ...flags: readonly string[]): Promise<string> {
  const run = await deckhand(['build', path, '--product', 'deck,slides', ...flags], { cwd });
  expect(run.stderr).toBe('');
  expect(run.code).toBe(0);
  return join(cwd, 'dist/public', path.replace(/\.md$/, ''));
}

/** Slides that are not what their page is: number and how far they are from it. */
async function slidesThatDiffer(folder: string, width: number, height: number) {
  const { deck, pdf } = await opened(folder, width, height);
  const count = await deck.evaluate(() => document.querySelectorAll('.slides .slide').length);
  expect(count).toBeGreaterThan(15);
  expect(pdf.pages).toBe(count);
  const differing: { number: number; worst: number }[] = [];
  for (let number = 1; number <= count; number++) {
    const { worst } = await comparePage(pdf, number, await picture(deck, number));
    if (worst > tolerance) differing.push({ number, worst });
  }
  return differing;
}

async function opened(folder: string, width: number, height: number) {
  const browser = await viewer();
  const deck = await openDeck(browser, join(folder, 'index.html'), width, height);
  const pdf = await openPdf(browser, await readFile(join(folder, 'slides.pdf')));
  return { deck, pdf };
}

/** Opens a deck from disk in a window of its own size: nothing is scaled. Its tools are no part of a slide. */
async function openDeck(browser: Viewer, path: string, width: number, height: number): Promise<Page> {
  const page = await browser.newPage();
  await page.setViewport({ width, height });
  await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
  await page.goto(`file://${path}`);
  await page.waitForFunction('Reveal.isReady()');
  // Shown while the mouse moves, which a browser may well say of itself when a page opens.
  await page.addStyleTag({ content: '.controls, .progress, .deck-links { display: none !important }' });
  return page;
}

/**
 * A slide after its last click, with nothing folded but what paper folds too, and its countdowns the minutes they are on
 * paper: it can be neither clicked nor unfolded.
 */
async function picture(deck: Page, number: number): Promise<Uint8Array> {
  await deck.evaluate(async (index) => {
    const { Reveal } = window as unknown as RevealWindow;
    const section = document.querySelectorAll('.slides .slide')[index]?.closest('section');
    if (!section) throw new Error('There is no such slide.');
    const { h, v } = Reveal.getIndices(section);
    Reveal.slide(h, v);
    while (Reveal.availableFragments().next) Reveal.nextFragment();
    for (const details of section.querySelectorAll<HTMLDetailsElement>('details:not(.lab-part, .expected)'))
      details.open = true;
    for (const place of section.querySelectorAll<HTMLElement>('.countdown')) {
      const number = document.createElement('b');
      number.textContent = String(Number(place.dataset.countdown) / 60);
      place.replaceChildren(number, ' min');
    }
    for (const summary of section.querySelectorAll('summary')) summary.style.listStyle = 'none';
    await document.fonts.ready;
    await Promise.all([...section.querySelectorAll('img')].map((image) => image.decode()));
  }, number - 1);
  return deck.screenshot({ optimizeForSpeed: true });
}
