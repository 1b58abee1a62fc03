import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { lineTo } from '../support/line.js';
import { preview, type RunningPreview } from '../support/preview.js';
import { viewer } from '../support/viewer.js';

const talk = (third = '## Three') =>
  `---\ntitle: A talk\nduration: 10m\n---\n\n# A talk\n\n---\n\n## Two\n\n- first {.fragment}\n- second {.fragment}\n\nNote: Say two.\n\n---\n\n${third}\n\n---\n\n## Four\n\n${'line\n\n'.repeat(3)}`;

test('a slide that is saved changes in the open page, which keeps its slide and its steps', async () => {
  const running = await preview({ 'talk.md': talk() });
  const page = await opened(running, '/public/talk/index.html#/1');
  await page.keyboard.press('ArrowRight');
  await page.evaluate(() => {
    document.body.dataset.mark = 'the same page';
  });
  await save(running, talk('## Other words'));
  await page.waitForFunction(
    () =>
      document.body.innerText !== '' &&
      /Other words/.test(document.querySelector('.slides')?.textContent ?? ''),
  );
  expect(await placeOf(page)).toEqual({ h: 1, f: 0, mark: 'the same page' });

  await save(running, talk('## Other words').replace('- first', '- changed'));
  await page.waitForFunction(() =>
    document.querySelector('section.present')?.textContent?.includes('changed'),
  );
  expect(await placeOf(page)).toEqual({ h: 1, f: 0, mark: 'the same page' });
  expect(
    await page.$$eval('section.present .fragment.visible', (all) =>
      all.map((one) => one.textContent?.trim()),
    ),
  ).toEqual(['changed']);
});

