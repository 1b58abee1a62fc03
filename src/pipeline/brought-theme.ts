import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import type { SourceFile, Span } from '../diagnostics/source.js';
import { type Base, fileInside, folderInside } from '../load/inside-root.js';

/** A theme of the author's own, as a folder below the content root. */
export interface BroughtTheme {
  /** What it is called from now on. */
  readonly name: string;
  readonly folder: string;
}

const what = 'The theme';

/**
 * The folder that `theme:` means where it names none of ours: a path, `./themes/mine`, relative to the file that names it, or
 * the name of a folder in `themes/` of the content root. Null where there is none of that name; a problem where it may not be
 * read: a theme brings nothing that lies outside of the content root.
 */
export function broughtTheme(
  written: string,
  ours: readonly string[],
  from: SourceFile,
  place: Span | null,
): BroughtTheme | Diagnostic | null {
  if (ours.includes(written) || written.startsWith('reveal/')) return null;
  const isPath = /^\.|\/|\\/.test(written);
  const inRoot: Base = { path: join(from.root, 'themes', 'theme'), root: from.root };
  if (!isPath && !existsSync(join(from.root, 'themes', written, 'theme.yaml'))) return null;
  const found = folderInside(written, isPath ? from : inRoot, what, place);
  if (found.problem !== null) return found.problem;
  const problem = leavesRoot(found.path, from.root, place);
  if (problem !== null) return problem;
  const name = basename(found.path);
  // It may bear the name of the one that it extends.
  return { name: ours.includes(name) ? `${name}-own` : name, folder: found.path };
}

/** What of a theme's folder is not there, or leads out of the content root. */
function leavesRoot(folder: string, root: string, place: Span | null): Diagnostic | null {
  const inside: Base = { path: join(folder, 'theme.yaml'), root };
  if (!existsSync(inside.path)) {
    return diagnostic(
      'theme/broken',
      place,
      `There is no \`theme.yaml\` in the folder \`${basename(folder)}\`.`,
      {
        hint: '`deckhand themes new NAME` writes a theme to start from.',
      },
    );
  }
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  )) {
    const way = entry.name.replaceAll('%', '%25');
    const all = entry.isDirectory()
      ? readdirSync(join(folder, entry.name), { withFileTypes: true }).flatMap((below) =>
          below.isDirectory() ? [] : [`${way}/${below.name.replaceAll('%', '%25')}`],
        )
      : [way];
    for (const path of all) {
      const { problem } = fileInside(path, inside, 'The file of the theme', place);
      if (problem !== null) return problem;
    }
  }
  return null;
}
