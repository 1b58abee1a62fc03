import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isOneOf } from './attempt.js';
import { hashOf } from './hash.js';
import type { ManifestFile } from './manifest.js';

/** What stands at a path. A link is `other`, wherever it leads: none is ever followed below the output folder. */
export interface Sight {
  readonly kind: 'nothing' | 'file' | 'folder' | 'other';
  /** Which disk it lies on; 0 for nothing. */
  readonly disk: number;
}

/** Looks at paths below a folder, at each one once. `''` is the folder itself. */
export function lookInto(root: string): (path: string) => Sight {
  const seen = new Map<string, Sight>();
  const look = (path: string): Sight => {
    let sight = seen.get(path);
    if (sight === undefined) {
      const parent = path.slice(0, Math.max(path.lastIndexOf('/'), 0));
      // Below what is no folder there is nothing, even where a link would lead somewhere.
      sight = path !== '' && look(parent).kind !== 'folder' ? nothing : lookAt(join(root, path));
      seen.set(path, sight);
    }
    return sight;
  };
  return look;
}

const nothing: Sight = { kind: 'nothing', disk: 0 };

function lookAt(path: string): Sight {
  try {
    const stats = lstatSync(path);
    const kind = stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : 'other';
    return { kind, disk: stats.dev };
  } catch (error) {
    if (isOneOf(error, 'ENOENT', 'ENOTDIR')) return nothing;
    throw error;
  }
}

/** Everything in a folder, however deep, as paths below `root`; folders after what is in them. */
export function listBelow(root: string, folder: string): { files: string[]; folders: string[] } {
  const files: string[] = [];
  const folders: string[] = [];
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (!entry.isDirectory()) {
      files.push(path);
      continue;
    }
    const inside = listBelow(root, path);
    files.push(...inside.files);
    folders.push(...inside.folders, path);
  }
  return { files, folders };
}

/** Whether a file still holds what Deckhand wrote into it. */
export function isAsWritten(path: string, file: ManifestFile): boolean {
  const hash = hashOf(readFileSync(path));
  return hash === file.sha256 || hash === file.before;
}
