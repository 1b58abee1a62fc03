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
import type { Theme, ThemeGlyphs } from './theme.js';

/** Themes of this process, by folder: a workshop of many decks reads its theme once. */
const loaded = new Map<string, Theme>();

/**
 * Reads the theme `name` below `templates`, Deckhand's own folder of that name. `place` is where the author named it,
 * null for the command line. A theme that does not exist is the author's mistake; one that is broken is ours and throws.
 */
export function loadTheme(name: string, templates: string, place: Span | null): Noticed<Theme | null> {
  const names = themeNames(templates);
  if (!names.includes(name)) {
    const hint = didYouMeanHint(name, names) ?? `There is ${names.map((one) => `\`${one}\``).join(', ')}.`;
    return {
      value: null,
      diagnostics: [diagnostic('theme/unknown', place, `There is no theme \`${name}\`.`, { hint })],
    };
  }
  const folder = join(templates, 'themes', name);
  const theme = loaded.get(folder) ?? readTheme(name, folder, templates);
  loaded.set(folder, theme);
  return { value: theme, diagnostics: [] };
}

/** The themes there are, sorted. */
export function themeNames(templates: string): readonly string[] {
  const themes = join(templates, 'themes');
  return readdirSync(themes)
    .filter((name) => existsSync(join(themes, name, 'theme.yaml')))
    .sort();
}

function readTheme(name: string, folder: string, templates: string): Theme {
  const read = (file: string) => readFileSync(join(folder, file), 'utf8');
  const description = v.parse(themeDescription, readSettingsFile(join(folder, 'theme.yaml')));
  const fontsCss = description.fonts
    .map((face) => fontFaceRule(face, readFileSync(join(folder, face.file))))
    .join('');
  return Object.freeze({
    name,
    layouts: readFolder(join(templates, 'layouts'), '.hbs'),
    partials: readFolder(join(templates, 'partials'), '.hbs'),
    icons: readFolder(join(templates, 'partials'), '.svg', 'icon-'),
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
