import type { PDFContext } from '@cantoo/pdf-lib';
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFName,
  PDFParser,
  PDFRawStream,
  PDFRef,
} from '@cantoo/pdf-lib';
import { contentOf, type PageContent } from './painted.js';
import { type Element, elementsOf } from './structure.js';

/** A PDF read back, with what the rules ask for. */
export interface Document {
  readonly context: PDFContext;
  readonly catalog: PDFDict;
  readonly pages: readonly Page[];
  readonly elements: readonly Element[];
  /** The metadata of the document as XML; null where there is none. */
  readonly xmp: string | null;
}

export interface Page {
  /** From 1. */
  readonly number: number;
  readonly ref: PDFRef;
  readonly dict: PDFDict;
  readonly content: PageContent;
  readonly annotations: readonly { readonly ref: PDFRef | null; readonly dict: PDFDict }[];
}

/** One rule: the failure condition of the Matterhorn Protocol 1.1 that it looks for, or the clause of ISO 14289-1 where that has none. */
export interface Rule {
  readonly checkpoint: string;
  /** What has to hold. */
  readonly text: string;
  /** Where it does not. */
  readonly broken: (document: Document) => Iterable<string>;
}

export async function readDocument(bytes: Uint8Array): Promise<Document> {
  const context = await PDFParser.forBytesWithOptions(bytes, Number.POSITIVE_INFINITY).parseDocument();
  return documentOf(context);
}

export function documentOf(context: PDFContext): Document {
  const catalog = context.lookup(context.trailerInfo.Root, PDFDict);
  const metadata = catalog.lookup(PDFName.of('Metadata'));
  const pages: Page[] = [];
  const visit = (ref: unknown) => {
    if (!(ref instanceof PDFRef)) throw new Error('A page is no object of its own.');
    const dict = context.lookup(ref, PDFDict);
    const kids = dict.lookupMaybe(PDFName.of('Kids'), PDFArray);
    if (kids !== undefined) for (const kid of kids.asArray()) visit(kid);
    else {
      const written = dict.lookupMaybe(PDFName.of('Annots'), PDFArray)?.asArray() ?? [];
      const annotations = written.map((one) => ({
        ref: one instanceof PDFRef ? one : null,
        dict: context.lookup(one, PDFDict),
      }));
      pages.push({ number: pages.length + 1, ref, dict, content: contentOf(dict), annotations });
    }
  };
  visit(catalog.get(PDFName.of('Pages')));
  return {
    context,
    catalog,
    pages,
    elements: elementsOf(catalog),
    xmp:
      metadata instanceof PDFRawStream ? Buffer.from(decodePDFRawStream(metadata).decode()).toString() : null,
  };
}
