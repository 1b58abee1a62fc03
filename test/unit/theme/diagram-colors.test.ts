import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import postcss from 'postcss';
import { expect, test } from 'vitest';
import { packageRoot } from '../../../src/package-root.js';

const themes = join(packageRoot(), 'templates/themes');
const folder = join(themes, 'harbor');

/** The custom properties that rules of a sheet give, for selectors that contain all the words. */
function properties(sheet: string, ...words: readonly string[]): Record<string, string> {
  return propertiesIn(folder, sheet, words);
}

function propertiesIn(theme: string, sheet: string, words: readonly string[]): Record<string, string> {
  const found: Record<string, string> = {};
  postcss.parse(readFileSync(join(theme, sheet), 'utf8')).walkRules((rule) => {
    if (!words.every((word) => rule.selector.includes(word))) return;
    rule.walkDecls(/^--/, ({ prop, value }) => {
      found[prop] = value;
    });
  });
  return found;
}

/** Those of paper by the names that they have on slides. */
function paperSeries(all: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(all).map(([name, color]) => [name.replace('--paper-', '--'), color]),
  );
}

function luminance(hex: string): number {
  const digits = hex.length === 4 ? hex.replace(/[0-9a-f]/gi, '$&$&') : hex;
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(digits.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

const light = properties('tokens.css', ':root');
const dark = properties('tokens.css', 'dark');
const invert = properties('series.css', '.invert');
const section = properties('series.css', '.layout-section');

test.each([
  ['light', light['--ground'], properties('series.css', ':root')],
  ['dark', dark['--ground'], properties('series.css', 'dark')],
  ['a title', light['--cover'], invert],
  ['a title of a dark deck', dark['--cover'], invert],
  ['a section', light['--section'], section],
  ['a section of a dark deck', dark['--section'], section],
  ['paper', '#ffffff', paperSeries(properties('paper-tokens.css', ':root'))],
  ['the speaker’s notes', properties('series.css', '.speaker-notes')['--ground'], invert],
])('series of charts read on the ground of %s, and it on them', (_where, ground, colors) => {
  const series = Object.entries(colors).filter(([name]) => name.startsWith('--series-'));
  expect(series).toHaveLength(8);
  expect(ground).toMatch(/^#[0-9a-f]{6}$/);
  const weak = series.filter(([, color]) => contrast(color, ground ?? '') < 4.5);
  expect(weak).toEqual([]);
});

const sides = ['folio', 'cinder', 'beacon', 'vellum', 'tangram', 'ensign'].flatMap((theme) =>
  ['light', 'dark', 'paper'].map((side) => ({ theme, side })),
);

test.each(sides)('series of charts read on the ground of $theme, $side', ({ theme, side }) => {
  const word = side === 'dark' ? 'dark' : ':root';
  const tokens = readFileSync(join(themes, theme, 'tokens.css'), 'utf8');
  const rule = side === 'dark' ? /\[data-variant="dark"\] \{([^}]*)/ : /:root \{([^}]*)/;
  const own = /--(?:brand-)?ground: (#[0-9a-f]{6})/.exec(rule.exec(tokens)?.[1] ?? '')?.[1] ?? '';
  const ground = side === 'paper' ? '#ffffff' : own;
  const all = propertiesIn(join(themes, theme), side === 'paper' ? 'paper-tokens.css' : 'series.css', [word]);
  const series = Object.entries(paperSeries(all)).filter(([name]) => name.startsWith('--series-'));
  expect(series).toHaveLength(8);
  expect(ground).toMatch(/^#[0-9a-f]{6}$/);
  expect(series.filter(([, color]) => contrast(color, ground) < 4.5)).toEqual([]);
});
