import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cachedDataVersionTag } from 'node:v8';
import { Script } from 'node:vm';
import { cacheFolder, keepInCache } from './cache-folder.js';

/** Of a smaller file, in bytes, reading what is kept takes as long as compiling it. */
const smallestKept = 30_000;

/** How many files stay: some ten for each command. */
const mostKept = 80;

const hashBytes = 32;

/**
 * Keeps what the engine makes of our files, in the cache: compiling them anew takes 50 ms of each command. Node.js does the same
 * from its version 22 on (`module.enableCompileCache`), with a file for every module.
 *
 * Call this once, before anything else is loaded and after all settings of the engine: what it kept under others it refuses.
 * Like Node.js, it keeps nothing where `NODE_DISABLE_COMPILE_CACHE` is set.
 *
 * @param command what is run. Functions are compiled when they are first called: of what a list of themes calls a build would have to
 * compile half of its own again each time, so each command has files of its own
 * @param isWhole whether a command that ends with an exit code has come to its end; what failed has called too little
 */
export function keepCompiledCode(command: string, isWhole: (exitCode: number) => boolean): void {
  if (process.env.NODE_DISABLE_COMPILE_CACHE) return;
  const ours = dirname(fileURLToPath(import.meta.url));
  const folder = join(cacheFolder(), 'code');
  if (!isOurs(folder)) return;
  const { extensions } = createRequire(import.meta.url);
  const load = extensions['.js'];
  const made = new Map<string, Script>();
  extensions['.js'] = (module, file) => {
    if (dirname(file) !== ours) return load(module, file);
    const source = readFileSync(file);
    if (source.length < smallestKept) return load(module, file);
    const kept = join(folder, keptName(file, command, source));
    const cachedData = readKept(kept);
    const script = new Script(`${opening}${source}\n})`, {
      filename: file,
      columnOffset: -opening.length,
      ...(cachedData && { cachedData }),
    });
    if (cachedData === null || script.cachedDataRejected) made.set(kept, script);
    const run = script.runInThisContext();
    run.call(module.exports, module.exports, createRequire(file), module, file, dirname(file));
  };
  // By then everything is compiled that was needed.
  process.on('exit', (exitCode) => {
    if (!isWhole(exitCode)) return;
    for (const [kept, script] of made) {
      const data = script.createCachedData();
      keepInCache(kept, Buffer.concat([data, sha256(data)]), mostKept, 0o700);
    }
  });
}

/** A module's code is the body of a function, as Node.js has it: https://nodejs.org/api/modules.html#the-module-wrapper. */
const opening = '(function (exports, require, module, __filename, __dirname) {';

/**
 * The engine compares no more than the length of a source, and checks nothing of what it is given to run: so the name says what it was
 * made from and for whom, and the content is checked against its hash.
 */
function keptName(file: string, command: string, source: Uint8Array): string {
  const engine = `${process.arch}-${cachedDataVersionTag().toString(16)}`;
  return `${basename(file, '.js')}-${command}-${sha256(source).toString('hex', 0, 8)}-${engine}.bin`;
}

function readKept(path: string): Buffer | null {
  try {
    const bytes = readFileSync(path);
    const data = bytes.subarray(0, -hashBytes);
    return sha256(data).equals(bytes.subarray(-hashBytes)) ? data : null;
  } catch {
    return null;
  }
}

/** What lies there is run as it is: only where nobody else could have put it. */
function isOurs(folder: string): boolean {
  try {
    const found = statSync(folder, { throwIfNoEntry: false });
    return found === undefined || (found.uid === process.getuid?.() && (found.mode & 0o022) === 0);
  } catch {
    return false;
  }
}

function sha256(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}
