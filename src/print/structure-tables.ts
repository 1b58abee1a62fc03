import type { PDFDict, PDFObject, PDFRef } from '@cantoo/pdf-lib';
import type { PdfFile } from './pdf-file.js';
import { pdfLib } from './pdf-lib.js';
import { isTag, type Tag, type TagTree } from './tags.js';

const groups = new Set(['THead', 'TBody', 'TFoot']);

/** Brings tables in order: rows of cells and nothing else, all rows of one length, heads that say what they are the head of. */
export function mendTables(pdf: PdfFile, tree: TagTree): void {
  for (const table of tree.all('Table')) {
    const rows = rowsOf(table);
    if (rows === null) {
      // No table to anybody who cannot see it: what is in it is read in order.
      tree.setRole(table, 'NonStruct');
      continue;
    }
    const caption = table.kids.find((kid) => isTag(kid) && kid.role === 'Caption');
    if (caption !== undefined && table.kids.indexOf(caption) !== 0) {
      tree.setKids(table, [caption, ...table.kids.filter((kid) => kid !== caption)]);
    }
    evenOut(pdf, tree, rows);
    giveScopes(pdf, rows);
    nameHeadsOnce(tree, rows);
  }
  const rowParents = new Set(['Table', ...groups]);
  for (const tag of tree.all(...groups, 'TR', 'TH', 'TD')) {
    const around = tag.parent?.role ?? '';
    const lost =
      (groups.has(tag.role) && around !== 'Table') ||
      (tag.role === 'TR' && !rowParents.has(around)) ||
      ((tag.role === 'TH' || tag.role === 'TD') && around !== 'TR');
    if (!lost) continue;
    tree.setRole(tag, 'NonStruct');
    tag.dict.delete(pdfLib().PDFName.of('A'));
    tag.dict.delete(pdfLib().PDFName.of('ID'));
  }
}

/** The rows of a table; null when it is none. */
function rowsOf(table: Tag): Tag[] | null {
  const rows: Tag[] = [];
  for (const kid of table.kids) {
    if (!isTag(kid)) return null;
    if (kid.role === 'Caption') continue;
    for (const row of groups.has(kid.role) ? kid.kids : [kid]) {
      if (!isTag(row) || row.role !== 'TR' || row.kids.length === 0) return null;
      if (row.kids.some((cell) => !isTag(cell) || (cell.role !== 'TH' && cell.role !== 'TD'))) return null;
      rows.push(row);
    }
  }
  return rows.length === 0 ? null : rows;
}

/**
 * Fills rows that are too short with empty cells and shortens cells that would reach below the last row.
 *
 *     A B C        A B C
 *     D E      →   D E ·
 */
function evenOut({ context }: PdfFile, tree: TagTree, rows: readonly Tag[]): void {
  const taken = rows.map(() => 0);
  rows.forEach((row, index) => {
    for (const cell of row.kids) {
      if (!isTag(cell)) continue;
      const height = Math.min(spanOf(cell, 'RowSpan'), rows.length - index);
      if (height < spanOf(cell, 'RowSpan')) {
        attributes(cell).forEach((one) => {
          if (one.has(pdfLib().PDFName.of('RowSpan')))
            one.set(pdfLib().PDFName.of('RowSpan'), context.obj(height));
        });
      }
      for (let below = 0; below < height; below++) {
        taken[index + below] = (taken[index + below] ?? 0) + spanOf(cell, 'ColSpan');
      }
    }
  });
  const width = Math.max(...taken);
  rows.forEach((row, index) => {
    const missing = width - (taken[index] ?? 0);
    if (missing === 0) return;
    tree.setKids(row, [...row.kids, ...Array.from({ length: missing }, () => tree.wrap('TD', []))]);
  });
}

/** A head above its column, or, further down, before its row. */
function giveScopes({ context }: PdfFile, rows: readonly Tag[]): void {
  const { PDFName } = pdfLib();
  rows.forEach((row, index) => {
    for (const head of row.kids) {
      if (!isTag(head) || head.role !== 'TH') continue;
      if (attributes(head).some((one) => one.has(PDFName.of('Scope')))) continue;
      const scope = context.obj({ O: 'Table', Scope: index === 0 ? 'Column' : 'Row' });
      head.dict.set(PDFName.of('A'), context.obj([...attributes(head), scope] as PDFObject[]));
    }
  });
}

/** Heads of columns are printed again on each page that a table runs over; they are to be read once. */
function nameHeadsOnce(tree: TagTree, rows: readonly Tag[]): void {
  const { PDFName } = pdfLib();
  for (const row of rows) {
    for (const head of row.kids) {
      if (!isTag(head) || head.role !== 'TH') continue;
      const scope = attributes(head).map((one) => one.get(PDFName.of('Scope')));
      if (!scope.includes(PDFName.of('Column'))) continue;
      let first: PDFRef | null = null;
      const visit = (tag: Tag) => {
        for (const kid of tag.kids) if (!isTag(kid)) first ??= kid.page;
        tree.drop(tag, ({ page }) => page !== first);
        for (const kid of tag.kids) if (isTag(kid)) visit(kid);
      };
      visit(head);
    }
  }
}

function spanOf(cell: Tag, key: 'RowSpan' | 'ColSpan'): number {
  const { PDFName, PDFNumber } = pdfLib();
  for (const one of attributes(cell)) {
    const value = one.lookup(PDFName.of(key));
    if (value instanceof PDFNumber) return Math.max(1, value.asNumber());
  }
  return 1;
}

/** The attributes of an element: `/A [<< /O /Table /Scope /Column >> << /O /Table /RowSpan 1 >>]`. */
export function attributes({ dict }: Tag): PDFDict[] {
  const { PDFArray, PDFDict, PDFName } = pdfLib();
  const written = dict.lookup(PDFName.of('A'));
  const all = written instanceof PDFArray ? written.asArray().map((_, at) => written.lookup(at)) : [written];
  return all.filter((one) => one instanceof PDFDict);
}
