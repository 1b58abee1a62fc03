import { describe, expect, test } from 'vitest';
import { parseDuration, parseTimeOfDay } from '../../../src/config/duration.js';

describe('a length of time', () => {
  test.each([
    ['90s', 90],
    ['5m', 300],
    ['1h30m', 5400],
    ['1h', 3600],
    ['1h30m15s', 5415],
    ['1h 30m', 5400],
    ['1.5h', 5400],
    ['30min', 1800],
    ['30 min', 1800],
    ['5M', 300],
    [' 5m ', 300],
    ['45', 2700],
    [45, 2700],
    [1.5, 90],
    ['0.25', 15],
  ])('reads %j as %i seconds', (written, seconds) => {
    expect(parseDuration(written)).toBe(seconds);
  });

  test.each([
    '',
    'fast',
    '5 minutes',
    'm',
    '30m1h',
    '-5m',
    '1e3',
    '5mm',
    '1h-30m',
    '0',
    '0m',
    0,
    -3,
    Number.NaN,
    '9999999m',
    '1001h',
    Number.POSITIVE_INFINITY,
  ])('does not take %j for one', (written) => {
    expect(parseDuration(written)).toBeNull();
  });
});

describe('a time of day', () => {
  test('is minutes after midnight', () => {
    expect(parseTimeOfDay('09:00')).toBe(540);
    expect(parseTimeOfDay('9:05')).toBe(545);
    expect(parseTimeOfDay('00:00')).toBe(0);
    expect(parseTimeOfDay('23:59')).toBe(1439);
  });

  test.each(['24:00', '9', '9:5', '09:60', '9am', '', '109:00'])('is not %j', (written) => {
    expect(parseTimeOfDay(written)).toBeNull();
  });
});
