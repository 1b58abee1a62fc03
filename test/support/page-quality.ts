import { getDocument, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What an organiser would send back to the printer. */
export interface Flaw {
  /** From 1. */
  readonly page: number;
  readonly what:
    | 'heading-at-foot'
    | 'outside'
    | 'empty'
    | 'small'
    | 'strange-font'
    | 'no-glyph'
    | 'near-edge'
    | 'cut-code'
    | 'pale';
  readonly words: string;
}

/** What a document promises of its pages. Lengths in points. */
export interface PageRules {
  /** Where running text may stand; mirrored margins allow what either page does. */
  readonly live: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  };
  /** The smallest type of running text. */
  readonly smallest: number;
  /** Where pictures of slides stand, whose type may be smaller. */
  readonly pictures?: (x: number, y: number) => boolean;
  /** Words on a slide that are its furniture, and small. */
  readonly small?: RegExp;
  /** Pages that may be empty, from 1. */
  readonly blank: (page: number) => boolean;
  /** Families that the theme brings. */
  readonly fonts: RegExp;
}

/** Millimetres in points. */
export function points(millimetres: number): number {
  return (millimetres / 25.4) * 72;
}

/** Documents: margins of `book.css`. */
export const documentRules: PageRules = {
  live: { left: points(15), right: points(15), top: points(20), bottom: points(18) },
  // Running text has 8.5 and more; labels of drawings may be a little smaller.
  smallest: 7,
  blank: () => false,
  fonts: /Archivo|JetBrains|Harbor|KaTeX/,
};

/** Printers leave an edge of 6 mm white. */
const edge = points(6);

/** Widths that the reader adds up are a little more than what was set. */
const slack = 1.5;

/** Fonts in which code is set. */
const code = /mono/i;

/** Words on a page, and whether they belong to the page's furniture. */
export interface Run {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly font: string;
  readonly furniture: boolean;
  /** The piece of the structure it is in. */
  readonly piece: string | null;
}

interface Node {
  readonly role?: string;
  readonly type?: string;
  readonly id?: string;
  readonly children?: readonly Node[];
}

/** Where the words of some pages stand, for whoever looks at how they are painted. */
export async function runsOf(
  bytes: Uint8Array,
  numbers: readonly number[],
): Promise<readonly (readonly Run[])[]> {
  return reading(bytes, async (pdf) => {
    const pages: (readonly Run[])[] = [];
    for (const number of numbers) pages.push(await runsOn(await pdf.getPage(number)));
    return pages;
  });
}

/** Walks the pages of a PDF as somebody does who holds them in hand. */
export async function flawsOf(bytes: Uint8Array, rules: PageRules): Promise<readonly Flaw[]> {
  return reading(bytes, async (pdf) => {
    const flaws: Flaw[] = [];
    for (let number = 1; number <= pdf.numPages; number++)
      flaws.push(...(await flawsOnPage(pdf, number, rules)));
    return flaws;
  });
}

async function reading<T>(bytes: Uint8Array, read: (pdf: PDFDocumentProxy) => Promise<T>): Promise<T> {
  const task = getDocument({
    // The reader takes the bytes away from whoever hands them over.
    data: new Uint8Array(bytes),
    verbosity: 0,
    fontExtraProperties: true,
    useSystemFonts: true,
  });
  try {
    return await read(await task.promise);
  } finally {
    await task.destroy();
  }
}

async function flawsOnPage(pdf: PDFDocumentProxy, number: number, rules: PageRules): Promise<Flaw[]> {
  const page = await pdf.getPage(number);
  const [, , width = 0, height = 0] = page.view;
  const runs = await runsOn(page);
  const body = runs.filter((run) => !run.furniture);
  const flaws: Flaw[] = [];
  const add = (what: Flaw['what'], words: string) => flaws.push({ page: number, what, words });
  // A running head alone is an empty page as well.
  if (body.length === 0 && !rules.blank(number)) add('empty', '');
  const { left, right, top, bottom } = rules.live;
  for (const { text, x, y, width: long, size, font, furniture } of runs) {
    if (x < edge - 1 || x + long > width - edge + 1 || y < edge - 1 || y > height - edge + 1)
      add('near-edge', text);
    if (!rules.fonts.test(font)) add('strange-font', `${font}: ${text}`);
    if (/\ufffd/.test(text)) add('no-glyph', text);
    if (furniture) continue;
    const beside = x < left - slack || x + long > width - right + slack;
    // A paragraph that is too wide is seen at once; of code the end may be missing, and what is left looks whole.
    if (beside && code.test(font)) add('cut-code', text);
    else if (beside || y > height - top + slack || y < bottom - slack) add('outside', text);
    if (size < rules.smallest - 0.05 && !rules.pictures?.(x, y) && !rules.small?.test(text))
      add('small', `${size.toFixed(1)} pt: ${text}`);
  }
  for (const words of headingsAtFoot((await page.getStructTree()) as Node | null, body))
    add('heading-at-foot', words);
  return flaws;
}

async function runsOn(page: PDFPageProxy): Promise<readonly Run[]> {
  // Fonts are known by name only once the page has been read for painting.
  await page.getOperatorList();
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  const open: { readonly furniture: boolean; readonly piece: string | null }[] = [];
  const runs: Run[] = [];
  for (const item of items) {
    if (!('str' in item)) {
      if (item.type === 'endMarkedContent') open.pop();
      else open.push({ furniture: (item as { tag?: string }).tag === 'Artifact', piece: item.id ?? null });
      continue;
    }
    if (item.str.trim() === '') continue;
    const [, , c = 0, d = 0, x = 0, y = 0] = item.transform as number[];
    runs.push({
      text: item.str,
      x,
      y,
      width: item.width,
      size: Math.hypot(c, d),
      font: String(page.commonObjs.get(item.fontName).name),
      furniture: open.some((one) => one.furniture),
      piece: open.findLast((one) => one.piece !== null)?.piece ?? null,
    });
  }
  return runs;
}

/** Headings behind which nothing of their part stands on the same page. */
function headingsAtFoot(tree: Node | null, body: readonly Run[]): readonly string[] {
  const leaves: { readonly id: string; readonly heading: boolean }[] = [];
  const visit = (node: Node, heading: boolean) => {
    const inHeading = heading || /^H[1-6]$/.test(node.role ?? '');
    if (node.type === 'content' && node.id !== undefined) leaves.push({ id: node.id, heading: inHeading });
    // What a drawing shows has no words of its own.
    if (node.role === 'Figure' && !node.children?.length) leaves.push({ id: '', heading: false });
    for (const child of node.children ?? []) visit(child, inHeading);
  };
  if (tree) visit(tree, false);
  const last = leaves.findLastIndex((leaf) => !leaf.heading);
  return leaves
    .slice(last + 1)
    .flatMap(({ id }) => body.filter((run) => run.piece === id).map((run) => run.text));
}
