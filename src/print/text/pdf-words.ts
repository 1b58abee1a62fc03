import type { PDFArray, PDFDict, PDFName, PDFObject } from '@cantoo/pdf-lib';
import { idOf, type PdfFile, pagesOf } from '../pdf-file.js';
import { pdfLib } from '../pdf-lib.js';
import { type PaintedText, paintedText } from './painted-text.js';
import { streamBytes, streamText } from './stream-text.js';

/** Words of a PDF, and where in it they stand. */
export interface PdfWords {
  /** `page 3`, or a part that is on no page: `a bookmark`, `its properties`. */
  readonly where: string;
  readonly text: string;
}

/** Reads what is in a PDF. */
export interface PdfReader {
  /**
   * Reads what the pages paint that were not there when it was called last: a long document is read while more of it is
   * printed. What is done to a page after that may change everything but its words.
   */
  readonly readPages: () => void;
  /** Everything that somebody could read in what the PDF is now. */
  readonly words: () => readonly PdfWords[];
}

/** Everything in a PDF that somebody could read, seen or not. */
export function wordsOf(pdf: PdfFile): readonly PdfWords[] {
  return pdfReader(pdf).words();
}

export function pdfReader(pdf: PdfFile): PdfReader {
  const { PDFDict } = pdfLib();
  const painted = paintedText();
  const pages: PdfWords[] = [];
  let read = 0;
  const readPages = () => {
    for (const { page } of pagesOf(pdf).slice(read)) {
      read++;
      const resources = inherited(page, 'Resources');
      const text = painted.of(contentOf(page), resources instanceof PDFDict ? resources : undefined);
      if (text !== '') pages.push({ where: `page ${read}`, text: withoutHyphens(text) });
    }
  };
  return {
    readPages,
    words: () => {
      readPages();
      return [...pages, ...besidePages(pdf, painted)];
    },
  };
}

/**
 * Whatever is text beside what pages paint, in any object: bookmarks, properties, addresses and descriptions of links, texts for
 * screen readers, page labels, files attached.
 */
function besidePages(pdf: PdfFile, painted: PaintedText): readonly PdfWords[] {
  const { PDFDict, PDFName, PDFStream } = pdfLib();
  const found: PdfWords[] = [];
  const [infoRef, kindKey, patternKey] = [
    pdf.context.trailerInfo.Info,
    PDFName.of('Subtype'),
    PDFName.of('PatternType'),
  ];
  const form = PDFName.of('Form');
  const addStrings = stringsInto(found);
  const tagNames = treeOf(pdf.catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict), 'IDTree');
  for (const [ref, object] of pdf.context.enumerateIndirectObjects()) {
    if (tagNames.has(object)) continue;
    const where = ref === infoRef ? 'its properties' : null;
    addStrings(object, where);
    if (!(object instanceof PDFStream) || painted.met.has(object.dict)) continue;
    const words = wordsOfStream(object.dict, object);
    if (words !== null) found.push(words);
    // What no page draws by name: how links and fields look, grounds that are repeated.
    if (object.dict.get(kindKey) === form || object.dict.has(patternKey)) {
      const resources = object.dict.lookupMaybe(PDFName.of('Resources'), PDFDict);
      const text = painted.of(streamText(object) ?? '', resources);
      if (text !== '') found.push({ where: 'a drawing', text: withoutHyphens(text) });
    }
  }
  return found;
}

/** What a page paints: its streams one after the other. */
function contentOf(page: PDFDict): string {
  const { PDFArray, PDFName } = pdfLib();
  const contents = page.lookup(PDFName.of('Contents'));
  if (!(contents instanceof PDFArray)) return streamText(contents) ?? '';
  return contents
    .asArray()
    .map((_, index) => streamText(contents.lookup(index)) ?? '')
    .join('\n');
}

/** The objects of a tree of names: of such as machines give to tags. */
function treeOf(owner: PDFDict | undefined, key: string): ReadonlySet<unknown> {
  const { PDFArray, PDFDict, PDFName } = pdfLib();
  const found = new Set<unknown>();
  const visit = (node: PDFObject | undefined) => {
    if (!(node instanceof PDFDict) || found.has(node)) return;
    found.add(node);
    const kids = node.lookup(PDFName.of('Kids'));
    if (kids instanceof PDFArray) for (let kid = 0; kid < kids.size(); kid++) visit(kids.lookup(kid));
  };
  visit(owner?.lookup(PDFName.of(key)));
  return found;
}

