import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { lineTo } from '../support/line.js';
import { preview, type RunningPreview } from '../support/preview.js';
import { viewer } from '../support/viewer.js';

const talk = `---
title: A talk
duration: 10m
slide-time: 1m
---

# A talk

Note: Secret welcome.

---

## Two

- first {.fragment}
- second {.fragment}

Note: Secret words of two.

---

## Three

::: solution
Secret answer.
:::
`;

test('the audience goes where the speaker goes, may look back, and returns', async () => {
  const { speaker, follower } = await giving();
  await speaker.keyboard.press('ArrowRight');
  await shows(follower, 'Two');
  await speaker.keyboard.press('ArrowRight');
  await follower.waitForFunction(
    () => document.querySelectorAll('section.present .fragment.visible').length === 1,
  );
  await follower.evaluate(() =>
    (window as unknown as { Reveal: { slide: (h: number) => void } }).Reveal.slide(0),
  );
  await speaker.keyboard.press('ArrowRight');
  await follower.waitForSelector('.follow-back:not([hidden])');
  expect(await title(follower)).toBe('A talk');
  expect(await title(speaker)).toBe('Two');
  await follower.click('.follow-back');
  await shows(follower, 'Two');
  await follower.waitForFunction(
    () => document.querySelectorAll('section.present .fragment.visible').length === 2,
  );
});

test('the audience gets no notes, no solutions, no token, and steers nothing', async () => {
  const { running, speaker, follower } = await giving();
  const heard = await follower.evaluate(async () => {
    const answers: string[] = [document.documentElement.outerHTML];
    for (const script of document.scripts)
      if (script.src) answers.push(await (await fetch(script.src)).text());
    return answers.join('\n');
  });
  const token = new URL(running.address).searchParams.get('token') as string;
  for (const secret of ['Secret', token]) expect(heard).not.toContain(secret);
  for (const path of [
    '/',
    '/private/talk/present.html',
    '/public/talk/index.html',
    '/-/remote',
    '/-/phones',
    '/-/remote.svg',
  ]) {
    expect([path, (await fetch(running.origin + path)).status]).toEqual([path, 403]);
  }
  for (const path of ['/-/order', '/-/talk']) {
    const answer = await fetch(running.origin + path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Origin: running.origin },
      body: JSON.stringify({ do: 'next' }),
    });
    expect(answer.status).toBe(403);
  }
  expect(await title(speaker)).toBe('A talk');
});

test('a phone steers the talk and shows its notes, its time and what comes next', async () => {
  const { running, speaker } = await giving();
  const { remote } = (await (await running.get('/-/phones')).json()) as { remote: string };
  const phone = await (await viewer()).newPage();
  await phone.setViewport({ width: 360, height: 640, hasTouch: true, isMobile: true });
  await phone.goto(remote);
  expect(phone.url()).not.toContain('token');
  await phone.waitForFunction(() => document.getElementById('place')?.textContent === '1 / 3');
  await phone.tap('[data-do="next"]');
  await shows(speaker, 'Two');
  await phone.waitForFunction(() =>
    document.getElementById('notes')?.textContent?.includes('Secret words of two'),
  );
  expect(await phone.$eval('#place', (one) => one.textContent)).toBe('2 / 3 · 2 steps left');
  expect(await phone.$eval('#next', (one) => one.textContent)).toBe('Next: Three');
  expect(await phone.$eval('#pace', (one) => one.textContent)).toMatch(/ahead|On time/i);
  const overflow = await phone.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  // Held across it shows notes as well, and no button lies outside.
  await phone.setViewport({ width: 640, height: 360, hasTouch: true, isMobile: true });
  const across = await phone.evaluate(() => ({
    notes: document.querySelector('main')?.clientHeight ?? 0,
    bottom: Math.max(
      ...[...document.querySelectorAll('button')].map((one) => one.getBoundingClientRect().bottom),
    ),
    smallest: Math.min(...[...document.querySelectorAll('button')].map((one) => one.clientHeight)),
    wide: document.documentElement.scrollWidth,
  }));
  expect(across.notes).toBeGreaterThan(200);
  expect(across.bottom).toBeLessThanOrEqual(360);
  expect(across.smallest).toBeGreaterThanOrEqual(40);
  expect(across.wide).toBeLessThanOrEqual(640);
  await phone.tap('[data-do="dark"]');
  await speaker.waitForSelector('.reveal.paused');
  await phone.tap('[data-do="previous"]');
  await shows(speaker, 'A talk');
  // The phone is not the author's machine.
  const other = await phone.evaluate(async () => (await fetch('/private/talk/present.html')).status);
  expect(other).toBe(403);
});

