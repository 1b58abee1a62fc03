import { type BigIntStats, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What a folder holds: the signature of each file, and the folders in it. */
export interface Listing {
  /** The folder itself: one that is removed and made again is another one. */
  readonly identity: string;
  /** By absolute path: what changes when somebody writes. */
  readonly files: ReadonlyMap<string, string>;
  readonly folders: readonly string[];
  /** Of each file, in bytes: between the two halves of a save it is much smaller than it was. */
  readonly sizes: ReadonlyMap<string, bigint>;
}

/** Never looked into: they change all the time, and no deck reads them. */
const skipped = /^(?:\.|node_modules$)/;

/** Null where there is no such folder, or it may not be read. */
export function listingOf(folder: string): Listing | null {
  const own = statOf(folder);
  if (own === null || !own.isDirectory()) return null;
  let names: readonly string[];
  try {
    names = readdirSync(folder);
  } catch {
    return null;
  }
  const files = new Map<string, string>();
  const folders: string[] = [];
  const sizes = new Map<string, bigint>();
  // What a build has made changes with every build.
  const isOutput = names.includes('.deckhand.json');
  for (const name of isOutput ? [] : names) {
    if (skipped.test(name)) continue;
    const path = join(folder, name);
    const stat = statOf(path);
    if (stat === null) continue;
    if (stat.isDirectory()) folders.push(path);
    else {
      files.set(path, `${stat.ino}:${stat.size}:${stat.mtimeNs}:${stat.ctimeNs}`);
      sizes.set(path, stat.size);
    }
  }
  return { identity: `${own.dev}:${own.ino}:${own.birthtimeNs}`, files, folders, sizes };
}

function statOf(path: string): BigIntStats | null {
  try {
    return statSync(path, { bigint: true });
  } catch {
    // It went between being named and being looked at, or is a link that leads nowhere.
    return null;
  }
}

/** Files that came, went or changed between two listings of one folder. */
export function changedBetween(before: Listing | null, after: Listing | null): readonly string[] {
  const [old, now] = [before?.files ?? new Map<string, string>(), after?.files ?? new Map<string, string>()];
  const gone = [...old.keys()].filter((path) => !now.has(path));
  const others = [...now].flatMap(([path, signature]) => (old.get(path) === signature ? [] : path));
  return [...gone, ...others];
}
