import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';

/** An element of the structure tree. */
export interface Element {
  readonly dict: PDFDict;
  readonly ref: PDFRef | null;
  /** As written: `Em`. */
  readonly role: string;
  /** What it counts as: `Span`. */
  readonly standard: string;
  readonly parent: Element | null;
  readonly children: readonly Element[];
  /** Its own content, by page and number. */
  readonly content: readonly Piece[];
  /** Annotations that it holds. */
  readonly objects: readonly PDFRef[];
  readonly lang: string | null;
}

/** A piece of marked content: on a page, or in a form that is painted there. */
export interface Piece {
  readonly page: PDFRef | null;
  /** The dictionary of the page, or of the form. */
  readonly owner: PDFDict | null;
  readonly mcid: number;
}

/** The structure types of ISO 32000-1, 14.8.4. */
export const standardTypes = new Set(
  `Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody
  Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP
  Figure Formula Form`.split(/\s+/),
);

/** Follows the role map; what it returns is no standard type where the map leads nowhere or round in circles. */
export function standardOf(role: string, roleMap: PDFDict | undefined): string {
  const seen = new Set<string>();
  let now = role;
  while (!standardTypes.has(now)) {
    const next = roleMap?.get(PDFName.of(now));
    if (seen.has(now) || !(next instanceof PDFName)) return now;
    seen.add(now);
    now = next.decodeText();
  }
  return now;
}

/** All elements, depth first. */
export function elementsOf(catalog: PDFDict): Element[] {
  const root = catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict);
  if (root === undefined) return [];
  const roleMap = root.lookupMaybe(PDFName.of('RoleMap'), PDFDict);
  const all: Element[] = [];
  const context = root.context;
  const ownerAt = (ref: PDFObject | null): PDFDict | null => {
    const owner = ref === null ? undefined : context.lookup(ref);
    return owner instanceof PDFRawStream ? owner.dict : owner instanceof PDFDict ? owner : null;
  };

  function visit(given: PDFObject | undefined, parent: Element | null, page: PDFRef | null): Element | null {
    const dict = context.lookup(given);
    if (!(dict instanceof PDFDict) || !dict.has(PDFName.of('S'))) return null;
    const role = dict.lookup(PDFName.of('S'), PDFName).decodeText();
    const own = dict.get(PDFName.of('Pg'));
    const here = own instanceof PDFRef ? own : page;
    const children: Element[] = [];
    const content: Piece[] = [];
    const objects: PDFRef[] = [];
    const element: Element = {
      dict,
      ref: given instanceof PDFRef ? given : null,
      role,
      standard: standardOf(role, roleMap),
      parent,
      children,
      content,
      objects,
      lang: textAt(dict, 'Lang') ?? parent?.lang ?? null,
    };
    all.push(element);
    for (const kid of kidsOf(dict)) {
      const value = context.lookup(kid);
      if (value instanceof PDFNumber)
        content.push({ page: here, owner: ownerAt(here), mcid: value.asNumber() });
      else if (value instanceof PDFDict && value.has(PDFName.of('MCID'))) {
        const leaf = value.get(PDFName.of('Pg'));
        const mcid = value.lookup(PDFName.of('MCID'), PDFNumber).asNumber();
        const on = leaf instanceof PDFRef ? leaf : here;
        content.push({ page: on, owner: ownerAt(value.get(PDFName.of('Stm')) ?? on), mcid });
      } else if (value instanceof PDFDict && value.get(PDFName.of('Obj')) instanceof PDFRef) {
        objects.push(value.get(PDFName.of('Obj')) as PDFRef);
      } else {
        const child = visit(kid, element, here);
        if (child !== null) children.push(child);
      }
    }
    return element;
  }
  for (const kid of kidsOf(root)) visit(kid, null, null);
  return all;
}

function kidsOf(dict: PDFDict): PDFObject[] {
  const written = dict.get(PDFName.of('K'));
  const kids = dict.context.lookup(written);
  if (kids instanceof PDFArray) return kids.asArray();
  return written === undefined ? [] : [written];
}

export function textAt(dict: PDFDict, key: string): string | null {
  const value = dict.lookup(PDFName.of(key));
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : null;
}

/** An attribute of an element, by its owner: `Table` `Scope`. */
export function attributeOf({ dict }: Element, owner: string, key: string): PDFObject | undefined {
  const written = dict.lookup(PDFName.of('A'));
  const all = written instanceof PDFArray ? written.asArray().map((_, at) => written.lookup(at)) : [written];
  for (const one of all) {
    if (!(one instanceof PDFDict) || one.get(PDFName.of('O')) !== PDFName.of(owner)) continue;
    const value = one.lookup(PDFName.of(key));
    if (value !== undefined) return value;
  }
  return undefined;
}
