import type { Diagnostic } from './diagnostic.js';
import { placeOf } from './place.js';
import type { Sources, Span } from './source.js';

/**
 * A range for machines: lines and columns count from 1, columns in code points, the end is the place behind the last
 * character. All null where there is no such place.
 */
export interface JsonPlace {
  /** Relative to the working folder, with `/`. */
  readonly file: string | null;
  readonly line: number | null;
  readonly column: number | null;
  readonly endLine: number | null;
  readonly endColumn: number | null;
}

export interface JsonDiagnostic extends JsonPlace {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly hint: string | null;
  readonly related: readonly (JsonPlace & { readonly message: string })[];
}

/** A diagnostic as `--format json` prints it. */
export function formatJson(diagnostic: Diagnostic, sources: Sources): JsonDiagnostic {
  return {
    code: diagnostic.code,
    severity: diagnostic.severity,
    message: diagnostic.message,
    hint: diagnostic.hint,
    ...jsonPlace(diagnostic.span, sources),
    related: diagnostic.related.map((note) => ({ message: note.message, ...jsonPlace(note.span, sources) })),
  };
}

function jsonPlace(span: Span | null, sources: Sources): JsonPlace {
  const start = span && placeOf(sources, span.file, span.start);
  const end = span && placeOf(sources, span.file, span.end);
  return {
    file: span?.file ?? null,
    line: start?.line ?? null,
    column: start?.column ?? null,
    endLine: end?.line ?? null,
    endColumn: end?.column ?? null,
  };
}
