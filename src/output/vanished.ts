import { dirname, relative, sep } from 'node:path';
import type { Manifest } from './manifest.js';
import { byText } from './path.js';
import type { Target } from './target.js';

/**
 * How an argument of the command line stands in the manifest: relative to the folder that the output folder lies in, so that
 * both can move together. With `/`; `.` for that folder itself.
 *
 * @param path real and absolute
 */
export function argumentOf(target: Target, path: string): string {
  return relative(dirname(target.path), path).split(sep).join('/') || '.';
}

/**
 * The decks and editions that an earlier build found behind this argument and that are not there any more.
 *
 * @param argument from `argumentOf`
 * @param stillThere `<deck>` or `<deck>/<edition>`: everything the argument leads to today, decks with errors included
 */
export function vanished(
  manifest: Manifest,
  argument: string,
  stillThere: ReadonlySet<string>,
): readonly string[] {
  return [...manifest.decks]
    .filter(([name, entry]) => entry.argument === argument && !stillThere.has(name))
    .map(([name]) => name)
    .sort(byText);
}

/**
 * The owners of files that belong to a deck or an edition, so that those it makes no more can be named as gone.
 *
 * @param name `<deck>` or `<deck>/<edition>`; the editions of a deck are not part of the deck's own
 */
export function ownersOf(manifest: Manifest, name: string): readonly string[] {
  const owners = new Set<string>();
  for (const file of manifest.files.values()) {
    for (const owner of file.owners) {
      if (owner.slice(0, owner.lastIndexOf(':')) === name && owner.includes(':')) owners.add(owner);
    }
  }
  return [...owners].sort(byText);
}
