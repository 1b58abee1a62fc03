import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import type { Sources } from '../../src/diagnostics/source.js';

/** Diagnostics as short lines to compare: code, and the author's words at its place. */
export function told(diagnostics: readonly Diagnostic[], sources: Sources): string[] {
  return diagnostics.map(({ code, span }) => {
    if (span === null) return code;
    const text = sources.get(span.file);
    if (text === undefined) throw new Error(`No text for ${span.file}, which ${code} points into.`);
    if (span.start < 0 || span.end < span.start || span.end > text.length) {
      throw new Error(`${code} points outside of ${span.file}: ${span.start} to ${span.end}.`);
    }
    return `${code} @ ${text.slice(span.start, span.end)}`;
  });
}
