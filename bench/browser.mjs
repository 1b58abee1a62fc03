import { importInside } from './inside.mjs';

/**
 * The browser that everybody prints with: the one Deckhand takes when nobody names another. Unpacked first where it
 * has to be, so that nobody's time counts it.
 * @returns {Promise<string | null>}
 */
export async function findBrowser() {
  const inside = await importInside('print/find-browser.ts').catch(() => null);
  const found = await inside?.findBrowser();
  return found?.value?.path ?? null;
}
