import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inherit } from '../../../src/theme/inherit.js';
import { themeFolders, themeLevels } from '../../../src/theme/theme-levels.js';
import { workspace } from '../../support/workspace.js';

const base = JSON.stringify({
  title: 'Base',
  slides: ['tokens.css', 'slides.css', 'growth.css'],
  paper: ['paper.css'],
  extras: { math: { slides: ['math.css'] } },
  fonts: [{ family: 'Base', weight: 400, file: 'fonts/base.woff2' }],
  credits: ['Font: Base'],
  glyphs: 'fonts/glyphs.json',
});
const sheets = {
  'base/theme.yaml': base,
  'base/tokens.css': '',
  'base/slides.css': '',
  'base/growth.css': '',
  'base/paper.css': '',
  'base/math.css': '',
  'base/fonts/base.woff2': '',
  'base/fonts/glyphs.json': '{}',
};

async function read(name: string, files: Record<string, string>) {
  const folder = await workspace({ ...sheets, ...files });
  const levels = themeLevels(name, themeFolders(folder), null);
  if ('code' in levels) return levels;
  const whole = inherit(levels);
  const paths = (all: readonly { readonly folder: string; readonly path: string }[]) =>
    all.map((one) => join(one.folder, one.path).slice(folder.length + 1));
  return { whole, slides: paths(whole.slides), paths };
}

test('a theme that extends another has its sheets first, and its own behind them', async () => {
  const theme = await read('mine', {
    'mine/theme.yaml': '{"title":"Mine","extends":"base","slides":["mine.css"]}',
    'mine/mine.css': '',
  });
  expect(theme).toMatchObject({
    slides: ['base/tokens.css', 'base/slides.css', 'base/growth.css', 'mine/mine.css'],
    whole: { credits: ['Font: Base'], variant: 'light' },
  });
});

test('a file of the same name takes the place of the inherited one, wherever it stands', async () => {
  const theme = await read('mine', {
    'mine/theme.yaml': '{"title":"Mine","extends":"base"}',
    'mine/slides.css': '',
    'mine/math.css': '',
  });
  if ('code' in theme) throw new Error(theme.message);
  expect(theme.slides).toEqual(['base/tokens.css', 'mine/slides.css', 'base/growth.css']);
  expect(theme.paths(theme.whole.extras.get('math')?.slides ?? [])).toEqual(['mine/math.css']);
});

test('an inherited sheet is left out where the theme says so', async () => {
  const theme = await read('mine', {
    'mine/theme.yaml': '{"title":"Mine","extends":"base","without":["growth.css"]}',
  });
  expect(theme).toMatchObject({ slides: ['base/tokens.css', 'base/slides.css'] });
});

test('fonts of its own are all the fonts, and files of inherited ones are found', async () => {
  const theme = await read('mine', {
    'mine/theme.yaml':
      '{"title":"Mine","extends":"base","fonts":[{"family":"Mine","weight":400,"file":"fonts/mine.woff2"},{"family":"Base","weight":400,"file":"fonts/base.woff2"}]}',
    'mine/fonts/mine.woff2': '',
  });
  if ('code' in theme) throw new Error(theme.message);
  expect(theme.paths(theme.whole.fonts.map(({ file }) => file))).toEqual([
    'mine/fonts/mine.woff2',
    'base/fonts/base.woff2',
  ]);
  expect(theme.whole).toMatchObject({ credits: [], glyphs: null });
});

test('themes extend themes that extend others', async () => {
  const theme = await read('third', {
    'second/theme.yaml': '{"title":"Second","extends":"base","slides":["second.css"],"variant":"dark"}',
    'second/second.css': '',
    'third/theme.yaml': '{"title":"Third","extends":"second","slides":["third.css"]}',
    'third/third.css': '',
    'third/second.css': '',
  });
  expect(theme).toMatchObject({
    slides: ['base/tokens.css', 'base/slides.css', 'base/growth.css', 'third/second.css', 'third/third.css'],
    whole: { variant: 'dark' },
  });
});

test('a theme that extends one that is not there is an error with the nearest name', async () => {
  const theme = await read('mine', { 'mine/theme.yaml': '{"title":"Mine","extends":"bass"}' });
  expect(theme).toMatchObject({
    code: 'theme/extends',
    message: 'The theme `mine` extends `bass`, and there is no theme of that name.',
    hint: 'Did you mean `base`?',
  });
});

test('themes that extend one another are an error that shows the way round', async () => {
  const theme = await read('one', {
    'one/theme.yaml': '{"title":"One","extends":"two"}',
    'two/theme.yaml': '{"title":"Two","extends":"one"}',
  });
  expect(theme).toMatchObject({
    code: 'theme/extends',
    message: 'The theme `one` comes to extend itself: `one` → `two` → `one`.',
  });
});

test('faces are added to the inherited ones, with what they can draw and whose work they are', async () => {
  const added = (name: string, more: object = {}) =>
    JSON.stringify({
      title: name,
      'more-fonts': [{ family: 'Base', weight: 400, file: `${name}.woff2`, range: 'U+600-6FF' }],
      credits: [`Font: ${name}`],
      ...more,
    });
  const theme = await read('more', {
    'mine/theme.yaml': added('mine', { extends: 'base' }),
    'mine/mine.woff2': '',
    'more/theme.yaml': added('more', { extends: 'mine' }),
    'more/more.woff2': '',
  });
  if ('code' in theme) throw new Error(theme.message);
  expect(theme.paths(theme.whole.fonts.map(({ file }) => file))).toEqual([
    'base/fonts/base.woff2',
    'mine/mine.woff2',
    'more/more.woff2',
  ]);
  expect(theme.whole.credits).toEqual(['Font: Base', 'Font: mine', 'Font: more']);
  expect(theme.whole.moreRanges).toEqual(['U+600-6FF', 'U+600-6FF']);
});
