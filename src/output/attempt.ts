import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';

/**
 * Why nothing was written. `usage`: the folder is the wrong one (exit code 2). `busy`: another build is writing to it.
 * `disk`: the disk is full or broken. `stopped`: the signal asked for it. A pipeline answers the first with exit code 2,
 * the last with 130, the others with 1.
 */
export type FailureKind = 'usage' | 'busy' | 'disk' | 'stopped';

/** A result and what was noticed on the way to it, or no result and the kind of failure that a caller has to answer for. */
export type Attempt<T> =
  | { readonly failure: null; readonly value: T; readonly diagnostics: readonly Diagnostic[] }
  | { readonly failure: FailureKind; readonly value: null; readonly diagnostics: readonly Diagnostic[] };

export function succeeded<T>(value: T, diagnostics: readonly Diagnostic[] = []): Attempt<T> {
  return { failure: null, value, diagnostics };
}

export function failed(failure: FailureKind, ...diagnostics: readonly Diagnostic[]): Attempt<never> {
  return { failure, value: null, diagnostics };
}

/** An error that the operating system reported, as opposed to a bug of ours. */
export interface SystemError extends Error {
  readonly code: string;
  readonly syscall: string;
}

export function isSystemError(error: unknown): error is SystemError {
  return error instanceof Error && 'syscall' in error && 'code' in error && typeof error.code === 'string';
}

/** Whether the operating system said one of these codes (`ENOENT`, …). */
export function isOneOf(error: unknown, ...codes: readonly string[]): boolean {
  return isSystemError(error) && codes.includes(error.code);
}

/**
 * Turns what the operating system said into a failure that names the folder. Anything else is a bug and thrown on.
 *
 * @param shown the output folder as the user wrote it
 */
export function systemFailure(error: unknown, shown: string): Attempt<never> {
  if (!isSystemError(error)) throw error;
  switch (error.code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return failed(
        'disk',
        diagnostic(
          'output/disk-full',
          null,
          `The disk that holds \`${shown}\` is full. Nothing in the folder was changed.`,
          { hint: 'Free some space, or build into a folder on another disk with `-o`.' },
        ),
      );
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
      return failed('usage', notWritable(shown, error.code));
    default:
      return failed(
        'disk',
        diagnostic(
          'output/write-failed',
          null,
          `The output folder \`${shown}\` could not be written: the system says ${error.code} (${error.syscall}).`,
          { hint: 'Look at the disk, or build into another folder with `-o`.' },
        ),
      );
  }
}

/** @param code what the system said: `EROFS`, `EACCES` or `EPERM` */
export function notWritable(shown: string, code: string): Diagnostic {
  const why = code === 'EROFS' ? 'it lies on a read-only disk' : 'you may not write there';
  return diagnostic(
    'output/not-writable',
    null,
    `The output folder \`${shown}\` cannot be written: ${why} (${code}).`,
    { hint: 'Build into another folder with `-o`, or change who may write to this one.' },
  );
}
