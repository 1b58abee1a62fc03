import { PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber, type PDFObject, PDFRef } from '@cantoo/pdf-lib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What is read aloud, in order: the text of each piece of tagged content, following the tags over all pages. */
export async function readingOrder(bytes: Uint8Array): Promise<readonly string[]> {
  const texts = await markedTexts(bytes);
  const { context, catalog } = await PDFDocument.load(bytes, { updateMetadata: false });
  const order: string[] = [];
  const visit = (object: PDFObject | undefined, page: PDFObject | undefined): void => {
    const own = object instanceof PDFRef ? context.lookup(object) : object;
    if (own instanceof PDFArray) for (const one of own.asArray()) visit(one, page);
    else if (own instanceof PDFNumber && page instanceof PDFRef) {
      const text = texts.get(`p${page.objectNumber}R_mc${own.asNumber()}`);
      if (text) order.push(text);
    } else if (own instanceof PDFDict) {
      const leaf = own.get(PDFName.of('Pg')) ?? page;
      visit(own.get(PDFName.of('MCID')) ?? own.get(PDFName.of('K')), leaf);
    }
  };
  visit(catalog.get(PDFName.of('StructTreeRoot')), undefined);
  if (order.length === 0) throw new Error('Nothing in the PDF is tagged.');
  return order;
}

/** Text by the mark it stands in, as pdf.js names marks: `p12R_mc3` is the third of the page that is object 12. */
async function markedTexts(bytes: Uint8Array): Promise<ReadonlyMap<string, string>> {
  const task = getDocument({ data: bytes.slice(), verbosity: 0, useSystemFonts: true });
  const pdf = await task.promise;
  const texts = new Map<string, string>();
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const open: string[] = [];
    for (const item of (await page.getTextContent({ includeMarkedContent: true })).items) {
      if ('str' in item) {
        const id = open.findLast((one) => one !== '');
        if (id !== undefined) texts.set(id, (texts.get(id) ?? '') + item.str);
      } else if (item.type === 'endMarkedContent') open.pop();
      else open.push(item.id ?? '');
    }
  }
  await task.destroy();
  return texts;
}
