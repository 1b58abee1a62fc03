import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { deckhand } from '../support/deckhand.js';
import { drawnOnPaper } from '../support/on-paper.js';
import { openPdf } from '../support/pictures-of-pdf.js';
import { readCode, readPdfCode } from '../support/read-codes.js';
import { viewer } from '../support/viewer.js';
import { workspace } from '../support/workspace.js';

const address = 'https://example.org/talks/kubernetes-vs-docker?from=room-3&lang=de';
const url = 'https://example.org/kvd';
const talk = `---
title: Codes
variant: dark
url: ${url}
handout: { slides: 1 }
---

# Codes

---

## Take it along {#code}

::: qr ${address}

---

## For later {#later}

::: paper
::: qr ${address}
:::

---

## Thank you {#end layout=end}
`;

test('phones read the codes on the screen, in the dark too, in the slide PDF and on paper', {
  timeout: 120_000,
}, async () => {
  const cwd = await workspace({ 'talk.md': talk });
  expect(await deckhand(['build', 'talk.md'], { cwd })).toMatchObject({ code: 0, stderr: '' });
  const browser = await viewer();

  const screen = await browser.newPage();
  await screen.setViewport({ width: 1280, height: 720 });
  const shown: (string | null)[] = [];
  for (const id of ['code', 'end']) {
    await screen.goto(`file://${cwd}/dist/public/talk/index.html#/${id}`);
    await screen.reload();
    await screen.waitForSelector(`#${id}.present .qr-code`);
    const picture = await screen.screenshot();
    const reader = await browser.newPage();
    shown.push(await readCode(reader, picture));
    await reader.close();
  }
  expect(shown).toEqual([address, url]);

  const slides = await openPdf(browser, await readFile(join(cwd, 'dist/public/talk/slides.pdf')));
  expect(await readPdfCode(slides.page, 1)).toBeNull();
  expect(await readPdfCode(slides.page, 2)).toBe(address);
  expect(await readPdfCode(slides.page, 4)).toBe(url);
  const handout = await openPdf(browser, await readFile(join(cwd, 'dist/public/talk/handout.pdf')));
  expect(await readPdfCode(handout.page, 3)).toBe(address);
});

test('a code is at least 20 mm wide where paper has it, inside its white edge', {
  timeout: 60_000,
}, async () => {
  const page = await drawnOnPaper(talk);
  const width = await page.$eval('.cell-paper .qr-code', (code) => code.getBoundingClientRect().width);
  const modules = await page.$eval('.cell-paper .qr-code', (code) =>
    Number(code.getAttribute('viewBox')?.split(' ')[2]),
  );
  expect(((width / 96) * 25.4 * (modules - 8)) / modules).toBeGreaterThanOrEqual(20);
});
