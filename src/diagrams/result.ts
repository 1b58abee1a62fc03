import type { Code as DiagnosticCode } from '../diagnostics/catalogue.js';
import type { Diagram } from '../render/diagram.js';

/** Something to be said of a diagram, before its place in the author's file is known. */
export interface Remark {
  readonly code: DiagnosticCode;
  /** A line of the diagram's source, from 1; null for all of it. */
  readonly line: number | null;
  readonly message: string;
  readonly hint: string | null;
}

/** What became of the source of a diagram. */
export interface Result {
  /** Null where it could not be drawn; then a remark says why. */
  readonly diagram: Diagram | null;
  readonly remarks: readonly Remark[];
}

export function failed(remark: Remark): Result {
  return { diagram: null, remarks: [remark] };
}
