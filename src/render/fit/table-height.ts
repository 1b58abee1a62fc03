import type { Table, TableCell } from '../../parse/ast.js';
import type { Room, Ruler } from './ruler.js';
import { boldWeight, extentOf, linesOf, plainWeight } from './words.js';

/**
 * A table's height. Its columns are as wide as browsers make them: as their words are, where there is room; else each gets
 * its longest word, and of what is left a share by how much more it has. A table that is too wide with the longest words alone
 * fits into no height.
 */
export function tableHeight({ head, rows }: Table, { width }: Room, ruler: Ruler): number {
  const { scale, air, narrow } = ruler;
  const count = rows.length;
  const [type, cell] = count > 8 ? [2.75, 0.75] : count > 6 || (narrow && count > 4) ? [3, 1.1] : [3.25, 1.6];
  const size = type * scale;
  const gap = 3 * scale;
  const all = [head, ...rows];
  const columns = head.map((_, index) => {
    let least = 0;
    let most = 0;
    for (const row of all) {
      const extent = extentOf(row[index]?.children ?? [], ruler, weightOf(row === head, index));
      least = Math.max(least, extent.least);
      most = Math.max(most, extent.most);
    }
    const space = index === head.length - 1 ? 0 : gap;
    return { least: least * size + space, most: most * size + space };
  });
  const least = columns.reduce((sum, one) => sum + one.least, 0);
  if (least > width) return Number.POSITIVE_INFINITY;
  const most = columns.reduce((sum, one) => sum + one.most, 0);
  const share = most <= width ? width / Math.max(most, 1) : 0;
  const spare = most > least ? Math.max(0, width - least) / (most - least) : 0;
  const widths = columns.map((one, index) => {
    const whole = share > 0 ? one.most * share : one.least + (one.most - one.least) * spare;
    return Math.max(size, whole - (index === head.length - 1 ? 0 : gap));
  });
  const rowHeight = (cells: readonly TableCell[]) => {
    const lines = cells.map(({ children }, index) =>
      linesOf(
        children,
        { width: widths[index] ?? width, size, leading: 1.28 },
        ruler,
        weightOf(cells === head, index),
      ),
    );
    return Math.max(1, ...lines) * 1.28 * size + 2 * (cell + 1.4 * air) * scale + 0.2;
  };
  return all.reduce((sum, row) => sum + rowHeight(row), 0);
}

/** The head and the first column are bold. */
function weightOf(isHead: boolean, index: number): number {
  return isHead || index === 0 ? boldWeight : plainWeight;
}
