import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { packageRoot } from '../../src/package-root.js';
import { handoutPage } from '../../src/render/products/handout-page.js';
import { slidesPage } from '../../src/render/products/slides-page.js';
import { themeNames } from '../../src/theme/load-theme.js';
import { launchViewer, onDisk, specimen } from '../support/viewer.js';

let browser: Browser;
beforeAll(async () => {
  browser = await launchViewer();
});
afterAll(() => browser?.close());

/** Every theme on both sides. */
const looks = themeNames(join(packageRoot(), 'templates')).flatMap((theme) =>
  ['light', 'dark'].map((variant) => ({ theme, variant })),
);

/** A pair of colours that is too close, and where. */
interface Weak {
  readonly words: string;
  readonly ratio: number;
  readonly colours: string;
}

test.each(looks)('every word on slides stands out 4.5:1 from its ground: $theme, $variant', async (look) => {
  const { seen, weak } = await contrast(await onDisk(slidesPage(await shown(look), null, null)));
  expect(seen).toBeGreaterThan(150);
  expect(weak).toEqual([]);
});

test.each(looks)(
  'every word on the handout does, whatever the variant was: $theme, $variant',
  async (look) => {
    const { seen, weak } = await contrast(await onDisk(handoutPage(await shown(look), null)));
    expect(seen).toBeGreaterThan(150);
    expect(weak).toEqual([]);
  },
);

/** The specimen in a theme, with more slides behind its own. */
function shown({ theme, variant }: (typeof looks)[number], more = '') {
  return specimen((text) => `${text.replace('---\n', `---\ntheme: ${theme}\nvariant: ${variant}\n`)}${more}`);
}

/** Slides with grounds of their own, on which every ink is used. */
const grounds = ['teal', '#ffe09a', '#e8590c', 'black', 'white', 'hotpink', '#808080']
  .map(
    (colour) => `
---

## On ${colour} {background="${colour}"}

- [accent]{.accent}, [muted]{.muted}, \`code\`, [link](https://example.org) and <mark>marked</mark>
- [red]{.fragment .highlight-red}, [green]{.fragment .highlight-green}, [blue]{.fragment .highlight-blue}

> [!TIP]
> A tip.

\`\`\`console
$ docker ps -a # all
NAMES
\`\`\`
`,
  )
  .join('');

test.each(looks)('on grounds that slides choose, too: $theme, $variant', async (look) => {
  const rendered = await shown(look, grounds);
  for (const page of [
    slidesPage(rendered, (number) => number > 20, null),
    handoutPage(rendered, (number) => number > 20),
  ]) {
    const { seen, weak } = await contrast(await onDisk(page));
    expect(seen).toBeGreaterThan(100);
    expect(weak).toEqual([]);
  }
});

test('the harness sees a pair that is too close', async () => {
  const rendered = await specimen((text) => `${text}\n---\n\n## Weak\n\n[pale]{style="color: #999"}\n`);
  const { weak } = await contrast(await onDisk(slidesPage(rendered, null, null)));
  expect(weak.map((one) => one.words)).toEqual(['pale']);
});

/** Looks at every piece of text in slides, and at what is painted right behind it. */
async function contrast(address: string): Promise<{ seen: number; weak: readonly Weak[] }> {
  const page = await browser.newPage();
  await page.goto(address);
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  // What is outside the window has no element at a point.
  await page.setViewport({ width: 1300, height });
  const found = await page.evaluate(() => {
    const weak: { words: string; ratio: number; colours: string }[] = [];
    let seen = 0;
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      const words = node.textContent?.trim() ?? '';
      if (!element || words === '' || !element.closest('.slide')) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const [box] = range.getClientRects();
      if (!box || box.width === 0) continue;
      const style = getComputedStyle(element);
      const ground = behind(element, box);
      if (ground === null) continue;
      seen += 1;
      const text = element instanceof SVGElement ? style.fill : style.color;
      const ratio = ratioOf(channels(text), channels(ground));
      if (ratio < 4.5) weak.push({ words: words.slice(0, 40), ratio, colours: `${text} on ${ground}` });
    }
    return { seen, weak };

    function behind(element: Element, box: DOMRect): string | null {
      const at = document.elementsFromPoint(box.left + box.width / 2, box.top + box.height / 2);
      for (const one of at.slice(Math.max(0, at.indexOf(element)))) {
        const { backgroundColor, fill } = getComputedStyle(one);
        const shape = one instanceof SVGGeometryElement && fill !== 'none';
        const colour = shape ? fill : backgroundColor;
        if (channels(colour)[3] !== 0) return colour;
      }
      return null;
    }

    function channels(colour: string): [number, number, number, number] {
      const [red = 0, green = 0, blue = 0, alpha = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number);
      return [red, green, blue, alpha];
    }

    function ratioOf(one: readonly number[], other: readonly number[]): number {
      const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
      return Math.round(((light + 0.05) / (dark + 0.05)) * 100) / 100;
    }

    function luminance(colour: readonly number[]): number {
      const [red = 0, green = 0, blue = 0] = colour.map((channel) => {
        const part = channel / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    }
  });
  await page.close();
  return found;
}
