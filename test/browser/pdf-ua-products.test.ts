import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { packageRoot } from '../../src/package-root.js';
import type { LentBrowser } from '../../src/print/lend.js';
import { printPage } from '../../src/print/print-page.js';
import { type Built, builtContent } from '../support/bundled-content.js';
import { deckhand } from '../support/deckhand.js';
import { filesIn } from '../support/files-in.js';
import { brokenRules } from '../support/pdf-ua.js';
import { paperPage, testBrowser } from '../support/printing.js';
import { flowingPage } from '../support/whole-page.js';

const content = join(packageRoot(), 'content');
const golden = join(packageRoot(), 'test', 'golden');

// Whole builds of many decks, and all of what they print read back.
vi.setConfig({ testTimeout: 240_000 });

let home: string;
let browser: LentBrowser;
beforeAll(async () => {
  home = realpathSync(mkdtempSync(join(tmpdir(), 'deckhand-ua-')));
  browser = await testBrowser();
});
afterAll(async () => {
  await browser?.end();
  rmSync(home, { recursive: true, force: true });
});

/** Builds slides and handout, and says which rules each PDF breaks. */
async function broken(from: string, out: string, ...flags: readonly string[]) {
  const run = await deckhand(['build', from, '-o', out, '--product', 'slides,handout', ...flags], {
    cwd: home,
  });
  expect([run.code, run.stderr]).toEqual([0, expect.anything()]);
  const files = filesIn(join(home, out)).filter((file) => file.endsWith('.pdf'));
  const read = async (file: string) =>
    [file, await brokenRules(readFileSync(join(home, out, file)))] as const;
  return Object.fromEntries(await Promise.all(files.map(read)));
}

/** A small workshop with a part of everything. */
const knots = {
  settings: [
    'title: Ropes and knots',
    'authors: [Ada Example]',
    'date: 2026-11-22',
    'start: "09:00"',
    'url: https://example.org/knots',
    'license: CC-BY-4.0',
    'sides: two',
    'handout: { slides: 2, booklet: true, cover: true, sections: right }',
    'modules: [one.md]',
  ].join('\n'),
  slides: `# Ropes {time=20m}

---

## Ends

::: objectives
- Tell the ends apart
:::

See [knots](#knots), [a page](https://example.org/ropes)[^1] and a picture <img src="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==" alt="A dot" width="20" height="20">.

[^1]: The bitter end is on board.

Note: Hold both up.

---

# Knots {#knots time=40m}

---

## Tie one

::: exercise {time=10m}
Tie one.

::: hint
Two half hitches.
:::

::: solution
Over, under, through.
:::
:::

::: question {lines=3}
Which end moves?
:::

---

## By hand

::: lab {time=10m needs="rope"}
### Steps

1. Look at it.

   \`\`\`console
   $ ls
   rope
   \`\`\`

### If stuck

Ask.

### Solution

Pull.
:::

---

## Words

<div><h3>Raw</h3><table><tr><th>Key</th></tr><tr><td>Value</td></tr></table></div>

::: term Hitch
A knot around something.
:::

::: misconception A knot holds for ever.
It slips.
:::

::: checklist the day before
- Buy rope
:::
`,
};

describe('every PDF follows PDF/UA-1', () => {
  describe('of the bundled content', () => {
    let built: Built;
    beforeAll(async () => {
      built = await builtContent();
    }, 300_000);

    // The half day is cut from the same modules as the full one.
    const products = ['talk', 'full-day', 'tour'].flatMap((deck) =>
      ['slides', 'handout', 'workbook', 'labs', 'agenda', 'guide', 'solutions'].map((product) => ({
        deck,
        file: `${deck === 'talk' ? 'kubernetes-vs-docker' : deck}/${product}.pdf`,
      })),
    );
    test('there is one of every product', () => {
      const made = products.filter(({ file }) => built.pdfs.some((path) => path.endsWith(`/${file}`)));
      expect(made).toHaveLength(2 + 7 + 6);
    });

    test.each(products)('$file', async ({ file }) => {
      const path = built.pdfs.find((one) => one.endsWith(`/${file}`));
      if (path !== undefined) expect(await brokenRules(built.read(path))).toEqual([]);
    });
  });

  test('of documents for two sides, and of a booklet with a cover', async () => {
    const shop = join(home, 'knots');
    mkdirSync(shop);
    writeFileSync(join(shop, 'deck.yaml'), knots.settings);
    writeFileSync(join(shop, 'one.md'), knots.slides);
    const run = await deckhand(['build', shop, '-o', 'knots-out'], { cwd: home });
    expect([run.code, run.stderr]).toEqual([0, expect.anything()]);
    const files = filesIn(join(home, 'knots-out')).filter((file) => file.endsWith('.pdf'));
    expect(files.map((file) => file.split('/').at(-1)).sort()).toEqual([
      'agenda.pdf',
      'guide.pdf',
      'handout.pdf',
      'labs.pdf',
      'slides.pdf',
      'solutions.pdf',
      'workbook.pdf',
    ]);
    for (const file of files)
      expect([file, ...(await brokenRules(readFileSync(join(home, 'knots-out', file))))]).toEqual([file]);
  });

  test('when only some slides are printed, steps and all', async () => {
    const found = await broken(
      join(content, 'tour'),
      'range',
      '--range',
      '20-40',
      '--handout',
      '6',
      '--paper',
      'letter',
    );
    expect(Object.values(found)).toEqual([[], []]);
  });

  test('of the golden decks, with every block', async () => {
    const found = await broken(golden, 'golden', '--handout', '1');
    const decks = readdirSync(golden).filter((name) => !name.endsWith('.ts'));
    const printed = new Set(Object.keys(found).map((file) => file.split('/')[1]));
    expect([...printed].sort()).toEqual(decks.sort());
    expect(Object.values(found).flat()).toEqual([]);
  });

  test('of a document that runs on over its pages', async () => {
    const paper = { pages: 1, mayGrow: true, bookmarks: [{ level: 1, title: 'Chapter 1', target: 'c1' }] };
    const { value, diagnostics } = await printPage(browser, paperPage(flowingPage, paper));
    expect(diagnostics).toEqual([]);
    expect(value?.pages).toBeGreaterThan(50);
    expect(await brokenRules(value?.bytes ?? new Uint8Array())).toEqual([]);
  });
});
