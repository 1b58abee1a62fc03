import type { Block, Code } from '../parse/ast.js';

/** How much of its type's size code needs: the letters of its longest line, and its lines. */
export interface CodeExtent {
  readonly width: number;
  readonly lines: number;
}

/** What is as wide as two letters. */
const wide =
  /[\p{Emoji_Presentation}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;

/** Letters that are all as wide as each other: most code has no others. */
const plain = /^[\n\x20-\x7e]*$/;

/** Letters before each line: its number, or the sign of a change. */
const beforeLine = { number: 4, sign: 1 };

/** Tabs are as wide as the themes show them, and what stands before lines counts as well. */
export function codeExtent(code: Code): CodeExtent {
  const widths = lineWidths(code);
  return { width: Math.max(1, ...widths), lines: widths.length };
}

/** The letters of each line. */
export function lineWidths({ text, numbered, diff }: Code): readonly number[] {
  const before = (numbered ? beforeLine.number : 0) + (diff ? beforeLine.sign : 0);
  const isPlain = plain.test(text);
  return text
    .split('\n')
    .map(
      (line) =>
        before + (isPlain ? line.length : [...line.replaceAll('\t', '    ').replace(wide, '__')].length),
    );
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
