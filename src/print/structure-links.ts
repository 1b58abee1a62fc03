import type { PDFDict, PDFRef } from '@cantoo/pdf-lib';
import type { Bookmark } from '../render/page.js';
import { idOf, type PdfFile, pagesOf } from './pdf-file.js';
import { pdfLib } from './pdf-lib.js';
import { isTag, type Kid, type Tag, type TagTree } from './tags.js';

/**
 * Puts every link into a `Link` of the structure tree. Chromium leaves that out where a link has a role of its own, such as the mark of a
 * footnote, and where it has no words.
 */
export function mendLinks(pdf: PdfFile, tree: TagTree): void {
  const held = new Set<PDFRef>();
  const holders = tree.all().filter((tag) => {
    const links = tag.kids.flatMap((kid) => (isTag(kid) ? [] : (kid.link ?? [])));
    for (const link of links) held.add(link);
    return links.length > 0;
  });
  for (const holder of holders) {
    if (holder.role === 'NonStruct' || holder.role === 'Span') tree.setRole(holder, 'Link');
    else if (holder.role !== 'Link') tree.setKids(holder, [tree.wrap('Link', holder.kids)]);
  }
  for (const { ref: page, page: leaf } of pagesOf(pdf)) {
    for (const { ref } of linksOn(pdf, leaf)) {
      if (held.has(ref)) continue;
      const written = pdf.context.register(pdf.context.obj({ Type: 'OBJR', Obj: ref, Pg: page }));
      const place = lastOn(tree, page);
      tree.setKids(place, [
        ...place.kids,
        tree.wrap('Link', [{ written, page: null, mcid: null, link: ref }]),
      ]);
    }
  }
}

/** The last part of the document with something on a page; the document itself where there is none. */
function lastOn({ top }: TagTree, page: PDFRef): Tag {
  const isOn = (kid: Kid): boolean => (isTag(kid) ? kid.kids.some(isOn) : kid.page === page);
  return (
    top.kids
      .filter(isTag)
      .filter((kid) => kid.role === 'NonStruct' && isOn(kid))
      .at(-1) ?? top
  );
}

/** What a screen reader says of a link besides its text: the address, or the title of what it leads to. */
export function describeLinks(pdf: PdfFile, bookmarks: readonly Bookmark[]): void {
  const { PDFDict, PDFHexString, PDFName, PDFString } = pdfLib();
  const titles = new Map(bookmarks.map((one) => [one.target, one.title]));
  for (const { page } of pagesOf(pdf)) {
    for (const { link } of linksOn(pdf, page)) {
      if (link.has(PDFName.of('Contents'))) continue;
      const address = link.lookupMaybe(PDFName.of('A'), PDFDict)?.lookup(PDFName.of('URI'));
      const target = link.get(PDFName.of('Dest'));
      const text =
        address instanceof PDFString || address instanceof PDFHexString
          ? address.decodeText()
          : target instanceof PDFName
            ? (titles.get(idOf(target)) ?? idOf(target))
            : null;
      if (text !== null) link.set(PDFName.of('Contents'), PDFHexString.fromText(text));
    }
  }
}

function linksOn({ context }: PdfFile, page: PDFDict): { ref: PDFRef; link: PDFDict }[] {
  const { PDFArray, PDFDict, PDFName, PDFRef } = pdfLib();
  const written = page.lookupMaybe(PDFName.of('Annots'), PDFArray)?.asArray() ?? [];
  return written
    .filter((one) => one instanceof PDFRef)
    .map((ref) => ({ ref, link: context.lookup(ref, PDFDict) }));
}
