import type { PDFRef } from '@cantoo/pdf-lib';
import type { Bookmark } from '../render/page.js';
import { destinationsOf, type PdfFile } from './pdf-file.js';
import { pdfLib } from './pdf-lib.js';

interface Item {
  readonly bookmark: Bookmark;
  readonly ref: PDFRef;
  readonly children: Item[];
}

/**
 * Writes the bookmarks, nested by level, and returns those whose target stands on no page. Chromium's own outline is made from headings: it has
 * no sections, and slides without a title are missing.
 */
export function writeOutline(pdf: PdfFile, bookmarks: readonly Bookmark[]): Bookmark[] {
  const { context, catalog } = pdf;
  const { PDFHexString, PDFName } = pdfLib();
  const destinations = destinationsOf(pdf);
  const lost = bookmarks.filter((one) => !destinations.has(one.target));
  const top = nest(
    bookmarks.filter((one) => destinations.has(one.target)),
    () => context.nextRef(),
  );
  if (top.length === 0) return lost;

  const root = context.nextRef();
  const write = (items: readonly Item[], parent: PDFRef) => {
    items.forEach((item, index) => {
      const { bookmark, children } = item;
      const entry = context.obj({
        Title: PDFHexString.fromText(bookmark.title),
        Parent: parent,
        Prev: items[index - 1]?.ref,
        Next: items[index + 1]?.ref,
        First: children[0]?.ref,
        Last: children.at(-1)?.ref,
        Count: children.length > 0 ? countBelow(children) : undefined,
        Dest: destinations.get(bookmark.target),
      });
      context.assign(item.ref, entry);
      write(children, item.ref);
    });
  };
  write(top, root);
  context.assign(
    root,
    context.obj({ Type: 'Outlines', First: top[0]?.ref, Last: top.at(-1)?.ref, Count: countBelow(top) }),
  );
  catalog.set(PDFName.of('Outlines'), root);
  return lost;
}

/** Each bookmark becomes a child of the nearest one before it with a lower level. */
function nest(bookmarks: readonly Bookmark[], nextRef: () => PDFRef): Item[] {
  const top: Item[] = [];
  const open: Item[] = [];
  for (const bookmark of bookmarks) {
    const item: Item = { bookmark, ref: nextRef(), children: [] };
    while ((open.at(-1)?.bookmark.level ?? 0) >= bookmark.level) open.pop();
    (open.at(-1)?.children ?? top).push(item);
    open.push(item);
  }
  return top;
}

function countBelow(items: readonly Item[]): number {
  return items.reduce((sum, item) => sum + 1 + countBelow(item.children), 0);
}
