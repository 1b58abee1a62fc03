import type { Seconds } from '../config/settings.js';

/** What a slide takes as it is written, and how much of that its exercises and labs take. */
interface Written {
  readonly time: Seconds;
  readonly tasks: Seconds;
}

/**
 * The times of a module's slides where an edition plans another time for the module: exercises and labs keep theirs as
 * long as they fit, and what is said around them is shortened or drawn out evenly. They add up to the second.
 */
export function plannedTimes(written: readonly Written[], module: Seconds): readonly Seconds[] {
  const tasks = sum(written.map((one) => Math.min(one.time, one.tasks)));
  const total = sum(written.map((one) => one.time));
  const fits = tasks <= module && total > 0;
  const kept = written.map((one) => (fits ? Math.min(one.time, one.tasks) : 0));
  const rest = written.map((one, index) => one.time - (kept[index] ?? 0));
  const said = sum(rest);
  let ideal = 0;
  let given = 0;
  return written.map((_, index) => {
    const share = said > 0 ? (rest[index] ?? 0) / said : 1 / written.length;
    ideal += (kept[index] ?? 0) + (module - sum(kept)) * share;
    const time = Math.round(ideal) - given;
    given += time;
    return time;
  });
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
