import { copyFile, mkdtemp, readFile, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packageRoot } from '../../src/package-root.js';
import { deckhand } from '../support/deckhand.js';
import { launchViewer } from '../support/viewer.js';
import { workspace } from '../support/workspace.js';

const decks = {
  'test/browser/specimen': 'talk',
  'content/kubernetes-vs-docker': 'kubernetes-vs-docker',
  'content/tour': 'tour',
} as const;

/** What these tests ask of reveal.js, in the browser. */
declare const Reveal: {
  getTotalSlides(): number;
  availableRoutes(): { right: boolean; down: boolean };
  next(): void;
  getSlidePastCount(): number;
  getIndices(section?: Element): { h: number; v: number; f?: number };
  slide(h: number, v: number): void;
};

let browser: Browser;
let home: string;
beforeAll(async () => {
  browser = await launchViewer();
  home = await realpath(await mkdtemp(join(tmpdir(), 'deckhand-single-')));
});
afterAll(async () => {
  await browser.close();
  await rm(home, { recursive: true, force: true });
});

describe.for(Object.entries(decks))('%s in one file', ([source, name]) => {
  test('asks for nothing but itself, whatever slide is shown, and looks like the deck in a folder', async () => {
    const out = await built(source);
    const folder = await opened(join(out, 'public', name, 'index.html'));
    const alone = await opened(await carried(join(out, `public/${name}-deck.html`)));
    const count = await alone.page.evaluate(() => Reveal.getTotalSlides());
    // All are shown; of a long deck some are compared.
    const step = Math.ceil(count / 30);
    await alone.page.evaluate(() => {
      for (let next = true; next; next = Reveal.availableRoutes().right || Reveal.availableRoutes().down)
        Reveal.next();
    });
    for (let at = 0; at < count; at += step) {
      const [own, other] = await Promise.all([alone, folder].map(({ page }) => pictureOf(page, at)));
      expect(own?.id).toBe(other?.id);
      if (own?.picture === other?.picture) continue;
      // A drawing that comes from elsewhere may be rounded the other way.
      expect(await largestDifference(own?.picture ?? '', other?.picture ?? ''), own?.id).toBeLessThan(4);
    }
    expect(alone.asked).toEqual([alone.address]);
    expect(alone.said).toEqual([]);
  });

  test('is the same, byte for byte, when it is built again', async () => {
    const [one, other] = [await built(source), await builtAnew(source)];
    for (const path of [`public/${name}-deck.html`, `private/${name}-present.html`]) {
      expect((await readFile(join(one, path))).equals(await readFile(join(other, path)))).toBe(true);
    }
  });

  test('leads nowhere beside itself', async () => {
    const out = await built(source);
    for (const path of [`public/${name}-deck.html`, `private/${name}-present.html`]) {
      const { page } = await opened(await carried(join(out, path)));
      const beside = await page.$$eval('[href], [src], [srcset], [poster], [content^="0;"]', (all) =>
        all.flatMap((one) =>
          ['href', 'src', 'srcset', 'poster', 'content']
            .map((attribute) => one.getAttribute(attribute) ?? '#')
            .filter(
              (address) => /^(?!#|data:|blob:|https?:|mailto:)/.test(address) && one.tagName !== 'META',
            ),
        ),
      );
      expect(beside).toEqual([]);
    }
  });

  test('has the speaker’s window, key S, and that asks for nothing either', async () => {
    const out = await built(source);
    const { page, asked, said, address } = await opened(
      await carried(join(out, `private/${name}-present.html`)),
    );
    const arrives = new Promise<Page | null>((resolve) => page.once('popup', resolve));
    await page.keyboard.press('s');
    const speaker = await arrives;
    if (speaker === null) throw new Error('No window was opened.');
    const more: string[] = [];
    speaker.on('request', (request) => more.push(request.url()));
    await speaker.waitForSelector('.speaker-slides > .speaker-stage .slide');
    await speaker.waitForFunction(() => {
      const stage = document.querySelector('.speaker-stage');
      const slide = stage?.querySelector('.slide');
      return slide && stage && Math.abs(slide.getBoundingClientRect().width - stage.clientWidth) < 3;
    });
    const font = await speaker.$eval('.speaker-stage .slide', (one) => getComputedStyle(one).fontFamily);
    expect(font).toContain('Archivo');
    await speaker.keyboard.press('ArrowRight');
    await page.waitForFunction(() => Reveal.getSlidePastCount() > 0 || Reveal.getIndices().f === 0);
    expect(asked).toEqual([address]);
    expect(more.filter(isElsewhere)).toEqual([]);
    expect(said).toEqual([]);
    await speaker.close();
  });
});

test('a film plays, a picture that is shown twice stands in the file once, and a file to keep has its name', async () => {
  const out = await built('content/tour');
  const path = join(out, 'public/tour-deck.html');
  const html = await readFile(path, 'utf8');
  const film = await readFile(join(packageRoot(), 'content/tour/img/crane.webm'), 'base64');
  expect(html.split(film)).toHaveLength(2);
  const { page } = await opened(await carried(path));
  const lengths = await page.$$eval('video, audio', (all) =>
    Promise.all(
      all.map(async (one) => {
        const player = one as HTMLMediaElement;
        while (player.readyState < 1 && player.error === null)
          await new Promise((then) => requestAnimationFrame(then));
        return player.duration;
      }),
    ),
  );
  expect(lengths.length).toBeGreaterThan(2);
  expect(lengths.every((one) => one > 0)).toBe(true);
  const broken = await page.$$eval('img', async (all) => {
    const decoded = await Promise.allSettled(all.map((one) => one.decode()));
    return decoded.filter(({ status }) => status === 'rejected').length;
  });
  expect(broken).toBe(0);
  expect(await page.$eval('a[download="crane.webm"]', (one) => (one as HTMLAnchorElement).protocol)).toBe(
    'blob:',
  );
});

test('a browser without scripts shows all slides of it, one below the other', async () => {
  const out = await built('test/browser/specimen');
  const address = await carried(join(out, 'public/talk-deck.html'));
  const page = await browser.newPage();
  await page.setJavaScriptEnabled(false);
  await page.goto(`file://${address}`);
  const tops = await page.evaluate(() =>
    [...document.querySelectorAll('.slide')].map((one) => one.getBoundingClientRect().top),
  );
  expect(tops.length).toBeGreaterThan(10);
  expect(tops.every((top, at) => at === 0 || top > (tops[at - 1] ?? 0))).toBe(true);
  await page.close();
});

/** Each deck is built once, and lent to all tests but the one that builds again. */
const builds = new Map<string, Promise<string>>();
function built(source: string): Promise<string> {
  const before = builds.get(source);
  if (before !== undefined) return before;
  const one = builtAnew(source);
  builds.set(source, one);
  return one;
}

/** Builds a deck into a folder of its own. */
async function builtAnew(source: string): Promise<string> {
  const cwd = await mkdtemp(join(home, 'out-'));
  const from = join(packageRoot(), source);
  const run = await deckhand(['build', from, '--product', 'deck,present', '--single-file', '-o', 'out'], {
    cwd,
  });
  if (run.code !== 0) throw new Error(run.stderr);
  return join(cwd, 'out');
}

/** The file alone in another folder, as who was sent it has it. */
async function carried(path: string): Promise<string> {
  const folder = await workspace();
  await copyFile(path, join(folder, basename(path)));
  return join(folder, basename(path));
}

/** A deck from disk, what its browser asks for, and what it complains of. */
async function opened(path: string) {
  const page = await browser.newPage();
  const [asked, said]: [string[], string[]] = [[], []];
  await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
  await page.setViewport({ width: 1280, height: 720 });
  page.on('request', (request) => {
    if (isElsewhere(request.url())) asked.push(request.url());
  });
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(String(error)));
  const address = `file://${path}`;
  await page.goto(address);
  await page.waitForSelector('.reveal.ready');
  await page.evaluate(() => document.fonts.ready);
  return { page, asked, said, address };
}

