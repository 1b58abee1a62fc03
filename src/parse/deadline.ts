import { Script } from 'node:vm';

/** What a piece of work became, when it was given only so long. */
export type Timed<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'late' }
  | { readonly kind: 'too-deep' };

const slot = Symbol.for('deckhand.deadline');
type Slot = { [slot]?: () => void };

/**
 * Runs synchronous work and ends it after `milliseconds`. Regular expressions that backtrack for hours cannot be
 * stopped from within; V8 can end a script from outside (`timeout` of node:vm), which costs a tenth of a
 * millisecond where a worker thread costs twenty and has to load the parser again.
 */
export function withDeadline<T>(milliseconds: number, work: () => T): Timed<T> {
  let result: { value: T } | null = null;
  const global = globalThis as Slot;
  const outer = global[slot];
  global[slot] = () => {
    result = { value: work() };
  };
  try {
    new Script(`globalThis[Symbol.for('deckhand.deadline')]()`).runInThisContext({ timeout: milliseconds });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return { kind: 'late' };
    if (error instanceof RangeError && /call stack/i.test(error.message)) return { kind: 'too-deep' };
    throw error;
  } finally {
    if (outer) global[slot] = outer;
    else delete global[slot];
  }
  return { kind: 'done', value: (result as unknown as { value: T }).value };
}
