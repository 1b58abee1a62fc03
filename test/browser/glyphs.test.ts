import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lacksGlyph } from '../../src/check/check-glyphs.js';
import { packageRoot } from '../../src/package-root.js';
import { loadTheme } from '../../src/theme/load-theme.js';
import { viewer } from '../support/viewer.js';

/** Code points of scripts and signs that talks may have, those with a glyph and those without. */
const points = [
  [0x21, 0x7e],
  [0xa1, 0x24f],
  [0x370, 0x3ff],
  [0x400, 0x45f],
  [0x5d0, 0x5d9],
  [0x2010, 0x2044],
  [0x2190, 0x21ff],
  [0x2200, 0x2265],
  [0x2500, 0x25ff],
  [0x2600, 0x2640],
  [0x2713, 0x2718],
  [0x4e00, 0x4e08],
].flatMap(([from = 0, to = 0]) => Array.from({ length: to - from + 1 }, (_, index) => from + index));

test('a theme says of its fonts what the browser finds in them', { timeout: 120_000 }, async () => {
  const theme = loadTheme('harbor', join(packageRoot(), 'templates'), null).value;
  if (!theme?.glyphs) throw new Error('harbor does not say what its fonts can draw.');
  const visible = points.filter((point) => !/[\p{Z}\p{C}\p{M}]/u.test(String.fromCodePoint(point)));
  const page = await (await viewer()).newPage();
  const cells = (['text', 'code', 'display'] as const).flatMap((role) =>
    visible.map((point) => `<p id="${role}-${point}" class="${role}">&#${point};</p>`),
  );
  await page.setContent(
    `<style>${theme.screenFontsCss}${theme.slidesCss} .text{font:400 20px var(--font-text)} .code{font:400 20px var(--font-code)} .display{font:800 20px var(--font-display)}</style>${cells.join('')}`,
  );
  await page.evaluate(() => Promise.all([...document.fonts].map((face) => face.load())));
  // Where no font of the machine has a glyph either, the browser takes the first font's sign for what is missing.
  const missing = new Set(
    await page.evaluate(() => {
      const canvas = document.createElement('canvas');
      canvas.width = canvas.height = 40;
      const pen = canvas.getContext('2d', { willReadFrequently: true });
      if (!pen) throw new Error('There is no canvas.');
      const drawn = (text: string, font: string) => {
        pen.clearRect(0, 0, 40, 40);
        pen.font = font;
        pen.fillText(text, 4, 30);
        return pen.getImageData(0, 0, 40, 40).data.join();
      };
      const signs = new Map<string, string>();
      return [...document.querySelectorAll('p')].flatMap(({ id, textContent }, index, all) => {
        const { font } = getComputedStyle(all[index] as Element);
        const sign = signs.get(font) ?? drawn('\u{10fffd}', font);
        signs.set(font, sign);
        return drawn(textContent ?? '', font) === sign ? [id] : [];
      });
    }),
  );
  const session = await page.createCDPSession();
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { root } = await session.send('DOM.getDocument', { depth: 0 });
  const wrong: string[] = [];
  let lacking = 0;
  for (const role of ['text', 'code', 'display'] as const) {
    const ranges = theme.glyphs[role === 'code' ? 'code' : 'text'];
    for (const point of visible) {
      const { nodeId } = await session.send('DOM.querySelector', {
        nodeId: root.nodeId,
        selector: `#${role}-${point}`,
      });
      const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
      const found =
        fonts.length > 0 && fonts.every((font) => font.isCustomFont) && !missing.has(`${role}-${point}`);
      const said = !lacksGlyph(ranges, String.fromCodePoint(point));
      if (!said) lacking++;
      if (found !== said)
        wrong.push(`${role} U+${point.toString(16)} ${found ? 'is there' : 'is not there'}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(lacking).toBeGreaterThan(200);
});
