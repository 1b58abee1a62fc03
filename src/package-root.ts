import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

interface Package {
  readonly name: string;
  readonly version: string;
}

let found: { root: string; version: string } | undefined;

/** Where Deckhand itself is installed: the folder with `templates/`, wherever the compiled files lie below it. */
export function packageRoot(): string {
  return ownPackage().root;
}

/** Deckhand's version, as in its `package.json`. */
export function packageVersion(): string {
  return ownPackage().version;
}

/** Walks up from this module: compiled it is `lib/*.js`, under test `src/package-root.ts`. */
function ownPackage(): { root: string; version: string } {
  if (found !== undefined) return found;
  let folder = dirname(fileURLToPath(import.meta.url));
  for (let parent = dirname(folder); ; folder = parent, parent = dirname(folder)) {
    const own = readPackage(join(folder, 'package.json'));
    if (own?.name === 'deckhand') {
      found = { root: folder, version: own.version };
      return found;
    }
    if (parent === folder) throw new Error('The package.json of deckhand is not above its own files.');
  }
}

function readPackage(path: string): Package | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Package;
  } catch {
    return null;
  }
}
