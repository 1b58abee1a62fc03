import { getDocument, OPS, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A PDF read back by a library that had no part in making it. */
export interface ReadPdf {
  readonly pages: readonly ReadPdfPage[];
  readonly outline: readonly ReadBookmark[];
  /** The document's properties: Title, Author, Subject, Keywords, Creator, Producer, CreationDate, ModDate, Language. */
  readonly information: Readonly<Record<string, unknown>>;
  readonly lang: string | null;
  readonly showsTitle: boolean;
  readonly tagged: boolean;
  /** The part of PDF/UA that the file says it follows. */
  readonly universalAccess: string | null;
  readonly identifiers: readonly (string | null)[];
  /** What the pages are called; null: by their numbers. */
  readonly labels: readonly string[] | null;
  /** What a print dialog is told of the other side of the paper. */
  readonly duplex: string | null;
}

export interface ReadPdfPage {
  /** Points. */
  readonly width: number;
  readonly height: number;
  /** All text in the order it is painted, white space folded. */
  readonly text: string;
  /** Text in the left and in the right half of the page. */
  readonly halves: readonly [left: string, right: string];
  /** An address, or the number of the page (from 1) that is linked to. */
  readonly links: readonly (string | number)[];
  /** Fonts the page uses, and whether each is embedded. */
  readonly fonts: readonly { readonly name: string; readonly embedded: boolean; readonly type3: boolean }[];
  /** Roles of the structure tree's elements, depth first, such as `Document`, `H1`, `P`. */
  readonly roles: readonly string[];
  /** How many pictures are painted. */
  readonly pictures: number;
  /** How often something is painted that is neither tagged nor an artifact. */
  readonly untagged: number;
  /** What each link says of itself to those who cannot see it. */
  readonly descriptions: readonly string[];
}

export interface ReadBookmark {
  readonly title: string;
  readonly page: number;
  readonly children: readonly ReadBookmark[];
}

type Destination = string | readonly unknown[] | null;
type OutlineNode = Awaited<ReturnType<PDFDocumentProxy['getOutline']>>[number];

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  // The reader takes the bytes away from whoever hands them over.
  const task = getDocument({
    data: bytes.slice(),
    verbosity: 0,
    fontExtraProperties: true,
    useSystemFonts: true,
  });
  const pdf = await task.promise;
  try {
    const pages: ReadPdfPage[] = [];
    for (let number = 1; number <= pdf.numPages; number++) pages.push(await readPage(pdf, number));
    const { info, metadata } = await pdf.getMetadata();
    const viewer = await pdf.getViewerPreferences();
    const marks = await pdf.getMarkInfo();
    const information = info as Record<string, unknown>;
    return {
      pages,
      outline: await Promise.all(((await pdf.getOutline()) ?? []).map((item) => bookmark(pdf, item))),
      information,
      lang: typeof information.Language === 'string' ? information.Language : null,
      showsTitle: (viewer as { DisplayDocTitle?: boolean } | null)?.DisplayDocTitle === true,
      tagged: marks?.Marked === true,
      universalAccess: metadata?.get('pdfuaid:part') ?? null,
      identifiers: pdf.fingerprints,
      labels: await pdf.getPageLabels(),
      duplex: (viewer as { Duplex?: string } | null)?.Duplex ?? null,
    };
  } finally {
    await task.destroy();
  }
}

/** The text of each page, a line a line: what does not stand beside what came before begins a line. */
export async function textOfPages(bytes: Uint8Array): Promise<readonly string[]> {
  const task = getDocument({ data: bytes.slice(), verbosity: 0, useSystemFonts: true });
  const pdf = await task.promise;
  try {
    const pages: string[] = [];
    for (let number = 1; number <= pdf.numPages; number++) {
      const { items } = await (await pdf.getPage(number)).getTextContent();
      let text = '';
      let end = { x: 0, y: 0, height: 0 };
      for (const item of items) {
        if (!('str' in item)) continue;
        const [, , , height = 0, x = 0, y = 0] = item.transform as readonly number[];
        // What is raised or lowered is smaller.
        const size = Math.max(Math.abs(height), end.height);
        const near = Math.abs(y - end.y) < size / 2 && Math.abs(x - end.x) < size;
        text += `${near ? '' : '\n'}${item.str}${item.hasEOL ? '\n' : ''}`;
        if (item.str !== '') end = { x: x + item.width, y, height: Math.abs(height) };
      }
      pages.push(text);
    }
    return pages;
  } finally {
    await task.destroy();
  }
}

