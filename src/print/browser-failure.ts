/**
 * Why a browser could not do a job. Thrown inside this room only: its doors turn it into a diagnostic.
 *
 * - `no-start`: the program ended, or said nothing, before it was ready
 * - `crashed`: the page or the whole browser went away in the middle of the job
 * - `timeout`: the job's deadline passed
 */
export class BrowserFailure extends Error {
  readonly kind: 'no-start' | 'crashed' | 'timeout';

  constructor(kind: 'no-start' | 'crashed' | 'timeout', message: string) {
    super(message);
    this.name = 'BrowserFailure';
    this.kind = kind;
  }
}
