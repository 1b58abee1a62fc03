import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { didYouMeanHint } from '../diagnostics/did-you-mean.js';
import type { Span } from '../diagnostics/source.js';
import { safePath } from './safe-path.js';

/** Where a path is written: the file it stands in, and the content root that it may not leave. Both real paths. */
export interface Base {
  /** Absolute real path of the file that names the path; the path is relative to its folder. */
  readonly path: string;
  readonly root: string;
  /**
   * As in reveal.js and reveal-md: a leading `/` means the content root, or where nothing lies there, the file's own folder. What does
   * not lie beside the file is relative to a folder above it: that of the page which brought the file.
   */
  readonly asInReveal?: boolean;
}

/** A file or folder inside the content root, or why there is none. */
export type Inside =
  | { readonly path: string; readonly problem: null }
  | { readonly path: null; readonly problem: Diagnostic };

/** Whether an absolute path is the folder itself or below it. `/srv/deck-secret` is not inside `/srv/deck`. */
export function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/**
 * Finds the file that `reference` names, as a real path below the content root. What leaves the root is refused:
 * by its text before the disk is touched, so that nothing outside is even looked for, and again after symbolic
 * links are followed. `what` names the thing in messages: "The image".
 */
export function fileInside(reference: string, base: Base, what: string, span: Span | null): Inside {
  const { path, problem } = pathInside(reference, base, what, span);
  if (problem !== null) return { path: null, problem };
  const shown = `\`${reference.trim()}\``;
  const no = (one: Diagnostic): Inside => ({ path: null, problem: one });
  const stat = statSync(path);
  if (stat.isDirectory()) {
    return no(diagnostic('path/folder', span, `${what} ${shown} is a folder.`, { hint: 'Name a file.' }));
  }
  if (!stat.isFile()) {
    return no(diagnostic('path/not-a-file', span, `${what} ${shown} is a device, pipe or socket.`));
  }
  return { path, problem: null };
}

/** The same for a folder. */
export function folderInside(reference: string, base: Base, what: string, span: Span | null): Inside {
  const found = pathInside(reference, base, what, span);
  if (found.problem !== null || statSync(found.path).isDirectory()) return found;
  const message = `${what} \`${reference.trim()}\` is a file.`;
  const problem = diagnostic('path/not-a-folder', span, message, {
    hint: 'Name the folder that it lies in.',
  });
  return { path: null, problem };
}

function pathInside(reference: string, base: Base, what: string, span: Span | null): Inside {
  const slash = base.asInReveal === true && /^\s*\/(?!\/)/.test(reference);
  const safe = safePath(slash ? reference.trim().slice(1) : reference, span);
  if (safe.problem !== null) return safe;
  const shown = `\`${reference.trim()}\``;
  const no = (problem: Diagnostic): Inside => ({ path: null, problem });

  const inRoot = join(base.root, safe.path);
  const wanted =
    slash && isInside(base.root, inRoot) && existsSync(inRoot) ? inRoot : besideOrAbove(safe.path, base);
  if (!isInside(base.root, wanted)) {
    return no(
      diagnostic('path/outside-root', span, `${what} ${shown} lies outside of the content root.`, {
        hint: 'Move the file below the root, or name a higher folder with `--root`.',
      }),
    );
  }

  let real: string;
  try {
    real = realpathSync.native(wanted);
  } catch (error) {
    // What is there and what is not outside of the root is nobody's business either.
    if (!isInside(base.root, nearestFolder(wanted))) return no(leadsOut(what, shown, span));
    return no(notFound(error, wanted, what, shown, span));
  }
  return isInside(base.root, real) ? { path: real, problem: null } : no(leadsOut(what, shown, span));
}

/** A path from the file's own folder; in a deck for reveal.js, where nothing lies there, from the next one above it where something does. */
function besideOrAbove(path: string, base: Base): string {
  const own = join(dirname(base.path), path);
  if (base.asInReveal !== true) return own;
  for (let folder = dirname(base.path); isInside(base.root, folder); folder = dirname(folder)) {
    const found = join(folder, path);
    if (isInside(base.root, found) && existsSync(found)) return found;
    if (folder === dirname(folder)) break;
  }
  return own;
}

function leadsOut(what: string, shown: string, span: Span | null): Diagnostic {
  const message = `${what} ${shown} is a symbolic link, or lies behind one, that leads out of the content root.`;
  return diagnostic('path/outside-root', span, message, { hint: 'Put a copy of the file in its place.' });
}

/** Real path of the folder around `path`, or of the nearest one above it that is there. */
function nearestFolder(path: string): string {
  const folder = dirname(path);
  try {
    return realpathSync.native(folder);
  } catch (error) {
    if (folder === path) throw error;
    return nearestFolder(folder);
  }
}

function notFound(
  error: unknown,
  wanted: string,
  what: string,
  shown: string,
  span: Span | null,
): Diagnostic {
  const code = (error as NodeJS.ErrnoException).code;
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return diagnostic('path/missing', span, `${what} ${shown} is not there.`, {
        hint: nearName(wanted),
      });
    case 'ELOOP':
      return diagnostic('path/bad', span, `${what} ${shown} is a symbolic link that leads in a circle.`);
    case 'ENAMETOOLONG':
      return diagnostic('path/bad', span, `${what} has a path that is longer than the system allows.`);
    case 'EACCES':
    case 'EPERM':
      return diagnostic('path/unreadable', span, `${what} ${shown} may not be read.`, {
        hint: 'Look at its permissions, and at those of the folders around it.',
      });
    default:
      throw error;
  }
}

/** A name in the same folder, which is inside of the root, that is nearly the one asked for. */
function nearName(wanted: string): string | null {
  try {
    const name = basename(wanted);
    const names = readdirSync(dirname(wanted));
    return names.includes(name)
      ? 'It is a symbolic link, and what it leads to is not there.'
      : didYouMeanHint(name, names);
  } catch {
    // There is no such folder, or it may not be listed.
    return 'Paths are relative to the file they stand in.';
  }
}
