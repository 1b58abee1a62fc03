import { expect, test } from 'vitest';
import { deckPage, presentPage } from '../../../src/render/products/deck-page.js';
import { handoutPage } from '../../../src/render/products/handout-page.js';
import { slidesPage } from '../../../src/render/products/slides-page.js';
import { slideStates } from '../../../src/render/steps.js';
import { prepare } from '../../support/prepared.js';

const deck = `# T

---

## Hidden one {hidden}

---

## Away {visibility=hidden}

---

## No number {uncounted}

---

## Nor this {visibility=uncounted}

---

## Screen only {print=no}

---

## Two pages {print-steps}

a {.fragment}

---

## Sometimes {tier=optional}

---

## Deutsch {lang=de .dense .invert .own}

---

## Above

----

## Below
`;

/** The slides of each product: title, and number where it has one. */
async function products(markdown: string) {
  const { rendered } = await prepare({ 'talk.md': markdown });
  const slidesIn = (html = '') =>
    [...html.matchAll(/<div class="slide [^>]*>[\s\S]*?<\/footer>/g)].map(([slide]) => {
      const number = /data-number="(\d+)"/.exec(slide)?.[1];
      const title = /class="slide-title[^>]*>([^<]*)/.exec(slide)?.[1];
      return number === undefined ? title : `${number} ${title}`;
    });
  return {
    deck: slidesIn(deckPage(rendered(), new Set()).html),
    present: slidesIn(presentPage(rendered()).html),
    slides: slidesIn(slidesPage(rendered(), null, slideStates)?.html),
    handout: slidesIn(handoutPage(rendered(), null)?.html),
    html: deckPage(rendered(), new Set()).html,
  };
}

test('settings of slides do what they say in every product, and leave the numbers alone', async () => {
  const made = await products(deck);
  const screen = [
    '1 T',
    'No number',
    'Nor this',
    '2 Screen only',
    '3 Two pages',
    '4 Deutsch',
    '5 Above',
    '6 Below',
  ];
  expect(made.deck).toEqual(screen);
  expect(made.present).toEqual(screen);
  expect(made.slides).toEqual([
    '1 T',
    'No number',
    'Nor this',
    '3 Two pages',
    '3 Two pages',
    '4 Deutsch',
    '5 Above',
    '6 Below',
  ]);
  expect(made.handout).toEqual([
    '1 T',
    'No number',
    'Nor this',
    '3 Two pages',
    '4 Deutsch',
    '5 Above',
    '6 Below',
  ]);
});

test('what is optional comes with tier: all, and takes a number', async () => {
  const made = await products(`---\ntier: all\n---\n\n${deck}`);
  expect(made.deck).toContain('4 Sometimes');
  expect(made.handout).toContain('5 Deutsch');
});

test('a language, classes and a stack stand where reveal.js and stylesheets look for them', async () => {
  const { html } = await products(deck);
  expect(html).toMatch(/<div class="slide layout-statement dense invert own"[^>]* lang="de"/);
  expect(html).toMatch(
    /<section>\s*<section id="above">[\s\S]*?<section id="below">[\s\S]*?<\/section>\s*<\/section>/,
  );
  expect(html.match(/data-visibility="uncounted"/g)).toHaveLength(2);
});

test('rules of a layout come with the decks that have slides of it', async () => {
  const { rendered } = await prepare({ 'talk.md': '# T\n\n---\n\n## Q {layout=quote}\n\n> Said' });
  const { slidesCss } = rendered().theme;
  expect(slidesCss).toContain('.layout-quote .slide-body');
  expect(slidesCss).not.toContain('.layout-end .slide-body');
});
