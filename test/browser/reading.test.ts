import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packageRoot } from '../../src/package-root.js';
import { violations } from '../support/axe.js';
import { deckhand } from '../support/deckhand.js';
import { launchViewer } from '../support/viewer.js';

/** What may be wider than a phone, and links to slides in every spelling. */
const more = `
---

## Wide things {#wide}

| Donaudampfschifffahrtsgesellschaft | Second | Third | Fourth | Fifth |
|---|---|---|---|---|
| Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft | b | c | d | e |

\`Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft\`

https://example.org/a/very/long/address/that/has/no/blank/in/it/and/goes/on/and/on/and/on/for/ever

$$\\int_0^1 a + b + c + d + e + f + g + h + i + j + k + l + m + n + o + p + q + r + s + t + u + v\\,dx$$

<div style="position: absolute; left: 900px; width: 1200px; height: 20px">An author's own box</div>

---

## Links {#links}

[by its name](#wide), [as reveal.js writes it](#/wide), [by its number](#/0) and [down a stack](#/1/0)
`;

let home: string;
let folder: string;
let browser: Browser;
beforeAll(async () => {
  home = realpathSync(mkdtempSync(join(tmpdir(), 'deckhand-reading-')));
  await cp(join(packageRoot(), 'test/browser/specimen'), join(home, 'content'), { recursive: true });
  const path = join(home, 'content/talk.md');
  await writeFile(path, `${await readFile(path, 'utf8')}${more}`);
  const run = await deckhand(['build', 'content', '--product', 'deck'], { cwd: home });
  expect(run).toMatchObject({ code: 0 });
  folder = join(home, 'dist/public/talk');
  browser = await launchViewer();
});
afterAll(async () => {
  await browser?.close();
  rmSync(home, { recursive: true, force: true });
});

/** Opens the page as a browser without scripts and without a network does. */
async function open(file: string, width = 1280): Promise<{ page: Page; requests: string[] }> {
  const page = await browser.newPage();
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.setJavaScriptEnabled(false);
  await page.setOfflineMode(true);
  await page.setViewport({ width, height: 800 });
  await page.goto(`file://${file}`);
  return { page, requests };
}

const reading = (width?: number) => open(join(folder, 'reading.html'), width);

