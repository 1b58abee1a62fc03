/** One side of a sheet of a booklet: the numbers, from 1, of the pages that stand beside each other on it. */
export interface SheetSide {
  readonly left: number;
  readonly right: number;
}

/** How many pages a booklet has: sheets are folded once, so each of them makes four. */
export function bookletLength(pages: number): number {
  return Math.ceil(pages / 4) * 4;
}

/**
 * Which pages of a booklet stand beside each other, in the order in which sides are printed. Sheet k, from 0, of N pages has
 * `N-2k | 1+2k` in front and `2+2k | N-1-2k` behind; printed on both sides, turned on the short edge and folded in the
 * middle, they lie in order. What is read from right to left opens on the other side, so there the halves change places.
 *
 * @param pages a multiple of four
 */
export function imposition(pages: number, rightToLeft: boolean): readonly SheetSide[] {
  const sides = Array.from({ length: pages / 4 }, (_, sheet) => [
    { left: pages - 2 * sheet, right: 1 + 2 * sheet },
    { left: 2 + 2 * sheet, right: pages - 1 - 2 * sheet },
  ]).flat();
  return rightToLeft ? sides.map(({ left, right }) => ({ left: right, right: left })) : sides;
}
