import type { FileReference } from '../parse/ast.js';

/** The shown part of a file, or why there is none. */
export type Part =
  | { readonly kind: 'found'; readonly text: string; readonly from: number }
  | { readonly kind: 'no-region'; readonly regions: readonly string[] }
  | { readonly kind: 'no-lines'; readonly count: number };

/** `#region name` and `#endregion` in a comment of any kind: after `#`, `//`, `--`, `;`, `%`, or an opening of C or HTML. */
const mark = /^[ \t]*(?:(?:#|\/\/|--|;|%|<!--|\/\*)[ \t]*)?#(region|endregion)\b[ \t]*([\w.-]*)/;

/**
 * Cuts the part of a file out that a code block shows. Marks of regions are never shown, and indentation that all
 * lines share is taken away.
 */
export function partOf(text: string, part: FileReference['part']): Part {
  const lines = text.replace(/\n$/, '').split('\n');
  if (part === null) return { kind: 'found', text: withoutMarks(lines).join('\n'), from: 1 };
  if ('from' in part) {
    if (part.from < 1 || part.to < part.from || part.to > lines.length)
      return { kind: 'no-lines', count: lines.length };
    return { kind: 'found', text: shown(lines.slice(part.from - 1, part.to)), from: part.from };
  }
  const start = lines.findIndex((line) => opens(line) === part.region);
  if (start < 0) return { kind: 'no-region', regions: lines.flatMap((line) => opens(line) ?? []) };
  let depth = 0;
  let end = start + 1;
  for (; end < lines.length; end++) {
    const kind = mark.exec(lines[end] ?? '')?.[1];
    if (kind === 'region') depth++;
    if (kind === 'endregion' && depth-- === 0) break;
  }
  return { kind: 'found', text: shown(lines.slice(start + 1, end)), from: start + 2 };
}

function opens(line: string): string | null {
  const match = mark.exec(line);
  return match?.[1] === 'region' ? (match[2] ?? '') : null;
}

function withoutMarks(lines: readonly string[]): string[] {
  return lines.filter((line) => !mark.test(line));
}

function shown(lines: readonly string[]): string {
  const kept = withoutMarks(lines);
  const widths = kept
    .filter((line) => line.trim() !== '')
    .map((line) => /^[ \t]*/.exec(line)?.[0].length ?? 0);
  const common = Math.min(...widths, 1000);
  return kept.map((line) => line.slice(common)).join('\n');
}
