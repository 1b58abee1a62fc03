import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { Viewer } from './viewer.js';

/** A slide as somebody reads it: its words and its notes, without what is made of them. */
export interface ReadSlide {
  readonly words: string;
  readonly notes: string;
}

/** What reveal.js calls its separators. */
export interface RevealSeparators {
  readonly separator: string;
  readonly verticalSeparator: string | null;
  readonly notesSeparator: string | null;
}

/** Where reveal.js is installed; its package hides all but a few of its files. */
const folder = dirname(createRequire(import.meta.url).resolve('reveal.js/reveal.css'));

/** Slides as reveal.js' own Markdown plugin makes them of a text. */
export async function readByRevealJs(
  browser: Viewer,
  markdown: string,
  separators: RevealSeparators,
): Promise<readonly ReadSlide[]> {
  const page = await browser.newPage();
  await page.setContent('<div class="reveal"><div class="slides"><section></section></div></div>');
  await page.addScriptTag({ path: join(folder, 'reveal.js') });
  await page.addScriptTag({ path: join(folder, 'plugin/markdown.js') });
  await page.evaluate(
    async (text, options) => {
      const { Reveal, RevealMarkdown } = window as unknown as {
        Reveal: { initialize: (options: object) => Promise<void> };
        RevealMarkdown: () => {
          slidify: (text: string, options: object) => string;
          convertSlides: () => Promise<void>;
        };
      };
      const plugin = RevealMarkdown();
      await Reveal.initialize({ plugins: [plugin], embedded: true });
      const slides = document.querySelector('.slides') as Element;
      slides.innerHTML = plugin.slidify(text, options);
      await plugin.convertSlides();
    },
    markdown,
    separators,
  );
  return readSlides(page);
}

/** The slides on a page of reveal.js, read one by one: words between blanks, and no furniture of ours. */
export async function readSlides(page: Page): Promise<readonly ReadSlide[]> {
  const slides = await page.evaluate(() =>
    [...document.querySelectorAll('.slides section')]
      .filter((section) => section.querySelector('section') === null)
      .map((section) => {
        const own = section.cloneNode(true) as Element;
        for (const block of own.querySelectorAll('li,td,th,p,h1,h2,h3,h4,h5,h6,div,tr,br,pre,ul,.line')) {
          block.before(' ');
          block.after(' ');
        }
        const aside = [...own.querySelectorAll('aside.notes')].map((one) => one.textContent).join(' ');
        for (const other of own.querySelectorAll('aside.notes,style,script,.slide-foot')) other.remove();
        return { words: own.textContent, notes: aside };
      }),
  );
  await page.close();
  const tidy = (text: string) => text.trim().replace(/\s+/g, ' ');
  return slides.map(({ words, notes }) => ({ words: tidy(words), notes: tidy(notes) }));
}
