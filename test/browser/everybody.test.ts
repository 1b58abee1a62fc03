import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { products } from '../../src/config/settings.js';
import { packageRoot } from '../../src/package-root.js';
import { prepareDeck } from '../../src/pipeline/prepare.js';
import { makePrinter, type Printer } from '../../src/pipeline/printing.js';
import { pagesOf } from '../../src/pipeline/products.js';
import { openSession } from '../../src/pipeline/session.js';
import { shelfEntry } from '../../src/pipeline/shelf.js';
import { deckPage } from '../../src/render/products/deck-page.js';
import { shelfPage } from '../../src/render/products/shelf-page.js';
import { slidesPage } from '../../src/render/products/slides-page.js';
import { themeNames } from '../../src/theme/load-theme.js';
import { violations } from '../support/axe.js';
import { deckhand } from '../support/deckhand.js';
import { everyLayout, ship } from '../support/every-layout.js';
import { scatter } from '../support/output-folder.js';
import { prepare } from '../support/prepared.js';
import { launchViewer, onDisk } from '../support/viewer.js';

let browser: Browser;
beforeAll(async () => {
  browser = await launchViewer();
});
afterAll(() => browser?.close());
afterEach(async () => {
  for (const page of await browser.pages()) await page.close();
  await browser.newPage();
});

describe('axe finds nothing to complain about on any page that is made', () => {
  const cwd = packageRoot();
  let printer: Printer;
  beforeAll(() => {
    printer = makePrinter({ cwd }, null);
  });
  afterAll(() => printer?.end());

  test.each([
    ['content/tour', undefined, 5],
    ['content/kubernetes-vs-docker', 'talk', 5],
    ['content/kubernetes-vs-docker', 'half-day', 9],
  ])(
    'of %s, edition %s',
    async (path, edition, least) => {
      const session = await openSession({ paths: [path], cwd });
      if ('outcome' in session) throw new Error(JSON.stringify(session.diagnostics));
      const [source] = session.decks;
      if (!source) throw new Error('There is no deck.');
      const deck = await prepareDeck(source, edition, {}, cwd, printer.loan);
      const [rendered] = deck.editions;
      if (!rendered) throw new Error(JSON.stringify(deck.diagnostics));
      const { value: pages } = await pagesOf(rendered, new Set(products), null);
      expect(pages.length).toBeGreaterThanOrEqual(least);
      const found: string[] = [];
      for (const page of pages) {
        const tab = await browser.newPage();
        await tab.setBypassCSP(true);
        await tab.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
        await tab.goto(await onDisk(page));
        for (const one of await violations(tab, page.paper === null ? 'screen' : 'paper'))
          found.push(`${page.product}: ${one}`);
        await tab.close();
      }
      expect(found).toEqual([]);
    },
    240_000,
  );
});

describe('axe finds nothing in any of our themes', () => {
  test.each(themeNames(join(packageRoot(), 'templates')))(
    'on slides of all layouts, in the deck, the reading view and on the shelf, light and dark: %s',
    async (theme) => {
      const rendered = (await prepare({ 'talk.md': everyLayout(theme), 'ship.svg': ship })).rendered();
      const deck = deckPage(rendered, new Set(['deck']));
      const home = await onDisk({ ...deck, assets: [...deck.assets, ...(deck.beside ?? [])] });
      const look = { theme: rendered.plainTheme, variant: rendered.theme.variant };
      const entry = shelfEntry(rendered, 0, { deck: { path: deck.path, pages: null, bytes: 1 } });
      const pages = [
        // All slides at once.
        { address: await onDisk(slidesPage(rendered, null, null)), on: 'paper' },
        { address: home, on: 'screen' },
        { address: home.replace('index.html', 'reading.html'), on: 'screen' },
        { address: await onDisk(shelfPage([entry], look, rendered.words, 'en')), on: 'screen' },
      ] as const;
      const tab = await browser.newPage();
      await tab.setBypassCSP(true);
      const found: string[] = [];
      for (const { address, on } of pages) {
        await tab.goto(address);
        for (const variant of ['light', 'dark']) {
          await tab.emulateMediaFeatures([
            { name: 'prefers-reduced-motion', value: 'reduce' },
            { name: 'prefers-color-scheme', value: variant },
          ]);
          // The one side differs from the other in nothing but colours.
          await tab.evaluate((one) => document.documentElement.setAttribute('data-variant', one), variant);
          const all = await violations(tab, on, variant === 'light' ? null : ['color-contrast']);
          found.push(...all.map((one) => `${address.split('/').at(-1)}, ${variant}: ${one}`));
        }
      }
      expect(found).toEqual([]);
    },
    60_000,
  );
});

