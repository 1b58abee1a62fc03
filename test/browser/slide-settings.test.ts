import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { deckPage } from '../../src/render/products/deck-page.js';
import { slidesPage } from '../../src/render/products/slides-page.js';
import type { RenderedEdition } from '../../src/render/rendered-edition.js';
import { prepare } from '../support/prepared.js';
import { onDisk, viewer } from '../support/viewer.js';

const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
/** The head of a WebM file: enough to be told as one. */
const film = Buffer.from('1a45dfa3a3428681014282847765626d', 'hex');

const kinds = ['none', 'fade', 'slide', 'convex', 'concave', 'zoom'];
const deck = `# Settings

${kinds.map((kind) => `---\n\n## ${kind} {transition=${kind} transition-speed=slow}\n`).join('\n')}

---

## in and out {transition="zoom-in fade-out"}

---

## by itself {autoslide=0.2s}

---

## Moving {#from auto-animate auto-animate-id=a auto-animate-duration=0.4}

[Box]{data-id=box style="position: absolute; left: 0; display: block"}

- one

\`\`\`js
b();
\`\`\`

---

## Moving {#to auto-animate auto-animate-id=a}

[Box]{data-id=box style="position: absolute; left: 400px; display: block"}

- one
- two

\`\`\`js
a();
b();
\`\`\`

---

## Alone {#alone auto-animate auto-animate-id=b}

---

## Film {background=port.webm poster=port.png}

---

## Teal {background=teal}
`;

async function prepared(): Promise<RenderedEdition> {
  const { rendered, said } = await prepare({ 'talk.md': deck, 'port.webm': film, 'port.png': picture });
  expect(said).toEqual([]);
  return rendered();
}

async function open(still: boolean): Promise<Page> {
  const page = await (await viewer()).newPage();
  await page.setViewport({ width: 1280, height: 720 });
  if (still) await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
  await page.evaluateOnNewDocument(() => {
    const played: string[] = [];
    Object.assign(window, { played });
    HTMLMediaElement.prototype.play = function play() {
      played.push(this.className);
      return Promise.resolve();
    };
  });
  await page.goto(await onDisk(deckPage(await prepared(), new Set())));
  await page.waitForSelector('.reveal.ready');
  return page;
}

async function go(page: Page, id: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = `#${to}`;
  }, id);
  await page.waitForSelector(`section.present[id="${id}"]`);
}

test('each transition moves its slide in its own way', async () => {
  const page = await open(false);
  await go(page, 'settings');
  const waiting = (id: string) =>
    page.$eval(`section[id="${id}"]`, (section) => {
      section.style.display = 'block';
      const { transform, transitionDuration, transitionProperty } = getComputedStyle(section);
      return { transform, transitionDuration, transitionProperty };
    });
  // A slide that waits on the right is where its transition starts.
  const starts = await Promise.all(kinds.map(waiting));
  expect(starts.map(({ transform }) => transform.replace(/\(.*/, ''))).toEqual([
    'none',
    'none',
    'matrix',
    'matrix3d',
    'matrix3d',
    'matrix',
  ]);
  expect(starts[2]?.transform).toBe('matrix(1, 0, 0, 1, 1920, 0)');
  expect(starts[5]?.transform).toBe('matrix(0.2, 0, 0, 0.2, 0, 0)');
  expect(starts[0]?.transitionProperty).toBe('none');
  expect(starts[1]?.transitionProperty).toBe('opacity');
  expect(starts[3]?.transitionDuration).toContain('1.2s');
  expect((await waiting('in-and-out')).transform).toBe('matrix(0.2, 0, 0, 0.2, 0, 0)');
});

test('nothing moves for those who asked for stillness', async () => {
  const page = await open(true);
  expect(await page.$$('section[data-transition]')).toEqual([]);
  expect(await page.evaluate('Reveal.getConfig().autoAnimate')).toBe(false);
  await go(page, 'film');
  expect(await page.evaluate('played')).toEqual([]);
});

test('autoslide goes on by itself, after the time that stands there', async () => {
  const page = await open(false);
  expect(await page.$eval('#by-itself', (section) => section.getAttribute('data-autoslide'))).toBe('200');
  await go(page, 'by-itself');
  await page.waitForSelector('section.present#from', { timeout: 5000 });
});

test('auto-animate moves what two slides share, lines of code included', async () => {
  const page = await open(false);
  await go(page, 'from');
  await page.evaluate('Reveal.next()');
  await page.waitForSelector('section.present#to');
  const moved = await page.$$eval('#to [data-auto-animate-target]', (all) =>
    all
      .filter((one) => !one.getAttribute('data-auto-animate-target')?.startsWith('unmatched'))
      .map((one) => `${one.tagName.toLowerCase()} ${one.textContent?.trim()}`),
  );
  expect(moved).toEqual(['h2 Moving', 'p Box', 'span Box', 'li one', 'span b();', 'footer Settings11']);
  const left = () => page.$eval('#to [data-id=box]', (box) => box.getBoundingClientRect().left);
  const settled = await page.$eval('#to .slide-body', (body) => body.getBoundingClientRect().left);
  await expect.poll(left, { timeout: 5000 }).toBeGreaterThan(settled);
  // Another id is another animation.
  await page.evaluate('Reveal.next()');
  await page.waitForSelector('section.present#alone');
  expect(await page.$$('#alone [data-auto-animate-target]')).toEqual([]);
});

test('a film behind a slide plays without a sound while its slide is shown, and is a still on paper', async () => {
  const page = await open(false);
  expect(await page.evaluate('played')).toEqual([]);
  await go(page, 'film');
  // The film of this deck is only the head of one, which never loads.
  await page.$eval('#film video', (video) => video.dispatchEvent(new Event('loadeddata')));
  expect(await page.evaluate('played')).toEqual(['slide-ground']);
  const html = await page.$eval('#film video', (video) => video.outerHTML);
  expect(html).toMatch(/ muted="" loop="" playsinline=""/);
  const paper = await (await viewer()).newPage();
  await paper.goto(await onDisk(slidesPage(await prepared(), null, null)));
  expect(await paper.$('#film video')).toBeNull();
  expect(
    await paper.$eval('#film .slide-ground', (ground) => getComputedStyle(ground).backgroundImage),
  ).toContain('/port.');
});

test('the room around a slide takes the slide’s own colour', async () => {
  const page = await open(true);
  await go(page, 'teal');
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(0, 128, 128)');
});
