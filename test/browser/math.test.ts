import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { deckhand } from '../support/deckhand.js';
import { temporaryFolder } from '../support/output-folder.js';
import { readPdf } from '../support/pdf.js';
import { viewer } from '../support/viewer.js';

const talk = `---
title: Math
---

## Energy is $E = mc^2$

$$\\sum_{n=1}^{\\infty} \\frac{1}{n^2} = \\mathbb{R}$$

$$ ${'a + '.repeat(20)} b $$

<b>Raw $\\mathcal{O}(n)$</b>
`;

test('formulas are drawn with fonts of their own, in the deck and on paper, and read once', async () => {
  const cwd = temporaryFolder();
  writeFileSync(join(cwd, 'talk.md'), talk);
  const { code, stderr } = await deckhand(['build', 'talk.md', '--product', 'deck,slides,handout'], {
    cwd,
  });
  expect(code, stderr).toBe(0);
  expect(stderr).not.toContain('handout/small-type');

  const browser = await viewer();
  const page = await browser.newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.setViewport({ width: 1280, height: 720 });
  await page.goto(pathToFileURL(join(cwd, 'dist/public/talk/index.html')).href);
  await page.waitForFunction('window.Reveal && Reveal.isReady()');
  const seen = await page.evaluate(async () => {
    await document.fonts.ready;
    const boxes = [...document.querySelectorAll('.katex-html')].map((one) => one.getBoundingClientRect());
    return {
      boxes: boxes.map(({ width, height }) => width > 20 && height > 20),
      fonts: [...document.fonts]
        .filter((one) => one.family.includes('KaTeX'))
        .map((one) => `${one.family} ${one.style} ${one.status}`)
        .sort(),
      right: Math.max(...boxes.map((one) => one.right)),
      math: document.querySelectorAll('math').length,
    };
  });
  expect(seen.boxes).toEqual([true, true, true, true]);
  expect(seen.math).toBe(4);
  // As wide as the slide's words may be, and no wider.
  expect(seen.right).toBeGreaterThan(1150);
  expect(seen.right).toBeLessThan(1209);
  expect(seen.fonts.filter((one) => !one.endsWith(' loaded'))).toEqual([]);
  for (const family of [
    'KaTeX_Main normal',
    'KaTeX_Math italic',
    'KaTeX_AMS normal',
    'KaTeX_Caligraphic normal',
  ])
    expect(seen.fonts).toContain(`${family} loaded`);
  expect(seen.fonts.join()).not.toMatch(/Fraktur|Script|Typewriter/);
  expect(asked.filter((url) => !/^(?:file|data|blob):/.test(url))).toEqual([]);

  const pdf = await readPdf(new Uint8Array(readFileSync(join(cwd, 'dist/public/talk/slides.pdf'))));
  expect(pdf.pages).toHaveLength(1);
  const [slide] = pdf.pages;
  expect(slide?.text.match(/E\s*=\s*m\s*c/g)).toHaveLength(1);
  expect(slide?.text).not.toContain('sum');
  expect(slide?.text).not.toContain('\u200b');
  expect(slide?.roles.filter((role) => role === 'Formula')).toHaveLength(4);
  expect(slide?.fonts.filter((font) => font.type3 || !font.embedded)).toEqual([]);
});
