import type { PDFDict, PDFObject, PDFString } from '@cantoo/pdf-lib';
import type { PdfFile } from './pdf-file.js';
import { pdfLib } from './pdf-lib.js';

/**
 * Numbers the table heads that cells refer to. Chromium names them after its own count of nodes, which depends on what else
 * the process did and when (`node00000016` today, `node00000032` tomorrow): the same page would have other bytes each time.
 *
 *     head  << /S /TH /ID (node00000016) … >>
 *     cell  << /S /TD /A [ << /O /Table /Headers [(node00000016)] >> ] … >>
 *     tree  << /IDTree << /Names [(node00000016) 282 0 R …] >> >>
 */
export function numberStructureIds({ context, catalog }: PdfFile): void {
  const { PDFArray, PDFDict, PDFName, PDFString } = pdfLib();
  const idKey = PDFName.of('ID');
  const attributesKey = PDFName.of('A');
  const headersKey = PDFName.of('Headers');

  const numbered = new Map<string, PDFString>();
  const names: PDFObject[] = [];
  const cells: PDFDict[] = [];
  // Objects come in the order of the structure tree, so numbers are in reading order, and their names sorted.
  for (const [ref, element] of context.enumerateIndirectObjects()) {
    if (!(element instanceof PDFDict)) continue;
    if (element.has(attributesKey)) cells.push(element);
    const id = element.get(idKey);
    if (!(id instanceof PDFString)) continue;
    const name = PDFString.of(`head${String(numbered.size + 1).padStart(6, '0')}`);
    numbered.set(id.asString(), name);
    element.set(idKey, name);
    names.push(name, ref);
  }
  if (names.length === 0) return;
  for (const cell of cells) {
    const owners = cell.lookup(attributesKey);
    for (const owner of owners instanceof PDFArray ? owners.asArray() : [owners]) {
      const headers = owner instanceof PDFDict ? owner.get(headersKey) : undefined;
      if (!(headers instanceof PDFArray)) continue;
      headers.asArray().forEach((header, index) => {
        const name = header instanceof PDFString ? numbered.get(header.asString()) : undefined;
        if (name !== undefined) headers.set(index, name);
      });
    }
  }
  const root = catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict);
  root.set(PDFName.of('IDTree'), context.register(context.obj({ Names: names })));
}

/** Takes away the index of ids that Chromium wrote; {@link numberStructureIds} writes the one that counts. */
export function dropIdTree({ context, catalog }: PdfFile): void {
  const { PDFArray, PDFDict, PDFName, PDFRef } = pdfLib();
  const root = catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict);
  if (root === undefined) return;
  drop(root.get(PDFName.of('IDTree')));
  root.delete(PDFName.of('IDTree'));

  function drop(ref: PDFObject | undefined): void {
    if (!(ref instanceof PDFRef)) return;
    const kids = context.lookup(ref, PDFDict).lookupMaybe(PDFName.of('Kids'), PDFArray);
    for (const kid of kids?.asArray() ?? []) drop(kid);
    context.delete(ref);
  }
}
