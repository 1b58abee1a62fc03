import type { Bookmark } from '../render/page.js';
import { markArtifacts } from './artifacts.js';
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

/**
 * Brings Chromium's tags in line with PDF/UA-1, and marks what belongs to none, as far as a part of a document can be seen by itself:
 * {@link mendDocument} does the rest. Null where there are no tags.
 */
export function mendTags(pdf: PdfFile): TagTree | null {
  const tree = readTags(pdf);
  if (tree === null) return null;
  followHints(tree);
  dropDecoration(tree);
  mendTables(pdf, tree);
  mendLinks(pdf, tree);
  mendLists(tree);
  mendContents(tree);
  mendForms(tree);
  mendRuby(tree);
  markArtifacts(pdf, tree);
  return tree;
}

/** Brings in line what goes through a whole document, whose parts {@link mendTags} has seen. */
export function mendDocument(pdf: PdfFile, tree: TagTree, bookmarks: readonly Bookmark[]): void {
  const { PDFDict, PDFName } = pdfLib();
  pdf.catalog
    .lookup(PDFName.of('StructTreeRoot'), PDFDict)
    .set(PDFName.of('RoleMap'), pdf.context.obj(roles));
  mendHeadings(tree);
  giveIds(pdf, tree);
  describeLinks(pdf, bookmarks);
}
