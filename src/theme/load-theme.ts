import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { diagnostic, type Noticed } from '../diagnostics/diagnostic.js';
import { didYouMeanHint } from '../diagnostics/did-you-mean.js';
import type { Span } from '../diagnostics/source.js';
import { themeDescription } from './description.js';
import { fontFaceRule } from './font-face.js';
import { readFolder } from './read-folder.js';
import { readSettingsFile } from './read-settings-file.js';
import { noOwnTemplates, type OwnTemplates } from './template-files.js';
import type { Theme, ThemeGlyphs } from './theme.js';

/** Themes of this process, by what is changed in them and by folder: a workshop of many decks reads its theme once. */
const loaded = new WeakMap<OwnTemplates, Map<string, Theme>>();

/**
 * Reads the theme `name` below `templates`, Deckhand's own folder of that name. `place` is where the author named it,
 * null for the command line. A theme that does not exist is the author's mistake; one that is broken is ours and throws.
 * Files of `own` take the places of those of the same names.
 */
export function loadTheme(
  name: string,
  templates: string,
  place: Span | null,
  own: OwnTemplates = noOwnTemplates,
): Noticed<Theme | null> {
  const names = themeNames(templates);
  if (!names.includes(name)) {
    const hint = didYouMeanHint(name, names) ?? `There is ${names.map((one) => `\`${one}\``).join(', ')}.`;
    return {
      value: null,
      diagnostics: [diagnostic('theme/unknown', place, `There is no theme \`${name}\`.`, { hint })],
    };
  }
  const folder = join(templates, 'themes', name);
  const ofOwn = loaded.get(own) ?? new Map<string, Theme>();
  loaded.set(own, ofOwn);
  const theme = ofOwn.get(folder) ?? readTheme(name, folder, templates, own);
  ofOwn.set(folder, theme);
  return { value: theme, diagnostics: [] };
}

/** The themes there are, sorted. */
export function themeNames(templates: string): readonly string[] {
  const themes = join(templates, 'themes');
  return readdirSync(themes)
    .filter((name) => existsSync(join(themes, name, 'theme.yaml')))
    .sort();
}

function readTheme(name: string, folder: string, templates: string, own: OwnTemplates): Theme {
  const read = (file: string) =>
    own.get(`themes/${name}/${file}`)?.text ?? readFileSync(join(folder, file), 'utf8');
  const description = v.parse(themeDescription, readSettingsFile(join(folder, 'theme.yaml')));
  const fontsCss = description.fonts
    .map((face) => fontFaceRule(face, readFileSync(join(folder, face.file))))
    .join('');
  return Object.freeze({
    name,
    templates: { own, folder: templates },
    layouts: withOwn(readFolder(join(templates, 'layouts'), '.hbs'), own, /^layouts\/(.+)\.hbs$/),
    partials: withOwn(readFolder(join(templates, 'partials'), '.hbs'), own, /^partials\/(.+)\.hbs$/),
    icons: withOwn(
      readFolder(join(templates, 'partials'), '.svg', 'icon-'),
      own,
      /^partials\/icon-(.+)\.svg$/,
    ),
    slidesCss: compact(description.slides.map(read)),
    paperCss: compact(description.paper.map(read)),
    booksCss: compact(description.books.map(read)),
    extras: new Map(
      Object.entries(description.extras).map(([feature, { slides, paper }]) => [
        feature,
        { slidesCss: compact(slides.map(read)), paperCss: compact(paper.map(read)) },
      ]),
    ),
    screenFontsCss: fontsCss,
    paperFontsCss: fontsCss,
    glyphs: description.glyphs === undefined ? null : (JSON.parse(read(description.glyphs)) as ThemeGlyphs),
    fontFamilies: [...new Set(description.fonts.map((face) => face.family))],
  });
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

/** Joins stylesheets without their comments and blanks, which every deck would carry along. */
function compact(sheets: readonly string[]): string {
  return sheets
    .join('\n')
    .replaceAll(/\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\//g, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ?([{};,>~]) ?/g, '$1')
    .replaceAll(/(?<=[\w-]): /g, ':')
    .replaceAll(';}', '}')
    .replaceAll(/(?<=\() | (?=\))/g, '')
    .replaceAll(/(?<=\d) \* (?=var\()/g, '*')
    .replaceAll(/(?<=[ ,(:])0\.(?=\d)/g, '.')
    .trim();
}
