import { execFileSync } from 'node:child_process';

/**
 * How `unshare` makes a mount namespace, in which disks need not be unmounted afterwards. Root may have one, and so may other
 * users on most Linux systems.
 */
export const unshare: readonly string[] = process.getuid?.() === 0 ? ['-m'] : ['-Urm'];

/** Why no disk can be mounted, for tests that are skipped then; null where one can be. */
export function whyNoDisk(): string | null {
  try {
    execFileSync('unshare', [...unshare, 'sh', '-c', 'mount -t tmpfs tmpfs /mnt'], { stdio: 'pipe' });
    return null;
  } catch (error) {
    return `no disk can be mounted here: ${error instanceof Error ? error.message : error}`;
  }
}
