import type { Outcome } from '../pipeline/options.js';

/** Exit codes, the same for every command. */
export const exitCodes = {
  done: 0,
  contentErrors: 1,
  wrongUsage: 2,
  notReady: 3,
  bug: 70,
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

const byOutcome: Readonly<Record<Outcome, ExitCode>> = {
  built: exitCodes.done,
  'content-errors': exitCodes.contentErrors,
  'wrong-usage': exitCodes.wrongUsage,
  'nothing-to-do': exitCodes.notReady,
  'no-browser': exitCodes.notReady,
  interrupted: exitCodes.interrupted,
};

export function exitCodeOf(outcome: Outcome): ExitCode {
  return byOutcome[outcome];
}
