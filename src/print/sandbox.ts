import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

/** `nobody` wherever Chromium runs on Linux. */
export const nobody = 65534;

/** A way to start the browser: with which program in front, and whether its sandbox is on. */
export interface Containment {
  /** Put in front of the browser's own command line. */
  readonly prefix: readonly string[];
  /** Put behind it. */
  readonly flags: readonly string[];
  /** The user the browser runs as, null for ours. */
  readonly owner: number | null;
  /** What the user should know, once; null when the sandbox is on. */
  readonly notice: string | null;
}

const sandboxed: Containment = { prefix: [], flags: [], owner: null, notice: null };

/**
 * The ways to start a browser, best first. The sandbox stays on where it can: Chromium refuses it to root, but not
 * to `nobody`, as whom root may start it. Where the system refuses it to everybody (containers, AppArmor), pages
 * are still printed: scripts are off, and no request leaves.
 */
export function containments(program: string): Containment[] {
  const root = process.getuid?.() === 0;
  if (!root) return [sandboxed, withoutSandbox('this system does not allow it')];
  const setpriv = process.platform === 'linux' && reachableByOthers(program) ? findSetpriv() : null;
  const asRoot = withoutSandbox('Chromium refuses it to root');
  if (setpriv === null) return [asRoot];
  const prefix = [setpriv, `--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups'];
  return [{ ...sandboxed, prefix, owner: nobody }, asRoot];
}

function withoutSandbox(reason: string): Containment {
  return {
    prefix: [],
    flags: ['--no-sandbox'],
    owner: null,
    notice: `The browser prints without its sandbox, because ${reason}. Scripts are off and no request leaves it all the same.`,
  };
}

function findSetpriv(): string | null {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const path = join(folder, 'setpriv');
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      // Not here.
    }
  }
  return null;
}

/** Whether a user who owns nothing may run this program: every folder above lets others through. */
function reachableByOthers(program: string): boolean {
  try {
    if ((statSync(program).mode & 0o005) !== 0o005) return false;
    for (let folder = dirname(program); ; folder = dirname(folder)) {
      if ((statSync(folder).mode & 0o001) === 0) return false;
      if (folder === dirname(folder)) return true;
    }
  } catch {
    return false;
  }
}
