import { describe, expect, test } from 'vitest';
import { wrapUntagged } from '../../../src/print/untagged.js';

const lines = (...all: string[]) => all.join('\n');

describe('painting outside of tags', () => {
  test('is wrapped, from where its path begins', () => {
    expect(wrapUntagged(lines('q', '/G3 gs', '0 0 9 9 re', 'f', 'Q', ''))).toBe(
      lines('q', '/G3 gs', '/Artifact BMC', '0 0 9 9 re', 'f', 'EMC', 'Q', ''),
    );
    expect(wrapUntagged(lines('1 1 m', '2 2 l', 'S'))).toBe(
      lines('/Artifact BMC', '1 1 m', '2 2 l', 'S', 'EMC'),
    );
  });

  test('is wrapped within its text object', () => {
    expect(
      wrapUntagged(lines('BT', '/F4 9 Tf', '1 0 0 -1 0 0 Tm', '<0001> Tj', '3 0 Td <0002> Tj', 'ET')),
    ).toBe(
      lines(
        'BT',
        '/F4 9 Tf',
        '1 0 0 -1 0 0 Tm',
        '/Artifact BMC',
        '<0001> Tj',
        '3 0 Td <0002> Tj',
        'EMC',
        'ET',
      ),
    );
  });

  test('is wrapped when it is a picture, and once for what belongs together', () => {
    expect(wrapUntagged(lines('/X7 Do', '0 0 9 9 re', 'f', 'Q'))).toBe(
      lines('/Artifact BMC', '/X7 Do', '0 0 9 9 re', 'f', 'EMC', 'Q'),
    );
  });

  test('ends before tagged content begins', () => {
    expect(wrapUntagged(lines('0 0 9 9 re', 'f', '/P <</MCID 0 >>BDC', 'BT', '<0001> Tj', 'ET', 'EMC'))).toBe(
      lines('/Artifact BMC', '0 0 9 9 re', 'f', 'EMC', '/P <</MCID 0 >>BDC', 'BT', '<0001> Tj', 'ET', 'EMC'),
    );
  });

  test('is not seen in clipping, in settings and in what is tagged', () => {
    expect(wrapUntagged(lines('q', '0 0 9 9 re', 'W* n', '1 0 0 rg 0 0 1 RG', 'Q'))).toBeNull();
    expect(wrapUntagged(lines('/P <</MCID 0 >>BDC', '0 0 9 9 re', 'f', '<0001> Tj', 'EMC'))).toBeNull();
    expect(wrapUntagged('')).toBeNull();
  });

  test('begins with its own path, not with one that was clipped before', () => {
    expect(wrapUntagged(lines('0 0 5 5 re', 'W n', '0 0 9 9 re', 'f'))).toBe(
      lines('0 0 5 5 re', 'W n', '/Artifact BMC', '0 0 9 9 re', 'f', 'EMC'),
    );
  });
});
