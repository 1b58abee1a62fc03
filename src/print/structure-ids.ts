import type { PDFDict, PDFObject, PDFString } from '@cantoo/pdf-lib';
import type { PdfFile } from './pdf-file.js';
import { pdfLib } from './pdf-lib.js';
import { attributes } from './structure-tables.js';
import type { TagTree } from './tags.js';

/**
 * Gives ids to notes, which must have some, and to the table heads that cells refer to. Chromium names these after its own count of
 * nodes, which depends on what else the process did and when (`node00000016` today, `node00000032` tomorrow): the same page would
 * have other bytes each time.
 *
 *     head  << /S /TH /ID (node00000016) … >>
 *     cell  << /S /TD /A [ << /O /Table /Headers [(node00000016)] >> ] … >>
 *     tree  << /IDTree << /Names [(node00000016) 282 0 R …] >> >>
 */
export function giveIds({ context, catalog }: PdfFile, tree: TagTree): void {
  const { PDFArray, PDFDict, PDFName, PDFString } = pdfLib();
  const idKey = PDFName.of('ID');
  const headersKey = PDFName.of('Headers');

  const heads = new Map<string, PDFString>();
  const names: PDFObject[] = [];
  const cells: PDFDict[] = [];
  for (const tag of tree.all('TH', 'TD')) {
    cells.push(...attributes(tag));
    const id = tag.dict.get(idKey);
    if (!(id instanceof PDFString)) continue;
    const name = numbered('head', heads.size);
    heads.set(id.asString(), name);
    tag.dict.set(idKey, name);
    names.push(name, tag.ref);
  }
  for (const cell of cells) {
    const headers = cell.get(headersKey);
    if (!(headers instanceof PDFArray)) continue;
    const known = headers
      .asArray()
      .flatMap((header) => (header instanceof PDFString ? (heads.get(header.asString()) ?? []) : []));
    cell.set(headersKey, context.obj(known));
  }
  tree.all('Note').forEach((note, index) => {
    const name = numbered('note', index);
    note.dict.set(idKey, name);
    names.push(name, note.ref);
  });
  if (names.length === 0) return;
  // Numbers are in reading order, and `head` comes before `note`: the names are sorted, as they have to be.
  const root = catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict);
  root.set(PDFName.of('IDTree'), context.register(context.obj({ Names: names })));
}

function numbered(kind: 'head' | 'note', index: number): PDFString {
  return pdfLib().PDFString.of(`${kind}${String(index + 1).padStart(6, '0')}`);
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
