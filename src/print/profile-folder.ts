import { chownSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Our part of the temporary folder. One a user, since the folder is everybody's: what another user put at that
 * name is not ours, and then a fresh folder serves.
 *
 *     /tmp/deckhand-1000/<process id>-a1B2c3/     one profile
 */
function profilesRoot(): string {
  const uid = process.getuid?.() ?? 0;
  const root = join(tmpdir(), `deckhand-${uid}`);
  return isOurFolder(root, uid) ? root : mkdtempSync(join(tmpdir(), `deckhand-${uid}-`));
}

/** Whether the name is, or now becomes, a folder of this user's. A link to one is not. */
function isOurFolder(path: string, uid: number): boolean {
  try {
    // 0711: a browser that was started as nobody has to reach its own profile, but need not see others.
    mkdirSync(path, { recursive: true, mode: 0o711 });
    const found = lstatSync(path);
    return found.isDirectory() && (process.getuid === undefined || found.uid === uid);
  } catch {
    return false;
  }
}

/**
 * An empty folder for one browser, after sweeping those whose process is gone. `owner` is who the browser runs as. Throws
 * what the disk says when it cannot be made.
 */
export function makeProfileFolder(owner: number | null): string {
  const root = profilesRoot();
  for (const name of readdirSync(root)) {
    const processId = Number(/^(\d+)-/.exec(name)?.[1]);
    if (processId > 0 && !isRunning(processId)) removeProfileFolder(join(root, name));
  }
  const folder = mkdtempSync(join(root, `${process.pid}-`));
  try {
    if (owner !== null) chownSync(folder, owner, owner);
    return folder;
  } catch (error) {
    removeProfileFolder(folder);
    throw error;
  }
}

/** Never throws: what cannot be removed now is swept by a later start. */
export function removeProfileFolder(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 2, retryDelay: 20 });
  } catch {
    // The browser's last processes may still write; the next start sweeps.
  }
}

function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, and is somebody else's.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
