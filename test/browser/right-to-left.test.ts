import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { packageRoot } from '../../src/package-root.js';
import { pagesOf } from '../../src/pipeline/products.js';
import { themeNames } from '../../src/theme/load-theme.js';
import { deckhand } from '../support/deckhand.js';
import { type ReadPdf, readPdf } from '../support/pdf.js';
import { prepare } from '../support/prepared.js';
import { onDisk, viewer } from '../support/viewer.js';
import { workspace } from '../support/workspace.js';

vi.setConfig({ testTimeout: 120_000 });

const require = createRequire(import.meta.url);
const arabic = (weight: number) =>
  readFileSync(
    require.resolve(`@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-${weight}-normal.woff2`),
  );
const face = (weight: number) =>
  `  - { family: Archivo, weight: ${weight}, file: fonts/${weight}.woff2, range: "U+600-6FF" }\n`;

const workshop = (settings: string) => `---
title: حاوية واحدة
lang: ar
start: "09:00"
license: CC-BY-4.0
${settings}
---

# الجزء الأول {time=10m}

---

## ماذا نتعلم {#goals time=10m}

::: objectives
- تشغيل حاوية[^1]
:::

::: paper
انظر [العنوان](https://example.org/docs/containers/and/images/and/everything/else/there/is/to/know/).

> [!TIP]
> الأمر \`docker ps\` يعرض كل شيء.

| اسم | عدد |
|---|---|
| حاوية | 1 |

\`\`\`yaml
kind: Pod
\`\`\`
:::

[^1]: الحاوية عملية.

---

## مهمة {#task time=10m}

::: exercise ترتيب {time=10m}
رتبوا.

### الحل

هكذا.
:::

---

## عمل {#bench time=10m}

::: lab ضوء {time=10m}
### الخطوات

1. شغلوا.

   \`\`\`console
   $ docker run web
   \`\`\`

### تحقق

افتحوا.
:::
`;

const paper = ['handout', 'workbook', 'labs', 'agenda'] as const;

/** Prints what participants get. */
async function printed(settings: string): Promise<Readonly<Record<(typeof paper)[number], ReadPdf>>> {
  const cwd = await workspace({
    'themes/souk/theme.yaml': `title: Souk\nextends: harbor\nmore-fonts:\n${face(400)}${face(700)}credits: ["Font: Noto Sans Arabic"]\n`,
    'themes/souk/fonts/400.woff2': arabic(400),
    'themes/souk/fonts/700.woff2': arabic(700),
    'talk.md': workshop(`theme: souk\n${settings}`),
  });
  const run = await deckhand(['build', 'talk.md', '-o', 'out', '--product', paper.join(',')], { cwd });
  expect(run.stderr).not.toMatch(/\[(?:theme\/no-words|font\/no-glyph)\]/);
  expect(run.code).toBe(0);
  const pdfs = paper.map(async (product) => {
    const bytes = new Uint8Array(readFileSync(join(cwd, `out/public/talk/${product}.pdf`)));
    return [product, await readPdf(bytes)] as const;
  });
  return Object.fromEntries(await Promise.all(pdfs)) as Record<(typeof paper)[number], ReadPdf>;
}

const license = 'CC BY 4.0';

test('pages that are read from the right end their lines at the left, and words of ours are in their language', async () => {
  const pdfs = await printed('');
  for (const product of paper) {
    const { pages } = pdfs[product];
    const last = pages.at(-1);
    expect(last?.halves[1], product).toContain(license);
    // The number of the page, of as many.
    expect(last?.halves[0], product).toContain(String(pages.length));
    expect(last?.halves[0], product).not.toContain(license);
    const text = pages.map((page) => page.text).join(' ');
    expect(text, product).not.toMatch(
      /\b(?:Page|of|Contents|Objectives|Exercise|Lab|Steps|Tip|Total|min|Break|Links|Name)\b/,
    );
  }
});