describe('the reading view', () => {
  test.each([320, 768, 1280])('is nowhere wider than a window of %i px', async (width) => {
    const { page } = await reading(width);
    const wide = await page.evaluate(() => {
      const scrolls = (one: Element) =>
        one.parentElement !== null &&
        (/auto|scroll/.test(getComputedStyle(one).overflowX) || scrollsAbove(one.parentElement));
      function scrollsAbove(one: Element): boolean {
        return scrolls(one);
      }
      return [...document.querySelectorAll('body *')]
        .filter((one) => one.getBoundingClientRect().right > window.innerWidth + 1 && !scrolls(one))
        .map((one) => one.outerHTML.slice(0, 100));
    });
    expect(wide).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  });

  test('has every slide of the deck, in order, with all that its steps show', async () => {
    const { page } = await reading();
    const ids = await page.$$eval('.part, .reading-head', (all) => all.map((one) => one.id));
    const deck = await readFile(join(folder, 'index.html'), 'utf8');
    const slides = [...deck.matchAll(/<section id="([^"]+)"/g)].map(([, id]) => id);
    expect(slides.length).toBeGreaterThan(20);
    expect(ids).toEqual(slides);
    const hidden = await page.$$eval('.part :is(p, li, h2, h3, h4, td, pre, figcaption)', (all) =>
      all
        .filter((one) => !one.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
        .filter((one) => one.closest('details') === null)
        .map((one) => one.outerHTML.slice(0, 80)),
    );
    expect(hidden).toEqual([]);
  });

  test('is what a browser without scripts gets in the place of the deck', async () => {
    const { page } = await open(join(folder, 'index.html'));
    await page.waitForSelector('.reading');
    expect(page.url()).toBe(`file://${join(folder, 'reading.html')}`);
  });

  test('asks for nothing beyond its folder, and runs no script', async () => {
    const { page, requests } = await reading();
    expect(requests.length).toBeGreaterThan(3);
    expect(
      requests.filter((url) => !url.startsWith(`file://${folder}/`) && !url.startsWith('data:')),
    ).toEqual([]);
    expect(await page.$$eval('script', (all) => all.length)).toBe(0);
  });

  test('has one h1, and skips no level', async () => {
    const { page } = await reading();
    const levels = await page.$$eval('h1, h2, h3, h4, h5, h6', (all) =>
      all.map((one) => Number(one.tagName[1])),
    );
    expect(levels.filter((level) => level === 1)).toEqual([1]);
    expect(levels[0]).toBe(1);
    expect(levels.filter((level, index) => level > (levels[index - 1] ?? 1) + 1)).toEqual([]);
  });

  test('leads to places that are there, and from its numbers to slides of the deck', async () => {
    const { page } = await reading();
    const lost = await page.$$eval('a[href^="#"]', (all) =>
      all
        .map((one) => decodeURIComponent(one.getAttribute('href')?.slice(1) ?? ''))
        .filter((id) => document.getElementById(id) === null),
    );
    expect(lost).toEqual([]);
    const links = await page.$$eval('#links p a', (all) => all.map((one) => one.getAttribute('href')));
    const ids = await page.$$eval('.part, .reading-head', (all) => all.map((one) => one.id));
    expect(links).toEqual(['#wide', '#wide', `#${ids[0]}`, `#${ids[1]}`]);
    expect(await page.$eval('#wide .part-number', (one) => one.getAttribute('href'))).toBe(
      'index.html#/wide',
    );
  });

  test('is reached from the deck by keyboard, and from the shelf', async () => {
    const deck = await browser.newPage();
    await deck.goto(`file://${join(folder, 'index.html')}`);
    await deck.waitForSelector('.reveal.ready');
    await deck.keyboard.press('Tab');
    expect(await deck.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('reading.html');
    await deck.waitForFunction(
      () => getComputedStyle(document.querySelector('.deck-links') as Element).opacity === '1',
    );
    const shelf = await open(join(home, 'dist/public/index.html'));
    expect(await shelf.page.$$eval('a', (all) => all.map((one) => one.getAttribute('href')))).toContain(
      'talk/reading.html',
    );
  });

  test('begins with a link that skips to the text', async () => {
    const { page } = await reading(320);
    await page.keyboard.press('Tab');
    const skip = await page.evaluate(() => {
      const at = document.activeElement;
      return [at?.getAttribute('href'), at && getComputedStyle(at).clipPath];
    });
    expect(skip).toEqual(['#reading-text', 'none']);
    expect(await page.$eval('#reading-text', (one) => one.tagName)).toBe('MAIN');
  });

  test('has lines of some 60 to 75 letters', async () => {
    const { page } = await reading(1280);
    await page.evaluate(() => {
      const line = document.createElement('p');
      line.id = 'line';
      const words = document.createElement('span');
      words.style.whiteSpace = 'nowrap';
      words.textContent =
        'The harbour master counts the boxes twice before the ship may leave the pier at high tide.';
      line.append(words);
      document.querySelector('.part')?.append(line);
    });
    // Both the line's limit and its words change when the letters are there: they are measured together.
    const letters = () =>
      page.$eval('#line', (line) => {
        const words = line.firstElementChild as Element;
        const widest = Number.parseFloat(getComputedStyle(line).maxWidth);
        return (widest / words.getBoundingClientRect().width) * (words.textContent?.length ?? 0);
      });
    await expect.poll(letters).toBeLessThan(76);
    expect(await letters()).toBeGreaterThan(60);
  });

  test('is dark for those who want it dark, and light on paper', async () => {
    const { page } = await reading();
    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(await ground()).toBe('rgb(251, 250, 246)');
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
    expect(await ground()).toBe('rgb(14, 28, 43)');
    await page.emulateMediaType('print');
    expect(await ground()).toBe('rgb(255, 255, 255)');
    expect(await page.$eval('.part', (one) => getComputedStyle(one).color)).toBe('rgb(0, 0, 0)');
  });

  test.each([
    ['light', 1280],
    ['dark', 1280],
    ['light', 320],
  ])('has nothing that axe complains about: %s, %i px wide', async (scheme, width) => {
    const page = await browser.newPage();
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    await page.setViewport({ width, height: 800 });
    await page.setBypassCSP(true);
    await page.goto(`file://${join(folder, 'reading.html')}`);
    expect(await violations(page)).toEqual([]);
  });
});
