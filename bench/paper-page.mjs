import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { importInside } from './inside.mjs';

/**
 * The pages that Deckhand prints, written to disk with all they refer to, so that a bare browser can print the very
 * same.
 *
 * @param {{ cwd: string, paths: string[], products: string[], edition?: string }} what as on the command line
 * @param {string} out a folder to make
 * @returns {Promise<string[]>} the pages; none where Deckhand does not get that far
 */
export async function writePaperPages(what, out) {
  const pages = await renderPaper(what).catch(() => []);
  const written = [];
  for (const page of pages) {
    // A page for paper bears the name of its PDF; from disk a browser would take it for one.
    const html = { path: `${page.path}.html`, bytes: page.html };
    for (const { path: name, bytes } of [html, ...page.assets]) {
      await mkdir(path.dirname(path.join(out, name)), { recursive: true });
      await writeFile(path.join(out, name), bytes);
    }
    written.push(path.join(out, html.path));
  }
  return written;
}

async function renderPaper({ cwd, paths, products, edition }) {
  const [{ openSession, prepareDecks }, { pagesOf }, { makePrinter }] = await Promise.all([
    importInside('pipeline/session.ts'),
    importInside('pipeline/products.ts'),
    importInside('pipeline/printing.ts'),
  ]);
  const session = await openSession({ paths, cwd, products, edition });
  const printer = makePrinter({ cwd }, null);
  try {
    const [prepared] = await prepareDecks(session, printer, () => {});
    const { value: pages } = await pagesOf(prepared.editions[0], new Set(products), null);
    return pages.filter((page) => page.paper);
  } finally {
    await printer.end();
  }
}
