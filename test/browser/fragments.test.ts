import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { deckPage } from '../../src/render/products/deck-page.js';
import { slidesPage } from '../../src/render/products/slides-page.js';
import { slideStates } from '../../src/render/steps.js';
import { prepare } from '../support/prepared.js';
import { onDisk, viewer } from '../support/viewer.js';

const effects =
  `fade-in fade-out fade-up fade-down fade-left fade-right fade-in-then-out fade-in-then-semi-out
  semi-fade-out current-visible zoom-in grow shrink strike highlight-red highlight-green highlight-blue
  highlight-current-red highlight-current-green highlight-current-blue custom`.split(/\s+/);

/** Slides with every effect, in words and in blocks, and with every way to say the order. */
const deck = `---
fragments: all
---

# Fragments

${effects.map((name) => `---\n\n## ${name}\n\nOne [word]{.fragment .${name}} and\n\nall of it {.fragment .${name}}\n\nlast {.fragment}\n`).join('\n')}

---

## In order

first {.fragment}

third {.fragment step=3}

\`\`\`js {1|2|3}
a();
b();
c();
\`\`\`

second {.fragment data-fragment-index=1}

with the third {step=3}

. . .

::: incremental
- one
  - in one
- two
:::

---

## Title {.fragment .fade-up}

::: stack
A

B

C
:::

| a |
|---|
| b |
| c |
{.incremental}
`;

/** How everything that waits for a click looks now, and which lines of code are in focus. */
const looks = (page: Page, selector: string) =>
  page.evaluate((inside) => {
    const root = document.querySelector(inside);
    if (!root) throw new Error(`There is no ${inside}.`);
    return [...root.querySelectorAll('.fragment, .stack-item, .line')].map((element) => {
      const { visibility, opacity, transform, color, textDecorationLine } = getComputedStyle(element);
      const words = element.textContent?.trim().slice(0, 12);
      const line = element.classList.contains('line') ? element.className : '';
      // What cannot be seen may be anywhere.
      return visibility === 'hidden' || element.matches('.code-step')
        ? `${words} hidden`
        : [
            words,
            opacity,
            transform.replace('matrix(1, 0, 0, 1, 0, 0)', 'none'),
            color,
            textDecorationLine,
            line,
          ].join(' ');
    });
  }, selector);

test('every state of a slide looks on paper as on the screen after as many clicks', async () => {
  const { rendered } = await prepare({ 'talk.md': deck });
  const browser = await viewer();
  const [screen, paper] = [await browser.newPage(), await browser.newPage()];
  await screen.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
  await screen.goto(await onDisk(deckPage(rendered(), new Set())));
  await screen.waitForSelector('.reveal.ready');
  await paper.goto(await onDisk(slidesPage(rendered(), null, slideStates)));
  let states = 0;
  for (const { slide } of rendered().slides) {
    await screen.evaluate((id) => {
      location.hash = `#${id}`;
    }, slide.id);
    await screen.waitForSelector(`section.present[id="${slide.id}"]`);
    for (let clicks = 0; ; clicks++) {
      const page = clicks === 0 ? slide.id : `${slide.id}--${clicks + 1}`;
      const onScreen = await looks(screen, `section[id="${slide.id}"]`);
      expect(await looks(paper, `section[id="${page}"]`), `${page}`).toEqual(onScreen);
      states += 1;
      const more = await screen.evaluate('Reveal.availableFragments().next');
      if (!more) {
        expect(await paper.$(`section[id="${slide.id}--${clicks + 2}"]`), slide.id).toBeNull();
        break;
      }
      await screen.evaluate('Reveal.nextFragment()');
    }
  }
  expect(states).toBeGreaterThan(80);
});

test('without pages for steps a slide stands in its last state', async () => {
  const { rendered } = await prepare({ 'talk.md': deck.replace('fragments: all', 'fragments: last') });
  const browser = await viewer();
  const page = await browser.newPage();
  await page.goto(await onDisk(slidesPage(rendered(), null, null)));
  const state = async (effect: string) => (await looks(page, `section[id="${effect}"]`))[1];
  expect(await state('fade-up')).toBe('all of it 1 none rgb(12, 33, 54) none ');
  expect(await state('fade-out')).toBe('all of it hidden');
  expect(await state('current-visible')).toBe('all of it hidden');
  expect(await state('fade-in-then-semi-out')).toContain('all of it 0.65');
  expect(await state('strike')).toContain('line-through');
  expect(await state('highlight-red')).toContain('rgb(179, 32, 31) underline');
  expect(await state('highlight-current-red')).toContain('rgb(12, 33, 54) none');
  expect(await state('grow')).toContain('matrix(1.3');
  expect(await looks(page, 'section[id="title"]')).toEqual([
    'Title 1 none rgb(12, 33, 54) none ',
    'A hidden',
    'B hidden',
    expect.stringContaining('C 1 none'),
    expect.stringContaining('b 1 none'),
    expect.stringContaining('c 1 none'),
  ]);
});

test('what reveal.js stacks and sets side by side stands so on paper, too', async () => {
  const box = (id: string) => `<div id="${id}" style="width:80px;height:40px">${id}</div>`;
  const html = (name: string, ids: readonly string[]) =>
    `<div class="${name}">${ids.map(box).join('')}</div>`;
  const { rendered } = await prepare({
    'talk.md': `# Stacks\n\n${html('r-stack', ['a', 'b'])}\n\n${html('r-hstack', ['c', 'd'])}\n\n${html('r-vstack', ['e', 'f'])}\n`,
  });
  const browser = await viewer();
  const page = await browser.newPage();
  await page.goto(await onDisk(slidesPage(rendered(), null, null)));
  const apart = (one: string, other: string) =>
    page.evaluate(
      (ids) => {
        const [first, second] = ids.map((id) => document.getElementById(id)?.getBoundingClientRect());
        return [(second?.x ?? 0) - (first?.x ?? 0), (second?.y ?? 0) - (first?.y ?? 0)];
      },
      [one, other],
    );
  expect(await apart('a', 'b')).toEqual([0, 0]);
  // With the room that the theme leaves between columns.
  expect(await apart('c', 'd')).toEqual([120, 0]);
  expect(await apart('e', 'f')).toEqual([0, 40]);
});