test('on both sides of the paper the licence is inside, where a book opens from the right', async () => {
  const { workbook, handout } = await printed('sides: two\nhandout: { slides: 1 }');
  for (const { pages } of [workbook, handout]) {
    const halves = pages.slice(1).map((page) => page.halves.map((half) => half.includes(license)));
    expect(halves.length).toBeGreaterThan(1);
    // The first page is a left one there, the second a right one.
    expect(halves).toEqual(halves.map((_, index) => (index % 2 === 0 ? [true, false] : [false, true])));
  }
});

test('a deck that is read from the right goes on to the left, in the letters of its theme', async () => {
  const opened = async (settings: string) => {
    const { rendered } = await prepare({ 'talk.md': workshop(settings) });
    const { value: pages } = await pagesOf(rendered(), new Set(['deck'] as const), null);
    const page = await (await viewer()).newPage();
    await page.goto(await onDisk(pages[0] ?? null));
    await page.waitForFunction('Reveal.isReady()');
    return page;
  };
  const page = await opened('');
  await page.keyboard.press('ArrowLeft');
  expect(await page.evaluate('Reveal.getIndices().h')).toBe(1);
  await page.keyboard.press('ArrowRight');
  expect(await page.evaluate('Reveal.getIndices().h')).toBe(0);
  await page.keyboard.press('Space');
  const seen = await page.evaluate(() => {
    const style = (selector: string) => getComputedStyle(document.querySelector(selector) as Element);
    return {
      title: style('.slide-title').fontFamily,
      list: style('.slide-body ul').textAlign,
      progress: style('.progress span').transformOrigin.split(' ')[0],
    };
  });
  expect(seen.title).toContain('Archivo Wide');
  expect(seen.list).toBe('start');
  expect(seen.progress).not.toBe('0px');
  const other = await opened('dialect: reveal\nrevealOptions: { rtl: false }');
  await other.keyboard.press('ArrowRight');
  expect(await other.evaluate('Reveal.getIndices().h')).toBe(1);
});

test.each(themeNames(join(packageRoot(), 'templates')))(
  'paper is laid out from the right: %s',
  async (theme) => {
    const { rendered } = await prepare({ 'talk.md': workshop(`theme: ${theme}`) });
    const { value: pages } = await pagesOf(rendered(), new Set(paper), null);
    const page = await (await viewer()).newPage();
    await page.setViewport({ width: 700, height: 900 });
    await page.emulateMediaType('print');
    const open = async (product: string) => {
      await page.goto(await onDisk(pages.find((one) => one.product === product) ?? null));
      expect(await page.$eval('html', (html) => html.dir)).toBe('rtl');
    };
    /** How far the first stands at the right of the second. */
    const apart = (first: string, second: string) =>
      page.evaluate(
        (...[one, other]) => {
          const [a, b] = [one, other].map((selector) => document.querySelector(selector));
          if (!a || !b) throw new Error(`${one}, ${other}`);
          return a.getBoundingClientRect().left - b.getBoundingClientRect().left;
        },
        first,
        second,
      );

    await open('workbook');
    expect(await apart('.contents-title', '.contents-page')).toBeGreaterThan(100);
    expect(await apart('.agenda-clock', '.agenda-minutes')).toBeGreaterThan(100);
    expect(
      await apart('#goals ~ * th, .chapter th', '#goals ~ * th:last-child, .chapter th:last-child'),
    ).toBeGreaterThan(10);
    const seen = await page.evaluate(() => {
      const style = (selector: string) => getComputedStyle(document.querySelector(selector) as Element);
      const [callout, block] = [style('.chapter .callout'), style('.chapter .objectives')];
      return {
        callout: Number.parseFloat(callout.borderRightWidth) >= Number.parseFloat(callout.borderLeftWidth),
        block: Number.parseFloat(block.borderRightWidth) > Number.parseFloat(block.borderLeftWidth),
        code: style('.chapter pre').direction,
        words: style('.chapter .callout code').direction,
        address: style('.link-list a').unicodeBidi,
      };
    });
    expect(seen).toEqual({ callout: true, block: true, code: 'ltr', words: 'ltr', address: 'plaintext' });

    await open('labs');
    expect(await apart('.lab-steps li p', '.lab-steps li pre')).toBeGreaterThan(10);
    await open('handout');
    expect(await apart('.cell-number', '.thumb')).toBeGreaterThan(100);
  },
);
