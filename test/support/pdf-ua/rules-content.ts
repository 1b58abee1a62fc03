import { PDFArray, PDFDict, PDFName, PDFNumber, type PDFObject, PDFRawStream } from '@cantoo/pdf-lib';
import type { Document, Page, Rule } from './document.js';
import type { Mark } from './painted.js';

/** What stands on the pages: each thing either tagged or an artifact. */
export const contentRules: readonly Rule[] = [
  {
    checkpoint: '01-003',
    text: 'No artifact stands within tagged content.',
    *broken({ pages }) {
      for (const { number, content } of pages) {
        for (const marks of content.marks) {
          if (isArtifact(marks.at(-1)) && marks.slice(0, -1).some(isTagged)) yield `page ${number}`;
        }
      }
    },
  },
  {
    checkpoint: '01-004',
    text: 'No tagged content stands within an artifact.',
    *broken({ pages }) {
      for (const { number, content } of pages) {
        for (const marks of content.marks) {
          if (isTagged(marks.at(-1)) && marks.slice(0, -1).some(isArtifact)) yield `page ${number}`;
        }
      }
    },
  },
  {
    checkpoint: '01-005',
    text: 'Whatever is painted is an artifact, or content of the structure tree.',
    *broken(document) {
      const owned = ownedContent(document);
      for (const { number, content } of document.pages) {
        if (!content.balanced) yield `page ${number}: marks are not closed, or closed twice`;
        for (const { operator, marks } of content.painted) {
          const tagged = marks.some(({ mcid, owner }) => mcid !== null && owned.get(owner)?.has(mcid));
          if (!tagged && !marks.some(isArtifact)) yield `page ${number}: ${operator} in ${inWords(marks)}`;
        }
      }
    },
  },
  {
    checkpoint: '7.1-2',
    text: 'The structure tree and the tree of parents say the same of every piece of content and every annotation.',
    *broken(document) {
      const parents = parentTree(document);
      const seen = new Map<PDFDict, Set<number>>();
      const there = markedContent(document);
      const numbers = new Map(document.pages.map(({ ref, number }) => [ref, number]));
      for (const { ref, standard, content, objects } of document.elements) {
        for (const { page, owner, mcid } of content) {
          const number = page === null ? undefined : numbers.get(page);
          const place = `${standard}: ${mcid} on page ${number}`;
          if (owner === null || number === undefined) {
            yield place;
            continue;
          }
          const before = seen.get(owner) ?? new Set();
          if (before.has(mcid)) yield `${place} is there twice`;
          seen.set(owner, before.add(mcid));
          const all = parents.get(keyOf(owner, 'StructParents'));
          if (!(all instanceof PDFArray) || all.get(mcid) !== ref) yield place;
          if (!there.get(owner)?.has(mcid)) yield `${place} is not there`;
        }
        for (const object of objects) {
          const annotation = document.context.lookup(object);
          const key = annotation instanceof PDFDict ? keyOf(annotation, 'StructParent') : -1;
          if (parents.get(key) !== document.context.lookup(ref ?? undefined)) yield `${standard}: ${object}`;
        }
      }
    },
  },
  {
    checkpoint: '30-001',
    text: 'No picture is taken from another document.',
    *broken({ context }) {
      for (const [ref, one] of context.enumerateIndirectObjects()) {
        if (!(one instanceof PDFRawStream) || one.dict.get(PDFName.of('Subtype')) !== PDFName.of('Form'))
          continue;
        if (one.dict.has(PDFName.of('Ref'))) yield String(ref);
      }
    },
  },
  {
    checkpoint: '30-002',
    text: 'A form with tagged content in it is painted once.',
    *broken({ pages }) {
      const painted = new Set<PDFRawStream>();
      for (const { number, content } of pages) {
        for (const form of content.markedForms) {
          if (painted.has(form)) yield `page ${number}`;
          painted.add(form);
        }
      }
    },
  },
];

function isArtifact(mark: Mark | undefined): boolean {
  return mark?.tag === 'Artifact';
}

function isTagged(mark: Mark | undefined): boolean {
  return mark !== undefined && mark.mcid !== null;
}

function inWords(marks: readonly Mark[]): string {
  return marks.length === 0
    ? 'no mark'
    : marks.map(({ tag, mcid }) => `${tag} ${mcid ?? ''}`.trim()).join(' > ');
}

/** Content that an element of the structure tree holds, by the page or form that it stands in. */
function ownedContent({ elements }: Document): Map<PDFDict, Set<number>> {
  const owned = new Map<PDFDict, Set<number>>();
  for (const { content } of elements) {
    for (const { owner, mcid } of content) {
      if (owner !== null) owned.set(owner, (owned.get(owner) ?? new Set()).add(mcid));
    }
  }
  return owned;
}

/** Content with a number, by the page or form that it stands in. */
function markedContent({ pages }: Document): Map<PDFDict, Set<number>> {
  const found = new Map<PDFDict, Set<number>>();
  for (const { content } of pages) {
    for (const marks of content.marks) {
      const mark = marks.at(-1);
      if (mark === undefined || mark.mcid === null) continue;
      found.set(mark.owner, (found.get(mark.owner) ?? new Set()).add(mark.mcid));
    }
  }
  return found;
}

function keyOf(dict: Page['dict'], name: string): number {
  return dict.lookupMaybe(PDFName.of(name), PDFNumber)?.asNumber() ?? -1;
}

/** The tree of parents; lists of pages stay lists, with references in them. */
function parentTree({ catalog }: Document): Map<number, PDFObject | undefined> {
  const found = new Map<number, PDFObject | undefined>();
  const visit = (node: PDFDict | undefined) => {
    const kids = node?.lookupMaybe(PDFName.of('Kids'), PDFArray);
    for (let at = 0; kids !== undefined && at < kids.size(); at++) visit(kids.lookup(at, PDFDict));
    const numbers = node?.lookupMaybe(PDFName.of('Nums'), PDFArray);
    for (let at = 0; numbers !== undefined && at < numbers.size(); at += 2) {
      found.set(numbers.lookup(at, PDFNumber).asNumber(), numbers.lookup(at + 1));
    }
  };
  visit(
    catalog
      .lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict)
      ?.lookupMaybe(PDFName.of('ParentTree'), PDFDict),
  );
  return found;
}
