import type { PDFDict, PDFObject, PDFRef } from '@cantoo/pdf-lib';
import type { PdfFile } from './pdf-file.js';
import { pdfLib } from './pdf-lib.js';

/**
 * Which element each piece of marked content and each link belongs to. Pages and links have keys, and Chromium writes all of them
 * into one list:
 *
 *     /Nums [ 0 [12 0 R 13 0 R] 1 [14 0 R] … 100000 15 0 R ]
 *             │  │                           └─ a link, and its element
 *             │  └─ by their numbers, the elements of the content of a page
 *             └─ a page
 */
export interface ParentTree {
  /** Null: the content belongs to none. */
  readonly setOwner: (page: PDFDict, mcid: number, tag: PDFRef | null) => void;
  readonly setOwnerOfLink: (link: PDFDict, tag: PDFRef) => void;
  /** Moves pieces of a page's content over to a form that is painted on it. */
  readonly moveToForm: (page: PDFDict, mcids: Iterable<number>, form: PDFDict) => void;
}

/** Pages are numbered from 0, and links, with whatever else is no page, from here. */
export const firstLinkKey = 100_000;

const [ofMany, ofOne] = ['StructParents', 'StructParent'] as const;

export function readParentTree({ context }: PdfFile, root: PDFDict): ParentTree {
  const { PDFArray, PDFDict, PDFName, PDFNull, PDFNumber } = pdfLib();
  const list = root.lookup(PDFName.of('ParentTree'), PDFDict).lookup(PDFName.of('Nums'), PDFArray);
  const places = new Map<number, number>();
  for (let at = 0; at + 1 < list.size(); at += 2) places.set(list.lookup(at, PDFNumber).asNumber(), at + 1);
  const last = list.size() === 0 ? -1 : list.lookup(list.size() - 2, PDFNumber).asNumber();
  // Never below: where parts of a document are joined, their pages are counted on.
  let next = Math.max(last + 1, firstLinkKey);

  const keyOf = (dict: PDFDict, name: string) =>
    dict.lookupMaybe(PDFName.of(name), PDFNumber)?.asNumber() ?? -1;
  const ownersOf = (dict: PDFDict) => {
    const at = places.get(keyOf(dict, ofMany));
    return at === undefined ? undefined : list.lookup(at, PDFArray);
  };
  /** At a new key, which is higher than all others, as the order of the list asks. */
  const add = (dict: PDFDict, name: string, value: PDFObject) => {
    list.push(PDFNumber.of(next));
    list.push(value);
    places.set(next, list.size() - 1);
    dict.set(PDFName.of(name), PDFNumber.of(next));
    next++;
    root.set(PDFName.of('ParentTreeNextKey'), PDFNumber.of(next));
  };

  return {
    setOwner: (page, mcid, tag) => ownersOf(page)?.set(mcid, tag ?? PDFNull),
    setOwnerOfLink: (link, tag) => {
      const at = places.get(keyOf(link, ofOne));
      if (at === undefined) add(link, ofOne, tag);
      else list.set(at, tag);
    },
    moveToForm: (page, mcids, form) => {
      const from = ownersOf(page);
      const owners: PDFObject[] = [];
      for (const mcid of mcids) {
        while (owners.length <= mcid) owners.push(PDFNull);
        owners[mcid] = from?.get(mcid) ?? PDFNull;
        from?.set(mcid, PDFNull);
      }
      add(form, ofMany, context.obj(owners));
    },
  };
}
