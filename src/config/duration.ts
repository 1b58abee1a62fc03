import type { MinuteOfDay, Seconds } from './settings.js';

/** What to say where a length of time was expected. */
export const aLengthOfTime = 'a length of time such as `90s`, `5m` or `1h30m` (a bare number is minutes)';

/** What to say where a time of day was expected. */
export const aTimeOfDay = 'a time of day such as `"09:00"`';

/** Nobody plans longer than this, and sums of it stay exact. */
const longest: Seconds = 1000 * 3600;

const parts =
  /^(?:(?<hours>\d{1,6}(?:\.\d{1,3})?) ?h)? ?(?:(?<minutes>\d{1,6}(?:\.\d{1,3})?) ?(?:m|min))? ?(?:(?<seconds>\d{1,6}) ?s)?$/;

/**
 * Reads `90s`, `5m`, `1h30m`, or minutes without a unit; `min` is `m`, as Slidev writes it.
 * Null where it is none of these, nothing at all, or beyond a thousand hours.
 */
export function parseDuration(written: string | number): Seconds | null {
  const text = String(written).trim().toLowerCase();
  if (/^\d{1,6}(?:\.\d{1,3})?$/.test(text)) return within(Number(text) * 60);
  const groups = parts.exec(text)?.groups;
  if (text === '' || groups === undefined) return null;
  return within(
    Number(groups.hours ?? 0) * 3600 + Number(groups.minutes ?? 0) * 60 + Number(groups.seconds ?? 0),
  );
}

function within(seconds: number): Seconds | null {
  const whole = Math.round(seconds);
  return whole > 0 && whole <= longest ? whole : null;
}

/** Reads `09:00` or `9:00`; null where it is no time of day. */
export function parseTimeOfDay(written: string): MinuteOfDay | null {
  const match = /^(\d{1,2}):([0-5]\d)$/.exec(written.trim());
  if (match === null) return null;
  const minutes = Number(match[1]) * 60 + Number(match[2]);
  return minutes < 24 * 60 ? minutes : null;
}
