import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { packageRoot } from '../../src/package-root.js';
import { loadTheme, themeNames } from '../../src/theme/load-theme.js';
import { launchViewer } from '../support/viewer.js';

const templates = join(packageRoot(), 'templates');

/** Where diagrams stand. */
const places = {
  slide: '<div class="slide"></div>',
  title: '<div class="slide layout-title"></div>',
  section: '<div class="slide layout-section"></div>',
  notes: '<div class="speaker-notes"></div>',
  paper: '<div class="thumb"><div class="slide"></div></div>',
  'title on paper': '<div class="thumb"><div class="slide layout-title"></div></div>',
} as const;

const cases = themeNames(templates).flatMap((theme) =>
  Object.keys(places).flatMap((place) =>
    (place.includes('paper') ? ['light'] : ['light', 'dark']).map(
      (variant) => [theme, place as keyof typeof places, variant] as const,
    ),
  ),
);

let browser: Browser;
beforeAll(async () => {
  browser = await launchViewer();
});
afterAll(() => browser?.close());

test.each(cases)(
  '%s: series of charts read on the ground of a %s that is %s, and it on them',
  async (...one) => {
    const [name, place, variant] = one;
    const theme = loadTheme(name, templates, null).value;
    const diagrams = theme?.extras.get('diagrams');
    const paper = place.includes('paper') ? `${theme?.paperCss}${diagrams?.paperCss}` : '';
    const page = await browser.newPage();
    await page.setContent(
      `<!doctype html><html data-theme="${name}" data-variant="${variant}"><style>${theme?.slidesCss}${diagrams?.slidesCss}${paper}</style>${places[place]}`,
    );
    const { ground, series } = await page.evaluate(seen);
    await page.close();
    expect(series).toHaveLength(8);
    expect(series.filter((color) => contrast(color, ground) < 4.5)).toEqual([]);
  },
);

const sides = themeNames(templates).flatMap((theme) =>
  ['light', 'dark'].map((variant) => [theme, variant] as const),
);
const inks = ['#c13a17', '#0b6e7c'];
const shapes = inks.flatMap((ink) => [`<rect fill="${ink}"/>`, `<rect fill="none" stroke="${ink}"/>`]);

test.each(sides)('%s, %s: shapes of drawings are seen, and white is read in them', async (name, variant) => {
  const theme = loadTheme(name, templates, null).value;
  const page = await browser.newPage();
  await page.setContent(
    `<!doctype html><html data-theme="${name}" data-variant="${variant}"><style>${theme?.slidesCss}${theme?.extras.get('drawings')?.slidesCss}</style><div class="slide"><svg>${shapes.join('')}</svg></div>`,
  );
  const [ground = [], ...drawn] = await page.evaluate(() => {
    const { backgroundColor } = getComputedStyle(document.querySelector('.slide') as HTMLElement);
    const colours = [...document.querySelectorAll('rect')].map((shape) => {
      const { fill, stroke } = getComputedStyle(shape);
      return fill === 'none' ? stroke : fill;
    });
    return [backgroundColor, ...colours].map((colour) =>
      (colour.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number),
    );
  });
  await page.close();
  const white = [255, 255, 255];
  // On a ground of middling depth, as a blueprint has, no colour is both; it is then as near as white lets it be.
  const possible = Math.min(3, (0.95 * contrast(white, ground)) / 4.5);
  const wrong = drawn.filter((colour, index) =>
    index % 2 === 0
      ? contrast(colour, white) < 4.5 || contrast(colour, ground) < possible
      : contrast(colour, ground) < 3,
  );
  expect(drawn).toHaveLength(shapes.length);
  expect(wrong).toEqual([]);
});

/** In the page: red, green and blue of the ground and of the series on it. */
function seen() {
  const inside = document.querySelector('.slide, .speaker-notes') as HTMLElement;
  const probe = document.createElement('i');
  inside.append(probe);
  const colour = (value: string) => {
    probe.style.color = '';
    probe.style.color = value;
    return (getComputedStyle(probe).color.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number);
  };
  const series = Array.from({ length: 8 }, (_, index) => `--series-${index + 1}`)
    .filter((property) => getComputedStyle(inside).getPropertyValue(property) !== '')
    .map((property) => colour(`var(${property})`));
  return { ground: colour('var(--ground)'), series };
}

function contrast(a: readonly number[], b: readonly number[]): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: readonly number[]): number {
  const [r = 0, g = 0, b = 0] = colour.map((byte) => {
    const part = byte / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
