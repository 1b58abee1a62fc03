/**
 * What the commands `deckhand build` and `deckhand check` do, as functions. Neither writes to the terminal, changes
 * the working folder or ends the process.
 *
 * ```js
 * import { build } from 'deckhand';
 *
 * const result = await build({ paths: ['talk.md'], products: ['deck', 'handout'] });
 * if (result.outcome !== 'built') console.error(result.diagnostics);
 * ```
 *
 * @module
 */
export type { Product } from './config/settings.js';
export type { Code } from './diagnostics/catalogue.js';
export type { Diagnostic, Related, Severity } from './diagnostics/diagnostic.js';
/** A diagnostic as text with a code frame, and as plain data with lines and columns. */
export { formatJson, type JsonDiagnostic, type JsonPlace } from './diagnostics/format-json.js';
export { formatText } from './diagnostics/format-text.js';
export type { Sources, Span } from './diagnostics/source.js';
/** Makes every product asked for, or, where the content has errors, leaves the last good output as it is. */
export { build } from './pipeline/build.js';
/** Finds everything that can be wrong, and writes nothing. */
export { check } from './pipeline/check.js';
export type { BuildOptions, BuildResult, BuiltProduct, Outcome, Progress } from './pipeline/options.js';
