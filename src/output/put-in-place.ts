import { lstatSync, renameSync, rmdirSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { type Attempt, failed, isSystemError, succeeded, systemFailure } from './attempt.js';
import { openJournal } from './journal.js';
import { manifestName } from './path.js';
import { halfDone } from './refusals.js';
import type { Survey } from './survey.js';
import type { Target } from './target.js';

/** Files in the stage, all on the target's disk. Paths are absolute. */
export interface Staged {
  readonly files: ReadonlyMap<string, string>;
  /** The manifest for while the work goes on, and the one for when it is done. */
  readonly during: string;
  readonly after: string;
  /** An empty folder for what is pushed out. */
  readonly attic: string;
}

/**
 * Carries out what a survey found. Not asynchronous on purpose: no signal handler can get in between.
 *
 * @returns the files that should have been removed and would not go
 */
export function putInPlace(target: Target, found: Survey, staged: Staged): Attempt<readonly string[]> {
  const at = (path: string) => join(target.path, path);
  const stagedPath = (path: string) => {
    const where = staged.files.get(path);
    if (where === undefined) throw new Error(`${path} was not staged`);
    return where;
  };
  const journal = openJournal(staged.attic);
  try {
    if (lstatSync(target.path, { throwIfNoEntry: false }) === undefined) journal.makeFolder(target.path);
    journal.replace(staged.during, at(manifestName));
    for (const path of found.clear) journal.takeAway(at(path));
    for (const path of found.clearFolders) journal.removeFolder(at(path));
    for (const path of found.folders) journal.makeFolder(at(path));
    for (const { path } of found.write) journal.replace(stagedPath(path), at(path));
  } catch (error) {
    const undone = journal.undo();
    if (undone || !isSystemError(error)) return systemFailure(error, target.shown);
    return failed('disk', halfDone(target, error.code));
  }
  // From here on the new build stands. What leaves has no way back, and a file that will not go does no harm.
  const stuck = found.remove.filter((path) => !succeeds(() => unlinkSync(at(path))));
  for (const path of found.emptied) succeeds(() => rmdirSync(at(path)));
  try {
    renameSync(staged.after, at(manifestName));
  } catch (error) {
    if (isSystemError(error)) return failed('disk', halfDone(target, error.code));
    throw error;
  }
  return succeeded(stuck);
}

function succeeds(change: () => void): boolean {
  try {
    change();
    return true;
  } catch (error) {
    if (isSystemError(error)) return false;
    throw error;
  }
}
