import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '../../../src/package-root.js';
import { loadTheme, themeNames } from '../../../src/theme/load-theme.js';

const templates = join(packageRoot(), 'templates');
const place = { file: 'deck.yaml', start: 7, end: 13 };

test('a theme that does not exist is an error where it was named, with the nearest name', () => {
  const { value, diagnostics } = loadTheme('habor', templates, place);
  expect(value).toBeNull();
  expect(diagnostics).toMatchObject([
    { code: 'theme/unknown', severity: 'error', span: place, hint: 'Did you mean `harbor`?' },
  ]);
});

test('a name that is near none gets the list of themes', () => {
  expect(loadTheme('solarized', templates, null).diagnostics[0]?.hint).toContain('`harbor`');
});

test.each(['../themes/harbor', 'harbor/', '.', ''])('%j is no way to a theme', (name) => {
  expect(loadTheme(name, templates, null).value).toBeNull();
});

test('a theme is read once a process', () => {
  expect(loadTheme('harbor', templates, null).value).toBe(loadTheme('harbor', templates, place).value);
});

test('every theme has all layouts and an icon for every kind of callout', () => {
  const layouts = [
    'title',
    'section',
    'content',
    'two-columns',
    'code',
    'quote',
    'statement',
    'image',
    'table',
    'end',
  ];
  const icons = ['note', 'tip', 'info', 'important', 'warning', 'danger'];
  expect(themeNames(templates)).toContain('harbor');
  for (const name of themeNames(templates)) {
    const theme = loadTheme(name, templates, null).value;
    expect([...(theme?.layouts.keys() ?? [])]).toEqual(expect.arrayContaining(layouts));
    expect([...(theme?.icons.keys() ?? [])]).toEqual(expect.arrayContaining(icons));
  }
});

test('what a theme shows is all in it: no stylesheet asks for a file or an address', () => {
  for (const name of themeNames(templates)) {
    const theme = loadTheme(name, templates, null).value;
    const css = [theme?.slidesCss, theme?.paperCss, theme?.screenFontsCss, theme?.paperFontsCss].join('\n');
    const addresses = [...css.matchAll(/url\(\s*["']?(.{5})/g)].map(([, start]) => start);
    expect(addresses.length).toBeGreaterThan(4);
    expect(addresses.filter((start) => start !== 'data:')).toEqual([]);
    expect(css).not.toContain('@import');
  }
});

test('harbor weighs at most 150 KB on a screen, fonts included', () => {
  const theme = loadTheme('harbor', templates, null).value;
  expect(Buffer.byteLength(`${theme?.screenFontsCss}${theme?.slidesCss}`)).toBeLessThan(150 * 1024);
});

test('print styles use nothing that turns text into pictures or writes it twice', () => {
  const theme = loadTheme('harbor', templates, null).value;
  const css = `${theme?.slidesCss}${theme?.paperCss}`;
  expect(css).toContain('background');
  expect(css).not.toMatch(/(?:^|[;{\s])(?:filter|backdrop-filter|text-shadow|box-shadow|perspective)\s*:/);
  expect(css).not.toMatch(/background-clip\s*:\s*text/);
});
