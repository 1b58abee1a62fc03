import type { Entry } from './entry.js';

export const model = {
  'include/circular': {
    severity: 'error',
    title: 'Files include one another in a circle',
    explanation:
      'An included file may include others, but not itself, directly or through others: the deck would never end. The message names the files on the way round.',
  },
  'include/slides-in-block': {
    severity: 'error',
    title: 'A file with several slides is included inside a block',
    explanation:
      'At the top level `::: include` brings whole slides; inside a block it brings content for that block, so the included file may not have dividers. Include it at the top level, or take its dividers out.',
  },
  'code/no-region': {
    severity: 'error',
    title: 'The file has no such region',
    explanation:
      'With `file=path#name` a code block shows the lines between `#region name` and `#endregion`, which stand in comments of that file.',
  },
  'code/no-lines': {
    severity: 'error',
    title: 'The file has no such lines',
    explanation:
      'With `file=path#L10-20` a code block shows lines 10 to 20 of a file. The file is shorter than that.',
  },
  'slide/duplicate-id': {
    severity: 'error',
    title: 'Two slides have the same id',
    explanation:
      'An id is the address of a slide in links and in the browser, so it has to be unique in a deck. Ids that nobody wrote are made from titles and give way by themselves; two that were written cannot.',
  },
  'lab/unknown-part': {
    severity: 'warning',
    title: 'A heading in a lab names none of its parts',
    explanation:
      'Headings of three `#` in a lab name its parts: Objective, Steps, Verify, Clean up, Break it, Challenge, Solution, If stuck, or the same in another language Deckhand has words for. Any other heading stays with the part it stands in: give it four `#` if that is what it is for.',
  },
  'lab/no-steps': {
    severity: 'warning',
    title: 'A lab has no steps',
    explanation:
      'Steps stand below `### Steps`: the items of a numbered list, or paragraphs, each with its fences. A short lab without headings needs none; whatever it says are its steps.',
  },
  'lab/bad-value': {
    severity: 'warning',
    title: 'What a fence in a lab says of itself cannot be read',
    explanation:
      'Fences in labs may say how they are run and compared: `exit=1`, `match=contains`, `timeout=30s`, `retry=10x2s`, `until-port=8080`, `write=Dockerfile`. What cannot be read counts as if it were not there.',
  },
  'slide/bad-time': {
    severity: 'error',
    title: 'A time cannot be read',
    explanation: 'Times are written `90s`, `5m` or `1h30m`; a bare number is minutes.',
  },
  'time/over-budget': {
    severity: 'warning',
    title: 'The slides take longer than the deck may',
    explanation:
      'The times of all slides, exercises and labs add up to more than `duration` says. Shorten the longest sections, mark slides `tier=optional`, or give the deck more time.',
  },
  'time/slide-too-short': {
    severity: 'warning',
    title: 'A slide has less time than its exercises and labs',
    explanation:
      'The time of a slide includes the exercises and labs on it. Where it says less than they take together, one of the two is wrong.',
  },
  'time/no-times': {
    severity: 'warning',
    title: 'A timetable without times',
    explanation:
      'From `start` and `breaks` a timetable is worked out, and for that slides have to say how long they take: `time=5m` on a slide, an exercise or a lab, or `slide-time` for all that have none.',
  },
  'time/unusable-breaks': {
    severity: 'warning',
    title: 'Breaks cannot be laid in as they are written',
    explanation:
      '`breaks` says how long people sit at most (`every`), how long a break is (`length`), and when lunch is (`lunch: "12:30 60m"`). Lunch needs a `start`, and to start before it; a length needs an `every`. What cannot be laid in is left out.',
  },
  'time/long-stretch': {
    severity: 'warning',
    title: 'A slide takes longer than people are to sit',
    explanation:
      'Breaks are laid in between slides, never into one. A slide that alone takes longer than `every` in `breaks` leaves its audience without one.',
  },
  'time/past-midnight': {
    severity: 'warning',
    title: 'A day ends after midnight',
    explanation:
      'From its `start`, with breaks and lunch, a day would go on into the next one. Most likely a time is wrong, or `days` is missing.',
  },
  'time/too-many-days': {
    severity: 'warning',
    title: 'There are more days than slides',
    explanation: 'Slides are divided evenly over `days`, and each day needs at least one of them.',
  },
  'deck/empty': {
    severity: 'error',
    title: 'A deck has no slides',
    explanation:
      'Nothing is left to show: the file is empty, all slides are hidden, or the edition leaves all of them out.',
  },
  'slide/unknown-edition': {
    severity: 'error',
    title: 'A slide names an edition that the deck does not have',
    explanation:
      'The editions of a deck stand under `editions:` in its settings; `editions="…"` limits a slide or a block to some of them.',
  },
} as const satisfies Record<string, Entry>;
