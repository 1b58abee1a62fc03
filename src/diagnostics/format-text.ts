import { styleText } from 'node:util';
import type { Diagnostic } from './diagnostic.js';
import { codeFrame } from './frame.js';
import { placeOf } from './place.js';
import { printable } from './printable.js';
import type { Sources, Span } from './source.js';

type Style = Parameters<typeof styleText>[0];
type Paint = (style: Style, text: string) => string;

const plain: Paint = (_style, text) => text;
// The caller has looked at the stream; `styleText` would look at stdout, and messages go to stderr.
const painted: Paint = (style, text) => styleText(style, text, { validateStream: false });

/**
 * A diagnostic as its author reads it: place, message, code, the lines around the place, what to do, and the places
 * that explain it. Ends without a line end.
 */
export function formatText(diagnostic: Diagnostic, sources: Sources, options: { colour: boolean }): string {
  const paint = options.colour ? painted : plain;
  const severity = paint(
    diagnostic.severity === 'error' ? ['bold', 'red'] : ['bold', 'yellow'],
    diagnostic.severity,
  );
  const code = paint('dim', `[${diagnostic.code}]`);
  const place = diagnostic.span === null ? '' : `${paint('bold', formatPlace(diagnostic.span, sources))} `;
  const message = paint('bold', hanging(diagnostic.message, '  '));

  const lines = [`${place}${severity} ${message} ${code}`];
  if (diagnostic.span !== null) lines.push(...frameLines(diagnostic.span, sources, 1, paint));
  if (diagnostic.hint !== null) lines.push(`  ${paint('cyan', 'hint:')} ${hanging(diagnostic.hint, '    ')}`);
  for (const note of diagnostic.related) {
    const where = formatPlace(note.span, sources);
    lines.push(`  ${where} ${paint('cyan', 'note')} ${hanging(note.message, '    ')}`);
    lines.push(...frameLines(note.span, sources, 0, paint).map((line) => `  ${line}`));
  }
  return lines.join('\n');
}

/** `talk.md:4:1`; only the file where its text is not known. */
function formatPlace(span: Span, sources: Sources): string {
  const file = printable(span.file);
  const place = placeOf(sources, span.file, span.start);
  return place === null ? file : `${file}:${place.line}:${place.column}`;
}

function frameLines(span: Span, sources: Sources, context: number, paint: Paint): readonly string[] {
  const rows = codeFrame(sources, span, context) ?? [];
  return rows.map((row) => {
    const gutter = row.kind === 'context' ? paint('dim', row.gutter) : row.gutter;
    if (row.text === '') return gutter;
    return `${gutter} ${row.kind === 'underline' ? paint('red', row.text) : row.text}`;
  });
}

/** Further lines of a message stand under its first one. */
function hanging(text: string, indent: string): string {
  return printable(text).replaceAll('\n', `\n${indent}`);
}
