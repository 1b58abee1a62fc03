import type { MinuteOfDay, Seconds, Settings } from '../config/settings.js';
import type { Span } from '../diagnostics/source.js';
import type { Boundary, Laid } from './breaks.js';
import { layBreaks } from './breaks.js';
import { dayStarts } from './days.js';
import type { Teaching } from './teaching.js';
import type { Section, Slide } from './workshop.js';

/** When everything is: sections, tasks and breaks of every day, worked out once from the times of slides. */
export interface Timetable {
  /** When each day starts; null where nobody said: then everything is relative to the start of its day. */
  readonly start: MinuteOfDay | null;
  readonly timezone: string | null;
  readonly days: readonly Day[];
  /** Of all slides, without breaks. */
  readonly time: Seconds;
  /** Of exercises and labs. */
  readonly handsOn: Seconds;
  /** What is left of `duration`, less than nothing where it is overrun; null without a `duration`. */
  readonly slack: Seconds | null;
  /** When each slide of the edition is shown, in its order. */
  readonly slides: readonly PlannedSlide[];
}

/** A stretch of time on one day. */
interface Stretch {
  /** From the start of the day. */
  readonly at: Seconds;
  readonly time: Seconds;
  /** On the clock, rounded down to its minute; null where nobody said when the day starts. */
  readonly clock: MinuteOfDay | null;
}

export interface PlannedSlide extends Stretch {
  readonly id: string;
  /** Counted from 1. */
  readonly day: number;
}

export interface Day {
  /** Counted from 1. */
  readonly number: number;
  /** `YYYY-MM-DD`; null without a `date`. */
  readonly date: string | null;
  readonly entries: readonly Entry[];
  /** Breaks included. */
  readonly time: Seconds;
  readonly end: MinuteOfDay | null;
}

/** What stands on one line of a timetable. */
export interface Entry extends Stretch {
  readonly kind: 'section' | 'break' | 'lunch';
  /** Index into the edition's sections; null for breaks and for slides before the first section. */
  readonly section: number | null;
  readonly title: string | null;
  /** Ids of its slides. */
  readonly slides: readonly string[];
  /** It began before a break, or on the day before. */
  readonly continued: boolean;
  readonly tasks: readonly Task[];
}

/** An exercise or a lab; it stands at the end of its slide's time. */
export interface Task extends Stretch {
  readonly kind: 'exercise' | 'lab';
  readonly number: number;
  readonly title: string;
  readonly slide: string;
}

/** Without a length that somebody wrote a break is as long as that. */
export const standardBreak: Seconds = 600;

/** What a timetable is made from. */
export interface Plan {
  readonly settings: Settings;
  readonly sections: readonly Section[];
  readonly slides: readonly Slide[];
  readonly teaching: Teaching;
}

/** Lays slides, breaks and lunch into days. Null where no slide says how long it takes. */
export function timetableOf(plan: Plan): Timetable | null {
  const { settings, slides } = plan;
  const time = sum(slides.map((slide) => slide.time));
  if (time === 0) return null;
  const bounds = slides.map((slide, index) => boundaryOf(slide, slides[index - 1]));
  const starts = dayStarts(
    slides.map((slide) => slide.time),
    bounds,
    settings.days,
  );
  const days: Day[] = [];
  const planned: PlannedSlide[] = [];
  const begun = new Set<number | null>();
  for (const [index, from] of starts.entries()) {
    const laid = layDay(from, starts[index + 1] ?? slides.length, bounds, plan);
    days.push(dayOf(index + 1, laid, begun, plan));
    for (const { kind, at, slide } of laid) {
      if (kind !== 'slide' || slide === null) continue;
      planned.push({ id: slide.id, day: index + 1, ...stretch(at, slide.time, settings) });
    }
  }
  const handsOn = sum(
    days.flatMap((day) => day.entries.flatMap((entry) => entry.tasks.map((task) => task.time))),
  );
  return {
    start: settings.start,
    timezone: settings.timezone,
    days,
    time,
    handsOn,
    slack: settings.duration === null ? null : settings.duration - time,
    slides: planned,
  };
}

/** What comes one after the other on a day. */
interface Item {
  readonly kind: 'slide' | 'break' | 'lunch';
  readonly at: Seconds;
  readonly time: Seconds;
  readonly slide: Slide | null;
}

function boundaryOf(slide: Slide, before: Slide | undefined): Boundary {
  if (before === undefined || slide.section !== before.section) return 'section';
  return slide.below ? 'stack' : 'slide';
}

