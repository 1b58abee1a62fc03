/** The figures as Markdown tables. */
import { goals } from './goals.mjs';
import { median } from './measure.mjs';

function milliseconds(value) {
  return value < 10_000 ? `${Math.round(value)} ms` : `${(value / 1000).toFixed(1)} s`;
}

function megabytes(bytes) {
  return `${Math.round(bytes / 1e6)} MB`;
}

function table(heads, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(heads), line(heads.map((_, at) => (at ? '--:' : '---'))), ...rows.map(line)].join('\n');
}

function memory(peak) {
  if (!peak) return 'not measured';
  return `${megabytes(peak.bytes)} in ${peak.processes}${peak.shared === 'rss' ? ' (RSS)' : ''}`;
}

function row(result, deckhand) {
  if (result.failure) return [result.name, `failed: ${result.failure.replaceAll('|', '/')}`, '', '', '', ''];
  const typical = median(result.times);
  const share = deckhand?.times.length ? (median(deckhand.times) / typical).toFixed(2) : '';
  return [
    result.name,
    milliseconds(typical),
    milliseconds(result.times[0] ?? Number.NaN),
    milliseconds(result.times.at(-1) ?? Number.NaN),
    result === deckhand ? '' : share,
    memory(result.peak),
  ];
}

/**
 * @param {import('./comparisons.mjs').Comparison} comparison
 * @param {import('./measure.mjs').Result[]} results
 */
export function comparisonTable(comparison, results) {
  const deckhand = results.find((result) => result.name === 'Deckhand');
  const heads = [comparison.title, 'median', 'fastest', 'slowest', 'Deckhand / it', 'peak memory'];
  return table(
    heads,
    results.map((result) => row(result, deckhand)),
  );
}

/** @param {import('./goals.mjs').Results} results */
export function goalTable(results) {
  const rows = goals.map(({ title, atMost, unit, measured }) => {
    const figure = measured(results);
    const show = unit === 'bytes' ? megabytes : (value) => value.toFixed(2);
    const bound = unit === 'bytes' ? megabytes(atMost) : String(atMost);
    if (figure === null) return [title, bound, '', 'not measured'];
    return [title, bound, show(figure), figure <= atMost ? 'reached' : '**missed**'];
  });
  return table(['goal', 'at most', 'measured', ''], rows);
}
