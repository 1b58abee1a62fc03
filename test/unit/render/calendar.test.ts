import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { calendarOf } from '../../../src/render/book/calendar.js';
import { agendaPage } from '../../../src/render/products/agenda-page.js';
import { prepare } from '../../support/prepared.js';

async function calendar(
  settings: string,
  body = '# Start {time=20m}\n\n---\n\n# More {time=40m}',
): Promise<string | null> {
  const { edition } = await prepare({ 'talk.md': `---\ntitle: Day\n${settings}\n---\n\n${body}` });
  const { timetable } = edition();
  if (timetable === null) throw new Error('There is no timetable.');
  return calendarOf(timetable, {
    folder: 'talk',
    place: 'Room 3; upstairs, left',
    url: null,
    titleOf: ({ title, kind }) => title ?? kind,
    detailsOf: () => 'one\ntwo',
  });
}

const events = (text: string | null) =>
  new ICAL.Component(ICAL.parse(text ?? '')).getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));

describe('a timetable as a calendar file', () => {
  test('is read by a calendar library, an event an entry', async () => {
    const found = events(
      await calendar('date: 2026-11-22\nstart: "09:00"\ntimezone: Europe/Berlin\nbreaks: { every: 20m }'),
    );
    expect(found.map(({ summary, startDate, endDate }) => `${startDate} ${endDate} ${summary}`)).toEqual([
      '2026-11-22T08:00:00Z 2026-11-22T08:20:00Z Start',
      '2026-11-22T08:20:00Z 2026-11-22T08:30:00Z break',
      '2026-11-22T08:30:00Z 2026-11-22T09:10:00Z More',
    ]);
    expect(found[0]).toMatchObject({ location: 'Room 3; upstairs, left', description: 'one\ntwo' });
    expect(new Set(found.map(({ uid }) => uid)).size).toBe(3);
  });

  test.each([
    ['2026-03-29', '01:30', '2026-03-29T00:30:00Z 2026-03-29T00:50:00Z'],
    ['2026-03-29', '03:30', '2026-03-29T01:30:00Z 2026-03-29T01:50:00Z'],
    ['2026-10-25', '03:30', '2026-10-25T02:30:00Z 2026-10-25T02:50:00Z'],
    ['2026-07-01', '00:15', '2026-06-30T22:15:00Z 2026-06-30T22:35:00Z'],
  ])('knows on %s at %s what the clocks of the zone do', async (date, start, expected) => {
    const [first] = events(await calendar(`date: ${date}\nstart: "${start}"\ntimezone: Europe/Berlin`));
    expect(`${first?.startDate} ${first?.endDate}`).toBe(expected);
  });

  test('has floating times without a zone', async () => {
    const text = await calendar('date: 2026-11-22\nstart: "09:00"');
    expect(text).toContain('DTSTART:20261122T090000\r\n');
  });

  test('folds long lines between characters, and ends each as the standard says', async () => {
    const text = await calendar(
      'date: 2026-11-22\nstart: "09:00"',
      `# ${'Überfahrt 🚢 '.repeat(20)} {time=5m}`,
    );
    const lines = (text ?? '').split('\r\n');
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    expect(events(text)[0]?.summary).toBe('Überfahrt 🚢 '.repeat(20).trim());
    expect(text).not.toMatch(/[^\r]\n/);
  });

  test.each(['date: 2026-11-22', 'start: "09:00"'])('is not made of %s alone', async (settings) => {
    expect(await calendar(settings)).toBeNull();
  });
});

test('an exercise that only whoever teaches knows of is on no agenda and in no calendar', async () => {
  const { rendered } = await prepare({
    'talk.md':
      '---\ntitle: Day\ndate: 2026-11-22\nstart: "09:00"\n---\n\n# Start {time=20m}\n\n::: exercise Tie a knot {time=5m}\nTie it.\n:::\n\nNote:\n\n::: exercise Secret knot {time=5m}\nTie it.\n:::\n',
  });
  const page = agendaPage(rendered());
  const calendarText = String(page?.beside?.map(({ bytes }) => Buffer.from(bytes)));
  for (const text of [page?.html ?? '', calendarText]) {
    expect(text).toContain('Tie a knot');
    expect(text).not.toContain('Secret');
  }
});
