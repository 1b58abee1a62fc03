import { Script } from 'node:vm';

/** What a piece of work became, when it was given only so long. */
export type Timed<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'late' }
  | { readonly kind: 'too-deep' };

const slot = Symbol.for('deckhand.deadline');
type Slot = { [slot]?: () => void };

/** How often work is begun again that had no turn; each time it may wait twice as long. */
const mostTurns = 5;

/**
 * Runs synchronous work and ends it when it has computed for `milliseconds`. On a busy machine time passes while
 * others have their turn: work that was ended and has used less than half of that, in all its turns, is begun again, so
 * that a file is not refused for what else the machine does. `work` has to bear being ended anywhere and begun anew.
 */
export function withDeadline<T>(milliseconds: number, work: () => T): Timed<T> {
  const before = process.cpuUsage();
  let turn = 0;
  for (let most = milliseconds; ; most *= 2) {
    const timed = runFor(most, work);
    turn += 1;
    if (timed.kind !== 'late' || turn === mostTurns) return timed;
    const { user, system } = process.cpuUsage(before);
    if ((user + system) / 1000 >= milliseconds / 2) return timed;
  }
}

/**
 * Runs work and ends it after so long. Regular expressions that backtrack for hours cannot be
 * stopped from within; V8 can end a script from outside (`timeout` of node:vm), which costs a tenth of a
 * millisecond where a worker thread costs twenty and has to load the parser again.
 */
function runFor<T>(milliseconds: number, work: () => T): Timed<T> {
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
