import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '../../src/package-root.js';
import { deckPage } from '../../src/render/products/deck-page.js';
import { themeNames } from '../../src/theme/load-theme.js';
import { prepare } from '../support/prepared.js';
import { onDisk, viewer } from '../support/viewer.js';

const looks = themeNames(join(packageRoot(), 'templates')).flatMap((theme) =>
  ['16:9', '4:3'].map((aspect) => ({ theme, aspect })),
);

const step = (line: string) =>
  `1. ${line}\n\n   \`\`\`console\n   $ docker run --rm -p 8080:80 harbour\n   \`\`\`\n`;
const slides = [
  `## Three places for files {#table}

| Place | Lives as long as | Take it for |
|---|---|---|
| Own layer | the container | what can be lost |
| Volume | you keep it | databases, uploads |
| Folder | the host’s disk | settings, sources |`,
  `## You leave with these {#list}

::: objectives
- Name what an image carries
- Say which walls Linux builds
- Explain what a second one costs
:::`,
  ...[4, 1].map(
    (steps) => `## Pack the deck {#lab-${steps}}

::: lab Pack the deck {time=10m needs="docker,curl" difficulty=easy environment="in the folder examples"}
### Objective

Build an image.

### Steps

${Array.from({ length: steps }, () => step('Say which edition it is.')).join('\n')}
### Verify

Look.

### Break it

Stop it.

### Challenge

Do it twice.

### Clean up

Remove it.

### If stuck

Ask.
:::`,
  ),
];

test.each(looks)('few words take the slide, and labs keep their rows: $theme, $aspect', async (look) => {
  const markdown = `---\ntheme: ${look.theme}\naspect: ${look.aspect}\n---\n\n${slides.join('\n\n---\n\n')}\n`;
  const { rendered } = await prepare({ 'talk.md': markdown });
  const page = await (await viewer()).newPage();
  await page.setViewport({ width: look.aspect === '4:3' ? 960 : 1280, height: 720 });
  await page.goto(await onDisk(deckPage(rendered(), null)));
  const show = async (id: string) => {
    await page.evaluate((hash) => {
      window.location.hash = hash;
    }, `#/${id}`);
    await page.waitForSelector(`section#${id}.present`);
  };

  for (const [id, what, least] of [
    ['table', 'table', 0.58],
    ['list', 'ul', 0.56],
  ] as const) {
    await show(id);
    const share = await page.$eval(
      `#${id} .slide-body`,
      (body, inner) => {
        const box = body.getBoundingClientRect();
        return ((body.querySelector(inner)?.getBoundingClientRect().bottom ?? 0) - box.top) / box.height;
      },
      what,
    );
    expect(share, id).toBeGreaterThan(least);
    expect(share, id).toBeLessThan(0.9);
  }

  for (const id of ['lab-4', 'lab-1']) {
    await show(id);
    const seen = await page.$eval(`#${id}`, (slide) => {
      const box = (selector: string) =>
        (slide.querySelector(selector) as HTMLElement).getBoundingClientRect();
      const names = [...slide.querySelectorAll('.lab-more summary')].map((one) =>
        one.getBoundingClientRect(),
      );
      const [name, minutes, lab, foot] = ['.kind-name', '.minutes', '.lab', '.slide-foot-text'].map(box);
      if (!name || !minutes || !lab || !foot) throw new Error('This is no lab.');
      return {
        rows: new Set(names.map(({ top }) => Math.round(top))).size,
        toFoot: foot.top - Math.max(...names.map(({ bottom }) => bottom)),
        minutesToEdge: Math.abs(lab.right - minutes.right),
        isFirstLine: minutes.top < name.bottom && minutes.bottom > name.top,
      };
    });
    expect(seen, id).toMatchObject({ rows: 1, isFirstLine: true });
    expect(seen.toFoot, id).toBeGreaterThan(2);
    expect(seen.minutesToEdge, id).toBeLessThan(2);
  }
});
