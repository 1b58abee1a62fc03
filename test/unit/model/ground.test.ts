import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { coloursIn, contrast, isColour, luminancesIn } from '../../../src/model/colour.js';
import { groundOf } from '../../../src/model/ground.js';
import { packageRoot } from '../../../src/package-root.js';
import { readBareAttributes } from '../../../src/parse/attributes.js';
import { themeNames } from '../../../src/theme/load-theme.js';

const ground = (settings: string) => {
  const attributes = readBareAttributes(settings, 'talk.md', 0);
  return attributes && groundOf(attributes);
};

describe('colours', () => {
  test.each([
    ['white', 1],
    ['#fff', 1],
    ['#ffffffcc', 1],
    ['rgb(255 255 255)', 1],
    ['rgba(255, 255, 255, 0.5)', 1],
    ['hsl(0 0% 100%)', 1],
    ['black', 0],
    ['hsl(120, 100%, 0%)', 0],
    ['#808080', 0.216],
    ['hsl(0 100% 50%)', 0.213],
    ['rgb(100% 0% 0%)', 0.213],
  ])('%s is as light as %s', (colour, luminance) => {
    expect(luminancesIn(colour)[0]).toBeCloseTo(luminance, 3);
  });

  test('are told from other words', () => {
    expect(['teal', 'Teal', '#0b6e7c'].every(isColour)).toBe(true);
    expect(['teel', '#12345', 'var(--x)', 'constructor', 'url(x)', ''].some(isColour)).toBe(false);
    expect(coloursIn('linear-gradient(to right, #0c2136 10%, teal, rgb(1 2 3))')).toEqual([
      '#0c2136',
      'teal',
      'rgb(1 2 3)',
    ]);
  });
});

describe('a ground', () => {
  test.each([
    ['background=teal', { paint: 'teal', inks: 'light' }],
    ['data-background-color="#ffe09a"', { paint: '#ffe09a', inks: 'dark', vivid: false }],
    ['background="linear-gradient(navy, black)"', { inks: 'light', mixed: false }],
    ['background="linear-gradient(black, white)"', { mixed: true }],
    ['background=port.jpg', { paint: null, picture: { value: 'port.jpg' }, inks: null }],
    [
      'data-background-image=port.jpg background-color=black',
      { paint: 'black', picture: { value: 'port.jpg' } },
    ],
    [
      'background="a.webm, a.mp4" poster=a.jpg',
      { films: [{ target: 'a.webm' }, { target: 'a.mp4' }], picture: { value: 'a.jpg' } },
    ],
    ['background=port.jpg background-opacity=.3 background-size=contain', { opacity: 0.3, size: 'contain' }],
    ['background="oklch(0.9 0.1 90)"', { inks: 'dark' }],
  ])('is read from %s', (settings, expected) => {
    expect(ground(settings)).toMatchObject(expected);
  });

  test.each(['layout=code', 'background=teel(', 'background-color="url(x)"', 'background-color=var(--x)'])(
    'that is none is left out: %s',
    (settings) => {
      expect(ground(settings)?.paint ?? null).toBeNull();
    },
  );

  /** The inks of a theme for one kind of ground, as luminances. */
  function inks(theme: string, kind: string): readonly number[] {
    const read = (path: string) => readFileSync(join(packageRoot(), 'templates/themes', path), 'utf8');
    const tokens = new Map(
      [...read(`${theme}/tokens.css`).matchAll(/--(on-\w+-\w+): (#\w+)/g)].map(([, name, ink = '']) => [
        name,
        ink,
      ]),
    );
    const css = read('harbor/grounds.css').replace(
      /var\(--(on-[\w-]+)\)/g,
      (_, name) => tokens.get(name) ?? '',
    );
    const rule = new RegExp(`has-background\\.has-${kind}-background \\{([^}]*)\\}`).exec(css)?.[1] ?? '';
    return [
      ...rule.matchAll(/--(?:text|muted|accent|second|note|tip|info|important|highlight-\w+): (#\w+)/g),
    ].flatMap(([, colour = '']) => luminancesIn(colour));
  }

  test.each(themeNames(join(packageRoot(), 'templates')))(
    'of any colour leaves every ink of %s that is used on it 4.5:1',
    (theme) => {
      const grey = Array.from({ length: 256 }, (_, level) => `rgb(${level} ${level} ${level})`);
      const hues = Array.from({ length: 72 }, (_, hue) =>
        [30, 50, 70, 85].map((light) => `hsl(${hue * 5} 90% ${light}%)`),
      ).flat();
      const kinds = { dark: inks(theme, 'light'), light: inks(theme, 'dark') };
      expect(kinds.dark.length).toBeGreaterThan(9);
      expect(kinds.light.length).toBeGreaterThan(9);
      const weak = [...grey, ...hues].filter((colour) => {
        const found = ground(`background-color="${colour}"`);
        const [light = 0] = luminancesIn(colour);
        if (!found?.inks) return true;
        const used = found.vivid ? [found.inks === 'dark' ? 0 : 1] : kinds[found.inks];
        return used.some((one) => contrast(one, light) < 4.5);
      });
      expect(weak).toEqual([]);
    },
  );
});
