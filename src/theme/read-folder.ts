import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The text of every file in a folder whose name starts with `start` and ends with `ending`, by what is between the
 * two, sorted by name.
 */
export function readFolder(folder: string, ending: string, start = ''): ReadonlyMap<string, string> {
  const names = readdirSync(folder)
    .filter((name) => name.startsWith(start) && name.endsWith(ending))
    .sort();
  return new Map(
    names.map((name) => [
      name.slice(start.length, -ending.length),
      readFileSync(join(folder, name), 'utf8').trimEnd(),
    ]),
  );
}
