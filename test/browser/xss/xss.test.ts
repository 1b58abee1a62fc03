import type { BrowserContext, Page } from 'puppeteer-core';
import { beforeEach, expect, test } from 'vitest';
import { deckPage, presentPage } from '../../../src/render/products/deck-page.js';
import { real } from '../../support/pictures.js';
import { prepare } from '../../support/prepared.js';
import { onDisk, viewer } from '../../support/viewer.js';
import { htmlVectors, markdownVectors } from './own-vectors.js';
import { publishedVectors } from './published-vectors.js';
import { provoke, watchedPage } from './watched-page.js';

/** Where else than alone in a block a vector may stand; each stands in one of these, in turn. */
const places: readonly ((vector: string) => string)[] = [
  (vector) => `words ${vector} words`,
  (vector) => `| a |\n| --- |\n| ${vector.replaceAll('|', '\\|')} |`,
  (vector) => `words\n\nNote: ${vector}`,
  (vector) => `## Title ${vector}\n\nwords`,
  (vector) => `- item\n  ${vector}\n\n::: columns\n${vector}\n:::`,
];

const vectors = [...publishedVectors, ...htmlVectors];
const slides: readonly string[] = [
  ...vectors,
  ...vectors.map((vector, index) =>
    (places[index % places.length] as (typeof places)[number])(vector.replace(/\s*\n\s*/g, ' ')),
  ),
  ...markdownVectors,
];

/** So many slides a deck that each is quickly shown. */
const perDeck = 400;
const decks = Array.from({ length: Math.ceil(slides.length / perDeck) }, (_, index) =>
  slides.slice(index * perDeck, (index + 1) * perDeck),
);

let browser: BrowserContext;
beforeEach(async () => {
  browser = await viewer();
});

test('there are vectors to try', () => {
  expect(publishedVectors.length).toBeGreaterThan(500);
  expect(slides.length).toBeGreaterThan(3500);
});

