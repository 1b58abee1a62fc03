import { accessSync, constants, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isOneOf } from './attempt.js';
import { hashOf } from './hash.js';
import { isAsWritten, listBelow, lookInto, type Sight } from './look.js';
import type { Manifest } from './manifest.js';
import { mountPoints } from './mounts.js';
import { byText, folded, foldersOf, shelfPath } from './path.js';
import type { Merged } from './plan.js';
import type { ProductFile } from './product-file.js';

/** What has to be done to a folder, and what stands against it. All paths are below the folder. */
export interface Survey {
  /** Files of ours that go first, because they stand where something new has to be. */
  readonly clear: readonly string[];
  /** Folders of ours that stand where a file has to be, innermost first. */
  readonly clearFolders: readonly string[];
  /** Folders to make, outermost first. */
  readonly folders: readonly string[];
  /** Files that differ from what is there, in the order they are put in place: assets, PDFs, pages, the shelf. */
  readonly write: readonly ProductFile[];
  /** What the paths to write hold now: hashes. */
  readonly standing: ReadonlyMap<string, string>;
  /** Files of ours that go last: pages, then what they refer to. */
  readonly remove: readonly string[];
  /** Folders that are empty then, unless a stranger's file lies in them; innermost first. */
  readonly emptied: readonly string[];
  /** Files that were ours and should go, but hold something else now. */
  readonly left: readonly string[];
  /** Files that should stay and are not there any more. */
  readonly missing: ReadonlySet<string>;
  readonly refusals: readonly Refusal[];
}

/**
 * `stranger`: not ours, and stands where something of ours has to be. `locked`: a folder that may not be written to.
 * `disk`: a folder that is another disk, so that no file can be renamed into it.
 */
export interface Refusal {
  readonly path: string;
  readonly why: 'stranger' | 'locked' | 'disk';
}

/** Compares a folder with what is to be there. Follows no link and changes nothing. */
export function survey(root: string, before: Manifest, merged: Merged): Survey {
  const look = lookInto(root);
  const coming = arrivals(root, before, merged, look);
  const ourFolders = new Set([...before.files.keys(), ...merged.files.keys()].flatMap(foldersOf));
  const going = departures(root, merged, look, { clear: new Set(coming.clear), ourFolders });
  const missing = [...merged.next.files.keys()].filter(
    (path) => !merged.files.has(path) && isOneKind(look(path), 'nothing', 'folder'),
  );
  const emptied = [...merged.leaving.keys(), ...missing]
    .flatMap((path) => [...foldersOf(path), path])
    .filter((path) => ourFolders.has(path) && look(path).kind === 'folder');
  const placed = [...coming.write.map((file) => file.path), ...coming.clear];
  const refusals: Refusal[] = [
    ...[...coming.strangers].map((path) => ({ path, why: 'stranger' as const })),
    ...lockedAmong(root, [...placed, ...going.remove], look),
    ...otherDisksAmong(root, placed, look),
  ];
  return {
    ...coming,
    ...going,
    emptied: innermostFirst(new Set(emptied)),
    missing: new Set(missing),
    refusals,
  };
}

type Look = (path: string) => Sight;

