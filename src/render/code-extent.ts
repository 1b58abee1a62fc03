import type { Block, Code } from '../parse/ast.js';

/** How much of its type's size code needs: the letters of its longest line, and its lines. */
export interface CodeExtent {
  readonly width: number;
  readonly lines: number;
  /** The letters of each line. */
  readonly widths: readonly number[];
}

/** What is as wide as two letters. */
const wide =
  /[\p{Emoji_Presentation}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;

/** Letters that are all as wide as each other: most code has no others. */
const plain = /^[\n\x20-\x7e]*$/;

/** Tabs are as wide as the themes show them, and what stands before lines counts as well: their number, or the sign of a change. */
export function codeExtent({ text, numbered, diff }: Code): CodeExtent {
  const before = (numbered ? 4 : 0) + (diff ? 1 : 0);
  const isPlain = plain.test(text);
  const widths = text
    .split('\n')
    .map(
      (line) =>
        before + (isPlain ? line.length : [...line.replaceAll('\t', '    ').replace(wide, '__')].length),
    );
  return { width: Math.max(1, ...widths), lines: widths.length, widths };
}

/**
 * What a stylesheet needs to know about columns with code, and cannot find out:
 *
 *     one has code          --code-need: 42                     it may get more than its share
 *     two or more have it   --code-widest: 42; --code-most: 9   all of it is set in one size, to be compared
 */
export function codeOfColumns(columns: readonly (readonly Block[])[]): readonly string[] {
  const codes = columns
    .map((blocks) => blocks.filter((block) => block.type === 'code').map(codeExtent))
    .filter((extents) => extents.length > 0);
  const all = codes.flat();
  if (all.length === 0) return [];
  const widest = Math.max(...all.map(({ width }) => width));
  if (codes.length === 1) return [`--code-need: ${widest}`];
  return [`--code-widest: ${widest}`, `--code-most: ${Math.max(...all.map(({ lines }) => lines))}`];
}
