import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { packageRoot } from '../../src/package-root.js';
import { violations } from '../support/axe.js';
import { deckhand } from '../support/deckhand.js';
import { viewer } from '../support/viewer.js';

/** What the specimen of layouts and blocks does not have: a stack, a list step by step, a section of the author's. */
const more = `
---

## Above {#above}

- The upper one

----

## Below {#below}

- The lower one

---

## One by one {#clicks}

::: incremental
- First click
- Second click
:::

---

## In raw HTML {#raw}

<section><p>A box, and no slide.</p></section>
`;

let home: string;
let dist: string;
beforeAll(async () => {
  home = realpathSync(mkdtempSync(join(tmpdir(), 'deckhand-deck-')));
  dist = join(home, 'dist');
  await cp(join(packageRoot(), 'test/browser/specimen'), join(home, 'content'), { recursive: true });
  const path = join(home, 'content/talk.md');
  const text = await readFile(path, 'utf8');
  await writeFile(
    path,
    `${text.replace('---\n', '---\nduration: 45m\nslide-time: 1m\nhandout: { slides: 2 }\n')}${more}`,
  );
  const run = await deckhand(['build', 'content'], { cwd: home });
  expect(run).toMatchObject({ code: 0, stderr: '' });
  // Whoever presents may have taken this folder alone along.
  await cp(join(dist, 'private'), join(home, 'taken/private'), { recursive: true });
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

let browser: BrowserContext;
beforeEach(async () => {
  browser = await viewer();
});

/** A page, and what it asked for, could not get and complained about. */
interface Watched {
  readonly page: Page;
  readonly requests: string[];
  readonly complaints: string[];
}

/** Opens a file without a network. */
async function open(path: string, hash = ''): Promise<Watched> {
  const page = await browser.newPage();
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('requestfailed', (request) => complaints.push(`${request.url()} ${request.failure()?.errorText}`));
  page.on('console', (message) => {
    if (/^(error|warn|assert)$/.test(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  const session = await page.createCDPSession();
  await session.send('Network.enable');
  session.on('Network.webSocketCreated', ({ url }) => requests.push(url));
  await page.setOfflineMode(true);
  await page.goto(`file://${path}${hash}`, { waitUntil: 'load' });
  return { page, requests, complaints };
}

async function openDeck(hash = ''): Promise<Watched> {
  const watched = await open(join(dist, 'public/talk/index.html'), hash);
  await watched.page.waitForSelector('.reveal.ready');
  return watched;
}

/** Addresses that are not below a folder, nor inside of the page that names them. */
const outside = (requests: readonly string[], folder: string) =>
  requests.filter((url) => !url.startsWith(`file://${folder}/`) && !/^(data|blob):/.test(url));

/** The title of the slide that is shown. */
const shown = (page: Page) =>
  page.evaluate(() => {
    const present = [...document.querySelectorAll('.slides section.present')].at(-1);
    return present?.querySelector('.slide-title')?.textContent ?? null;
  });

test('a deck is opened from disk, gone through and searched without a request beyond its folder or a complaint', async () => {
  const { page, requests, complaints } = await openDeck();
  const count = await page.$$eval('.slides .slide', (slides) => slides.length);
  // Space goes everywhere, stacks and steps included.
  for (let press = 0; press < count + 10; press++) await page.keyboard.press('Space');
  expect(await shown(page)).toBe('In raw HTML');
  await page.evaluate(() => document.fonts.ready);
  expect(requests.length).toBeGreaterThan(8);
  expect(requests).toContainEqual(expect.stringMatching(/reveal\.[0-9a-f]+\.js$/));
  expect(outside(requests, join(dist, 'public/talk'))).toEqual([]);
  expect(complaints).toEqual([]);
});

test('control: a page that asks for more is seen', async () => {
  await writeFile(
    join(home, 'asks.html'),
    `<img src="http://127.0.0.1:9/x.png"><img src="missing.png"><script>new WebSocket('ws://127.0.0.1:9/y')</script>`,
  );
  const { requests, complaints } = await open(join(home, 'asks.html'));
  expect(outside(requests, home)).toEqual(['http://127.0.0.1:9/x.png', 'ws://127.0.0.1:9/y']);
  expect(complaints).toContainEqual(expect.stringContaining('missing.png'));
});

describe('in a deck', () => {
  test('keys move over slides, down stacks and through steps', async () => {
    const { page } = await openDeck('#above');
    expect(await shown(page)).toBe('Above');
    await page.keyboard.press('ArrowDown');
    expect(await shown(page)).toBe('Below');
    await page.keyboard.press('ArrowRight');
    expect(await shown(page)).toBe('One by one');
    const visible = () =>
      page.$$eval('section.present .fragment', (all) =>
        all.map((one) => getComputedStyle(one).visibility === 'visible'),
      );
    await expect.poll(visible).toEqual([false, false]);
    await page.keyboard.press('ArrowRight');
    await expect.poll(visible).toEqual([true, false]);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    expect(await shown(page)).toBe('In raw HTML');
    await page.keyboard.press('Home');
    expect(await shown(page)).toBe('A specimen of everything');
  });

  test('every slide has an address that leads to it, and a move changes the address', async () => {
    const { page } = await openDeck('#below');
    expect(await shown(page)).toBe('Below');
    await page.keyboard.press('ArrowUp');
    await page.waitForFunction(() => location.hash === '#/above');
    const ids = await page.$$eval('.slides .slide', (all) => all.map((one) => one.closest('section')?.id));
    expect(ids.filter((id) => !id)).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
    await page.evaluate(() => {
      location.hash = '#steps';
    });
    await page.waitForFunction(() => document.querySelector('section.present')?.id === 'steps');
  });

  test('an exercise, and a section in raw HTML, are no slides of their own', async () => {
    const { page } = await openDeck();
    const { counted, slides } = await page.evaluate(() => ({
      counted: (window as unknown as { Reveal: { getTotalSlides(): number } }).Reveal.getTotalSlides(),
      slides: [...document.querySelectorAll('.slides section:not(:has(> section))')].map(
        (section) => section.querySelectorAll(':scope > .slide').length,
      ),
    }));
    expect(slides.filter((count) => count !== 1)).toEqual([]);
    expect(counted).toBe(slides.length);
  });

  test('O shows all slides, and again the one', async () => {
    const { page } = await openDeck('#above');
    await page.keyboard.press('o');
    await page.waitForSelector('.reveal.overview');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('o');
    await page.waitForSelector('.reveal:not(.overview)');
    expect(await shown(page)).toBe('One by one');
  });

  test('Ctrl-Shift-F opens the search, and Enter goes to what it finds', async () => {
    const { page } = await openDeck();
    await page.keyboard.down('Control');
    await page.keyboard.down('Shift');
    await page.keyboard.press('F');
    await page.keyboard.up('Shift');
    await page.keyboard.up('Control');
    await page.waitForSelector('.searchinput', { visible: true });
    await page.keyboard.type('upper one');
    await page.keyboard.press('Enter');
    await expect.poll(() => shown(page)).toBe('Above');
  });

  test('there are no notes, in any attribute or element', async () => {
    const html = await readFile(join(dist, 'public/talk/index.html'), 'utf8');
    expect(html).not.toContain('What only the speaker says');
    expect(html).not.toMatch(/<aside[^>]*notes|data-notes/);
  });
});

test('what is for the speaker works from a folder that only private/ was copied to', async () => {
  const folder = join(home, 'taken/private/talk');
  const { page, requests, complaints } = await open(
    join(folder, 'present.html'),
    '#one-list-of-three-grows-to-use-its-room',
  );
  await page.waitForSelector('.reveal.ready');
  const opened = new Promise<Page | null>((resolve) => page.once('popup', resolve));
  await page.keyboard.press('s');
  const speaker = await opened;
  await speaker?.waitForSelector('.speaker-notes p');
  expect(await speaker?.$eval('.speaker-notes', (notes) => notes.textContent?.trim())).toBe(
    'What only the speaker says.',
  );
  expect(await speaker?.$eval('.speaker-next .slide-title', (title) => title.textContent)).toBe(
    'Everything in one list',
  );
  // The exercise's slide is a slide like others, there too.
  await page.evaluate(() => {
    location.hash = '#for-the-room';
  });
  await speaker?.waitForFunction(
    () => document.querySelector('.speaker-stage .slide-title')?.textContent === 'For the room',
  );
  expect(outside(requests, folder)).toEqual([]);
  expect(complaints).toEqual([]);
});

describe('axe finds nothing to complain about', () => {
  test('on a page that is at fault it does', async () => {
    await writeFile(join(home, 'fault.html'), '<!doctype html><title>x</title><img src="data:,">');
    const { page } = await open(join(home, 'fault.html'));
    expect((await violations(page)).join()).toContain('image-alt');
  });

  test.each(['public/index.html', 'public/talk/cover.html'])('in %s', async (path) => {
    const { page } = await open(join(dist, path));
    expect(await violations(page)).toEqual([]);
  });

  /** One of each kind of layout and block: looking at a slide takes a second. */
  const kinds = [
    'what-a-workshop-is-made-of',
    'a-task-alone',
    'a-lab-alone',
    'a-table-of-four-rows',
    'boxes-one',
    'steps',
    'for-the-room',
    'below',
    'inverted',
  ];

  test.each([
    ['public/talk/index.html', ['a-specimen-of-everything', ...kinds, 'a-drawing-in-the-theme-s-colours']],
    ['private/talk/present.html', ['one-list-of-three-grows-to-use-its-room']],
  ])('on slides of %s', async (path, slides) => {
    const { page } = await open(join(dist, path));
    await page.waitForSelector('.reveal.ready');
    await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
    const found: string[] = [];
    for (const id of slides) {
      await page.evaluate((to) => {
        location.hash = `#${to}`;
      }, id);
      await page.waitForFunction((to) => document.querySelector(`#${CSS.escape(to)}.present`), {}, id);
      for (const one of await violations(page)) found.push(`${id}: ${one}`);
    }
    expect(found).toEqual([]);
  });
});
