import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { importInside } from './inside.mjs';

/**
 * The page that Deckhand prints for `slides.pdf`, written to disk with all it refers to, so that a bare browser can
 * print the very same.
 *
 * @param {string} deck the folder of a `deck.md`
 * @param {string} out a folder to make
 * @returns {Promise<string | null>} the page, or null where Deckhand does not get that far
 */
export async function writePaperPage(deck, out) {
  const page = await renderPaper(deck).catch(() => null);
  if (!page) return null;
  // A page for paper bears the name of its PDF; from disk a browser would take it for one.
  const html = { path: `${page.path}.html`, bytes: page.html };
  for (const { path: name, bytes } of [html, ...page.assets]) {
    await mkdir(path.dirname(path.join(out, name)), { recursive: true });
    await writeFile(path.join(out, name), bytes);
  }
  return path.join(out, html.path);
}

async function renderPaper(deck) {
  const [{ openSession, prepareDecks }, { pagesOf }] = await Promise.all([
    importInside('pipeline/session.ts'),
    importInside('pipeline/products.ts'),
  ]);
  const session = await openSession({ paths: ['deck.md'], cwd: deck, products: ['slides'] });
  const [prepared] = await prepareDecks(session, () => {});
  const [edition] = prepared.editions;
  const { value: pages } = await pagesOf(edition, new Set(['slides']), null);
  return pages.find((page) => page.product === 'slides');
}
