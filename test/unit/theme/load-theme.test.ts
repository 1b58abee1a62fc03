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

test.each(themeNames(templates))('%s weighs at most 150 KB on a screen, fonts included', (name) => {
  const theme = loadTheme(name, templates, null).value;
  expect(Buffer.byteLength(`${theme?.screenFontsCss}${theme?.slidesCss}`)).toBeLessThan(150 * 1024);
});

test.each(themeNames(templates))(
  'print styles of %s turn no text into pictures and write none twice',
  (name) => {
    const theme = loadTheme(name, templates, null).value;
    const css = [
      theme?.slidesCss,
      theme?.paperCss,
      theme?.booksCss,
      ...[...(theme?.extras.values() ?? [])].map((extra) => extra.slidesCss + extra.paperCss),
    ].join('\n');
    expect(css).toContain('background');
    expect(css).not.toMatch(/(?:^|[;{\s])(?:filter|backdrop-filter|text-shadow|box-shadow|perspective)\s*:/);
    expect(css).not.toMatch(/background-clip\s*:\s*text/);
  },
);

/** Custom properties that a stylesheet gives a value, by the selectors that they are for. */
function properties(css: string, selector: string): readonly string[] {
  const rules = [...css.matchAll(/([^{}]+)\{([^{}]*)\}/g)].filter(([, on]) => on?.trim() === selector);
  return rules.flatMap(([, , body = '']) => [...body.matchAll(/(--[\w-]+):/g)].map(([, name = '']) => name));
}

test.each(themeNames(templates))('%s says everything that rules ask a theme for, on both sides', (name) => {
  const theme = loadTheme(name, templates, null).value;
  const own = properties(theme?.slidesCss ?? '', ':root');
  const paper = properties(theme?.paperCss ?? '', ':root');
  const harbor = loadTheme('harbor', templates, null).value;
  // What is harbor's alone: its containers.
  const particular = ['--stack-image'];
  expect(own).toEqual(
    expect.arrayContaining(
      properties(harbor?.slidesCss ?? '', ':root').filter((one) => !particular.includes(one)),
    ),
  );
  expect(paper).toEqual(expect.arrayContaining([...properties(harbor?.paperCss ?? '', ':root')]));
  const dark = properties(theme?.slidesCss ?? '', '[data-variant="dark"]');
  for (const one of ['--ground', '--text', '--muted', '--accent', '--second', '--line', '--code-ground'])
    expect(dark).toContain(one);
});

test.each(themeNames(templates))('%s says whose work each of its fonts is', (name) => {
  const theme = loadTheme(name, templates, null).value;
  expect(theme?.credits.length).toBeGreaterThan(2);
  for (const credit of theme?.credits ?? [])
    expect(credit).toMatch(/^Font: .+, Copyright \d{4}.*, SIL Open Font License 1\.1 /);
  expect(theme?.screenFontsCss.startsWith(`/* ${theme.credits[0]}`)).toBe(true);
});
