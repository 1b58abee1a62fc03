import type { PDFDict, PDFObject } from '@cantoo/pdf-lib';
import type { Bookmark } from '../render/page.js';
import { idOf, type PdfFile, pagesOf } from './pdf-file.js';
import { pdfLib } from './pdf-lib.js';

/** Roles of Chromium's that the PDF standard does not know, and what they count as. */
const roles = { Aside: 'Sect', Em: 'Span', Strong: 'Span' } as const;

/** Brings Chromium's tags in line with PDF/UA-1: roles that are known, lists with bodies, links with a description. */
export function mendTags(pdf: PdfFile, bookmarks: readonly Bookmark[]): void {
  const { PDFDict, PDFName } = pdfLib();
  const root = pdf.catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict);
  if (root === undefined) return;
  root.set(PDFName.of('RoleMap'), pdf.context.obj(roles));
  addListBodies(pdf);
  describeLinks(pdf, bookmarks);
}

/**
 * A list item consists of a label and a body; Chromium leaves the body out.
 *
 *     LI ─┬─ Lbl        LI ─┬─ Lbl
 *         ├─ P      →       └─ LBody ─┬─ P
 *         └─ L                        └─ L
 */
function addListBodies({ context }: PdfFile): void {
  const { PDFArray, PDFDict, PDFName, PDFRef } = pdfLib();
  const role = PDFName.of('S');
  const kids = PDFName.of('K');
  const parent = PDFName.of('P');
  const isPart = (child: PDFDict) => ['/Lbl', '/LBody'].includes(String(child.get(role)));
  for (const [ref, element] of context.enumerateIndirectObjects()) {
    if (!(element instanceof PDFDict) || element.get(role) !== PDFName.of('LI')) continue;
    const written = element.get(kids);
    const all: PDFObject[] =
      written instanceof PDFArray ? written.asArray() : written === undefined ? [] : [written];
    const inside: PDFDict[] = [];
    const moved = all.filter((kid) => {
      const child = kid instanceof PDFRef ? context.lookup(kid) : undefined;
      if (!(child instanceof PDFDict) || isPart(child)) return false;
      inside.push(child);
      return true;
    });
    if (moved.length === 0) continue;
    const made = context.register(context.obj({ Type: 'StructElem', S: 'LBody', P: ref, K: moved }));
    for (const child of inside) child.set(parent, made);
    element.set(kids, context.obj([...all.filter((kid) => !moved.includes(kid)), made]));
  }
}

/** What a screen reader says of a link besides its text: the address, or the title of what it leads to. */
function describeLinks(pdf: PdfFile, bookmarks: readonly Bookmark[]): void {
  const { PDFArray, PDFDict, PDFHexString, PDFName, PDFString } = pdfLib();
  const titles = new Map(bookmarks.map((one) => [one.target, one.title]));
  for (const { page } of pagesOf(pdf)) {
    for (const ref of page.lookupMaybe(PDFName.of('Annots'), PDFArray)?.asArray() ?? []) {
      const link = pdf.context.lookup(ref, PDFDict);
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