test.each(decks.map((deck, index) => [index + 1, deck] as const))(
  'no vector of deck %i runs, in what everybody sees or in what the speaker does',
  { timeout: 240_000 },
  async (_, deck) => {
    const { rendered, shown } = await built(deck);
    // What is refused at its place cannot run; that must be few, or nothing is tried.
    expect(shown).toBeGreaterThan(deck.length * 0.8);
    const pages = [deckPage(rendered, new Set()), presentPage(rendered)];
    for (const made of pages) {
      const address = await onDisk(made);
      const folder = address.slice(0, address.lastIndexOf('/') + 1);
      const own = new Set([
        address,
        ...made.assets.map(({ path }) => folder + path.split('/').slice(2).join('/')),
      ]);
      const { page, asked, ran } = await watchedPage(browser, (url) => own.has(url.replace(/#.*$/, '')));
      await page.goto(address);
      await page.waitForFunction('window.Reveal?.isReady()');
      expect(await page.evaluate(slideCount)).toBe(shown);
      expect(await page.evaluate(danger)).toEqual([]);
      await page.evaluate(showAll);
      await page.evaluate(provoke, '.slides *');
      await settled(page);
      expect({ ran: await ran(), asked }).toEqual({ ran: [], asked: [] });
      expect(page.url().replace(/#.*$/, '')).toBe(address);
      await page.close();
    }
  },
);

test('the same vectors run where nothing is taken out', { timeout: 240_000 }, async () => {
  const { page, ran } = await watchedPage(browser, (url) => url.startsWith('about:'));
  const executed = new Set<string>();
  // Many strings are naughty in other ways: without a tag nothing runs.
  const tagged = vectors.filter((vector) => vector.includes('<')).toReversed();
  // Enough to show that they would be seen running.
  for (let from = 0; from < tagged.length && executed.size <= 400; from += 200) {
    await page.goto('about:blank');
    await page.evaluate(showRaw, tagged.slice(from, from + 200), from);
    await settled(page);
    await page.evaluate(provokeFrames, String(provoke));
    await settled(page);
    for (const one of await ran()) executed.add(one.split(' ')[0] ?? '');
  }
  expect(executed.size).toBeGreaterThan(400);
});

/** In the page: each vector in a document of its own. */
function showRaw(some: readonly string[], first: number): void {
  some.forEach((html, index) => {
    const frame = document.createElement('iframe');
    frame.id = String(first + index);
    frame.srcdoc = `<!doctype html><body>${html}`;
    document.body.append(frame);
  });
}

/** In the page: a frame that has left for elsewhere cannot be reached, and has run by then. */
function provokeFrames(code: string): void {
  for (const frame of document.querySelectorAll('iframe')) {
    try {
      (frame.contentWindow as unknown as { eval(text: string): void }).eval(`(${code})('body *')`);
    } catch {}
  }
}

/** A deck of one module a slide, so that no vector reaches the next; those that are refused are left out. */
async function built(texts: readonly string[]) {
  const modules = texts.map((text, index) => [`v${index}.md`, text] as const);
  const first = await prepare(deckOf(modules));
  const refused = new Set(
    first.deck.diagnostics.flatMap((one) => (one.severity === 'error' ? [one.span?.file ?? ''] : [])),
  );
  const left = modules.filter(([file]) => !refused.has(file));
  const { rendered } = refused.size === 0 ? first : await prepare(deckOf(left));
  return { rendered: rendered(), shown: rendered().slides.length };
}

/** What many vectors name, so that their decks are built. */
const picture = real.webpLossy;

function deckOf(
  modules: readonly (readonly [file: string, text: string])[],
): Record<string, string | Uint8Array> {
  const names = modules.map(([file]) => file).join(', ');
  return {
    x: picture,
    'x.png': picture,
    '1': picture,
    'deck.yaml': `title: Vectors\nmodules: [${names}]\n`,
    ...Object.fromEntries(modules),
  };
}

async function settled(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 400)));
}

/** In the page. */
function slideCount(): number {
  return (window as unknown as { Reveal: { getTotalSlides(): number } }).Reveal.getTotalSlides();
}

/** In the page: what could run, whether or not it does today. */
function danger(): string[] {
  const found: string[] = [];
  const root = document.querySelector('.slides') as Element;
  for (const element of root.querySelectorAll('*')) {
    const tag = element.localName;
    if (
      /^(?:script|iframe|frame|object|embed|base|meta|link|form|button|template|style|noscript|foreignobject|portal)$/i.test(
        tag,
      )
    ) {
      found.push(element.outerHTML.slice(0, 200));
    }
    for (const { name, value } of element.attributes) {
      const bare = value.replace(/[\p{C}\p{Z}]+/gu, '');
      const runs = /^(?:javascript|vbscript|data:(?!image\/)|blob|feed|view-source):?/i.test(bare);
      const address = /^(?:href|xlink:href|src|action|formaction|data|poster|background|ping|srcset)$/i.test(
        name,
      );
      if (/^on/i.test(name) || /^(?:srcdoc|http-equiv)$/i.test(name) || (address && runs)) {
        found.push(element.outerHTML.slice(0, 200));
      }
      if (
        /^(?:id|name)$/.test(name) &&
        value in document &&
        typeof document[value as keyof Document] !== 'undefined'
      ) {
        const held = (document as unknown as Record<string, unknown>)[value];
        if (held instanceof Element && root.contains(held)) found.push(`clobbers document.${value}`);
      }
    }
  }
  return found;
}

/** In the page: shows every slide once, and everything on it. */
async function showAll(): Promise<void> {
  const { Reveal } = window as unknown as {
    Reveal: {
      getSlides(): Element[];
      getIndices(slide: Element): { h: number; v: number };
      slide(h: number, v: number): void;
    };
  };
  const all = Reveal.getSlides();
  for (let at = 0; at < all.length; at += 20) {
    const { h, v } = Reveal.getIndices(all[at] as Element);
    Reveal.slide(h, v);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  for (const slide of all) slide.removeAttribute('hidden');
  for (const details of document.querySelectorAll('details')) details.open = true;
}
