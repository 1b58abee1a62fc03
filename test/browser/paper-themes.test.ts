import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { packageRoot } from '../../src/package-root.js';
import { pagesOf } from '../../src/pipeline/products.js';
import { themeNames } from '../../src/theme/load-theme.js';
import { violations } from '../support/axe.js';
import { everyLayout, ship } from '../support/every-layout.js';
import { prepare } from '../support/prepared.js';
import { launchViewer, onDisk } from '../support/viewer.js';

let browser: Browser;
beforeAll(async () => {
  browser = await launchViewer();
});
afterAll(() => browser?.close());

const paper = new Set(['handout', 'workbook', 'labs', 'agenda', 'guide', 'solutions'] as const);

/** What is on paper of a workshop and on no slide of a talk. */
const blocks = `

---

## Blocks {time=10m}

::: objectives
- Tie a knot[^1]
:::

::: keypoints
- Knots hold
:::

::: misconception
Ropes are all the same.

They are not.
:::

::: term Bollard
What a ship is tied to.
:::

::: question {lines=2}
What holds best?
:::

::: checklist {when="the day before" materials="rope"}
- A rope
:::

::: paper
More of it in [a very long address](https://example.org/knots/and/ropes/and/what/else/there/is/to/know/about/them).

${['NOTE', 'TIP', 'IMPORTANT', 'WARNING', 'CAUTION'].map((kind) => `> [!${kind}]\n> Words, \`code\` and [a link](https://example.org).\n`).join('\n')}
\`\`\`js {1}
const knot = 'bowline'; // one
let ship: Ship = null;
\`\`\`

\`\`\`yaml diff
- knot: 1
+ knot: 2
\`\`\`
:::

[^1]: A bowline.

Note:
Say it aloud.

::: say
Welcome.
:::

::: cut {time=2m}
The story.
:::

---

## Tie it {time=10m}

::: exercise Tie {time=5m difficulty=easy needs=rope}
Tie it.

::: hint
Around.
:::

### Solution

Twice around.
:::

---

## Moor it {time=10m}

::: lab Moor {time=5m difficulty=easy needs=rope environment="the quay" vars=NAME}
### Objective

A ship that stays.

### Steps

1. Throw the rope.

   \`\`\`console
   $ throw rope
   thrown
   \`\`\`

### Verify

Pull.

### If stuck

Call.

### Solution

Pull harder.
:::
`;

test.each(themeNames(join(packageRoot(), 'templates')))(
  'axe finds nothing on any paper: %s',
  async (theme) => {
    const markdown = `${everyLayout(theme).replace('---\n', '---\nstart: "09:00"\n')}${blocks}`;
    const { rendered } = await prepare({ 'talk.md': markdown, 'ship.svg': ship });
    const { value: pages } = await pagesOf(rendered(), paper, null);
    expect(new Set(pages.map(({ product }) => product))).toEqual(new Set([...paper, 'shelf']));
    const tab = await browser.newPage();
    await tab.setBypassCSP(true);
    await tab.emulateMediaType('print');
    const found: string[] = [];
    for (const page of pages.filter((one) => one.product !== 'shelf')) {
      await tab.goto(await onDisk(page));
      const all = await violations(tab, 'paper', [
        'color-contrast',
        'link-in-text-block',
        'duplicate-id-aria',
      ]);
      found.push(...all.map((one) => `${page.product}: ${one}`));
    }
    await tab.close();
    expect(found).toEqual([]);
  },
);
