import type { Seconds } from '../config/settings.js';

/** What lies before a slide: the start of its section, another slide of it, or a slide of its own stack. */
export type Boundary = 'section' | 'slide' | 'stack';

/** Where breaks are, for every number of slides from the start on. */
export interface Laid {
  /** Of the first so many slides: the indices of those that follow a break. */
  readonly best: (count: number) => readonly number[];
}

/*
 * What speaks against a plan. A break costs something, one within a section more; so does a stretch that is short, and
 * stretches of uneven lengths. Against a stretch that is too long speaks more than against anything else.
 */
const aBreak = 100;
const within: Readonly<Record<Boundary, number>> = { section: 0, slide: 60, stack: 80 };
const unevenness = 20;
const shortness = 40;
const tooLong = 1000;

/**
 * Lays breaks between slides so that nobody sits for longer than `every`, at the start of sections where that is
 * possible. Every plan of the first n slides is the best one of fewer slides and one more stretch.
 *
 *     |  a   b  | break |  c  |  break  |  d   e   f  |
 */
export function layBreaks(
  times: readonly Seconds[],
  bounds: readonly Boundary[],
  every: Seconds | null,
): Laid {
  if (every === null) return { best: () => [] };
  const costs = [0];
  const from = [0];
  for (let end = 1; end <= times.length; end++) {
    let least = Number.POSITIVE_INFINITY;
    let best = 0;
    let length = 0;
    let longest = 0;
    for (let start = end - 1; start >= 0; start--) {
      const time = times[start] ?? 0;
      length += time;
      longest = Math.max(longest, time);
      const before = start === 0 ? 0 : aBreak + within[bounds[start] ?? 'slide'];
      const cost = (costs[start] ?? 0) + before + costOf(length, longest, every);
      if (cost < least) {
        least = cost;
        best = start;
      }
      // What is twice too long will not get better.
      if (length > 2 * Math.max(every, longest)) break;
    }
    costs.push(least);
    from.push(best);
  }
  return {
    best: (count) => {
      const starts: number[] = [];
      for (let at = from[count] ?? 0; at > 0; at = from[at] ?? 0) starts.unshift(at);
      return starts;
    },
  };
}

function costOf(length: Seconds, longest: Seconds, every: Seconds): number {
  const third = every / 3;
  const short = length < third ? shortness * (1 - length / third) : 0;
  const uneven = unevenness * (length / every) ** 2 + short;
  if (length <= every) return uneven;
  // One slide alone is too long, and no break can go into it: what stands around it may go with it.
  if (longest > every) return uneven + (tooLong * (length - longest)) / every;
  return uneven + tooLong;
}
