import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { didYouMean } from '../diagnostics/did-you-mean.js';
import type { Span } from '../diagnostics/source.js';
import { themeNames } from './load-theme.js';
import type { OwnTemplate, OwnTemplates } from './template-files.js';

/** Names in a folder of templates: which files take places of ours. */
export interface TemplateNames {
  /** Paths below the folder, as `products/workbook.hbs`. */
  readonly known: ReadonlySet<string>;
  /** Folders of these files, as `themes/harbor`. */
  readonly folders: ReadonlySet<string>;
}

/** What may be replaced of Deckhand's own folder. The shelf is of all decks, the gallery of all themes: both stay ours, and so do scripts. */
export function templateNames(templates: string): TemplateNames {
  const themes = themeNames(templates).map((name) => `themes/${name}`);
  const kinds: readonly (readonly [string, RegExp])[] = [
    ['products', /^(?!shelf\.|gallery\.).+\.(?:hbs|css)$/],
    ['layouts', /\.hbs$/],
    ['partials', /\.(?:hbs|svg)$/],
    ['words', /\.yaml$/],
    ...themes.map((folder) => [folder, /\.css$/] as const),
  ];
  const known = kinds.flatMap(([folder, ending]) =>
    readdirSync(join(templates, folder))
      .filter((name) => ending.test(name))
      .map((name) => `${folder}/${name}`),
  );
  return { known: new Set(known), folders: new Set(['themes', ...kinds.map(([folder]) => folder)]) };
}

/** What a path in a folder of templates is: words may be of any language, and partials have any name. */
export function kindOfTemplate(path: string, { known, folders }: TemplateNames): 'folder' | 'file' | null {
  if (folders.has(path)) return 'folder';
  return known.has(path) || /^(?:words\/[a-z]{2,3}(?:-\w+)*\.yaml|partials\/[^/]+\.hbs)$/i.test(path)
    ? 'file'
    : null;
}

/** A partial that takes no place of ours is there for the template of one's own that includes it. */
export function idlePartials(own: OwnTemplates, { known }: TemplateNames): readonly string[] {
  const includes = ({ text }: OwnTemplate, name: string) =>
    [...text.matchAll(/\{\{~?#?>\s*([^\s~}]+)/g)].some((found) => found[1] === name);
  return [...own.keys()].filter((path) => {
    const name = /^partials\/(.+)\.hbs$/.exec(path)?.[1];
    if (name === undefined || known.has(path)) return false;
    return ![...own].some(([other, template]) => other !== path && includes(template, name));
  });
}

/** Says of a file that it takes no place of ours. Names are compared with those in its folder. */
export function unknownTemplate(path: string, { known, folders }: TemplateNames, span: Span): Diagnostic {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const beside = [...known, ...folders].flatMap((one) => {
    const name = one.startsWith(folder) ? one.slice(folder.length) : '';
    return name === '' || name.includes('/') ? [] : [name];
  });
  const near = didYouMean(path.slice(folder.length), beside);
  const message = `\`${path}\` takes the place of no file of ours, so it is not used.`;
  const hint = path.startsWith('products/shelf.')
    ? 'The shelf is of all decks in the output folder, and stays ours.'
    : path.startsWith('products/gallery.')
      ? 'The gallery is of all themes, and stays ours.'
      : near
        ? `Did you mean \`${folder}${near}\`?`
        : folder === 'partials/' && path.endsWith('.hbs')
          ? 'A partial with a name of its own is used where another template of the folder includes it.'
          : null;
  return diagnostic('template/unknown-file', span, message, { hint });
}