/** The slides from one index to another, with their breaks and lunch. */
function layDay(from: number, to: number, bounds: readonly Boundary[], { settings, slides }: Plan): Item[] {
  const own = slides.slice(from, to);
  const breaks = settings.breaks;
  const pause = breaks?.length ?? standardBreak;
  const lay = (start: number, end: number): Laid =>
    layBreaks(
      own.slice(start, end).map((slide) => slide.time),
      bounds.slice(from + start, from + end),
      breaks?.every ?? null,
    );
  const noon = lunchAfter(lay(0, own.length), own, bounds.slice(from, to), pause, settings);
  const items: Item[] = [];
  let at = 0;
  const put = (kind: Item['kind'], time: Seconds, slide: Slide | null) => {
    items.push({ kind, at, time, slide });
    at += time;
  };
  const putSlides = (start: number, end: number) => {
    const resting = lay(start, end).best(end - start);
    for (const [index, slide] of own.slice(start, end).entries()) {
      if (resting.includes(index)) put('break', pause, null);
      put('slide', slide.time, slide);
    }
  };
  putSlides(0, noon ?? own.length);
  if (noon !== null && breaks?.lunch) {
    put('lunch', breaks.lunch.length, null);
    putSlides(noon, own.length);
  }
  return items;
}

/** A quarter of an hour is what it is worth not to cut a section in two for lunch. */
const worth: Readonly<Record<Boundary, Seconds>> = { section: 0, slide: 15 * 60, stack: 20 * 60 };

/**
 * The index of the slide that comes after lunch: lunch is at the boundary nearest to its time. Null where there is none:
 * the day ends before, or starts later.
 */
function lunchAfter(
  laid: Laid,
  slides: readonly Slide[],
  bounds: readonly Boundary[],
  pause: Seconds,
  { start, breaks }: Settings,
): number | null {
  const lunch = breaks?.lunch ?? null;
  if (start === null || lunch === null || start > lunch.at) return null;
  const wanted = (lunch.at - start) * 60;
  const morning = (count: number) =>
    sum(slides.slice(0, count).map((slide) => slide.time)) + laid.best(count).length * pause;
  if (morning(slides.length) <= wanted) return null;
  let found: number | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (let index = 1; index < slides.length; index++) {
    const cost = Math.abs(morning(index) - wanted) + worth[bounds[index] ?? 'slide'];
    if (cost >= least) continue;
    least = cost;
    found = index;
  }
  return found;
}

/** @param begun sections of earlier days and, filled here, of this one */
function dayOf(number: number, items: readonly Item[], begun: Set<number | null>, plan: Plan): Day {
  const { settings, sections } = plan;
  const entries: Entry[] = [];
  for (const { kind, at, time, slide } of items) {
    const last = entries.at(-1);
    if (kind !== 'slide' || slide === null) {
      const nothing = { section: null, title: null, slides: [], continued: false, tasks: [] };
      entries.push({
        kind: kind === 'lunch' ? 'lunch' : 'break',
        ...stretch(at, time, settings),
        ...nothing,
      });
      continue;
    }
    const tasks = tasksOf(slide, at, plan);
    if (last?.kind === 'section' && last.section === slide.section) {
      entries[entries.length - 1] = {
        ...last,
        time: last.time + time,
        slides: [...last.slides, slide.id],
        tasks: [...last.tasks, ...tasks],
      };
      continue;
    }
    entries.push({
      kind: 'section',
      ...stretch(at, time, settings),
      section: slide.section,
      title: slide.section === null ? null : (sections[slide.section]?.title ?? null),
      slides: [slide.id],
      continued: begun.has(slide.section),
      tasks,
    });
    begun.add(slide.section);
  }
  const time = sum(items.map((item) => item.time));
  return {
    number,
    date: dateOf(settings.date, number),
    entries,
    time,
    end: stretch(time, 0, settings).clock,
  };
}

/** Exercises and labs of a slide, one after the other at the end of its time; never longer than that. */
function tasksOf(slide: Slide, at: Seconds, { teaching, settings }: Plan): readonly Task[] {
  const all = [
    ...teaching.exercises.map((one) => ({
      ...one,
      kind: 'exercise' as const,
      title: one.title ?? slide.title ?? '',
    })),
    ...teaching.labs.map((one) => ({ ...one, kind: 'lab' as const })),
  ].filter((one) => one.slide === slide.id && one.time !== null);
  all.sort((a, b) => a.span.start - b.span.start);
  // One inside of another is a part of it.
  const outer = all.filter((one) => !all.some((other) => other !== one && isInside(one.span, other.span)));
  const wanted = sum(outer.map((one) => one.time ?? 0));
  const share = wanted > slide.time ? slide.time / wanted : 1;
  let from = at + slide.time - Math.round(wanted * share);
  return outer.map(({ kind, number, title, time }) => {
    const length = Math.round((time ?? 0) * share);
    const task = { kind, number, title, slide: slide.id, ...stretch(from, length, settings) };
    from += length;
    return task;
  });
}

function isInside(inner: Span, outer: Span): boolean {
  return inner.file === outer.file && inner.start > outer.start && inner.end <= outer.end;
}

function stretch(at: Seconds, time: Seconds, { start }: Settings): Stretch {
  return { at, time, clock: start === null ? null : (start + Math.floor(at / 60)) % (24 * 60) };
}

/** The date of the second, third, … day. */
function dateOf(date: string | null, day: number): string | null {
  if (date === null) return null;
  return new Date(Date.parse(`${date}T00:00:00Z`) + (day - 1) * 86_400_000).toISOString().slice(0, 10);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
