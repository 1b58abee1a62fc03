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

  test('is wrapped where words stand in for it, which is no tag', () => {
    expect(wrapUntagged(lines('BT', '/Span <</ActualText <FEFF0066>>>BDC', '<0001> Tj', 'EMC', 'ET'))).toBe(
      lines('BT', '/Artifact BMC', '/Span <</ActualText <FEFF0066>>>BDC', '<0001> Tj', 'EMC', 'EMC', 'ET'),
    );
  });
});

describe('what the tags have given up', () => {
  test('is an artifact in place of what it was', () => {
    const content = lines('/Code <</MCID 3 >>BDC', '0 0 9 9 re', 'f', 'EMC', '/P <</MCID 4 >>BDC', 'EMC', '');
    expect(wrapUntagged(content, new Set([3]))).toBe(
      lines('/Artifact BMC', '0 0 9 9 re', 'f', 'EMC', '/P <</MCID 4 >>BDC', 'EMC', ''),
    );
  });

  test('does not hide the tags of a form that is painted within', () => {
    const content = lines('/Code <</MCID 3 >>BDC', '/X7 Do', 'EMC', '');
    expect(wrapUntagged(content, new Set([3]), (form) => form === 'X7')).toBe(
      lines('/Artifact BMC', 'EMC', '/X7 Do', '/Artifact BMC', 'EMC', ''),
    );
  });
});

test('a form with tags of its own is no artifact', () => {
  const content = lines('0 0 9 9 re', 'f', '/X7 Do', '/X8 Do', '');
  expect(wrapUntagged(content, new Set(), (form) => form === 'X7')).toBe(
    lines('/Artifact BMC', '0 0 9 9 re', 'f', 'EMC', '/X7 Do', '/Artifact BMC', '/X8 Do', '', 'EMC'),
  );
});