async function readPage(pdf: PDFDocumentProxy, number: number): Promise<ReadPdfPage> {
  const page = await pdf.getPage(number);
  const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
  const content = await page.getTextContent();
  const textWhere = (isHere: (x: number) => boolean) =>
    content.items
      .map((item) => ('str' in item && isHere(item.transform[4]) ? item.str + (item.hasEOL ? '\n' : '') : ''))
      .join('')
      .replace(/\s+/g, ' ')
      .trim();
  const middle = (left + right) / 2;
  const annotations = await page.getAnnotations();
  const links = await Promise.all(
    annotations.map(async (annotation) =>
      annotation.url === undefined
        ? pageOf(pdf, annotation.dest ?? null)
        : (annotation.unsafeUrl ?? annotation.url),
    ),
  );
  const operators = await page.getOperatorList();
  const names = new Set<string>();
  let pictures = 0;
  operators.fnArray.forEach((operator, index) => {
    const args = operators.argsArray[index];
    if (operator === OPS.setFont) names.add(args[0]);
    if (operator === OPS.paintImageXObject || operator === OPS.paintInlineImageXObject) pictures++;
  });
  const fonts = [...names].map((name) => {
    const font = page.commonObjs.get(name);
    return { name: String(font.name), embedded: font.missingFile !== true, type3: font.isType3Font === true };
  });
  return {
    width: right - left,
    height: top - bottom,
    text: textWhere(() => true),
    halves: [textWhere((x) => x < middle), textWhere((x) => x >= middle)],
    links,
    fonts,
    roles: rolesOf((await page.getStructTree()) as StructureNode | null),
    pictures,
    untagged: countUntagged(operators),
    descriptions: annotations.map((annotation) => annotation.contentsObj?.str ?? ''),
  };
}

/** What paints, besides paths. */
const painting = new Set<number>([
  OPS.showText,
  OPS.showSpacedText,
  OPS.shadingFill,
  OPS.paintImageXObject,
  OPS.paintInlineImageXObject,
  OPS.paintImageMaskXObject,
  OPS.paintFormXObjectBegin,
]);

/** How often something is painted that is neither tagged nor marked as an artifact. */
function countUntagged({ fnArray, argsArray }: OperatorList): number {
  let depth = 0;
  let untagged = 0;
  fnArray.forEach((operator, index) => {
    if (operator === OPS.beginMarkedContent || operator === OPS.beginMarkedContentProps) depth++;
    else if (operator === OPS.endMarkedContent) depth--;
    const path = operator === OPS.constructPath && argsArray[index][0] !== OPS.endPath;
    if (depth === 0 && (path || painting.has(operator))) untagged++;
  });
  return untagged;
}

type OperatorList = Awaited<ReturnType<Awaited<ReturnType<PDFDocumentProxy['getPage']>>['getOperatorList']>>;

async function bookmark(pdf: PDFDocumentProxy, item: OutlineNode): Promise<ReadBookmark> {
  const children = await Promise.all(item.items.map((child: OutlineNode) => bookmark(pdf, child)));
  return { title: item.title, page: await pageOf(pdf, item.dest), children };
}

async function pageOf(pdf: PDFDocumentProxy, destination: Destination): Promise<number> {
  const explicit = typeof destination === 'string' ? await pdf.getDestination(destination) : destination;
  if (explicit === null) throw new Error(`The PDF has no destination ${JSON.stringify(destination)}.`);
  return 1 + (await pdf.getPageIndex(explicit[0] as Parameters<PDFDocumentProxy['getPageIndex']>[0]));
}

interface StructureNode {
  readonly role?: string;
  readonly children?: readonly StructureNode[];
}

function rolesOf(node: StructureNode | null): string[] {
  if (node === null) return [];
  const own = node.role === undefined || node.role === 'Root' ? [] : [node.role];
  return [...own, ...(node.children ?? []).flatMap(rolesOf)];
}
