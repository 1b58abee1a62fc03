import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { contrast, luminancesIn } from '../../../src/model/colour.js';
import { packageRoot } from '../../../src/package-root.js';
import { loadTheme, revealThemes, themeNames } from '../../../src/theme/load-theme.js';
import { prepare } from '../../support/prepared.js';

const templates = join(packageRoot(), 'templates');
const names = revealThemes(templates);

test('there is one for each theme that reveal.js brings, and none of them is among ours', () => {
  const folder = dirname(createRequire(import.meta.url).resolve('reveal.js/reveal.css'));
  const theirs = readdirSync(join(folder, 'theme')).flatMap((file) => /^(.+)\.css$/.exec(file)?.[1] ?? []);
  expect(theirs).toHaveLength(14);
  expect(names).toEqual(theirs.sort());
  expect(themeNames(templates).filter((name) => name.includes('reveal'))).toEqual([]);
  const unknown = loadTheme('zzz', templates, null).diagnostics;
  expect(unknown[0]?.hint).toContain('`reveal/beige`');
  expect(unknown[0]?.hint).not.toContain('base');
});

test.each(names)('reveal/%s fetches nothing, and its words stand out 4.5:1 from its grounds', (name) => {
  const { value: theme, diagnostics } = loadTheme(`reveal/${name}`, templates, null);
  expect(diagnostics).toEqual([]);
  const css = theme?.slidesCss ?? '';
  expect(css).not.toMatch(/@import|url\((?!["']?data:)/);
  const all =
    css + (theme?.extras.get('diagrams')?.slidesCss ?? '').replaceAll(/\.speaker-notes\{[^}]*\}/g, '');
  // What stands last in the sheets holds, and may be the colour of another token.
  const colour = (token: string): number => {
    const [, other, written = ''] =
      [...all.matchAll(new RegExp(`--${token}:(?:var\\(--([\\w-]+)\\)|(#[0-9a-f]{3,6}))`, 'g'))].at(-1) ?? [];
    return other === undefined ? (luminancesIn(written)[0] ?? Number.NaN) : colour(other);
  };
  for (const ink of [
    'text',
    'muted',
    'accent',
    'second',
    'heading',
    'tip',
    'danger',
    'series-1',
    'series-4',
  ]) {
    for (const ground of ['ground', 'wash'])
      expect(contrast(colour(ink), colour(ground)), `${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5);
  }
});

test('a bare name means one of them in decks that are written for reveal.js, and there only', async () => {
  const text = (more: string) => ({ 'talk.md': `---\ntheme: black\n${more}---\n\n# Hello\n` });
  const there = await prepare(text('dialect: reveal\n'));
  expect([there.said, there.rendered().theme.name]).toEqual([[], 'reveal/black']);
  const here = await prepare(text(''));
  expect([here.said, here.rendered().theme.name]).toEqual([['deck/foreign-theme @ black'], 'harbor']);
});