describe('a deck', () => {
  const home = realpathSync(mkdtempSync(join(tmpdir(), 'deckhand-everybody-')));
  const text = (head: string) =>
    `---\n${head}---\n\n# Deck {transition=zoom}\n\n---\n\n## Second\n\n<details><summary>More</summary>\n\nUnfolded\n\n</details>\n\n[A link](https://example.org)\n\n\`\`\`js\nlet code = 1;\n\`\`\`\n\n---\n\n## Third\n\nEnd\n`;
  beforeAll(async () => {
    scatter(home, { 'talk.md': text('title: Deck\n'), 'quiet.md': text('title: Deck\nshortcuts: false\n') });
    const run = await deckhand(['build', '.', '--product', 'deck,present'], { cwd: home });
    expect(run).toMatchObject({ code: 0, stderr: '' });
  });
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  async function open(path: string, still = false): Promise<Page> {
    const page = await browser.newPage();
    if (still) await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
    await page.goto(`file://${join(home, 'dist', path)}#/second`);
    await page.waitForSelector('.reveal.ready');
    return page;
  }
  const shown = (page: Page) => page.evaluate(() => document.querySelector('section.present')?.id);
  const overview = (page: Page) => page.evaluate(() => document.querySelector('.reveal.overview') !== null);

  test('is no application to screen readers, and says what is shown', async () => {
    const page = await open('public/talk/index.html');
    expect(await page.$$('[role="application"]')).toEqual([]);
    expect(await page.$$eval('[aria-live]', (all) => all.length)).toBeGreaterThan(0);
  });

  test('does not move for those who ask for stillness', async () => {
    const page = await open('public/talk/index.html', true);
    const moving = await page.evaluate(() => {
      const { Reveal } = window as unknown as { Reveal: { getConfig(): Record<string, unknown> } };
      const { transition, backgroundTransition, autoAnimate } = Reveal.getConfig();
      const timed = [...document.querySelectorAll('body, body *')].filter((one) => {
        const { transitionDuration, transitionProperty, animationName } = getComputedStyle(one);
        const moves = transitionProperty !== 'none' && /[1-9]/.test(transitionDuration);
        return moves || animationName !== 'none';
      });
      const own = document.querySelectorAll('section[data-transition]').length;
      return { transition, backgroundTransition, autoAnimate, own, timed: timed.map((one) => one.className) };
    });
    expect(moving).toEqual({
      transition: 'none',
      backgroundTransition: 'none',
      autoAnimate: false,
      own: 0,
      timed: [],
    });
  });

  test('shows what has the focus, wherever Tab goes', async () => {
    const page = await open('public/talk/index.html');
    const seen: string[] = [];
    for (let press = 0; press < 12; press++) {
      await page.keyboard.press('Tab');
      const focus = await page.evaluate(() => {
        const at = document.activeElement;
        if (!at || at === document.body) return null;
        const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(at);
        return {
          name: `${at.tagName} ${at.className}`,
          outline: `${outlineStyle} ${outlineWidth}`,
          outlineColor,
        };
      });
      if (focus === null) continue;
      seen.push(focus.name.trim());
      expect(focus.outline, focus.name).toBe('solid 3px');
      expect(focus.outlineColor, focus.name).not.toMatch(/, 0\)$/);
    }
    for (const name of ['A', 'SUMMARY', 'PRE', 'BUTTON deck-keys']) expect(seen).toContain(name);
  });

  test('leaves the space bar to what has the focus', async () => {
    const page = await open('public/talk/index.html');
    await page.focus('#second summary');
    await page.keyboard.press('Space');
    expect(await page.$eval('#second details', (one) => (one as HTMLDetailsElement).open)).toBe(true);
    expect(await shown(page)).toBe('second');
  });

  test('has single keys that a button switches off, for good', async () => {
    const page = await open('public/talk/index.html');
    await page.keyboard.press('o');
    expect(await overview(page)).toBe(true);
    await page.keyboard.press('Escape');
    await page.focus('.deck-keys');
    await page.keyboard.press('Enter');
    await page.keyboard.press('o');
    await page.keyboard.press('n');
    await page.keyboard.press('?');
    expect([await overview(page), await shown(page)]).toEqual([false, 'second']);
    await page.keyboard.press('ArrowRight');
    expect(await shown(page)).toBe('third');
    await page.keyboard.press('Escape');
    expect(await overview(page)).toBe(true);
    const again = await open('public/talk/index.html');
    await again.keyboard.press('o');
    expect(await overview(again)).toBe(false);
    await again.click('.deck-keys');
    await again.keyboard.press('o');
    expect(await overview(again)).toBe(true);
  });

  test('has them off from the start where its settings say so', async () => {
    const page = await open('public/quiet/index.html');
    await page.keyboard.press('o');
    expect(await overview(page)).toBe(false);
  });

  test('opens the speaker’s window by a button where S does nothing', async () => {
    const page = await open('private/quiet/present.html');
    const opened = new Promise<Page | null>((resolve) => page.once('popup', resolve));
    await page.keyboard.press('s');
    await page.focus('.deck-speaker');
    await page.keyboard.press('Enter');
    const speaker = await opened;
    await speaker?.waitForSelector('.speaker-notes');
    await speaker?.waitForFunction(() => document.querySelector('.speaker-stage .slide-title'));
    expect(speaker && (await violations(speaker))).toEqual([]);
  });
});
