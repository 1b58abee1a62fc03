import { existsSync, realpathSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { BuildOptions, BuildResult } from '../pipeline/options.js';
import { type Watched, type Watching, watchFolders } from '../watch/watch.js';
import { type ExitCode, exitCodes } from './exit-code.js';
import { readFlags, type WrittenFlags } from './flags.js';
import { interruptible } from './interruption.js';
import { onContent } from './on-content.js';
import { report, reportUsage } from './report.js';

/** `build --watch`: builds, and again whenever a file has changed that was read, came, or went. Only Ctrl-C ends it. */
export async function buildAgain(
  paths: readonly string[],
  flags: WrittenFlags,
  build: (options: BuildOptions) => Promise<BuildResult>,
): Promise<ExitCode> {
  const { value: asked, diagnostics } = readFlags(paths, flags);
  if (diagnostics.length > 0) {
    await reportUsage(diagnostics, asked.format);
    return exitCodes.wrongUsage;
  }
  let read: readonly string[] = [];
  // All of it, the moments between two builds included: none ends in another way than the others.
  return interruptible(async (signal) => {
    const first = await onContent(paths, flags, async (options) => {
      const result = await build(options);
      read = result.read;
      return result;
    });
    if (first === exitCodes.interrupted || first === exitCodes.wrongUsage) return first;
    process.stderr.write('Watching. Ctrl-C ends it.\n');
    let waiting = false;
    let working = false;
    const watching: Watching = watchFolders(watchedBy(paths, read), (changed) => {
      const matters = [...changed].some((path) => read.includes(path) || !existsSync(path) || isNew(path));
      if (!matters) return;
      waiting = true;
      if (!working) workOff().catch((error: unknown) => process.emit('uncaughtException', error as Error));
    });
    if (!signal.aborted) {
      await new Promise<void>((done) => signal.addEventListener('abort', () => done(), { once: true }));
    }
    watching.end();
    return exitCodes.interrupted;

    /** One build at a time; what changes meanwhile makes the next one. */
    async function workOff(): Promise<void> {
      working = true;
      while (waiting && !signal.aborted) {
        waiting = false;
        const result = await build({ ...asked.options, signal });
        if (result.outcome === 'interrupted') break;
        read = [...new Set([...result.read, ...(result.outcome === 'built' ? [] : read)])];
        await report(result, asked.format);
        watching.follow(watchedBy(paths, read));
        await new Promise((turn) => setImmediate(turn));
      }
      working = false;
    }
  });
}

/** A file that no build has read may be what a deck was waiting for. */
function isNew(path: string): boolean {
  return /\.(?:md|ya?ml|json|svg|png|jpe?g|gif|webp|avif|css|hbs|mp4|webm)$/i.test(path);
}

function watchedBy(paths: readonly string[], read: readonly string[]): Watched {
  const named = (paths.length === 0 ? ['.'] : paths).map((path) => resolve(path));
  const isTree = (path: string) => !existsSync(path) || statSync(path).isDirectory();
  const trees = named.filter(isTree).map((path) => (existsSync(path) ? realpathSync.native(path) : path));
  const files = named.filter((path) => !isTree(path));
  return { trees, folders: [...new Set([...files, ...read].map((path) => dirname(path)))] };
}
