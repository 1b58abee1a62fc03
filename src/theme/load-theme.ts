import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Noticed } from '../diagnostics/diagnostic.js';
import type { Span } from '../diagnostics/source.js';
import { compactCss } from './compact-css.js';
import { fontFaceRule } from './font-face.js';
import { inherit, type Level, type ThemeFile } from './inherit.js';
import { readFolder } from './read-folder.js';
import { noOwnTemplates, type OwnTemplates } from './template-files.js';
import type { Theme, ThemeGlyphs } from './theme.js';
import { type ThemeFolders, themeFolders, themeLevels } from './theme-levels.js';
import { readTokens } from './tokens.js';

/** Themes of this process, by what is changed in them and by folder: a workshop of many decks reads its theme once. */
const loaded = new WeakMap<OwnTemplates, Map<string, Theme>>();

/**
 * Reads the theme `name` below `templates`, Deckhand's own folder of that name, and those that it extends. `place` is
 * where the author named it, null for the command line. A theme that does not exist is the author's mistake; one that is
 * broken is a problem as well. Files of `own` take the places of those of the same names; `brought` are themes beside ours.
 */
export function loadTheme(
  name: string,
  templates: string,
  place: Span | null,
  own: OwnTemplates = noOwnTemplates,
  brought: ThemeFolders = new Map(),
): Noticed<Theme | null> {
  const ours = join(templates, 'themes');
  const folders = new Map([...themeFolders(ours), ...revealFolders(ours), ...brought]);
  const ofOwn = loaded.get(own) ?? new Map<string, Theme>();
  loaded.set(own, ofOwn);
  const folder = folders.get(name) ?? '';
  // What an author works on is read again.
  const known = brought.has(name) ? undefined : ofOwn.get(folder);
  if (known) return { value: known, diagnostics: [] };
  const levels = themeLevels(name, folders, place);
  if ('code' in levels) return { value: null, diagnostics: [levels] };
  const theme = readTheme(name, levels, templates, own);
  if (!brought.has(name)) ofOwn.set(folder, theme);
  return { value: theme, diagnostics: [] };
}

/** The themes that look as those of reveal.js do, by the names that reveal.js has for them. */
export function revealThemes(templates: string): readonly string[] {
  return [...revealFolders(join(templates, 'themes')).keys()].flatMap((name) =>
    name === 'reveal/base' ? [] : [name.replace('reveal/', '')],
  );
}

/** `reveal/black` is the folder `black` in the folder `reveal`. */
function revealFolders(ours: string): ThemeFolders {
  return new Map([...themeFolders(join(ours, 'reveal'))].map(([name, folder]) => [`reveal/${name}`, folder]));
}

/** The themes there are, sorted; those of reveal.js have names of their own. */
export function themeNames(templates: string): readonly string[] {
  return [...themeFolders(join(templates, 'themes')).keys()];
}

function readTheme(name: string, levels: readonly Level[], templates: string, own: OwnTemplates): Theme {
  const read = ({ theme, folder, path }: ThemeFile) =>
    own.get(`themes/${theme}/${path}`)?.text ?? readFileSync(join(folder, path), 'utf8');
  const css = (files: readonly ThemeFile[]) => compactCss(files.map(read));
  const whole = inherit(levels);
  const faces = whole.fonts.map(({ face, file }) =>
    fontFaceRule(face, readFileSync(join(file.folder, file.path))),
  );
  // Licences ask that what is given away says whose work it is.
  const credits = whole.credits.length === 0 ? '' : `/* ${whole.credits.join('\n')} */\n`;
  const fontsCss = credits + faces.join('');
  const slidesCss = css(whole.slides);
  return Object.freeze({
    name,
    variant: whole.variant,
    takesBrand: whole.takesBrand,
    templates: { own, folder: templates },
    layouts: withOwn(readFolder(join(templates, 'layouts'), '.hbs'), own, /^layouts\/(.+)\.hbs$/),
    partials: withOwn(readFolder(join(templates, 'partials'), '.hbs'), own, /^partials\/(.+)\.hbs$/),
    icons: withOwn(
      readFolder(join(templates, 'partials'), '.svg', 'icon-'),
      own,
      /^partials\/icon-(.+)\.svg$/,
    ),
    slidesCss,
    tokens: readTokens(slidesCss),
    paperCss: css(whole.paper),
    booksCss: css(whole.books),
    extras: new Map(
      [...whole.extras].map(([feature, { slides, paper }]) => [
        feature,
        { slidesCss: css(slides), paperCss: css(paper) },
      ]),
    ),
    screenFontsCss: fontsCss,
    paperFontsCss: fontsCss,
    glyphs: whole.glyphs && withRanges(JSON.parse(read(whole.glyphs)) as ThemeGlyphs, whole.moreRanges),
    fontFamilies: [...new Set(whole.fonts.map(({ face }) => face.family))],
    drawingFamilies: whole.families,
    credits: whole.credits,
  });
}

/** What the fonts of a theme can draw, together with what was added to those of its words. */
function withRanges(glyphs: ThemeGlyphs, ranges: readonly string[]): ThemeGlyphs {
  return ranges.length === 0 ? glyphs : { ...glyphs, text: [...glyphs.text, ...ranges.flatMap(readRange)] };
}

/** `U+600-6FF, U+200F` as pairs of code points. */
function readRange(range: string): readonly (readonly [number, number])[] {
  return [...range.matchAll(/U\+([\da-f]+)(?:-([\da-f]+))?/gi)].map(([, from = '', to = from]) => [
    Number.parseInt(from, 16),
    Number.parseInt(to, 16),
  ]);
}

/** Texts of ours by name, those of one's own in their places. */
function withOwn(
  ours: ReadonlyMap<string, string>,
  own: OwnTemplates,
  path: RegExp,
): ReadonlyMap<string, string> {
  const replaced = [...own].flatMap(([key, { text }]) => {
    const name = path.exec(key)?.[1];
    return name === undefined ? [] : [[name, text.trimEnd()] as const];
  });
  return replaced.length === 0 ? ours : new Map([...ours, ...replaced]);
}
