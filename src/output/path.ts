import { isAbsolute, relative, sep } from 'node:path';

/** The manifest, in the output folder itself. */
export const manifestName = '.deckhand.json';

/** The shelf: the page that leads to all others, so it is put in place after them. */
export const shelfPath = 'public/index.html';

/**
 * Whether a path may stand in a manifest or a plan: below the folder, with `/`, nothing to resolve, and not the manifest.
 * A manifest may come from anybody (a folder is copied, a repository cloned), so its paths are as little trusted as content.
 */
export function isPlainPath(path: string): boolean {
  if (path === '' || path === manifestName || /[\\\0]/.test(path) || /^[a-z]:/i.test(path)) return false;
  return path.split('/').every((name) => name !== '' && name !== '.' && name !== '..');
}

/** The folders a path lies in, outermost first: `a/b/c` has `a` and `a/b`. */
export function foldersOf(path: string): readonly string[] {
  const folders: string[] = [];
  for (let at = path.indexOf('/'); at !== -1; at = path.indexOf('/', at + 1)) folders.push(path.slice(0, at));
  return folders;
}

/** What file systems that ignore case, and those that normalise, take for the same name. */
export function folded(path: string): string {
  return path.normalize('NFC').toLowerCase();
}

/** Whether `inner` is `outer` or lies below it. Both are real paths: absolute, with links resolved. */
export function contains(outer: string, inner: string): boolean {
  const way = relative(outer, inner);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}

/** The order of code points: the same on every machine, whatever its language. */
export function byText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