test('a slide that gets another title is called so in the address, and nothing is added to the way back', async () => {
  const running = await preview({ 'talk.md': talk() });
  const page = await opened(running, '/public/talk/index.html#/1');
  const before = await page.evaluate(() => history.length);
  await save(running, talk().replace(/^## .+$/m, '## Called otherwise now'));
  await page.waitForFunction(() => location.hash === '#/called-otherwise-now');
  expect(await page.evaluate(() => history.length)).toBe(before);
  await page.reload();
  await page.waitForSelector('.reveal.ready');
  expect(await title(page)).toBe('Called otherwise now');
});

test('a slide that comes or goes before the open one leaves the open one where it is', async () => {
  const running = await preview({ 'talk.md': talk() });
  const page = await opened(running, '/public/talk/index.html#/2');
  expect(await title(page)).toBe('Three');
  await save(running, talk().replace('## Two', '## New\n\n---\n\n## Two'));
  await page.waitForFunction(() => document.querySelectorAll('.slides section').length === 5);
  expect(await title(page)).toBe('Three');
  await save(running, talk());
  await page.waitForFunction(() => document.querySelectorAll('.slides section').length === 4);
  expect(await title(page)).toBe('Three');
});

test('the overview stays open while slides change in it', async () => {
  const running = await preview({ 'talk.md': talk() });
  const page = await opened(running, '/public/talk/index.html#/1');
  await page.keyboard.press('o');
  await page.waitForSelector('.reveal.overview');
  await save(running, talk('## Other words').replace('## Two', '## New\n\n---\n\n## Two'));
  await page.waitForFunction(() => document.querySelectorAll('.slides section').length === 5);
  expect(await page.$('.reveal.overview')).not.toBeNull();
  expect(await title(page)).toBe('Two');
});

test('a broken save leaves the last good slide below what is wrong with it, until it is mended', async () => {
  const running = await preview({ 'talk.md': talk() });
  const page = await opened(running, '/public/talk/index.html#/2');
  await save(running, talk('## Broken\n\n::: include missing.md\n:::'));
  await page.waitForFunction(
    () => (document.querySelector('deckhand-overlay') as HTMLElement | null)?.dataset.errors === '1',
  );
  const shown = await overlay(page);
  expect(shown.hidden).toBe(false);
  expect(shown.text).toContain('missing.md');
  expect(shown.text).toContain('path/missing');
  expect(shown.frame).toMatch(/> \d+ │ ::: include missing\.md/);
  expect(shown.link).toMatch(new RegExp(`^vscode://file${running.cwd}/talk\\.md:\\d+:\\d+$`));
  expect(await title(page)).toBe('Three');

  await writeFile(join(running.cwd, 'missing.md'), '## Here it is\n');
  await page.waitForFunction(
    () =>
      document.querySelector('section.present')?.textContent?.includes('Here it is') ||
      /Here it is/.test(document.querySelector('.slides')?.textContent ?? ''),
  );
  await page.waitForFunction(
    () => (document.querySelector('deckhand-overlay') as HTMLElement | null)?.dataset.errors === '0',
  );
  expect((await overlay(page)).hidden).toBe(true);
});

test('warnings are a count that opens, and lay nothing over the slide', async () => {
  const running = await preview({
    'talk.md': talk('## Picture\n\n{.x unknown=1}\n\n## Heading {nonsense=1}'),
  });
  const page = await opened(running, '/public/talk/index.html');
  await page.waitForFunction(
    () =>
      Number((document.querySelector('deckhand-overlay') as HTMLElement | null)?.dataset.warnings ?? 0) > 0,
  );
  expect((await overlay(page)).hidden).toBe(true);
  await page.evaluate(() =>
    document.querySelector('deckhand-overlay')?.shadowRoot?.querySelector('button')?.click(),
  );
  expect((await overlay(page)).hidden).toBe(false);
});

test('several pages follow each save, the speaker’s with its notes, and paper is laid out anew', async () => {
  const running = await preview({ 'talk.md': talk() });
  const deck = await opened(running, '/public/talk/index.html');
  const speaker = await deck.browserContext().newPage();
  await speaker.goto(`${running.origin}/private/talk/present.html`);
  const paper = await deck.browserContext().newPage();
  await paper.goto(`${running.origin}/public/talk/handout.html`);
  await speaker.waitForSelector('.reveal.ready');
  await save(running, talk('## Everywhere').replace('Say two.', 'Say it otherwise.'));
  for (const page of [deck, speaker]) {
    await page.waitForFunction(() => /Everywhere/.test(document.querySelector('.slides')?.textContent ?? ''));
  }
  await speaker.waitForFunction(() =>
    /Say it otherwise/.test(document.querySelector('.slides')?.textContent ?? ''),
  );
  expect(await deck.content()).not.toContain('Say it otherwise');
  await paper.waitForFunction(() => /Everywhere/.test(document.body?.textContent ?? ''));
});

test('a page that lost the server says so, and catches up when it is back', async () => {
  const running = await preview({ 'talk.md': talk() });
  const line = await lineTo(running.origin);
  const page = await opened(running, '/public/talk/index.html#/2', line.origin);
  line.cut();
  await page.waitForFunction(
    () =>
      (document.querySelector('deckhand-overlay')?.shadowRoot?.querySelector('.lost') as HTMLElement | null)
        ?.hidden === false,
  );
  await save(running, talk('## Missed meanwhile'));
  await new Promise((resolve) => setTimeout(resolve, 400));
  line.mend();
  await page.waitForFunction(() =>
    document.querySelector('section.present')?.textContent?.includes('Missed meanwhile'),
  );
});

test.skipIf(process.platform === 'win32')(
  'after the machine has slept, what was saved before, meanwhile and at once after is on the page',
  async () => {
    const running = await preview({ 'talk.md': talk() });
    const page = await opened(running, '/public/talk/index.html#/2');
    // As with a lid that is closed: the process stands still, and nobody tells it what happens.
    running.child.kill('SIGSTOP');
    await save(running, talk('## Saved while asleep'));
    await new Promise((resolve) => setTimeout(resolve, 2500));
    running.child.kill('SIGCONT');
    const shows = (words: string) =>
      page.waitForFunction(
        (wanted) => document.querySelector('section.present')?.textContent?.includes(wanted),
        {},
        words,
      );
    await shows('Saved while asleep');
    await save(running, talk('## Saved awake'));
    await shows('Saved awake');
    // And where the line did not live through it.
    const line = await lineTo(running.origin);
    await page.goto(running.address.replace(running.origin, line.origin));
    await page.goto(`${line.origin}/public/talk/index.html#/2`);
    await page.waitForSelector('.reveal.ready');
    running.child.kill('SIGSTOP');
    line.cut();
    await save(running, talk('## Saved in the second night'));
    await new Promise((resolve) => setTimeout(resolve, 1500));
    line.mend();
    running.child.kill('SIGCONT');
    await shows('Saved in the second night');
  },
);

async function opened(running: RunningPreview, path: string, origin = running.origin): Promise<Page> {
  const browser = await viewer();
  const page = await browser.newPage();
  page.setDefaultTimeout(10_000);
  await page.goto(running.address.replace(running.origin, origin));
  await page.goto(origin + path);
  await page.waitForSelector('.reveal.ready');
  return page;
}

/** As many editors do: another file takes the place of the old one. */
async function save({ cwd }: RunningPreview, text: string): Promise<void> {
  await writeFile(join(cwd, 'talk.md.new'), text);
  await rename(join(cwd, 'talk.md.new'), join(cwd, 'talk.md'));
  await rm(join(cwd, 'talk.md.new'), { force: true });
}

function title(page: Page): Promise<string> {
  return page.$eval('section.present .slide-title', (element) => element.textContent?.trim() ?? '');
}

function placeOf(page: Page): Promise<unknown> {
  return page.evaluate(() => {
    const { Reveal } = window as unknown as { Reveal: { getIndices: () => { h: number; f: number } } };
    const { h, f } = Reveal.getIndices();
    return { h, f, mark: document.body.dataset.mark };
  });
}

function overlay(page: Page) {
  return page.evaluate(() => {
    const root = document.querySelector('deckhand-overlay')?.shadowRoot;
    const panel = root?.querySelector('.panel') as HTMLElement;
    return {
      hidden: panel.hidden,
      text: panel.textContent ?? '',
      frame: root?.querySelector('.frame')?.textContent ?? '',
      link: root?.querySelector('a')?.getAttribute('href') ?? '',
    };
  });
}
