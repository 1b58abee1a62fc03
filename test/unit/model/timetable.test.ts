import { describe, expect, test } from 'vitest';
import type { Timetable } from '../../../src/model/timetable.js';
import { prepare } from '../../support/prepared.js';

/** A section a list of minutes: its slides. */
const section = (title: string, ...minutes: readonly number[]) =>
  minutes
    .map((time, index) => `${index === 0 ? `# ${title}` : `## ${title} ${index}`} {time=${time}m}`)
    .join('\n\n---\n\n');

async function planned(settings: string, ...sections: readonly string[]) {
  const { edition, said, deck } = await prepare({
    'talk.md': `---\ntitle: x\n${settings}\n---\n\n${sections.join('\n\n---\n\n')}`,
  });
  return { timetable: edition().timetable, said, messages: deck.diagnostics.map((one) => one.message) };
}

const clock = (minute: number | null) =>
  minute === null
    ? ''
    : `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')} `;

/** A timetable as an organiser reads it. */
function lines(timetable: Timetable | null): string[] {
  if (timetable === null) return [];
  return timetable.days.flatMap((day) => [
    ...(timetable.days.length > 1 ? [`day ${day.number}`] : []),
    ...day.entries.map(
      ({ kind, title, time, clock: at, continued }) =>
        `${clock(at)}${kind === 'section' ? title : kind}${continued ? ' (continued)' : ''} ${time / 60}`,
    ),
  ]);
}

async function table(settings: string, ...sections: readonly string[]): Promise<string[]> {
  const { timetable, said } = await planned(settings, ...sections);
  expect(said).toEqual([]);
  return lines(timetable);
}

describe('a timetable', () => {
  test('is there as soon as a slide says how long it takes', async () => {
    expect((await planned('lang: en', '# a')).timetable).toBeNull();
    expect(await table('lang: en', section('One', 5, 10), section('Two', 20))).toEqual(['One 15', 'Two 20']);
  });

  test('has the time on the clock where somebody says when it starts', async () => {
    const { timetable } = await planned('start: "9:30"', section('One', 5, 10), section('Two', 20));
    expect(lines(timetable)).toEqual(['09:30 One 15', '09:45 Two 20']);
    expect(timetable).toMatchObject({
      start: 570,
      time: 2100,
      slack: null,
      days: [{ end: 605, time: 2100 }],
    });
    expect(timetable?.slides.map(({ id, at, clock: minute }) => [id, at, clock(minute)])).toEqual([
      ['one', 0, '09:30 '],
      ['one-1', 300, '09:35 '],
      ['two', 900, '09:45 '],
    ]);
  });

  test('marks exercises and labs, and says how much of it is hands-on', async () => {
    const { timetable } = await planned(
      'start: "09:00"',
      '# One {time=20m}\n\n::: exercise Tie it {time=5m}\nx\n:::\n\n::: lab {time=10m}\n1. y\n:::',
      section('Two', 10),
    );
    expect(timetable?.handsOn).toBe(900);
    expect(timetable?.days[0]?.entries[0]?.tasks).toMatchObject([
      { kind: 'exercise', number: 1, title: 'Tie it', slide: 'one', at: 300, time: 300, clock: 545 },
      { kind: 'lab', number: 1, title: 'One', at: 600, time: 600, clock: 550 },
    ]);
  });

  test('says what is left of the duration, or by how much it is overrun', async () => {
    expect((await planned('duration: 45m', section('One', 40))).timetable?.slack).toBe(300);
    expect((await planned('duration: 30m', section('One', 40))).timetable?.slack).toBe(-600);
  });

  test('prints as JSON', async () => {
    const { timetable } = await planned('start: "09:00"', section('One', 5));
    expect(JSON.parse(JSON.stringify(timetable))).toEqual(timetable);
  });
});

describe('breaks', () => {
  test('come before anybody sits for too long, between sections', async () => {
    expect(
      await table(
        'start: "09:00"\nbreaks: { every: 60m, length: 15m }',
        section('One', 25, 20),
        section('Two', 30, 20),
        section('Three', 10),
      ),
    ).toEqual(['09:00 One 45', '09:45 break 15', '10:00 Two 50', '10:50 Three 10']);
  });

  test('come between the slides of a section that is too long, and not into a stack if they can', async () => {
    expect(await table('breaks: { every: 60m }', section('One', 30, 30, 30))).toEqual([
      'One 60',
      'break 10',
      'One (continued) 30',
    ]);
    const stack =
      '# One {time=20m}\n\n---\n\n## Two {time=25m}\n\n----\n\n## Three {time=25m}\n\n---\n\n## Four {time=15m}';
    const { timetable } = await planned('breaks: { every: 70m }', stack);
    const slides = timetable?.days[0]?.entries.map((entry) => entry.slides.join(' ') || entry.kind);
    expect(slides).toEqual(['one', 'break', 'two three four']);
  });

  test('are as few as do, and make stretches even', async () => {
    expect(await table('breaks: { every: 60m }', section('One', 10, 10, 10, 10, 10, 10, 10, 10))).toEqual([
      'One 40',
      'break 10',
      'One (continued) 40',
    ]);
    expect(await table('breaks: { every: 60m }', section('One', 30, 30))).toEqual(['One 60']);
  });

  test('never cut a slide: one that is too long is said', async () => {
    const { said, timetable } = await planned(
      'breaks: { every: 60m }',
      section('One', 5, 90),
      section('Two', 30),
    );
    expect(said).toEqual(['time/long-stretch @ time=90m']);
    expect(lines(timetable)).toEqual(['One 95', 'break 10', 'Two 30']);
  });

  test('need no clock, and a length is ten minutes where nobody says', async () => {
    expect(await table('breaks: { every: 1h }', section('One', 50), section('Two', 50))).toEqual([
      'One 50',
      'break 10',
      'Two 50',
    ]);
  });

  test('of many slides are laid in before anybody gets up', async () => {
    const { timetable } = await planned(
      'breaks: { every: 60m }\nslide-time: 2m\nstart: "09:00"\ndays: 3',
      Array.from({ length: 400 }, (_, index) => `## s${index}`).join('\n\n---\n\n'),
    );
    for (const day of timetable?.days ?? []) {
      for (const entry of day.entries) expect(entry.time).toBeLessThanOrEqual(3600);
    }
    expect(timetable?.days).toHaveLength(3);
  });
});

describe('lunch', () => {
  test('is at its time, between two sections if one ends near to it', async () => {
    expect(
      await table(
        'start: "09:00"\nbreaks: { every: 90m, length: 10m, lunch: "12:00 60m" }',
        section('One', 60),
        section('Two', 60),
        section('Three', 45),
        section('Four', 60),
      ),
    ).toEqual([
      '09:00 One 60',
      '10:00 break 10',
      '10:10 Two 60',
      '11:10 break 10',
      '11:20 Three 45',
      '12:05 lunch 60',
      '13:05 Four 60',
    ]);
  });

  test('cuts a section where none ends near to it, between slides', async () => {
    expect(
      await table('start: "10:00"\nbreaks: { lunch: "12:00 30m" }', section('One', 40, 40, 40, 40, 40)),
    ).toEqual(['10:00 One 120', '12:00 lunch 30', '12:30 One (continued) 80']);
  });

  test('is not where the day ends before it', async () => {
    expect(await table('start: "09:00"\nbreaks: { lunch: "12:30 60m" }', section('One', 120, 90))).toEqual([
      '09:00 One 210',
    ]);
  });

  test('starts the count of the breaks anew', async () => {
    expect(
      await table(
        'start: "11:00"\nbreaks: { every: 60m, length: 10m, lunch: "12:00 60m" }',
        section('One', 55),
        section('Two', 55),
        section('Three', 50),
      ),
    ).toEqual(['11:00 One 55', '11:55 lunch 60', '12:55 Two 55', '13:50 break 10', '14:00 Three 50']);
  });

  test.each([
    ['breaks: { lunch: "12:30 60m" }', '"12:30 60m"', 'nobody says when the day starts'],
    [
      'start: "13:00"\nbreaks: { lunch: "12:30 60m" }',
      '"12:30 60m"',
      'The day starts at 13:00, after lunch at 12:30',
    ],
    ['start: "09:00"\nbreaks: { lunch: "12:30 6h" }', '"12:30 6h"', 'longer than all else on a day'],
    ['breaks: { length: 10m }', '10m', 'nobody says how often'],
    ['breaks: { every: 10m, length: 20m }', '20m', 'longer than what lies between'],
  ])('and breaks that cannot be laid in are said: %s', async (settings, place, message) => {
    const { said, messages } = await planned(settings, section('One', 5, 5));
    expect(said).toEqual([`time/unusable-breaks @ ${place}`]);
    expect(messages[0]).toContain(message);
  });
});

describe('days', () => {
  test('are sections, divided evenly, each with its start, lunch and date', async () => {
    const { timetable, said } = await planned(
      'start: "09:00"\ndays: 2\ndate: 2026-12-31\nbreaks: { lunch: "12:00 60m" }',
      section('One', 120),
      section('Two', 120),
      section('Three', 60),
      section('Four', 100),
      section('Five', 80),
    );
    expect(said).toEqual([]);
    expect(lines(timetable)).toEqual([
      'day 1',
      '09:00 One 120',
      '11:00 lunch 60',
      '12:00 Two 120',
      'day 2',
      '09:00 Three 60',
      '10:00 Four 100',
      '11:40 lunch 60',
      '12:40 Five 80',
    ]);
    expect(timetable?.days.map((day) => day.date)).toEqual(['2026-12-31', '2027-01-01']);
    expect(timetable?.slides.map((slide) => slide.day)).toEqual([1, 1, 2, 2, 2]);
  });

  test('cut a section only where there are fewer sections than days', async () => {
    expect(await table('days: 2', section('One', 30, 30, 30, 30))).toEqual([
      'day 1',
      'One 60',
      'day 2',
      'One (continued) 60',
    ]);
  });

  test('are no more than there are slides, which is said', async () => {
    const { said, timetable } = await planned('days: 3', section('One', 30, 30));
    expect(said).toEqual(['time/too-many-days @ 3']);
    expect(timetable?.days).toHaveLength(2);
  });

  test('that go on after midnight are said', async () => {
    const { said, messages } = await planned('start: "22:00"', section('One', 150));
    expect(said).toEqual(['time/past-midnight @ "22:00"']);
    expect(messages[0]).toBe('Who starts at 22:00 is done at 00:30 on the next day.');
  });
});

test.each(['start: "09:00"', 'breaks: { every: 60m }'])(
  '%s without any times is said to have no effect',
  async (settings) => {
    expect((await planned(settings, '# a')).said[0]).toMatch(/^time\/no-times @ /);
  },
);

describe('where an edition plans a time for a module', () => {
  const modules = (time: string) => ({
    'deck.yaml': `modules: [one.md, { file: two.md, time: { short: ${time} } }]\neditions: { long: {}, short: {} }\n`,
    'one.md': '# One {time=10m}',
    'two.md':
      '# Two {time=2m}\n\n---\n\n## Said {time=8m}\n\n---\n\n## Done {time=12m}\n\n::: exercise {time=10m}\nx\n:::',
  });
  const times = async (time: string, name: string) =>
    (await prepare(modules(time))).edition(name).slides.map((slide) => slide.time);

  test('its slides share it, and its exercises keep theirs', async () => {
    expect(await times('16m', 'long')).toEqual([600, 120, 480, 720]);
    expect(await times('16m', 'short')).toEqual([600, 60, 240, 660]);
  });

  test('exercises are shortened as well where they would take all of it', async () => {
    expect(await times('5m30s', 'short')).toEqual([600, 30, 120, 180]);
  });

  test('the sums of sections, of the edition and of its timetable are the same', async () => {
    const edition = (await prepare(modules('7m'))).edition('short');
    expect(edition.time).toBe(17 * 60);
    expect(edition.sections.map((one) => one.time)).toEqual([600, 420]);
    expect(edition.timetable?.time).toBe(17 * 60);
    expect(edition.timetable?.days[0]?.time).toBe(17 * 60);
  });
});

describe('over the duration', () => {
  test('what the notes say to drop is named first, then what is optional', async () => {
    const { deck } = await prepare({
      'talk.md':
        '---\nduration: 10m\ntier: all\n---\n\n# One {time=8m}\n\n::: guide\n::: cut {time=2m}\nthis\n:::\n:::\n\n---\n\n## Two {time=5m tier=optional}',
    });
    expect(deck.diagnostics[0]?.hint).toBe(
      'The notes say what to drop, 2 min in all: `One` (2 min). `tier: core` leaves out what is optional, 5 min.',
    );
  });
});

test('a slide with less time than its exercises is a warning at its time', async () => {
  const { said } = await planned('lang: en', '# One {time=5m}\n\n::: exercise {time=8m}\nx\n:::');
  expect(said).toEqual(['time/slide-too-short @ time=5m']);
});
