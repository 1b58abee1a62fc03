import type { Diagnostic } from './diagnostic.js';

/**
 * By file, then place, then code; what has no place comes last, where it is seen. The same diagnostic twice (two
 * editions of a deck find the same mistake) is kept once.
 */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const once = new Map<string, Diagnostic>();
  for (const one of diagnostics) {
    const key = JSON.stringify([one.span?.file, one.span?.start, one.span?.end, one.code, one.message]);
    if (!once.has(key)) once.set(key, one);
  }
  return [...once.values()].sort(byPlace);
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  if (a.span === null || b.span === null) {
    if (a.span !== b.span) return a.span === null ? 1 : -1;
    return compare(a.code, b.code) || compare(a.message, b.message);
  }
  return (
    compare(a.span.file, b.span.file) ||
    a.span.start - b.span.start ||
    a.span.end - b.span.end ||
    compare(a.code, b.code) ||
    compare(a.message, b.message)
  );
}

/** By code units, so that the order is the same in every locale. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
