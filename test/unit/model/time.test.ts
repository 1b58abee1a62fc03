import { describe, expect, test } from 'vitest';
import { formatDuration } from '../../../src/model/time.js';
import { prepare } from '../../support/prepared.js';

async function times(markdown: string): Promise<(number | undefined)[]> {
  const { edition } = await prepare({ 'talk.md': markdown });
  return edition().slides.map((slide) => slide.time);
}

describe('the time of a slide', () => {
  test.each([
    ['4m', 240],
    ['90s', 90],
    ['1h30m', 5400],
    ['5', 300],
  ])('is %s where it says so', async (written, seconds) => {
    expect(await times(`# a {time=${written}}`)).toEqual([seconds]);
    expect(await times(`<!-- slide: time="${written}" -->\n\na`)).toEqual([seconds]);
  });

  test('is the sum of its exercises where it says nothing, and includes them where it does', async () => {
    const exercises = '::: exercise {time=5m}\nb\n:::\n\n::: column\n::: exercise {time=90s}\nc\n:::\n:::';
    expect(await times(`# a\n\n${exercises}`)).toEqual([390]);
    expect(await times(`# a {time=20m}\n\n${exercises}`)).toEqual([1200]);
  });

  test('counts a task inside of another once', async () => {
    const inner = '::: exercise {time=5m}\nb\n:::';
    expect(await times(`# a\n\n::: lab {time=15m}\n1. c\n\n${inner}\n:::`)).toEqual([900]);
    expect(await times(`# a\n\n::: lab\n1. c\n\n${inner}\n:::`)).toEqual([300]);
  });

  test('is the deck’s `slide-time` else, or nothing', async () => {
    expect(await times('---\nslide-time: 90s\n---\n\n# a\n\n---\n\n## b {time=1m}')).toEqual([90, 60]);
    expect(await times('# a')).toEqual([0]);
  });

  test('that cannot be read is an error at its place', async () => {
    const { said, deck } = await prepare({ 'talk.md': '# a {time=soon}\n\n::: exercise {time=5q}\nb\n:::' });
    expect(said).toEqual(['slide/bad-time @ time=soon', 'slide/bad-time @ time=5q']);
    expect(deck.editions).toEqual([]);
  });
});

describe('the time of a deck', () => {
  test('over its `duration` is a warning at that key which says where to cut', async () => {
    const { said, deck, edition } = await prepare({
      'talk.md':
        '---\nduration: 10m\n---\n\n# Talk {time=1m}\n\n---\n\n# One {time=2m}\n\n---\n\n## b {time=7m}\n\n---\n\n# Two {time=150s}',
    });
    expect(said).toEqual(['time/over-budget @ 10m']);
    expect(deck.diagnostics[0]?.message).toBe(
      'The slides take 12 min 30 s, 2 min 30 s more than the 10 min there are. The longest section is `One` with 9 min.',
    );
    expect(edition().sections.map((section) => section.time)).toEqual([60, 540, 150]);
    expect(edition().time).toBe(750);
  });

  test('that fits exactly is none', async () => {
    expect((await prepare({ 'talk.md': '---\nduration: 10m\n---\n\n# a {time=10m}' })).said).toEqual([]);
  });
});

test.each([
  [45, '45 s'],
  [90, '1 min 30 s'],
  [60, '1 min'],
  [600, '10 min'],
  [2700, '45 min'],
  [3600, '1 h'],
  [5400, '1 h 30 min'],
  [3599, '59 min 59 s'],
  [3629, '1 h'],
  [615, '10 min 15 s'],
  [0, '0 min'],
])('%i seconds are told as %s', (seconds, text) => {
  expect(formatDuration(seconds)).toBe(text);
});
