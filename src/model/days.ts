import type { Seconds } from '../config/settings.js';
import type { Boundary } from './breaks.js';

/**
 * The indices of the slides that days begin with: as even as the sections allow. Where there are fewer sections than
 * days, sections are cut; where there are fewer slides, there are fewer days.
 */
export function dayStarts(
  times: readonly Seconds[],
  bounds: readonly Boundary[],
  days: number,
): readonly number[] {
  if (days <= 1) return [0];
  const starts = possibleStarts(bounds, days);
  const count = Math.min(days, starts.length);
  const share = sum(times) / count;
  /** What all slides before a start take; last what all of them take. */
  const before: Seconds[] = [];
  for (const index of [...starts, times.length]) {
    const last = before.length - 1;
    before.push((before[last] ?? 0) + sum(times.slice(starts[last] ?? 0, index)));
  }
  // plans[day][index]: the best way to begin that day at the start with that index.
  let plans: { cost: number; way: readonly number[] }[] = starts.map((_, index) => ({
    cost: index === 0 ? 0 : Number.POSITIVE_INFINITY,
    way: index === 0 ? [0] : [],
  }));
  const costOf = (from: number, to: number) => ((before[to] ?? 0) - (before[from] ?? 0) - share) ** 2;
  for (let day = 1; day < count; day++) {
    plans = starts.map((start, index) => {
      let best: { cost: number; way: readonly number[] } = { cost: Number.POSITIVE_INFINITY, way: [] };
      for (let from = 0; from < index; from++) {
        const plan = plans[from];
        if (!plan || plan.cost === Number.POSITIVE_INFINITY) continue;
        const cost = plan.cost + costOf(from, index);
        if (cost < best.cost) best = { cost, way: [...plan.way, start] };
      }
      return best;
    });
  }
  const whole = plans
    .map(({ cost, way }, index) => ({ cost: cost + costOf(index, starts.length), way }))
    .reduce((least, one) => (one.cost < least.cost ? one : least));
  return whole.way;
}

/** Starts of sections; of slides that stand below no other where those do not suffice, and of all in the end. */
function possibleStarts(bounds: readonly Boundary[], days: number): readonly number[] {
  const where = (kinds: readonly Boundary[]) =>
    bounds.flatMap((bound, index) => (index === 0 || kinds.includes(bound) ? [index] : []));
  const sections = where(['section']);
  if (sections.length >= days) return sections;
  const slides = where(['section', 'slide']);
  return slides.length >= days ? slides : where(['section', 'slide', 'stack']);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
