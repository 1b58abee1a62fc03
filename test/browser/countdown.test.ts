import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { deckPage, presentPage } from '../../src/render/products/deck-page.js';
import { prepare } from '../support/prepared.js';
import { onDisk, viewer } from '../support/viewer.js';

const talk = `## Tie it

::: exercise {time=62s}
Tie it.

::: hint
A rope.
:::
:::

---

## Run it

Words before it.

::: lab {time=10m}
### Steps

1. Run it.

### Verify

It runs.

### If stuck

Ask.
:::

---

## Nothing to do
`;

async function opened(product: 'deck' | 'present', reduced = false): Promise<Page> {
  const rendered = (await prepare({ 'talk.md': talk })).rendered();
  const page = product === 'deck' ? deckPage(rendered, new Set()) : presentPage(rendered);
  const address = await onDisk(page);
  const tab = await (await viewer()).newPage();
  if (reduced) await tab.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
  await tab.goto(address);
  await tab.waitForSelector('.reveal.ready');
  return tab;
}

/** What a countdown of the slide that is shown says. */
const said = (page: Page) =>
  page.$eval('section.present .countdown', (place) => {
    const { state } = (place as HTMLElement).dataset;
    const text = (name: string) => place.querySelector(`.countdown-${name}`)?.textContent;
    return { state, time: text('time'), word: text('word'), said: text('said') };
  });

const state = (page: Page, wanted: string) =>
  page.waitForFunction(
    (to) => document.querySelector<HTMLElement>('section.present .countdown')?.dataset.state === to,
    {},
    wanted,
  );

/** Lets the page believe that some seconds went by. */
const pass = (page: Page, seconds: number) =>
  page.evaluate((by) => {
    const now = performance.now.bind(performance);
    performance.now = () => now() + by * 1000;
  }, seconds);

test('a presenter starts, pauses and sets back the countdown of an exercise, from disk', async () => {
  const page = await opened('deck');
  expect(await said(page)).toEqual({ state: 'ready', time: '1:02', word: 'Start', said: '' });
  await page.click('section.present .countdown-start');
  await state(page, 'on');
  expect((await said(page)).word).toBe('Pause');
  await pass(page, 5);
  await state(page, 'last');
  expect((await said(page)).word).toBe('Last minute');
  await page.keyboard.press('t');
  const paused = await said(page);
  expect(paused.word).toBe('Resume');
  await pass(page, 30);
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect((await said(page)).time).toBe(paused.time);
  await page.keyboard.press('r');
  expect(await said(page)).toEqual({ state: 'ready', time: '1:02', word: 'Start', said: '' });
});

test('its end is said in words, for those who hear the page too', async () => {
  const page = await opened('deck');
  await page.keyboard.press('t');
  await pass(page, 100);
  await state(page, 'over');
  expect(await said(page)).toEqual({ state: 'over', time: '0:00', word: 'Time is up', said: 'Time is up' });
  expect(await page.$eval('section.present .countdown-said', (one) => one.getAttribute('aria-live'))).toBe(
    'polite',
  );
  await page.keyboard.press('t');
  expect((await said(page)).word).toBe('Pause');
});

test('it goes on while other slides are shown', async () => {
  const page = await opened('deck');
  await page.keyboard.press('t');
  await page.keyboard.press('ArrowRight');
  await page.waitForFunction(() => document.querySelector('#run-it.present'));
  expect(await said(page)).toMatchObject({ state: 'ready', time: '10:00' });
  await pass(page, 20);
  await page.keyboard.press('ArrowLeft');
  await state(page, 'last');
  expect((await said(page)).time).toMatch(/^0:4\d$/);
});

test('the space bar presses it where it has the focus, and turns the page after a click', async () => {
  const page = await opened('deck');
  await page.focus('section.present .countdown-start');
  await page.keyboard.press(' ');
  await state(page, 'on');
  expect(await page.evaluate(() => location.hash)).not.toContain('run-it');
  await page.click('section.present .countdown-start');
  await page.keyboard.press(' ');
  await page.waitForFunction(() => document.querySelector('#run-it.present'));
});

test('the last minute is told from the others without a colour', async () => {
  const page = await opened('deck', true);
  const look = () =>
    page.$eval('section.present .countdown-start', (button) => {
      const { borderTopWidth, backgroundColor, animationName } = getComputedStyle(button);
      return { borderTopWidth, filled: backgroundColor !== 'rgba(0, 0, 0, 0)', animationName };
    });
  const before = await look();
  await page.keyboard.press('t');
  await pass(page, 10);
  await state(page, 'last');
  const after = await look();
  expect(before.filled).toBe(false);
  expect(after.filled).toBe(true);
  expect(Number.parseFloat(after.borderTopWidth)).toBeGreaterThan(Number.parseFloat(before.borderTopWidth));
  expect(after.animationName).toBe('none');
});

test('the speaker’s window shows it and starts it', async () => {
  const page = await opened('present');
  const popup = new Promise<Page | null>((resolve) => page.once('popup', resolve));
  await page.keyboard.press('s');
  const speaker = await popup;
  if (speaker === null) throw new Error('No window opened.');
  await speaker.waitForSelector('.speaker-stage .countdown-time');
  await speaker.keyboard.press('t');
  await state(page, 'on');
  await speaker.waitForFunction(
    () => document.querySelector<HTMLElement>('.speaker-stage .countdown')?.dataset.state === 'on',
  );
});

test('a hint unfolds where it stands; of a lab one part at a time, over its steps', async () => {
  const page = await opened('deck');
  const seen = (selector: string) => page.$eval(selector, (one) => one.checkVisibility());
  expect(await seen('section.present .hint p')).toBe(false);
  await page.click('section.present .hint summary');
  expect(await seen('section.present .hint p')).toBe(true);
  await page.evaluate(() => {
    location.hash = '#/run-it';
  });
  await page.waitForFunction(() => document.querySelector('#run-it.present'));
  const [verify, stuck] = ['verify', 'if-stuck'].map((name) => `section.present .lab-${name}`) as [
    string,
    string,
  ];
  await page.click(`${verify} summary`);
  expect(await seen(`${verify} p`)).toBe(true);
  await page.click(`${stuck} summary`);
  expect([await seen(`${verify} p`), await seen(`${stuck} p`)]).toEqual([false, true]);
});

test('a deck without tasks has no countdown and no script for one', async () => {
  const rendered = (await prepare({ 'talk.md': '## Nothing to do' })).rendered();
  expect(deckPage(rendered, new Set()).html).not.toContain('countdown.js');
});
