import { type Code, catalogue } from './catalogue.js';
import type { Span } from './source.js';

export type Severity = 'error' | 'warning';

/** A second place that explains the first: "opened here", "also named here". */
export interface Related {
  readonly message: string;
  readonly span: Span;
}

/** Something an author should know: what happened and why (`message`), and what to do (`hint`). */
export interface Diagnostic {
  readonly code: Code;
  readonly severity: Severity;
  readonly message: string;
  readonly hint: string | null;
  /** Where; null only for what has no place in any file, such as a missing browser. */
  readonly span: Span | null;
  readonly related: readonly Related[];
}

/** A result and what was noticed on the way to it. */
export interface Noticed<T> {
  readonly value: T;
  readonly diagnostics: readonly Diagnostic[];
}

/** Makes a diagnostic; its severity is what the catalogue says of its code. */
export function diagnostic(
  code: Code,
  span: Span | null,
  message: string,
  more: { hint?: string | null; related?: readonly Related[] } = {},
): Diagnostic {
  return {
    code,
    severity: catalogue[code].severity,
    message,
    hint: more.hint ?? null,
    span,
    related: more.related ?? [],
  };
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((one) => one.severity === 'error');
}
