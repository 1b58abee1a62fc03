import type { PDFArray, PDFDict, PDFObject, PDFRef } from '@cantoo/pdf-lib';
import { firstLinkKey } from './parent-tree.js';
import { type PdfFile, pagesOf } from './pdf-file.js';
import { pdfLib } from './pdf-lib.js';

/**
 * Adds the pages of `part` behind those of `whole`, with tags, links and destinations. Both come out of the same page of the
 * browser, so that ids and names do not collide. `part` itself stays as it is.
 *
 *     catalog ── Pages ── Kids            part's page tree becomes one more kid
 *             ├─ Dests                    put together
 *             └─ StructTreeRoot
 *                  ├─ K ── Document ── K  part's children come last
 *                  └─ ParentTree ── Nums  part's keys are moved on, pages by pages and links by links
 */
export function appendPdf(whole: PdfFile, part: PdfFile): void {
  const { PDFArray, PDFDict, PDFName, PDFNumber, PDFRawStream, PDFRef } = pdfLib();
  const { context } = whole;
  const into = structureOf(whole);
  const from = structureOf(part);
  const pageCount = pagesOf(whole).length;
  const linkCount = into.parents.filter(([key]) => key >= firstLinkKey).length;
  const moved = (key: number) => key + (key < firstLinkKey ? pageCount : linkCount);

  const parentKeys = [PDFName.of('StructParents'), PDFName.of('StructParent')];
  const offset = context.largestObjectNumber;
  const met = new Map([
    [from.rootRef, into.rootRef],
    [from.documentRef, into.documentRef],
  ]);
  const shift = (ref: PDFRef) => met.get(ref) ?? PDFRef.of(ref.objectNumber + offset);
  const left = new Set<unknown>([
    from.rootRef,
    from.documentRef,
    from.root.get(PDFName.of('ParentTree')),
    part.catalog.get(PDFName.of('Dests')),
    part.context.trailerInfo.Root,
    part.context.trailerInfo.Info,
  ]);
  for (const [ref, object] of part.context.enumerateIndirectObjects()) {
    if (left.has(ref)) continue;
    const own = copy(object);
    // Forms have keys as pages have.
    const dictionary = own instanceof PDFRawStream ? own.dict : own;
    if (dictionary instanceof PDFDict) {
      for (const key of parentKeys) {
        const value = dictionary.get(key);
        if (value instanceof PDFNumber) dictionary.set(key, PDFNumber.of(moved(value.asNumber())));
      }
    }
    context.assign(shift(ref), own);
  }

  const pagesRef = refAt(whole.catalog, 'Pages');
  const addedRef = shift(refAt(part.catalog, 'Pages'));
  const pages = context.lookup(pagesRef, PDFDict);
  const added = context.lookup(addedRef, PDFDict);
  added.set(PDFName.of('Parent'), pagesRef);
  pages.lookup(PDFName.of('Kids'), PDFArray).push(addedRef);
  const count = pageCount + added.lookup(PDFName.of('Count'), PDFNumber).asNumber();
  pages.set(PDFName.of('Count'), PDFNumber.of(count));

  for (const child of from.children.asArray()) into.children.push(copy(child));
  context.lookup(into.documentRef, PDFDict).set(PDFName.of('K'), into.children);
  const parents = [
    ...into.parents,
    ...from.parents.map(([key, value]) => [moved(key), copy(value)] as const),
  ].sort(([a], [b]) => a - b);
  context.assign(refAt(into.root, 'ParentTree'), context.obj({ Nums: parents.flat() }));
  into.root.set(PDFName.of('ParentTreeNextKey'), PDFNumber.of((parents.at(-1)?.[0] ?? -1) + 1));

  const destinations = whole.catalog.lookupMaybe(PDFName.of('Dests'), PDFDict) ?? context.obj({});
  for (const [id, place] of part.catalog.lookupMaybe(PDFName.of('Dests'), PDFDict)?.entries() ?? []) {
    destinations.set(id, copy(place));
  }
  if (!whole.catalog.has(PDFName.of('Dests'))) whole.catalog.set(PDFName.of('Dests'), destinations);

  function copy(object: PDFObject): PDFObject {
    if (object instanceof PDFRef) return shift(object);
    if (object instanceof PDFArray) return copyArray(object);
    if (object instanceof PDFDict) return copyDict(object);
    if (object instanceof PDFRawStream) return PDFRawStream.of(copyDict(object.dict), object.contents);
    return object;
  }

  function copyArray(array: PDFArray): PDFArray {
    const own = PDFArray.withContext(context);
    for (const item of array.asArray()) own.push(copy(item));
    return own;
  }

  function copyDict(dictionary: PDFDict): PDFDict {
    const own = dictionary.asMap();
    for (const [key, value] of own) {
      const copied = copy(value);
      if (copied !== value) own.set(key, copied);
    }
    return PDFDict.fromMapWithContext(own, context);
  }
}

interface Structure {
  readonly rootRef: PDFRef;
  readonly root: PDFDict;
  readonly documentRef: PDFRef;
  readonly children: PDFArray;
  readonly parents: readonly (readonly [key: number, value: PDFObject])[];
}

/** The parts of a tag tree, where Chromium puts them. */
function structureOf({ context, catalog }: PdfFile): Structure {
  const { PDFArray, PDFDict, PDFName, PDFNumber } = pdfLib();
  const rootRef = refAt(catalog, 'StructTreeRoot');
  const root = context.lookup(rootRef, PDFDict);
  const documentRef = refAt(root, 'K');
  const children = childrenOf(context.lookup(documentRef, PDFDict));
  const nums = root.lookup(PDFName.of('ParentTree'), PDFDict).lookup(PDFName.of('Nums'), PDFArray);
  const parents: [number, PDFObject][] = [];
  for (let at = 0; at + 1 < nums.size(); at += 2) {
    parents.push([nums.lookup(at, PDFNumber).asNumber(), nums.get(at + 1)]);
  }
  return { rootRef, root, documentRef, children, parents };
}

/** A document with one child has that in place of a list: a last chunk of one sheet. */
function childrenOf(document: PDFDict): PDFArray {
  const { PDFArray, PDFName } = pdfLib();
  const children = document.lookup(PDFName.of('K'));
  if (children instanceof PDFArray) return children;
  const only = document.get(PDFName.of('K'));
  return document.context.obj(only === undefined ? [] : [only]) as PDFArray;
}

function refAt(dictionary: PDFDict, key: string): PDFRef {
  const { PDFName, PDFRef } = pdfLib();
  const value = dictionary.get(PDFName.of(key));
  if (value instanceof PDFRef) return value;
  throw new Error(`A printed PDF has no reference at \`${key}\`: the browser writes PDFs of another shape.`);
}
