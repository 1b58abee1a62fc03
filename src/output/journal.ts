import {
  constants,
  copyFileSync,
  linkSync,
  lstatSync,
  mkdirSync,
  renameSync,
  rmdirSync,
  unlinkSync,
} from 'node:fs';
import { join } from 'node:path';
import { isOneOf } from './attempt.js';

/** Changes to a folder that can be taken back, should one of them fail. Paths are absolute and on one disk. */
export interface Journal {
  /** Renames a staged file over what is at the path, if anything: whoever looks sees the old file or the new one. */
  readonly replace: (staged: string, path: string) => void;
  /** Takes a file away. */
  readonly takeAway: (path: string) => void;
  readonly makeFolder: (path: string) => void;
  readonly removeFolder: (path: string) => void;
  /**
   * Takes everything back, the last change first. False when that failed; what came before the change that could not be taken
   * back is then left as well, because later changes rely on earlier ones.
   */
  readonly undo: () => boolean;
}

/** @param attic an empty folder on the same disk, for what the changes push out */
export function openJournal(attic: string): Journal {
  const backwards: (() => void)[] = [];
  let kept = 0;
  const place = () => join(attic, `${kept++}`);
  return {
    replace: (staged, path) => {
      const old = place();
      const isThere = keep(path, old);
      renameSync(staged, path);
      backwards.push(isThere ? () => renameSync(old, path) : () => unlinkSync(path));
    },
    takeAway: (path) => {
      const old = place();
      renameSync(path, old);
      backwards.push(() => renameSync(old, path));
    },
    makeFolder: (path) => {
      mkdirSync(path);
      backwards.push(() => rmdirSync(path));
    },
    removeFolder: (path) => {
      rmdirSync(path);
      backwards.push(() => mkdirSync(path));
    },
    undo: () => {
      try {
        for (const step of backwards.reverse()) step();
        return true;
      } catch {
        return false;
      }
    },
  };
}

/** Gives the file at `path` a second name, so that it outlives a rename onto the first. False: there is no file. */
function keep(path: string, second: string): boolean {
  if (lstatSync(path, { throwIfNoEntry: false }) === undefined) return false;
  try {
    linkSync(path, second);
  } catch (error) {
    // Not every file system has second names; nor can what belongs to somebody else be given one everywhere.
    if (!isOneOf(error, 'EPERM', 'EACCES', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK')) throw error;
    copyFileSync(path, second, constants.COPYFILE_FICLONE);
  }
  return true;
}