/** What has to be made room for, and written. */
function arrivals(root: string, before: Manifest, { files, leaving }: Merged, look: Look) {
  const write: ProductFile[] = [];
  const standing = new Map<string, string>();
  const clear = new Set<string>();
  const clearFolders = new Set<string>();
  const strangers = new Set<string>();
  const ourFolders = new Set([...before.files.keys()].flatMap(foldersOf));
  const leavingFolded = new Map([...leaving.keys()].map((path) => [folded(path), path]));

  /** Takes a file out of the way if it is ours and leaves anyway. */
  const makeRoom = (path: string) => {
    const file = leaving.get(path);
    const ours = file !== undefined && look(path).kind === 'file' && isAsWritten(join(root, path), file);
    (ours ? clear : strangers).add(path);
  };

  for (const [path, file] of files) {
    const found = look(path).kind;
    const blocker = foldersOf(path).find((folder) => !isOneKind(look(folder), 'folder', 'nothing'));
    if (blocker !== undefined) makeRoom(blocker);
    // On a disk that ignores case this is the file itself: written first and removed after, it would be lost.
    const otherCase = leavingFolded.get(folded(path));
    if (otherCase !== undefined && look(otherCase).kind !== 'nothing') {
      makeRoom(otherCase);
      write.push(file);
    } else if (found === 'nothing') {
      write.push(file);
    } else if (found === 'folder') {
      const inside = listBelow(root, path);
      for (const one of inside.files) makeRoom(one);
      for (const one of [...inside.folders, path]) (ourFolders.has(one) ? clearFolders : strangers).add(one);
      write.push(file);
    } else if (!before.files.has(path)) {
      strangers.add(path);
    } else {
      const bytes = found === 'file' ? readFileSync(join(root, path)) : null;
      if (bytes !== null && Buffer.compare(bytes, file.bytes) === 0) continue;
      if (bytes !== null) standing.set(path, hashOf(bytes));
      write.push(file);
    }
  }
  const folders = new Set(
    write.flatMap((file) => foldersOf(file.path)).filter((folder) => look(folder).kind !== 'folder'),
  );
  return {
    write: inOrder(write),
    standing,
    clear: [...clear].sort(byText),
    clearFolders: innermostFirst(clearFolders),
    strangers: [...strangers].sort(byText),
    folders: innermostFirst(folders).reverse(),
  };
}

/** What goes, and what of that has become a stranger's. */
function departures(
  root: string,
  { leaving }: Merged,
  look: Look,
  known: { readonly clear: ReadonlySet<string>; readonly ourFolders: ReadonlySet<string> },
) {
  const remove: string[] = [];
  const left: string[] = [];
  for (const [path, file] of leaving) {
    const found = look(path).kind;
    if (found === 'nothing' || known.clear.has(path)) continue;
    // A killed build had cleared the file away already and made a folder in its place.
    if (found === 'folder' && known.ourFolders.has(path)) continue;
    (found === 'file' && isAsWritten(join(root, path), file) ? remove : left).push(path);
  }
  const rank = (path: string) => (path.endsWith('.html') ? 0 : 1);
  remove.sort((one, other) => rank(one) - rank(other) || byText(one, other));
  return { remove, left: left.sort(byText) };
}

/** Assets first, then PDFs and calendars, the pages that lead to all of them, and last the shelf that leads to the pages. */
function inOrder(files: readonly ProductFile[]): readonly ProductFile[] {
  const rank = ({ path, kind }: ProductFile) => {
    if (kind === 'asset') return 0;
    return path === shelfPath ? 3 : path.endsWith('.html') ? 2 : 1;
  };
  return [...files].sort((one, other) => rank(one) - rank(other) || byText(one.path, other.path));
}

function innermostFirst(folders: Iterable<string>): string[] {
  const depth = (folder: string) => folder.split('/').length;
  return [...folders].sort((one, other) => depth(other) - depth(one) || byText(one, other));
}

function isOneKind(sight: Sight, ...kinds: readonly Sight['kind'][]): boolean {
  return kinds.includes(sight.kind);
}

/** The folders there are on the way to a path, the output folder included. */
function existing(path: string, look: Look): readonly string[] {
  return ['', ...foldersOf(path)].filter((folder) => look(folder).kind === 'folder');
}

function lockedAmong(root: string, paths: readonly string[], look: Look): Refusal[] {
  const folders = new Set(paths.flatMap((path) => existing(path, look).slice(-1)));
  const locked = [...folders].filter((folder) => {
    try {
      accessSync(join(root, folder), constants.W_OK | constants.X_OK);
      return false;
    } catch (error) {
      if (isOneOf(error, 'EACCES', 'EPERM', 'EROFS')) return true;
      throw error;
    }
  });
  return locked.sort(byText).map((path) => ({ path, why: 'locked' }));
}

function otherDisksAmong(root: string, paths: readonly string[], look: Look): Refusal[] {
  const mounts = mountPoints();
  const folders = new Set(paths.flatMap((path) => existing(path, look).slice(1)));
  return [...folders]
    .filter((folder) => look(folder).disk !== look('').disk || mounts.has(join(root, folder)))
    .sort(byText)
    .map((path) => ({ path, why: 'disk' }));
}