function isElsewhere(address: string): boolean {
  return !/^(?:data|blob):|^about:blank/.test(address);
}

async function pictureOf(page: Page, at: number) {
  const id = await page.evaluate(async (place) => {
    const sections = [...document.querySelectorAll('.slides section')].filter(
      (one) => !one.querySelector('section'),
    );
    const section = sections[place] as HTMLElement;
    const { h, v } = Reveal.getIndices(section);
    Reveal.slide(h, v);
    // What shows for a while after a step, and then no more, has a time of its own.
    for (const one of document.querySelectorAll<HTMLElement>('.controls, .deck-links'))
      one.style.display = 'none';
    // Films have a test of their own: how far they are is another matter.
    for (const film of section.querySelectorAll<HTMLElement>('video, audio'))
      film.style.visibility = 'hidden';
    await Promise.all([...section.querySelectorAll('img')].map((one) => one.decode().catch(() => null)));
    await new Promise((then) => requestAnimationFrame(() => requestAnimationFrame(then)));
    return section.id;
  }, at);
  return { id, picture: await page.screenshot({ encoding: 'base64' }) };
}

/** How far two pictures are apart where they are furthest, of 255. */
async function largestDifference(...pictures: readonly [string, string]): Promise<number> {
  const page = await browser.newPage();
  const difference = await page.evaluate(async (both) => {
    const [one, other] = await Promise.all(
      both.map(async (base64) => {
        const image = new Image();
        image.src = `data:image/png;base64,${base64}`;
        await image.decode();
        const canvas = new OffscreenCanvas(image.width, image.height);
        const context = canvas.getContext('2d');
        context?.drawImage(image, 0, 0);
        return context?.getImageData(0, 0, image.width, image.height).data;
      }),
    );
    let most = one?.length === other?.length ? 0 : 255;
    for (const [at, value] of (one ?? []).entries())
      most = Math.max(most, Math.abs(value - (other?.[at] ?? 0)));
    return most;
  }, pictures);
  await page.close();
  return difference;
}
