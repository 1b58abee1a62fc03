import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { didYouMeanHint } from '../diagnostics/did-you-mean.js';
import type { Span } from '../diagnostics/source.js';
import type { Level } from './inherit.js';
import { filesOf, readDescription } from './read-description.js';

/** Folders of themes by their names. */
export type ThemeFolders = ReadonlyMap<string, string>;

/** Every folder of `parent` with a `theme.yaml` in it, sorted by name. */
export function themeFolders(parent: string): ThemeFolders {
  const names = existsSync(parent) ? readdirSync(parent).sort() : [];
  return new Map(
    names
      .map((name) => [name, join(parent, name)] as const)
      .filter(([, folder]) => existsSync(join(folder, 'theme.yaml'))),
  );
}

/**
 * Reads what a theme says, and what those say that it extends, the last of them first. A problem where one of them is
 * missing, or where a theme comes to extend itself; `place` is where the author named the theme.
 */
export function themeLevels(
  name: string,
  folders: ThemeFolders,
  place: Span | null,
): readonly Level[] | Diagnostic {
  const levels: Level[] = [];
  for (let next: string | undefined = name; next !== undefined; ) {
    const folder = folders.get(next);
    const above = levels[0]?.name;
    if (folder === undefined) {
      const hint = didYouMeanHint(next, folders.keys()) ?? listOf(folders);
      return above === undefined
        ? diagnostic('theme/unknown', place, `There is no theme \`${next}\`.`, { hint })
        : diagnostic(
            'theme/extends',
            place,
            `The theme \`${above}\` extends \`${next}\`, and there is no theme of that name.`,
            { hint },
          );
    }
    if (levels.some((level) => level.name === next)) {
      const way = [...levels.map((level) => level.name).reverse(), next]
        .map((one) => `\`${one}\``)
        .join(' → ');
      return diagnostic('theme/extends', place, `The theme \`${name}\` comes to extend itself: ${way}.`, {
        hint: 'Let one of them extend another theme, or none.',
      });
    }
    const description = readDescription(next, folder, place);
    if ('code' in description) return description;
    levels.unshift({ name: next, folder, description, files: filesIn(folder) });
    next = description.extends;
  }
  return missingFile(levels, place) ?? levels;
}

/** Files are taken from the folders of themes, and from nowhere else. */
function missingFile(levels: readonly Level[], place: Span | null): Diagnostic | null {
  const all = new Set(levels.flatMap(({ files }) => [...files]));
  for (const { name, description } of levels) {
    const missing = filesOf(description).find((file) => !all.has(file));
    if (missing !== undefined) {
      return diagnostic(
        'theme/broken',
        place,
        `The theme \`${name}\` names \`${missing}\`, which is not in its folder.`,
        {
          hint: 'Names are of files in the folder of the theme, or of the one that it extends.',
        },
      );
    }
  }
  return null;
}

function listOf(folders: ThemeFolders): string {
  // What reveal.js' own share is none by itself.
  const names = [...folders.keys()].filter((one) => one !== 'reveal/base');
  return `There is ${names.map((one) => `\`${one}\``).join(', ')}.`;
}

function filesIn(folder: string): ReadonlySet<string> {
  return new Set(
    readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory()
        ? readdirSync(join(folder, entry.name)).map((file) => `${entry.name}/${file}`)
        : [entry.name],
    ),
  );
}
