import { deflateSync, inflateSync } from 'node:zlib';
import type { PDFDict, PDFRawStream, PDFRef } from '@cantoo/pdf-lib';
import { type PdfFile, pagesOf } from './pdf-file.js';
import { pdfLib } from './pdf-lib.js';
import { isTag, type TagTree } from './tags.js';
import { wrapUntagged } from './untagged.js';

/**
 * Marks what is painted outside all tags (page furniture, borders, grounds), and what the tags have given up, as artifacts, so that a
 * screen reader knows it may pass them over. What is half transparent is a form that is painted as a whole; there may be tags in
 * it, and then it is treated as the page itself.
 */
export function markArtifacts(pdf: PdfFile, tree: TagTree): void {
  const { PDFName, PDFRef } = pdfLib();
  for (const { ref, page } of pagesOf(pdf)) {
    const contents = page.get(PDFName.of('Contents'));
    const entered = new Map<PDFRef, boolean>();
    if (contents instanceof PDFRef) markIn(contents, page);

    function markIn(streamRef: PDFRef, owner: PDFDict): void {
      const stream = streamAt(pdf, streamRef);
      if (stream === null) return;
      const hasTags = (name: string) => {
        const form = formAt(pdf, owner, name);
        return form !== null && enter(form);
      };
      const marked = wrapUntagged(contentOf(stream), tree.dropped.get(ref), hasTags);
      if (marked !== null) rewrite(pdf, streamRef, stream, marked);
    }

    /** Whether a form has tags in it, or in a form that it paints; if so, it is marked like the page. */
    function enter(form: Form): boolean {
      let tagged = entered.get(form.ref);
      if (tagged === undefined) {
        const own = giveToForm(pdf, tree, { ref, page }, form);
        const inner = formsOf(pdf, form.stream.dict).filter(enter);
        tagged = own || inner.length > 0;
        entered.set(form.ref, tagged);
        if (tagged) markIn(form.ref, form.stream.dict);
      }
      return tagged;
    }
  }
}

interface Form {
  readonly ref: PDFRef;
  readonly stream: PDFRawStream;
}

/** The form that a page, or another form, paints under a name; null when it is a picture. */
function formAt(pdf: PdfFile, owner: PDFDict, name: string): Form | null {
  const { PDFName, PDFRef } = pdfLib();
  const ref = paintedBy(owner)?.get(PDFName.of(name));
  const stream = ref instanceof PDFRef ? streamAt(pdf, ref) : null;
  const isForm = stream?.dict.get(PDFName.of('Subtype')) === PDFName.of('Form');
  return ref instanceof PDFRef && stream !== null && isForm ? { ref, stream } : null;
}

function formsOf(pdf: PdfFile, owner: PDFDict): Form[] {
  const names = paintedBy(owner)?.keys() ?? [];
  return names.flatMap((name) => formAt(pdf, owner, name.decodeText()) ?? []);
}

function paintedBy(owner: PDFDict): PDFDict | undefined {
  const { PDFDict, PDFName } = pdfLib();
  return owner.lookupMaybe(PDFName.of('Resources'), PDFDict)?.lookupMaybe(PDFName.of('XObject'), PDFDict);
}

/**
 * Tells the structure tree that content of a page is in a form on it: Chromium numbers both together, and readers look for a number in the
 * page alone. False when the form has no tags in it.
 *
 *     P ── 7      →     P ── << /Type /MCR /MCID 7 /Stm 21 0 R >>
 */
function giveToForm(
  pdf: PdfFile,
  tree: TagTree,
  { ref, page }: ReturnType<typeof pagesOf>[number],
  form: Form,
): boolean {
  const { context } = pdf;
  const found = [...contentOf(form.stream).matchAll(/\/MCID (\d+)/g)].map(([, number]) => Number(number));
  if (found.length === 0) return false;
  const numbers = new Set(found);
  for (const tag of tree.on(ref)) {
    const isMoved = (kid: (typeof tag.kids)[number]) =>
      !isTag(kid) && kid.page === ref && kid.mcid !== null && numbers.has(kid.mcid);
    if (!tag.kids.some(isMoved)) continue;
    tree.setKids(
      tag,
      tag.kids.map((kid) => {
        if (isTag(kid) || !isMoved(kid)) return kid;
        return { ...kid, written: context.obj({ Type: 'MCR', Pg: ref, Stm: form.ref, MCID: kid.mcid }) };
      }),
    );
  }
  tree.parents.moveToForm(page, numbers, form.stream.dict);
  return true;
}

/** A stream of content, if it is packed as Chromium packs it: short ones are not packed at all. */
function streamAt({ context }: PdfFile, ref: PDFRef): PDFRawStream | null {
  const { PDFName, PDFRawStream } = pdfLib();
  const stream = context.lookup(ref);
  if (!(stream instanceof PDFRawStream)) return null;
  const filter = stream.dict.get(PDFName.of('Filter'));
  return filter === undefined || filter === PDFName.of('FlateDecode') ? stream : null;
}

function contentOf({ dict, contents }: PDFRawStream): string {
  const packed = dict.has(pdfLib().PDFName.of('Filter'));
  return (packed ? inflateSync(contents) : Buffer.from(contents)).toString('latin1');
}

function rewrite({ context }: PdfFile, ref: PDFRef, { dict }: PDFRawStream, content: string): void {
  const { PDFName, PDFNumber, PDFRawStream } = pdfLib();
  // Compressed by Node: the library takes thirty times as long.
  const bytes = deflateSync(Buffer.from(content, 'latin1'));
  dict.set(PDFName.of('Filter'), PDFName.of('FlateDecode'));
  dict.set(PDFName.of('Length'), PDFNumber.of(bytes.length));
  context.assign(ref, PDFRawStream.of(dict, bytes));
}
