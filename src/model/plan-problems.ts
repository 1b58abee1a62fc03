import type { MinuteOfDay } from '../config/settings.js';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import type { Span } from '../diagnostics/source.js';
import { attribute } from '../parse/attributes.js';
import { formatDuration } from './time.js';
import type { Timetable } from './timetable.js';
import type { Edition, Slide } from './workshop.js';

type PlaceOf = (key: string) => Span | null;

/** Says what of `start`, `breaks` and `days` cannot be done as it is written. */
export function noticePlan(
  edition: Edition,
  { placeOf }: { readonly placeOf: PlaceOf },
  notice: (one: Diagnostic) => void,
): void {
  const { timetable } = edition;
  const found =
    timetable === null
      ? withoutTimes(edition, placeOf)
      : [
          ...ofBreaks(edition, placeOf),
          ...ofLunch(edition, placeOf),
          ...ofSlides(edition),
          ...ofDays(edition, timetable, placeOf),
        ];
  for (const one of found) notice(one);
}

function withoutTimes({ settings }: Edition, placeOf: PlaceOf): readonly Diagnostic[] {
  const key = settings.start !== null ? 'start' : settings.breaks !== null ? 'breaks' : null;
  if (key === null) return [];
  return [
    diagnostic('time/no-times', placeOf(key), `\`${key}\` has no effect: no slide says how long it takes.`, {
      hint: 'Write `time=5m` on slides, exercises and labs, or `slide-time: 2m` for all that have none.',
    }),
  ];
}

function ofBreaks({ settings }: Edition, placeOf: PlaceOf): readonly Diagnostic[] {
  const { breaks } = settings;
  if (breaks === null) return [];
  const { every, length } = breaks;
  if (every === null && length !== null) {
    return [
      unusable(placeOf('breaks.length'), 'A break has a length, and nobody says how often there is one.', {
        hint: 'Write `breaks: { every: 60m, length: 10m }`.',
      }),
    ];
  }
  if (every !== null && length !== null && length >= every) {
    return [
      unusable(
        placeOf('breaks.length'),
        `A break of ${formatDuration(length)} is longer than what lies between two of them, ${formatDuration(every)}.`,
        { hint: '`every` is the longest stretch without a break, `length` how long one is.' },
      ),
    ];
  }
  return [];
}

function ofLunch({ settings, time }: Edition, placeOf: PlaceOf): readonly Diagnostic[] {
  const { start, breaks, days } = settings;
  const lunch = breaks?.lunch ?? null;
  if (lunch === null) return [];
  const place = placeOf('breaks.lunch');
  if (start === null) {
    return [
      unusable(place, 'Lunch has a time on the clock, and nobody says when the day starts.', {
        hint: 'Write `start: "09:00"`.',
      }),
    ];
  }
  if (start > lunch.at) {
    return [
      unusable(
        place,
        `The day starts at ${clock(start)}, after lunch at ${clock(lunch.at)}: no lunch is planned.`,
        {
          hint: 'Give this edition `breaks` of its own, without lunch.',
        },
      ),
    ];
  }
  if (lunch.length > time / days) {
    return [
      unusable(place, `Lunch of ${formatDuration(lunch.length)} is longer than all else on a day.`, {
        hint: 'Lunch is a time of day and a length: `"12:30 60m"`.',
      }),
    ];
  }
  return [];
}

/** A slide that alone is longer than people are to sit. */
function ofSlides({ settings, slides }: Edition): readonly Diagnostic[] {
  const every = settings.breaks?.every ?? null;
  if (every === null) return [];
  return slides
    .filter((slide) => slide.time > every)
    .map((slide) =>
      diagnostic(
        'time/long-stretch',
        placeOfTime(slide),
        `This slide takes ${formatDuration(slide.time)}, and there is to be a break every ${formatDuration(every)}.`,
        { hint: 'No break is laid into a slide: make two of it, or raise `every` in `breaks`.' },
      ),
    );
}

function ofDays({ settings, slides }: Edition, { days }: Timetable, placeOf: PlaceOf): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  if (settings.days > days.length) {
    found.push(
      diagnostic(
        'time/too-many-days',
        placeOf('days'),
        `The deck has ${slides.length === 1 ? 'one slide' : `${slides.length} slides`} for ${settings.days} days.`,
        { hint: 'Days are divided between slides: `days` says how many there are.' },
      ),
    );
  }
  const late = days.find((day) => settings.start !== null && settings.start * 60 + day.time > 24 * 3600);
  if (late && settings.start !== null) {
    found.push(
      diagnostic(
        'time/past-midnight',
        placeOf('start'),
        `Who starts at ${clock(settings.start)} is done at ${clock(late.end ?? 0)} on the next day.`,
        { hint: 'Start earlier, plan more `days`, or leave something out.' },
      ),
    );
  }
  return found;
}

function unusable(place: Span | null, message: string, more: { readonly hint: string }): Diagnostic {
  return diagnostic('time/unusable-breaks', place, message, more);
}

/** Where a slide says its time; else the slide. */
function placeOfTime({ attributes, span }: Slide): Span {
  return attribute(attributes, 'time')?.span ?? span;
}

/** `09:05`. */
function clock(minute: MinuteOfDay): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}
