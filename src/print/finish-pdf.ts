import { type Diagnostic, diagnostic, type Noticed } from '../diagnostics/diagnostic.js';
import type { RenderedPage } from '../render/page.js';
import { describeSheets } from './describe-sheets.js';
import { type Maker, stampIdentifier, writeInformation } from './document-information.js';
import { writeOutline } from './outline.js';
import { mendOwnLinks } from './own-links.js';
import { labelPages } from './page-labels.js';
import { nameOf } from './page-name.js';
import { pagesOf, writePdf } from './pdf-file.js';
import type { FlowPlaces } from './print-flow.js';
import type { TakenPdf } from './print-pdf.js';
import { mendDocument } from './structure-tags.js';
import type { PdfWords } from './text/pdf-words.js';
import { verifyPdf } from './verify-pdf.js';

/** A finished PDF. */
export interface PrintedPdf {
  readonly bytes: Uint8Array;
  readonly pages: number;
  /** Everything in it that somebody could read. */
  readonly words: readonly PdfWords[];
  /** Of a document that flows: where everything stands in it. */
  readonly places: FlowPlaces | null;
}

/** Turns what the browser printed into the product: checked, with bookmarks and properties, and the same bytes each time. */
export async function finishPdf(
  { pdf, reader, tags }: TakenPdf,
  page: RenderedPage,
  wordless: ReadonlySet<number>,
  maker: Maker,
): Promise<Noticed<Omit<PrintedPdf, 'places'>>> {
  const { paper } = page;
  if (paper === null) throw new Error(`${page.path} is not for paper.`);
  const diagnostics: Diagnostic[] = verifyPdf(pdf, page, wordless);
  mendOwnLinks(pdf, page);
  if (tags !== null) mendDocument(pdf, tags, paper.bookmarks);
  labelPages(pdf);
  for (const lost of writeOutline(pdf, paper.bookmarks)) {
    diagnostics.push(
      diagnostic(
        'print/lost-bookmark',
        null,
        `The bookmark \`${lost.title}\` of ${nameOf(page)} leads nowhere: \`#${lost.target}\` stands on no page.`,
      ),
    );
  }
  writeInformation(pdf, paper, maker);
  describeSheets(pdf, paper);
  const bytes = await writePdf(pdf);
  stampIdentifier(bytes);
  return { value: { bytes, pages: pagesOf(pdf).length, words: reader.words() }, diagnostics };
}
