import type { PDFDict, PDFName, PDFObject, PDFRef } from '@cantoo/pdf-lib';
import { type ParentTree, readParentTree } from './parent-tree.js';
import { type PdfFile, pagesOf } from './pdf-file.js';
import { pdfLib } from './pdf-lib.js';

/** An element of the structure tree, as what mends it sees it: `<< /S /P /K [12 0 R 3] >>`. */
export interface Tag {
  readonly ref: PDFRef;
  readonly dict: PDFDict;
  readonly role: string;
  readonly parent: Tag | null;
  readonly kids: readonly Kid[];
}

/** An element, or content of an element's own. */
export type Kid = Tag | Content;

/** A piece of marked content by its number, or a link. */
export interface Content {
  readonly written: PDFObject;
  readonly page: PDFRef | null;
  readonly mcid: number | null;
  readonly link: PDFRef | null;
}

/** The structure tree of a PDF, and the ways of changing it. What is changed here is changed in the PDF at once. */
export interface TagTree {
  /** What Chromium puts everything into: `Document`. */
  readonly top: Tag;
  /** All elements with one of some roles, or all of them, in reading order. */
  readonly all: (...roles: readonly string[]) => readonly Tag[];
  /** The elements that have content of their own on a page. */
  readonly on: (page: PDFRef) => readonly Tag[];
  readonly setRole: (tag: Tag, role: string) => void;
  readonly setKids: (tag: Tag, kids: readonly Kid[]) => void;
  /** A new element around others. It has no place yet. */
  readonly wrap: (role: string, kids: readonly Kid[]) => Tag;
  /** Gives up content of an element's own, all or some: it is painted, and nothing is said of it. Links stay. */
  readonly drop: (tag: Tag, isGivenUp?: (content: Content) => boolean) => void;
  /** What was given up: numbers of marked content, by page. */
  readonly dropped: ReadonlyMap<PDFRef, ReadonlySet<number>>;
  readonly parents: ParentTree;
}

export function isTag(kid: Kid): kid is Tag {
  return 'dict' in kid;
}

type Changing = { -readonly [key in keyof Tag]: Tag[key] };

