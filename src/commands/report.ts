import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { formatJson } from '../diagnostics/format-json.js';
import type { BuildResult, BuiltProduct, CopyFacts } from '../pipeline/options.js';
import type { Format } from './flags.js';

/** Tells how a build or a check ended: diagnostics on stderr and results on stdout, or all of it as one JSON document. */
export async function report(result: BuildResult, format: Format): Promise<void> {
  if (format === 'json') {
    reportJson(result);
    return;
  }
  await reportDiagnostics(result);
  for (const note of result.notes) process.stderr.write(`note: ${note}\n`);
  process.stdout.write(productLines(result.products));
}

/** Tells what was wrong with the command line. */
export async function reportUsage(diagnostics: readonly Diagnostic[], format: Format): Promise<void> {
  const result = { diagnostics, products: [], sources: new Map() };
  if (format === 'json') reportJson(result);
  else await reportDiagnostics(result);
}

function reportJson({
  diagnostics,
  products,
  sources,
}: Pick<BuildResult, 'diagnostics' | 'products' | 'sources'>): void {
  const document = {
    diagnostics: diagnostics.map((one) => formatJson(one, sources)),
    products: products.map((one) => one.path),
  };
  process.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
}

/** Tells what was noticed, on stderr. */
export async function reportDiagnostics(result: Pick<BuildResult, 'diagnostics' | 'sources'>): Promise<void> {
  if (result.diagnostics.length === 0) return;
  const colour = process.stderr.isTTY === true && process.stderr.hasColors();
  process.stderr.write(await diagnosticsText(result, colour));
}

/** Diagnostics as they are told on stderr: each with its place, and at the end how many there are. */
export async function diagnosticsText(
  { diagnostics, sources }: Pick<BuildResult, 'diagnostics' | 'sources'>,
  colour: boolean,
): Promise<string> {
  // What measures the width of characters takes 25 ms to load, and most builds have nothing to say.
  const { formatText } = await import('../diagnostics/format-text.js');
  const texts = diagnostics.map((one) => `${formatText(one, sources, { colour })}\n`);
  const placed = diagnostics.some((one) => one.span !== null);
  return texts.join('\n') + (placed ? `\n${countLine(diagnostics)}\n` : '');
}

/** `2 errors, 1 warning.` */
export function countLine(diagnostics: readonly Diagnostic[]): string {
  const errors = diagnostics.filter((one) => one.severity === 'error').length;
  const warnings = diagnostics.length - errors;
  const counts = [errors > 0 && counted(errors, 'error'), warnings > 0 && counted(warnings, 'warning')];
  return `${counts.filter((one) => one !== false).join(', ')}.`;
}

/** One line a product, with what a copy shop asks, then what to open. */
export function productLines(products: readonly BuiltProduct[]): string {
  if (products.length === 0) return '';
  const rows = products.map((one) => [
    one.pages === null ? '' : counted(one.pages, 'page'),
    one.copies === null ? '' : sheetsOf(one.copies),
    fileSize(one.bytes),
    one.copies === null ? '' : one.copies.grey ? 'fit for grey' : 'needs colour',
    // Paths come last: they may hold wide characters, and nothing has to be aligned after them.
    one.path,
  ]);
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  const lines = rows.map((row) => {
    const cells = row.slice(0, -1).flatMap((cell, column) => {
      const width = widths[column] ?? 0;
      return width === 0 ? [] : column === 3 ? cell.padEnd(width) : cell.padStart(width);
    });
    return `  ${[...cells, row.at(-1)].join('  ')}\n`;
  });

  const booklets = products.filter((one) => one.copies?.turn === 'short-edge').map(foldingLine);
  const single = products
    .filter((one) => one.alone)
    .map((one) => `In one file, for mail or a stick: ${one.path}\n`);
  const talks = products.filter((one) => one.product === 'present' && !one.alone);
  const talk = talks.length === 1 ? `To give the talk, with notes: ${talks[0]?.path}\n` : '';
  return `${lines.join('')}\n${booklets.join('')}${talk}${single.join('')}Open ${firstToOpen(products)}\n`;
}

/** `23 sheets, 12 two-sided`; a booklet has no one-sided ones. */
function sheetsOf({ sheets: { oneSided, twoSided }, turn }: CopyFacts): string {
  if (turn === 'short-edge') return `${counted(twoSided, 'sheet')} to fold`;
  return twoSided === oneSided
    ? counted(oneSided, 'sheet')
    : `${counted(oneSided, 'sheet')}, ${twoSided} two-sided`;
}

/** Sheets of ordinary paper that fold together and take a staple. */
const mostFolded = 20;

function foldingLine({ path, copies }: BuiltProduct): string {
  const count = copies?.sheets.twoSided ?? 0;
  const fold = count === 1 ? 'fold the sheet' : `fold the ${count} sheets together`;
  const thick =
    count > mostFolded ? ` More than about ${mostFolded} do not fold well: \`--range\` makes parts.` : '';
  return `To make the booklet, print ${path} on both sides, flip on the short edge, and ${fold}.${thick}\n`;
}

/** The shelf leads to everything else; without it the page that shows most. */
function firstToOpen(products: readonly BuiltProduct[]): string {
  const order: readonly BuiltProduct['product'][] = ['shelf', 'deck', 'present', 'slides'];
  for (const product of order) {
    const found = products.find((one) => one.product === product);
    if (found !== undefined) return found.path;
  }
  return (products[0] as BuiltProduct).path;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** Thousands of bytes, as file managers count. */
function fileSize(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