test('a mistake lies over no page that others see: it is told in the speaker’s window, and gone with the mistake', async () => {
  const { running, speaker, follower } = await giving();
  const arrives = new Promise<Page | null>((resolve) => speaker.once('popup', resolve));
  await speaker.keyboard.press('s');
  const own = await arrives;
  if (own === null) throw new Error('No window was opened.');
  await own.waitForSelector('.speaker-notes');
  await writeFile(join(running.cwd, 'talk.md'), `${talk}\n::: tpi\nNo such block.\n:::\n`);
  await own.waitForFunction(() => document.querySelector('.speaker-notice')?.textContent !== '');
  expect(await own.$eval('.speaker-notice', (one) => one.textContent)).toMatch(/^talk\.md:\d+:\d+ .*tpi/);
  await expect.poll(() => running.said()).toContain('tpi');
  for (const page of [speaker, follower]) {
    expect(await page.$('deckhand-overlay')).toBeNull();
    expect(await page.evaluate(() => document.body.textContent)).not.toContain('tpi');
  }
  // A window that is opened later knows as well, and on the author's desk it is all there.
  await own.close();
  const desk = await speaker.browserContext().newPage();
  await desk.goto(`${running.origin}/`);
  await desk.waitForFunction(
    () => (document.querySelector('deckhand-overlay') as HTMLElement | null)?.dataset.errors === '1',
  );
  await writeFile(join(running.cwd, 'talk.md'), talk);
  await desk.waitForFunction(
    () => (document.querySelector('deckhand-overlay') as HTMLElement | null)?.dataset.errors === '0',
  );
  await desk.close();
});

test('when the server is gone the projector and the audience keep their slide, and the speaker is told', async () => {
  const { running, speaker, follower } = await giving();
  const arrives = new Promise<Page | null>((resolve) => speaker.once('popup', resolve));
  await speaker.keyboard.press('s');
  const own = await arrives;
  if (own === null) throw new Error('No window was opened.');
  await own.waitForSelector('.speaker-notes');
  await running.end();
  await own.waitForFunction(() =>
    document.querySelector('.speaker-notice')?.textContent?.startsWith('The preview has ended'),
  );
  for (const page of [speaker, follower]) {
    expect(await page.$('deckhand-overlay')).toBeNull();
    expect(await title(page)).toBe('A talk');
  }
});

test('a follower that drops off goes on where the talk is by then, without its reader doing anything', async () => {
  const { running, speaker } = await giving();
  const line = await lineTo(running.origin);
  const follower = await (await viewer()).newPage();
  await follower.goto(`${line.origin}/follow`);
  await follower.waitForSelector('.reveal.ready');
  await speaker.keyboard.press('ArrowRight');
  await shows(follower, 'Two');
  line.cut();
  for (let step = 0; step < 3; step += 1) await speaker.keyboard.press('ArrowRight');
  await shows(speaker, 'Three');
  await writeFile(join(running.cwd, 'talk.md'), talk.replace('## Three', '## Three, mended'));
  await shows(speaker, 'Three, mended');
  expect(await title(follower)).toBe('Two');
  line.mend();
  await shows(follower, 'Three, mended');
  await speaker.keyboard.press('ArrowLeft');
  await shows(follower, 'Two');
});

test('key Q shows the address of the audience over the slide', async () => {
  const { running, speaker } = await giving();
  await speaker.keyboard.press('q');
  await speaker.waitForSelector('.preview-code:not([hidden]) img');
  await speaker.waitForFunction(() => document.querySelector('.preview-code p')?.textContent !== '');
  expect(await speaker.$eval('.preview-code p', (one) => one.textContent)).toBe(`${running.origin}/follow`);
});

async function giving(): Promise<{ running: RunningPreview; speaker: Page; follower: Page }> {
  const running = await preview({ 'talk.md': talk }, ['--present']);
  const browser = await viewer();
  const speaker = await browser.newPage();
  speaker.setDefaultTimeout(10_000);
  await speaker.goto(running.address);
  await speaker.goto(`${running.origin}/private/talk/present.html`);
  await speaker.waitForSelector('.reveal.ready');
  const follower = await (await viewer()).newPage();
  follower.setDefaultTimeout(10_000);
  await follower.goto(`${running.origin}/follow`);
  await follower.waitForSelector('.reveal.ready');
  return { running, speaker, follower };
}

async function shows(page: Page, words: string): Promise<void> {
  await page.waitForFunction(
    (wanted) => document.querySelector('section.present .slide-title')?.textContent?.trim() === wanted,
    {},
    words,
  );
}

function title(page: Page): Promise<string> {
  return page.$eval('section.present .slide-title', (element) => element.textContent?.trim() ?? '');
}
