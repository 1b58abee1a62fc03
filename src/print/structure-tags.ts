import type { Bookmark } from '../render/page.js';
import type { PdfFile } from './pdf-file.js';
import { pdfLib } from './pdf-lib.js';
import { mendHeadings } from './structure-headings.js';
import { followHints } from './structure-hints.js';
import { giveIds } from './structure-ids.js';
import { describeLinks, mendLinks } from './structure-links.js';
import { mendContents, mendLists } from './structure-lists.js';
import { dropDecoration, mendForms, mendRuby } from './structure-pictures.js';
import { mendTables } from './structure-tables.js';
import { readTags, type TagTree } from './tags.js';

/** Roles of Chromium's that the PDF standard does not know, and what they count as. */
const roles = { Aside: 'Sect', Em: 'Span', Strong: 'Span' } as const;

/** Brings Chromium's tags in line with PDF/UA-1. Null where there are none. */
export function mendTags(pdf: PdfFile, bookmarks: readonly Bookmark[]): TagTree | null {
  const { PDFDict, PDFName } = pdfLib();
  const tree = readTags(pdf);
  if (tree === null) return null;
  pdf.catalog
    .lookup(PDFName.of('StructTreeRoot'), PDFDict)
    .set(PDFName.of('RoleMap'), pdf.context.obj(roles));
  followHints(tree);
  dropDecoration(tree);
  mendTables(pdf, tree);
  mendLinks(pdf, tree);
  mendLists(tree);
  mendContents(tree);
  mendHeadings(tree);
  mendForms(tree);
  mendRuby(tree);
  giveIds(pdf, tree);
  describeLinks(pdf, bookmarks);
  return tree;
}