/** What a page has of its own, or else of the groups of pages around it. */
function inherited(page: PDFDict, key: string): PDFObject | undefined {
  const { PDFDict, PDFName } = pdfLib();
  for (let node: PDFDict | undefined = page; node; ) {
    const own = node.lookup(PDFName.of(key));
    if (own !== undefined) return own;
    node = node.lookupMaybe(PDFName.of('Parent'), PDFDict);
  }
  return undefined;
}

/** A word that is divided at the end of a line is one word. */
function withoutHyphens(text: string): string {
  return text.replace(/(\p{L})[-\u2010\u00ad]\n(?=\p{Ll})/gu, '$1');
}

/** Where strings stand, by the key that names them. */
const places: Readonly<Record<string, string>> = {
  Title: 'a bookmark',
  URI: 'the address of a link',
  Contents: 'the description of a link',
  Alt: 'a text for screen readers',
  ActualText: 'a text for screen readers',
  E: 'a text for screen readers',
  P: 'a page label',
  F: 'the name of an attached file',
  UF: 'the name of an attached file',
  Desc: 'an attached file',
  Names: 'the name of something in it',
};

/** Strings that name no more than what a machine needs. */
const mechanical = [
  'ID',
  'IDTree',
  'Registry',
  'Ordering',
  'Lang',
  'CharSet',
  'DA',
  'FontFamily',
  'FontName',
];

/** Adds every string in an object, but for what it refers to. */
function stringsInto(found: PdfWords[]): (object: PDFObject, place: string | null) => void {
  const { PDFArray, PDFDict, PDFHexString, PDFName, PDFNumber, PDFRef, PDFStream, PDFString } = pdfLib();
  const type = PDFName.of('Type');
  const tag = PDFName.of('StructElem');
  const told = ['T', 'Alt', 'ActualText', 'E'].map((name) => PDFName.of(name));
  const visit = (value: PDFObject, key: PDFName | null, place: string | null) => {
    // Most values by far.
    if (value instanceof PDFRef || value instanceof PDFName || value instanceof PDFNumber) return;
    if (value instanceof PDFString || value instanceof PDFHexString) {
      const name = key?.decodeText() ?? '';
      if (mechanical.includes(name)) return;
      found.push({ where: place ?? places[name] ?? 'its data', text: value.decodeText() });
    } else if (value instanceof PDFArray) {
      const isNamed = key !== null && !/^\/D(?:est)?$/.test(String(key));
      // Destinations are named by the ids of elements.
      if (isNamed && isDestination(value)) found.push({ where: 'the name of a place', text: idOf(key) });
      else for (const item of value.asArray()) visit(item, key, place);
    } else if (value instanceof PDFDict || value instanceof PDFStream) {
      if (key !== null && mechanical.includes(key.decodeText())) return;
      const dictionary = value instanceof PDFStream ? value.dict : value;
      // Nine of ten objects are tags, and these hold no other words.
      if (dictionary.get(type) === tag) {
        for (const name of told) {
          const words = dictionary.get(name);
          if (words !== undefined) visit(words, name, place);
        }
        return;
      }
      for (const [name, item] of dictionary.entries()) visit(item, name, place);
    }
  };
  return (object, place) => visit(object, null, place);
}

/** `[page /XYZ left top zoom]` */
function isDestination(array: PDFArray): boolean {
  const { PDFName } = pdfLib();
  const kind = array.get(1);
  return kind instanceof PDFName && /^\/(?:XYZ|Fit)/.test(String(kind));
}

/** Words in streams that are no drawings: properties once more, and files that are attached. */
function wordsOfStream(dictionary: PDFDict, stream: PDFObject): PdfWords | null {
  const { PDFName } = pdfLib();
  const type = dictionary.get(PDFName.of('Type'));
  const isMetadata = type === PDFName.of('Metadata');
  if (!isMetadata && type !== PDFName.of('EmbeddedFile')) return null;
  const text = Buffer.from(streamBytes(stream) ?? []).toString('utf8');
  return isMetadata
    ? { where: 'its properties', text: textOfXml(text) }
    : { where: 'an attached file', text };
}

function textOfXml(xml: string): string {
  const text = xml.replace(/<[^<>]*>/g, '\n');
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
