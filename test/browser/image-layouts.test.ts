import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '../../src/package-root.js';
import { slidesPage } from '../../src/render/products/slides-page.js';
import { themeNames } from '../../src/theme/load-theme.js';
import { prepare } from '../support/prepared.js';
import { onDisk, viewer } from '../support/viewer.js';

/** Wider than any slide, and not high enough. */
const picture =
  '<svg xmlns="http://www.w3.org/2000/svg" width="2000" height="300"><path fill="#0b6e7c" d="M0 0h2000v300H0z"/></svg>';
const image = '![A quay](quay.svg "The quay")';
const talk = `## All of it {#full layout=image-full}

${image}

Words on a plate.

---

## One half of it {#right layout=image-beside}

- Words at the left

${image}

---

## The other half {#left layout=image-beside}

${image}

- Words at the right

---

## No picture at all {#none layout=image-beside}

Words.
`;

const looks = themeNames(join(packageRoot(), 'templates')).flatMap((theme) =>
  ['16:9', '4:3'].map((aspect) => ({ theme, aspect })),
);

test.each(looks)(
  'a picture fills the slide or half of it to the edges, and words keep off it: $theme, $aspect',
  async ({ theme, aspect }) => {
    const { rendered, said } = await prepare({
      'talk.md': `---\ntheme: ${theme}\naspect: ${aspect}\n---\n\n${talk}`,
      'quay.svg': picture,
    });
    expect(said).toEqual([]);
    const page = await (await viewer()).newPage();
    await page.goto(await onDisk(slidesPage(rendered(), null, null)));
    const boxes = await page.evaluate(() =>
      Object.fromEntries(
        ['full', 'right', 'left', 'none'].map((id) => {
          const slide = document.querySelector<HTMLElement>(`section[id="${id}"] .slide`);
          if (slide === null) throw new Error(id);
          const edge = slide.getBoundingClientRect();
          // In shares of the slide.
          const box = (element: Element | null) => {
            const { left, right, top, bottom } = element?.getBoundingClientRect() ?? new DOMRect();
            return [
              (left - edge.left) / edge.width,
              (right - edge.left) / edge.width,
              (top - edge.top) / edge.height,
              (bottom - edge.top) / edge.height,
            ].map((share) => Math.round(share * 100) / 100);
          };
          const img = slide.querySelector('.image-media img');
          return [
            id,
            {
              picture: box(img),
              fit: img && getComputedStyle(img).objectFit,
              title: box(slide.querySelector('.slide-title')),
              body: box(slide.querySelector('.slide-body > *')),
              plate: getComputedStyle(slide.querySelector('.slide-head') ?? slide).backgroundColor,
              ink: getComputedStyle(slide.querySelector('.slide-title') ?? slide).color,
            },
          ];
        }),
      ),
    );
    const { full, right, left, none } = boxes;
    // The stripe of harbor stays beside it.
    expect(full?.picture[0]).toBeLessThan(0.03);
    expect(full?.picture.slice(1)).toEqual([1, 0, 1]);
    expect([full, right, left].map((one) => one?.fit)).toEqual(['cover', 'cover', 'cover']);
    expect(full?.plate).not.toMatch(/, 0\)$/);
    expect(full?.plate).not.toBe(full?.ink);
    expect(right?.picture).toEqual([0.5, 1, 0, 1]);
    expect(left?.picture[0]).toBeLessThan(0.03);
    expect(left?.picture.slice(1)).toEqual([0.5, 0, 1]);
    for (const one of [right?.title, right?.body]) expect(one?.[1]).toBeLessThan(0.5);
    for (const one of [left?.title, left?.body]) {
      expect(one?.[0]).toBeGreaterThan(0.5);
      expect(one?.[1]).toBeLessThan(1);
    }
    // Without one it is a slide like any other.
    expect(none?.title[0]).toBeLessThan(0.15);
  },
);

test('a title too long for its half is set smaller, and no slide of these overflows', async () => {
  const { rendered } = await prepare({
    'talk.md': `## A picture stands beside everything that has to be said of containers on quays {layout=image-beside}\n\n- One\n- Two\n\n${image}`,
    'quay.svg': picture,
  });
  const page = await (await viewer()).newPage();
  await page.goto(await onDisk(slidesPage(rendered(), null, null)));
  const title = await page.$eval('.slide-title', (one) => ({
    size: Number.parseFloat(getComputedStyle(one).fontSize),
    height: one.getBoundingClientRect().height,
  }));
  expect(title.size).toBeLessThan(40);
  expect(title.height).toBeLessThan(260);
});
