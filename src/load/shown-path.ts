import { relative, sep } from 'node:path';

/** A path as authors see it: relative to the working folder, with `/` on every system. Both are real paths. */
export function shownPath(cwd: string, path: string): string {
  const way = relative(cwd, path);
  return sep === '/' ? way : way.replaceAll(sep, '/');
}
