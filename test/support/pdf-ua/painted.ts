import {
  PDFDict as Dict,
  decodePDFRawStream,
  PDFArray,
  type PDFDict,
  PDFName,
  PDFRawStream,
} from '@cantoo/pdf-lib';
import { type Operand, readContent } from './content-stream.js';

/** Marked content: its tag, and its number in the structure tree, if it has one. */
export interface Mark {
  readonly tag: string;
  readonly mcid: number | null;
  /** Where it stands: on the page itself, or in a form on it. */
  readonly owner: PDFDict;
}

/** What one operator puts on a page, and the marks it stands in, outermost first. */
export interface Painted {
  readonly operator: string;
  readonly marks: readonly Mark[];
  /** Of text that is seen: its font and the bytes of its characters. */
  readonly text: { readonly font: PDFDict; readonly bytes: Uint8Array } | null;
}

export interface PageContent {
  readonly painted: readonly Painted[];
  /** Every mark with those around it. */
  readonly marks: readonly (readonly Mark[])[];
  /** Forms with marks of the structure tree in them, once each time they are painted. */
  readonly markedForms: readonly PDFRawStream[];
  readonly balanced: boolean;
}

const paths = new Set(['f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's', 'sh', 'EI']);
const texts = new Set(['Tj', 'TJ', "'", '"']);

/** Walks over the content of a page, that of forms in it included. */
export function contentOf(page: PDFDict): PageContent {
  const painted: Painted[] = [];
  const marks: (readonly Mark[])[] = [];
  const markedForms: PDFRawStream[] = [];
  let balanced = true;

  function walk(owner: PDFDict, bytes: Uint8Array, resources: PDFDict, around: readonly Mark[]): boolean {
    const open: Mark[] = [...around];
    const saved: (readonly [PDFDict | null, number])[] = [];
    let font: PDFDict | null = null;
    let mode = 0;
    let marked = false;
    const named = (kind: string, name: Operand | undefined) =>
      resources.lookupMaybe(PDFName.of(kind), Dict)?.lookup(PDFName.of(String(name).slice(1)));

    for (const { operator, operands } of readContent(bytes)) {
      const paint = (text: Painted['text']) => painted.push({ operator, marks: [...open], text });
      const [first, second] = operands;
      if (operator === 'q') saved.push([font, mode]);
      else if (operator === 'Q') [font, mode] = saved.pop() ?? [font, mode];
      else if (operator === 'Tf') font = (named('Font', first) as PDFDict | undefined) ?? null;
      else if (operator === 'Tr') mode = Number(first);
      else if (operator === 'BMC' || operator === 'BDC') {
        const properties = typeof second === 'string' ? named('Properties', second) : null;
        const mcid = properties instanceof Dict ? properties.get(PDFName.of('MCID')) : numberAt(second);
        open.push({
          tag: String(first).slice(1),
          mcid: mcid === null || mcid === undefined ? null : Number(mcid),
          owner,
        });
        marks.push([...open]);
        marked ||= open.at(-1)?.mcid !== null;
      } else if (operator === 'EMC') {
        if (open.length === around.length) balanced = false;
        else open.pop();
      } else if (paths.has(operator)) paint(null);
      else if (texts.has(operator)) {
        const shown = Buffer.concat(operands.flat(2).filter((one) => one instanceof Uint8Array));
        if (font === null) throw new Error('Text is shown without a font.');
        // Mode 3 paints nothing.
        paint(mode === 3 || shown.length === 0 ? null : { font, bytes: shown });
      } else if (operator === 'Do') {
        const object = named('XObject', first);
        if (!(object instanceof PDFRawStream))
          throw new Error(`There is no object ${String(first)} to paint.`);
        if (object.dict.get(PDFName.of('Subtype')) !== PDFName.of('Form')) paint(null);
        else {
          const own = object.dict.lookupMaybe(PDFName.of('Resources'), Dict) ?? resources;
          if (walk(object.dict, decodePDFRawStream(object).decode(), own, open)) markedForms.push(object);
        }
      }
    }
    if (open.length !== around.length) balanced = false;
    return marked;
  }

  walk(page, bytesOf(page), inherited(page, 'Resources') ?? Dict.withContext(page.context), []);
  return { painted, marks, markedForms, balanced };
}

/** The number at `/MCID` in a dictionary that stands in the content itself. */
function numberAt(properties: Operand | undefined): number | null {
  if (!Array.isArray(properties)) return null;
  const at = properties.indexOf('/MCID');
  return at === -1 ? null : Number(properties[at + 1]);
}

function bytesOf(page: PDFDict): Uint8Array {
  const contents = page.lookup(PDFName.of('Contents'));
  const streams =
    contents instanceof PDFArray ? contents.asArray().map((_, at) => contents.lookup(at)) : [contents];
  return Buffer.concat(
    streams.flatMap((stream) =>
      stream instanceof PDFRawStream ? [decodePDFRawStream(stream).decode(), Buffer.from('\n')] : [],
    ),
  );
}

function inherited(page: PDFDict, key: string): PDFDict | undefined {
  for (let node: PDFDict | undefined = page; node; node = node.lookupMaybe(PDFName.of('Parent'), Dict)) {
    const value = node.lookupMaybe(PDFName.of(key), Dict);
    if (value !== undefined) return value;
  }
  return undefined;
}
