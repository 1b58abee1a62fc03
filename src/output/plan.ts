import { hashOf } from './hash.js';
import type { DeckEntry, Manifest, ManifestFile, Print } from './manifest.js';
import { byText, folded, foldersOf, isPlainPath } from './path.js';
import type { ProductFile } from './product-file.js';

/** What a build wants to be in the output folder. What it does not mention stays as it is. */
export interface Plan {
  /**
   * Everything that was made, by owner: `<deck>[/<edition>]:<product>`, or `shelf`. Each list is whole: a file that an owner
   * had before and has no more is removed. Several owners may share a file as long as they agree on its bytes.
   */
  readonly made: ReadonlyMap<string, readonly ProductFile[]>;
  /** Owners that make nothing any more: their files are removed. */
  readonly gone: readonly string[];
  /** By `<deck>` or `<deck>/<edition>`: what the shelf shows of it; null takes it off the shelf. */
  readonly decks: ReadonlyMap<string, DeckEntry | null>;
  /** For printed files among `made`, by path: what spares printing them again. */
  readonly prints: ReadonlyMap<string, Omit<Print, 'sha256'>>;
}

/** A plan and what was there before, put together. */
export interface Merged {
  /** The manifest when everything is in place. */
  readonly next: Manifest;
  /** What is to be there, by path. */
  readonly files: ReadonlyMap<string, ProductFile>;
  /** What was ours and belongs to nobody any more, by path. */
  readonly leaving: ReadonlyMap<string, ManifestFile>;
}

/**
 * Says what the folder is to hold after a plan.
 *
 * @throws when the plan contradicts itself, which is a bug of whoever made it: a path that leaves the folder, two owners with
 *   different bytes for one path, two paths that differ only in case, a path that is a file and a folder
 */
export function merge(before: Manifest, plan: Plan): Merged {
  const { files, owners } = gather(plan);
  const replaced = new Set([...plan.made.keys(), ...plan.gone]);
  const next = new Map<string, ManifestFile>();
  const leaving = new Map<string, ManifestFile>();
  for (const [path, file] of before.files) {
    const kept = file.owners.filter((owner) => !replaced.has(owner));
    if (files.has(path)) owners.set(path, [...kept, ...(owners.get(path) ?? [])]);
    else if (kept.length > 0) next.set(path, { ...file, owners: kept });
    else leaving.set(path, file);
  }
  for (const [path, file] of files) {
    const all = [...new Set(owners.get(path))].sort(byText);
    next.set(path, { sha256: hashOf(file.bytes), before: null, owners: all });
  }
  const decks = new Map(before.decks);
  for (const [name, entry] of plan.decks) {
    if (entry === null) decks.delete(name);
    else decks.set(name, entry);
  }
  return { next: { files: next, decks, prints: mergePrints(before, plan, next) }, files, leaving };
}

/** The manifest without files that are not on the disk, and without decks of which no file is left. */
export function withoutMissing(manifest: Manifest, missing: ReadonlySet<string>): Manifest {
  if (missing.size === 0) return manifest;
  const files = new Map([...manifest.files].filter(([path]) => !missing.has(path)));
  const owners = new Set([...files.values()].flatMap((file) => file.owners));
  const names = new Set([...owners].map((owner) => owner.slice(0, owner.lastIndexOf(':'))));
  return {
    files,
    decks: new Map([...manifest.decks].filter(([name]) => names.has(name))),
    prints: new Map([...manifest.prints].filter(([path]) => files.has(path))),
  };
}

/**
 * The manifest for the time in which files are put in place: whatever is there then, old or new, is listed as ours, and what
 * leaves still has the owners it had, so that the next build finishes what a killed one began.
 *
 * @param standing hashes of what the paths hold now, as far as that differs from what they will hold
 */
export function during(before: Manifest, next: Manifest, standing: ReadonlyMap<string, string>): Manifest {
  const files = new Map(before.files);
  for (const [path, file] of next.files) {
    const owners = [...new Set([...file.owners, ...(before.files.get(path)?.owners ?? [])])].sort(byText);
    files.set(path, { ...file, before: standing.get(path) ?? null, owners });
  }
  return {
    files,
    decks: new Map([...before.decks, ...next.decks]),
    prints: new Map([...before.prints, ...next.prints]),
  };
}

function gather(plan: Plan): { files: Map<string, ProductFile>; owners: Map<string, string[]> } {
  const files = new Map<string, ProductFile>();
  const owners = new Map<string, string[]>();
  for (const [owner, made] of plan.made) {
    if (plan.gone.includes(owner)) throw new Error(`${owner} is both made and gone`);
    for (const file of made) {
      const other = files.get(file.path);
      const others = owners.get(file.path) ?? [];
      if (other !== undefined && Buffer.compare(other.bytes, file.bytes) !== 0) {
        throw new Error(`${owner} and ${others.join(', ')} disagree on ${file.path}`);
      }
      if (other === undefined || file.kind === 'page') files.set(file.path, file);
      owners.set(file.path, [...others, owner]);
    }
  }
  refuseContradictions(files);
  return { files, owners };
}

function refuseContradictions(files: ReadonlyMap<string, ProductFile>): void {
  // Folders count as well: `Talk/a` and `talk/b` are one folder on some disks and two on others.
  const spellings = new Map<string, string>();
  for (const path of files.keys()) {
    if (!isPlainPath(path)) throw new Error(`not a path below the output folder: ${path}`);
    const folders = foldersOf(path);
    for (const one of [...folders, path]) {
      const other = spellings.get(folded(one)) ?? one;
      if (other !== one) throw new Error(`${other} and ${one} differ only in case`);
      spellings.set(folded(one), one);
    }
    const file = folders.find((folder) => files.has(folder));
    if (file !== undefined) throw new Error(`${file} is both a file and a folder, for ${path}`);
  }
}

function mergePrints(
  before: Manifest,
  plan: Plan,
  files: ReadonlyMap<string, ManifestFile>,
): Map<string, Print> {
  const prints = new Map(
    [...before.prints].filter(([path, print]) => files.get(path)?.sha256 === print.sha256),
  );
  for (const [path, print] of plan.prints) {
    const file = files.get(path);
    if (file === undefined) throw new Error(`${path} is said to be printed and was not made`);
    prints.set(path, { ...print, sha256: file.sha256 });
  }
  return prints;
}
