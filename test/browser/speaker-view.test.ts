import { setTimeout } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { presentPage } from '../../src/render/products/deck-page.js';
import { onDisk, specimen, viewer } from '../support/viewer.js';

/** The specimen's slides of its first list and of code in steps. */
const list = 2;
const code = 8;

test('key S opens a window with the notes, this slide, the next one and the time, from disk', async () => {
  const { speaker } = await presenting(list);
  await speaker.waitForSelector('.speaker-notes p');
  expect(await text(speaker, '.speaker-notes')).toBe('What only the speaker says.');
  expect(await text(speaker, '.speaker-slides > .speaker-stage .slide-title')).toContain('One list of three');
  expect(await text(speaker, '.speaker-next .slide-title')).toBe('Everything in one list');
  expect(await text(speaker, '.speaker-place')).toMatch(/^3 \/ \d+$/);
  expect(await text(speaker, '.speaker-value')).toMatch(/^0:0\d$/);
});

test('its slides are set in the theme, as wide as their place', async () => {
  const { speaker } = await presenting(list);
  await speaker.waitForFunction(() => {
    const stage = document.querySelector('.speaker-stage');
    const slide = stage?.querySelector('.slide');
    if (!stage || !slide) return false;
    const { width } = slide.getBoundingClientRect();
    return width > 300 && Math.abs(width - stage.clientWidth) < 3;
  });
  const title = await speaker.$eval('.slide-title', (element) => getComputedStyle(element).fontFamily);
  expect(title).toContain('Archivo Wide');
});

test('keys pressed in it move the deck, and it follows', async () => {
  const { deck, speaker } = await presenting(list);
  await speaker.keyboard.press('ArrowRight');
  await speaker.waitForFunction(
    () => document.querySelector('.speaker-stage .slide-title')?.textContent === 'Everything in one list',
  );
  expect(await text(speaker, '.speaker-notes')).toBe('No notes for this slide.');
  expect(await deck.evaluate(() => location.hash)).not.toBe('');
  await speaker.keyboard.press('ArrowLeft');
  await speaker.waitForFunction(() => document.querySelector('.speaker-notes p') !== null);
});

test('whoever is not at the planned slide is told how far ahead or behind', async () => {
  const { speaker } = await presenting(code);
  await speaker.waitForFunction(() => document.querySelector('.speaker-pace')?.textContent !== '');
  expect(await text(speaker, '.speaker-pace')).toMatch(/^\d+:\d\d ahead$/);
});

