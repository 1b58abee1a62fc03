import type { Entry, Timetable } from '../../model/timetable.js';

/** What a calendar says of an event beside its entries. */
export interface CalendarFacts {
  /** Part of every entry's identity: the same build gives the same ones, so that a calendar updates and doubles nothing. */
  readonly folder: string;
  readonly place: string | null;
  readonly url: string | null;
  readonly titleOf: (entry: Entry) => string;
  readonly detailsOf: (entry: Entry) => string;
}

/**
 * A timetable as a calendar file (RFC 5545), an event an entry; null without a date and a start. With a time zone times
 * are in UTC, without one they are floating: the clock on the wall, wherever that is.
 */
export function calendarOf(timetable: Timetable, facts: CalendarFacts): string | null {
  const { days, timezone } = timetable;
  if (timetable.start === null || days.some((day) => day.date === null)) return null;
  const start = timetable.start;
  const events = days.flatMap((day) =>
    day.entries.flatMap((entry, index) => {
      const from = moment(day.date ?? '', start * 60 + entry.at, timezone);
      const to = moment(day.date ?? '', start * 60 + entry.at + entry.time, timezone);
      if (entry.time === 0) return [];
      const details = facts.detailsOf(entry);
      return [
        'BEGIN:VEVENT',
        `UID:${escaped(facts.folder.replaceAll('/', '-'))}-${day.number}-${index + 1}@deckhand`,
        // The standard asks for a moment of writing; a build has none of its own.
        `DTSTAMP:${(day.date ?? '').replaceAll('-', '')}T000000Z`,
        `DTSTART:${from}`,
        `DTEND:${to}`,
        `SUMMARY:${escaped(facts.titleOf(entry))}`,
        ...(details === '' ? [] : [`DESCRIPTION:${escaped(details)}`]),
        ...(facts.place === null ? [] : [`LOCATION:${escaped(facts.place)}`]),
        ...(facts.url === null ? [] : [`URL:${facts.url}`]),
        ...(entry.kind === 'section' ? [] : ['TRANSP:TRANSPARENT']),
        'END:VEVENT',
      ];
    }),
  );
  if (events.length === 0) return null;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Deckhand//Agenda//EN',
    ...events,
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** A moment of a day in seconds after midnight, as calendars write it. */
function moment(date: string, seconds: number, timezone: string | null): string {
  const wall = Date.parse(`${date}T00:00:00Z`) + seconds * 1000;
  const utc = timezone === null ? wall : wall - offsetAt(wall, timezone);
  const text = new Date(utc).toISOString().replaceAll(/[-:]|\.\d+/g, '');
  return timezone === null ? text.replace('Z', '') : text;
}

/** How far the clocks of a zone are ahead of UTC when they show `wall`, in milliseconds. */
function offsetAt(wall: number, timezone: string): number {
  // What clocks show at the guessed moment tells how wrong the guess is; twice, for days on which clocks change.
  let offset = 0;
  for (let round = 0; round < 2; round++) offset = shownAt(wall - offset, timezone) - (wall - offset);
  return offset;
}

/** What the clocks of a zone show at a moment, as if it were UTC. */
function shownAt(utc: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(utc);
  const value = (type: string) => parts.find((part) => part.type === type)?.value ?? '00';
  return Date.parse(
    `${value('year')}-${value('month')}-${value('day')}T${value('hour')}:${value('minute')}:${value('second')}Z`,
  );
}

function escaped(text: string): string {
  return text.replaceAll(/[\\;,]/g, '\\$&').replaceAll('\n', '\\n');
}

/** Lines of more than 75 bytes go on below a space; no character is cut in two. */
function folded(line: string): string {
  let bytes = 0;
  let text = '';
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (bytes + size > 75) {
      text += '\r\n ';
      bytes = 1;
    }
    text += character;
    bytes += size;
  }
  return text;
}