/** Reads the structure tree; null where there is none. */
export function readTags(pdf: PdfFile): TagTree | null {
  const { PDFDict, PDFName, PDFRef } = pdfLib();
  const { context, catalog } = pdf;
  const roleKey = PDFName.of('S');
  const kidsKey = PDFName.of('K');
  const pageKey = PDFName.of('Pg');
  const root = catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict);
  const first = root?.get(kidsKey);
  if (root === undefined || !(first instanceof PDFRef)) return null;

  const parents = readParentTree(pdf, root);
  const dropped = new Map<PDFRef, Set<number>>();
  const pages = new Map(pagesOf(pdf).map(({ ref, page }) => [ref, page]));
  /** Roles that there are, or were: most documents lack most of them. */
  const met = new Set<string>();
  const top = tagReader(pdf, met)(first, context.lookup(first, PDFDict), null);

  /** Says of content that stands in another element now whose it is. */
  const adopt = (tag: Tag, kid: Content): Content => {
    if (kid.link !== null) parents.setOwnerOfLink(context.lookup(kid.link, PDFDict), tag.ref);
    const page = kid.page === null ? undefined : pages.get(kid.page);
    if (kid.page === null || page === undefined || kid.mcid === null) return kid;
    parents.setOwner(page, kid.mcid, tag.ref);
    const here = tag.dict.get(pageKey);
    if (here === undefined) tag.dict.set(pageKey, kid.page);
    if (here === undefined || here === kid.page) return kid;
    return { ...kid, written: context.obj({ Type: 'MCR', Pg: kid.page, MCID: kid.mcid }) };
  };

  const setKids = (tag: Tag, given: readonly Kid[]) => {
    const before = new Set(tag.kids);
    const kids = given.map((kid) => (isTag(kid) || before.has(kid) ? kid : adopt(tag, kid)));
    (tag as Changing).kids = kids;
    for (const kid of kids) {
      if (!isTag(kid) || kid.parent === tag) continue;
      (kid as Changing).parent = tag;
      kid.dict.set(PDFName.of('P'), tag.ref);
    }
    const written = kids.map((kid) => (isTag(kid) ? kid.ref : kid.written));
    const [only] = written;
    if (only === undefined) tag.dict.delete(kidsKey);
    else tag.dict.set(kidsKey, written.length === 1 ? only : context.obj(written));
  };

  let byPage: Map<PDFRef, Tag[]> | null = null;
  const tree: TagTree = {
    top,
    parents,
    dropped,
    setKids,
    all: (...roles) => {
      const found: Tag[] = [];
      if (roles.length > 0 && !roles.some((role) => met.has(role))) return found;
      const visit = (tag: Tag) => {
        if (roles.length === 0 || roles.includes(tag.role)) found.push(tag);
        for (const kid of tag.kids) if (isTag(kid)) visit(kid);
      };
      visit(top);
      return found;
    },
    on: (page) => {
      if (byPage === null) {
        byPage = new Map();
        for (const tag of tree.all()) {
          for (const on of new Set(tag.kids.map((kid) => (isTag(kid) ? null : kid.page)))) {
            if (on === null) continue;
            const known = byPage.get(on);
            if (known === undefined) byPage.set(on, [tag]);
            else known.push(tag);
          }
        }
      }
      return byPage.get(page) ?? [];
    },
    setRole: (tag, role) => {
      met.add(role);
      (tag as Changing).role = role;
      tag.dict.set(roleKey, PDFName.of(role));
    },
    wrap: (role, kids) => {
      met.add(role);
      const dict = context.obj({ Type: 'StructElem', S: role }) as PDFDict;
      const tag: Tag = { ref: context.register(dict), dict, role, parent: null, kids: [] };
      setKids(tag, kids);
      return tag;
    },
    drop: (tag, isGivenUp = () => true) => {
      const kept: Kid[] = [];
      for (const kid of tag.kids) {
        const page = isTag(kid) || kid.page === null ? undefined : pages.get(kid.page);
        if (isTag(kid) || kid.page === null || page === undefined || kid.mcid === null || !isGivenUp(kid)) {
          kept.push(kid);
          continue;
        }
        parents.setOwner(page, kid.mcid, null);
        dropped.set(kid.page, (dropped.get(kid.page) ?? new Set()).add(kid.mcid));
      }
      if (kept.length < tag.kids.length) setKids(tag, kept);
    },
  };
  return tree;
}

/** Reads the elements from one on, and notes the roles that it meets. */
function tagReader({ context }: PdfFile, met: Set<string>) {
  const { PDFArray, PDFDict, PDFName, PDFNumber, PDFRef } = pdfLib();
  const [roleKey, kidsKey, pageKey] = [PDFName.of('S'), PDFName.of('K'), PDFName.of('Pg')];
  const [numberKey, linkKey] = [PDFName.of('MCID'), PDFName.of('Obj')];
  // There are some twenty of them, and tens of thousands of elements.
  const roles = new Map<PDFName, string>();
  return read;

  function read(ref: PDFRef, dict: PDFDict, parent: Tag | null): Tag {
    const written = dict.get(kidsKey);
    const listed = context.lookup(written);
    const all = listed instanceof PDFArray ? listed.asArray() : written === undefined ? [] : [written];
    const kids: Kid[] = [];
    const tag = { ref, dict, role: roleOf(dict), parent, kids };
    const own = dict.get(pageKey);
    for (const one of all) {
      const value = one instanceof PDFRef ? context.lookup(one) : one;
      if (one instanceof PDFRef && value instanceof PDFDict && value.has(roleKey)) {
        kids.push(read(one, value, tag));
        continue;
      }
      const more = value instanceof PDFDict ? value : null;
      const number = more === null ? value : more.get(numberKey);
      const page = more?.get(pageKey) ?? own;
      const link = more?.get(linkKey);
      kids.push({
        written: one,
        page: page instanceof PDFRef ? page : null,
        mcid: number instanceof PDFNumber ? number.asNumber() : null,
        link: link instanceof PDFRef ? link : null,
      });
    }
    return tag;
  }

  function roleOf(dict: PDFDict): string {
    const written = dict.lookup(roleKey, PDFName);
    const role = roles.get(written) ?? written.decodeText();
    roles.set(written, role);
    met.add(role);
    return role;
  }
}