test('a talk that says when it starts shows when its slides are planned, breaks and days included', async () => {
  const settings =
    'start: "09:00"\ntimezone: Asia/Tokyo\nslide-time: 2m\nbreaks: { every: 10m, length: 5m }\ndays: 2\n';
  const { deck, speaker } = await presenting(code, settings);
  const { timetable } = await deck.evaluate(() => {
    const { plan } = JSON.parse(document.querySelector('script#deck-settings')?.textContent ?? '');
    return { timetable: plan as { from: number; to: number; day: number; clock: string }[] };
  });
  expect(timetable[0]).toMatchObject({ from: 0, to: 120, day: 1, clock: '09:00' });
  expect(timetable.at(-1)?.day).toBe(2);
  expect(timetable.filter((one) => one.clock === '09:00').map((one) => one.day)).toEqual([1, 2]);
  const readings = await speaker.$$eval('.speaker-reading', (all) => all.map((one) => one.textContent ?? ''));
  const here = timetable[code];
  expect(readings).toContain(`PlannedDay ${here?.day}, ${here?.clock}`);
  const hours = readings.find((one) => one.startsWith('Clock'))?.slice('Clock'.length);
  const tokyo = (at: number) =>
    new Date(at).toLocaleTimeString('en', { hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Tokyo' });
  expect([tokyo(Date.now()), tokyo(Date.now() - 60_000)]).toContain(hours);
});

test('a slide is jumped to by its title, and the screen goes dark from the speaker’s window', async () => {
  const { deck, speaker } = await presenting(list);
  await speaker.waitForSelector('.speaker-jump option');
  expect(await speaker.$eval('.speaker-jump', (one) => (one as HTMLSelectElement).value)).toBe(String(list));
  await speaker.select('.speaker-jump', String(code));
  await deck.waitForFunction(
    (at) => location.hash !== '' && document.querySelectorAll('.slides section.past').length >= at,
    {},
    code,
  );
  await speaker.evaluate(() => {
    for (const one of document.querySelectorAll('button')) if (one.textContent === 'Dark') one.click();
  });
  await deck.waitForSelector('.reveal.paused');
});

test('who is early is reminded of what can be added, and the gauge shows how far the talk should be', async () => {
  const cue = '\n\nNote: Look.\n\n::: extend\nTell of the harbour.\n:::\n';
  const rendered = (words: string) => words.trimEnd() + cue;
  const { speaker } = await presenting(code, 'duration: 30m\nslide-time: 90s\n', rendered);
  await speaker.waitForFunction(() => document.querySelector('.speaker-reminder')?.textContent !== '');
  expect(await text(speaker, '.speaker-reminder')).toMatch(/^\d+ · Add when early: Tell of the harbour\.$/);
  const due = await speaker.$eval('.speaker-gauge-due', (one) => one.getBoundingClientRect().left);
  expect(due).toBeGreaterThan(100);
});

test('who is late by more than half a minute is reminded of what can be dropped from here on, and sees the gauge past its marks', async () => {
  // The last slides say it; what is over already is no help.
  const cues = ['Drop the first.', 'Drop the second.', 'Drop the third.', 'Drop the last.'].map(
    (words) => `\n\n---\n\n## More\n\nNote: Look.\n\n::: cut\n${words}\n:::\n`,
  );
  const passed = '\n\nNote: Look.\n\n::: cut\nToo late for this.\n:::\n';
  const change = (words: string) =>
    `${words.trimEnd().replace('\n\n---\n\n', `${passed}\n---\n\n`)}${cues.join('')}`;
  const { deck, speaker } = await presenting(code, 'duration: 45m\nslide-time: 60s\n', change);
  const planned = await deck.evaluate(() => {
    const { plan } = JSON.parse(document.querySelector('script#deck-settings')?.textContent ?? '');
    return plan as { from: number; to: number; of: number }[];
  });
  const { to = 0, from = 0, of = 0 } = planned[code] ?? {};
  await moveClock(deck, to + 25);
  await speaker.waitForFunction(() => document.querySelector('.speaker-pace')?.textContent === 'On time');
  expect(await text(speaker, '.speaker-reminder')).toBe('');
  await moveClock(deck, to + 95);
  await speaker.waitForFunction(() => document.querySelector('.speaker-reminder')?.textContent !== '');
  expect(await text(speaker, '.speaker-pace')).toMatch(/^1:3[5-9] behind$/);
  expect((await text(speaker, '.speaker-reminder')).split('\n')).toEqual([
    expect.stringMatching(/^\d+ · Drop when late: Drop the first\.$/),
    expect.stringMatching(/^\d+ · Drop when late: Drop the second\.$/),
    expect.stringMatching(/^\d+ · Drop when late: Drop the third\.$/),
  ]);
  const gauge = await speaker.$eval('.speaker-gauge', (bar) => {
    const share = (place: number) => (place - bar.getBoundingClientRect().left) / bar.clientWidth;
    const [gone, due] = ['gone', 'due'].map((name) =>
      (bar.querySelector(`.speaker-gauge-${name}`) as Element).getBoundingClientRect(),
    );
    return {
      gone: share(gone?.right ?? 0),
      from: share(due?.left ?? 0),
      to: share(due?.right ?? 0),
      colour: getComputedStyle(bar.querySelector('.speaker-gauge-gone') as Element).backgroundColor,
      isLate: bar.classList.contains('speaker-late'),
    };
  });
  expect(gauge.gone).toBeCloseTo((to + 96) / of, 2);
  expect(gauge.from).toBeCloseTo(from / of, 2);
  expect(gauge.to).toBeCloseTo(to / of, 2);
  expect(gauge.isLate).toBe(true);
  expect(gauge.colour).toBe('rgb(255, 130, 89)');
  const border = await speaker.$eval('.speaker-pace', (one) => getComputedStyle(one).borderLeftColor);
  expect(border).toBe('rgb(255, 130, 89)');
  await moveClock(deck, of + 300);
  await speaker.waitForFunction(() =>
    [...document.querySelectorAll('.speaker-reading')].some((one) =>
      /^Left−5:0\d$/.test(one.textContent ?? ''),
    ),
  );
  expect(await speaker.$eval('.speaker-gauge-gone', (one) => one.clientWidth)).toBe(
    await speaker.$eval('.speaker-gauge', (one) => one.clientWidth),
  );
});

test('notes that were made larger are as large the next time', async () => {
  const { deck, speaker } = await presenting(list);
  await speaker.keyboard.press('+');
  await speaker.keyboard.press('+');
  await speaker.close();
  const second = await speakersWindow(deck);
  expect(
    await second.$eval('.speaker-notes', (one) =>
      Number((one as HTMLElement).style.getPropertyValue('--size')),
    ),
  ).toBeCloseTo(1.2);
});

test('reveal.js’ own pacing timer reads the same times', async () => {
  const { deck } = await presenting(list);
  const read = await deck.evaluate(() => {
    const reveal = (window as unknown as { Reveal: RevealApi }).Reveal;
    const { totalTime, defaultTiming } = reveal.getConfig();
    // As its notes plugin does it.
    const timings = reveal
      .getSlidesAttributes()
      .map((slide) => Number.parseInt(slide['data-timing'] ?? '0', 10));
    return { totalTime, defaultTiming, sum: timings.reduce((a, b) => a + b, 0), count: timings.length };
  });
  expect(read).toMatchObject({ totalTime: read.sum, defaultTiming: 90 });
  expect(read.sum).toBeGreaterThan(90 * (read.count - 1));
});

/** What these tests ask of reveal.js. */
interface RevealApi {
  readonly getConfig: () => { readonly totalTime: number; readonly defaultTiming: number };
  readonly getSlidesAttributes: () => readonly Readonly<Record<string, string>>[];
}

test('the notes are not on the slide', async () => {
  const { deck } = await presenting(list);
  expect(await deck.$eval('aside.notes', (notes) => getComputedStyle(notes).display)).toBe('none');
});

test('a step of code puts its lines into focus and lets the others step back', async () => {
  const { deck } = await presenting(code);
  const lines = () =>
    deck.$$eval('section.present .line', (all) =>
      all.map((line) =>
        line.classList.contains('focus') ? 'focus' : line.classList.contains('dim') ? 'dim' : '',
      ),
    );
  expect(await lines()).toEqual(['dim', 'focus', 'dim', 'dim', 'dim']);
  await deck.keyboard.press('ArrowRight');
  expect(await lines()).toEqual(['dim', 'dim', 'focus', 'focus', 'dim']);
  await deck.keyboard.press('ArrowRight');
  expect(await lines()).toEqual(['', '', '', '', '']);
  await deck.keyboard.press('ArrowLeft');
  expect(await lines()).toEqual(['dim', 'dim', 'focus', 'focus', 'dim']);
});

/** Opens the deck from a folder that holds nothing but what is private, at a slide, and the speaker's window. */
async function presenting(
  slide: number,
  settings = 'duration: 30m\nslide-time: 90s\n',
  change: (words: string) => string = (words) => words,
): Promise<{ deck: Page; speaker: Page }> {
  const rendered = await specimen((words) => change(words.replace('---\n', `---\n${settings}`)));
  const address = await onDisk(presentPage(rendered));
  const browser = await viewer();
  const deck = await browser.newPage();
  // A clock that tests can move.
  await deck.evaluateOnNewDocument(() => {
    const real = Date.now;
    Date.now = () => real() + ((window as unknown as { ahead?: number }).ahead ?? 0);
  });
  await deck.goto(`${address}#/${slide}`);
  await deck.waitForSelector('.reveal.ready');
  return { deck, speaker: await speakersWindow(deck) };
}

/**
 * The window key S opens. The key is pressed until it comes: for a moment after a window is closed, the page that
 * opened it still takes it for open.
 */
async function speakersWindow(deck: Page): Promise<Page> {
  const opened = new Promise<Page | null>((resolve) => deck.once('popup', resolve));
  await deck.bringToFront();
  let speaker: Page | null | undefined;
  do {
    await deck.keyboard.press('s');
    speaker = await Promise.race([opened, setTimeout(1000, undefined)]);
  } while (speaker === undefined);
  if (speaker === null) throw new Error('No window opened.');
  await speaker.waitForSelector('.speaker-notes');
  return speaker;
}

/** Lets so many seconds of the talk have gone. */
async function moveClock(deck: Page, seconds: number): Promise<void> {
  await deck.evaluate((wanted) => {
    const { deckhandTalk, ahead = 0 } = window as unknown as {
      deckhandTalk: { elapsed: () => number };
      ahead?: number;
    };
    Object.assign(window, { ahead: ahead + wanted * 1000 - deckhandTalk.elapsed() });
  }, seconds);
}

async function text(page: Page, selector: string): Promise<string> {
  return page.$eval(selector, (element) => element.textContent?.trim() ?? '');
}
