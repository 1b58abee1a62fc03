import { accessSync, constants, lstatSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { type Attempt, failed, isOneOf, succeeded, systemFailure } from './attempt.js';
import { emptyManifest, type Manifest, readManifest } from './manifest.js';
import { mountPoints } from './mounts.js';
import { contains, manifestName } from './path.js';
import { isLeftOver } from './stage-name.js';

/** An output folder that may be written to. It need not be there yet. */
export interface Target {
  /** As the user wrote it: for messages. */
  readonly shown: string;
  /** Absolute, links resolved. */
  readonly path: string;
  /**
   * Where the stage goes: the folder the target lies in, or the target itself where that is another disk or may not be
   * written. From here a file can be renamed into the target.
   */
  readonly stageRoot: string;
}

/** What an empty folder may hold and still be called empty: other programs leave these without being asked. */
const unnoticed = new Set(['.DS_Store', '.gitkeep', 'Thumbs.db']);

/**
 * Looks whether a folder may be built into, before anything is built, and changes nothing. Every failure is of the kind
 * `usage`.
 *
 * @param shown the folder as the user wrote it, relative to `cwd`
 * @param around `cwd`: the working folder; `sources`: files and folders that are read, relative to `cwd`
 */
export function openTarget(
  shown: string,
  around: { readonly cwd: string; readonly sources: readonly string[] },
): Attempt<Target> {
  const wanted = resolve(around.cwd, shown);
  try {
    const found = whereIs(wanted);
    if (!found.isFolder) return failed('usage', notAFolder(shown, wanted, found.nearest));
    const unsafe = whyUnsafe(found.path, around);
    if (unsafe !== null) return failed('usage', unsafeFolder(shown, unsafe));
    accessSync(found.nearest, constants.W_OK | constants.X_OK);
    if (!found.isThere) return succeeded({ shown, path: found.path, stageRoot: dirname(found.path) });
    const problem = whyNotOurs(shown, found.path);
    if (problem !== null) return failed('usage', problem);
    return succeeded({ shown, path: found.path, stageRoot: stageRootOf(found.path) });
  } catch (error) {
    return failed('usage', ...systemFailure(error, shown).diagnostics);
  }
}

/**
 * The manifest of a target as it is on the disk now; an empty one when there is none.
 *
 * @throws what the system says other than that there is no such file, and when the manifest has become unreadable since
 *   `openTarget` looked at it
 */
export function manifestOf(target: Target): Manifest {
  const manifest = readManifestIn(target.path);
  if (typeof manifest === 'string') throw new Error(`${target.path}/${manifestName}: ${manifest}`);
  return manifest ?? emptyManifest;
}

/** Null: there is none. A text: what is wrong with it. */
function readManifestIn(folder: string): Manifest | string | null {
  const path = join(folder, manifestName);
  try {
    if (!lstatSync(path).isFile()) return 'it is not a file';
    return readManifest(readFileSync(path, 'utf8'));
  } catch (error) {
    if (isOneOf(error, 'ENOENT', 'ENOTDIR')) return null;
    throw error;
  }
}

interface Whereabouts {
  /** With the links in it resolved, as far as it is there. */
  readonly path: string;
  readonly isThere: boolean;
  /** As it was asked for: itself when it is there, otherwise the innermost folder around it that is. */
  readonly nearest: string;
  /** False: `nearest` is a file, or a link to nothing. */
  readonly isFolder: boolean;
}

function whereIs(wanted: string): Whereabouts {
  let nearest = wanted;
  while (!isThere(nearest) && dirname(nearest) !== nearest) nearest = dirname(nearest);
  try {
    const real = realpathSync(nearest);
    const path = join(real, wanted.slice(nearest.length));
    return { path, isThere: nearest === wanted, nearest, isFolder: statSync(real).isDirectory() };
  } catch (error) {
    // A link to nothing, or to itself.
    if (isOneOf(error, 'ENOENT', 'ELOOP', 'ENOTDIR')) {
      return { path: wanted, isThere: false, nearest, isFolder: false };
    }
    throw error;
  }
}

function isThere(path: string): boolean {
  try {
    lstatSync(path);
    return true;
  } catch (error) {
    if (isOneOf(error, 'ENOENT', 'ENOTDIR', 'ELOOP')) return false;
    throw error;
  }
}

function whyUnsafe(
  path: string,
  around: { readonly cwd: string; readonly sources: readonly string[] },
): string | null {
  if (dirname(path) === path) return 'is the root of the disk';
  if (path === real(homedir())) return 'is the home folder';
  if (path === real(around.cwd)) return 'is the working folder';
  const source = around.sources.find((one) => contains(path, real(resolve(around.cwd, one))));
  return source === undefined ? null : `holds \`${source}\`, which is to be built`;
}

function real(path: string): string {
  return whereIs(path).path;
}

function whyNotOurs(shown: string, path: string): Diagnostic | null {
  const manifest = readManifestIn(path);
  if (typeof manifest === 'string') return unreadableManifest(shown, manifest);
  if (manifest !== null) return null;
  const strangers = readdirSync(path).filter((name) => !unnoticed.has(name) && !isLeftOver(name));
  return strangers.length === 0 ? null : notOurs(shown, strangers.sort());
}

function stageRootOf(path: string): string {
  const around = dirname(path);
  try {
    accessSync(around, constants.W_OK | constants.X_OK);
  } catch {
    return path;
  }
  return statSync(around).dev === statSync(path).dev && !mountPoints().has(path) ? around : path;
}

function notAFolder(shown: string, wanted: string, nearest: string): Diagnostic {
  const what = lstatSync(nearest).isSymbolicLink() ? 'a link that leads to no folder' : 'a file';
  const where = nearest === wanted ? 'it is' : `\`${basename(nearest)}\` on the way to it is`;
  return diagnostic(
    'output/not-a-folder',
    null,
    `\`${shown}\` cannot be the output folder: ${where} ${what}.`,
    {
      hint: 'Name another folder with `-o`; it is made if it is not there.',
    },
  );
}

function unsafeFolder(shown: string, why: string): Diagnostic {
  return diagnostic('output/unsafe-folder', null, `\`${shown}\` cannot be the output folder: it ${why}.`, {
    hint: 'Name a folder of its own with `-o`, such as `-o dist`.',
  });
}

function notOurs(shown: string, strangers: readonly string[]): Diagnostic {
  const first = strangers.slice(0, 3).map((name) => `\`${name}\``);
  const more = strangers.length > first.length ? ` and ${strangers.length - first.length} more` : '';
  return diagnostic(
    'output/not-ours',
    null,
    `The output folder \`${shown}\` is not empty and Deckhand did not make it: it holds ${first.join(', ')}${more}.`,
    { hint: 'Name a new or an empty folder with `-o`.' },
  );
}

function unreadableManifest(shown: string, why: string): Diagnostic {
  return diagnostic(
    'output/unreadable-manifest',
    null,
    `\`${shown}/${manifestName}\` says which files in the folder are Deckhand's, but it cannot be read: ${why}.`,
    {
      hint: `Remove the folder \`${shown}\` if everything in it can be built again, or name another one with \`-o\`.`,
    },
  );
}
