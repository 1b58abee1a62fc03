import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/**
 * A folder of its own for one test, with the given files in it; it goes when the test ends. Returns its real path.
 *
 * @param finished `onTestFinished` of the test's context: a test that runs beside others has to hand in its own
 */
export async function workspace(
  files: Readonly<Record<string, string | Uint8Array>> = {},
  finished: (cleanUp: () => Promise<void>) => void = onTestFinished,
): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'deckhand-test-')));
  finished(() => rm(folder, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return folder;
}
