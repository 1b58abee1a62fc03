import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import type { Span } from '../diagnostics/source.js';

export type Bytes =
  | { readonly bytes: Buffer; readonly problem: null }
  | { readonly bytes: null; readonly problem: Diagnostic };

/**
 * Reads a whole file of at most `most` bytes. `path` is a real path, so a link that takes its place in the
 * meantime is not followed, and a pipe does not make the build wait.
 */
export function readBytes(
  path: string,
  shown: string,
  most: number,
  tooLarge: 'text/too-large' | 'asset/too-heavy',
  span: Span | null,
): Bytes {
  let handle: number;
  try {
    handle = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    return { bytes: null, problem: unreadable(error, shown, span) };
  }
  try {
    const { size } = fstatSync(handle);
    if (size > most) {
      const message = `\`${shown}\` has ${megabytes(size)} MB; more than ${megabytes(most)} MB is not read.`;
      return { bytes: null, problem: diagnostic(tooLarge, span, message) };
    }
    return { bytes: readFileSync(handle), problem: null };
  } catch (error) {
    return { bytes: null, problem: unreadable(error, shown, span) };
  } finally {
    closeSync(handle);
  }
}

function unreadable(error: unknown, shown: string, span: Span | null): Diagnostic {
  const { code } = error as NodeJS.ErrnoException;
  if (code === undefined) throw error;
  return diagnostic('path/unreadable', span, `\`${shown}\` may not be read (${code}).`, {
    hint: 'Look at its permissions.',
  });
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1).replace(/\.0$/, '');
}
