import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Diagnostic, diagnostic, type Noticed } from '../diagnostics/diagnostic.js';
import type { SourceFile, Span } from '../diagnostics/source.js';
import { type Base, folderInside } from './inside-root.js';
import { readTextInside } from './read-text.js';

/** What lies in a folder of templates, by path below it with `/`. */
export interface ReadTemplates {
  readonly files: ReadonlyMap<string, SourceFile>;
  /** Paths of files and folders that were not asked for, sorted. */
  readonly others: readonly string[];
}

/** A folder as the settings name it, and where. */
export interface NamedFolder {
  readonly folder: string;
  readonly span: Span;
}

const what = 'The folder of templates';

/**
 * Reads a folder of templates. `kindOf` says what a path below it is: a folder to go through, a file to read, or neither.
 * Hidden files are nobody's business.
 *
 * @param base the file that names the folder
 */
export function readTemplates(
  { folder: written, span }: NamedFolder,
  base: Base,
  cwd: string,
  kindOf: (path: string) => 'folder' | 'file' | null,
): Noticed<ReadTemplates> {
  const diagnostics: Diagnostic[] = [];
  const files = new Map<string, SourceFile>();
  const others: string[] = [];
  const root = folderInside(written, base, what, span);
  if (root.problem === null) goThrough(root.path, '');
  else diagnostics.push(root.problem);
  return { value: { files, others: others.sort() }, diagnostics };

  function goThrough(top: string, above: string): void {
    const inside: Base = { path: join(top, 'template'), root: base.root };
    for (const name of namesIn(join(top, above))) {
      const path = above + name;
      const kind = kindOf(path);
      // A name on disk is no reference yet: a percent sign in it is itself.
      const way = path.replaceAll('%', '%25');
      if (kind === 'folder') {
        const below = folderInside(way, inside, what, span);
        if (below.problem === null) goThrough(top, `${path}/`);
        else diagnostics.push(below.problem);
      } else if (kind === null) others.push(path);
      else {
        const text = readTextInside(way, inside, cwd, 'The template', span);
        diagnostics.push(...text.diagnostics);
        if (text.value !== null) files.set(path, text.value);
      }
    }
  }

  function namesIn(folder: string): readonly string[] {
    try {
      return readdirSync(folder)
        .filter((name) => !name.startsWith('.'))
        .sort();
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? '';
      const message = `${what} \`${written}\` may not be read (${code}).`;
      diagnostics.push(
        diagnostic('path/unreadable', span, message, {
          hint: 'Look at its permissions, and at those in it.',
        }),
      );
      return [];
    }
  }
}
