import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { chmod, mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { cacheFolder } from '../cache-folder.js';
import { filesInTar } from './tar.js';

/**
 * The headless shell, its libraries and a font as the npm package `@sparticuz/chromium` carries them. Its version is pinned: sizes and
 * hashes are those of the unpacked files, and another version has others.
 */
const packed = {
  version: '147.0.0',
  shell: {
    file: 'chromium.br',
    bytes: 196_676_728,
    sha256: 'bf7d8699042e0e1768ee136c19cf666371f74a39c8b6cfb246d15b3aa18c30ce',
  },
  libraries: {
    file: 'al2023.tar.br',
    bytes: 3_194_880,
    sha256: '08698c1bd4ac01a1ce38d50bb63944145699496ffdb4fcc5260662dd9c5e6891',
  },
  fonts: {
    file: 'fonts.tar.br',
    bytes: 460_800,
    sha256: '7b2b7fbbb932373d87d18bd13ed1f028554ce74606a815f856df7229d4ba3951',
  },
} as const;

/** Everything of one version lies together: `headless-shell`, `libraries/`, `fonts/`. */
function unpackedFolder(): string {
  return join(cacheFolder(), `chromium-${packed.version}`);
}

/**
 * The path of the headless shell, unpacked into the cache on first use (2.5 s). Null where it does not serve: another system
 * or processor, or the package is not installed. Throws when it cannot be unpacked.
 */
export async function unpackShell(): Promise<string | null> {
  const source = packedFolder();
  if (source === null) return null;
  const path = join(unpackedFolder(), 'headless-shell');
  await once(path, packed.shell.bytes, (temporary) => decompress(source, packed.shell, temporary));
  return path;
}

/** The folder of the libraries that the shell needs and a bare system may lack, unpacked like the shell. */
export function unpackLibraries(): Promise<string | null> {
  return unpackFolder('libraries');
}

/**
 * The folder of a font for systems that have none: there the shell prints no text at all, not even in fonts that come with the
 * page.
 */
export function unpackFonts(): Promise<string | null> {
  return unpackFolder('fonts');
}

async function unpackFolder(name: 'libraries' | 'fonts'): Promise<string | null> {
  const source = packedFolder();
  if (source === null) return null;
  const path = join(unpackedFolder(), name);
  await once(path, null, async (temporary) => {
    const tar = `${temporary}.tar`;
    try {
      await decompress(source, packed[name], tar);
      await mkdir(temporary, { mode: 0o755 });
      for (const file of await filesInTar(tar)) {
        await writeFile(join(temporary, file.name), file.bytes, { mode: 0o755 });
      }
    } finally {
      await rm(tar, { force: true });
    }
  });
  return path;
}

function packedFolder(): string | null {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  try {
    // The package's exports hide everything but its entry, `build/esm/index.js` or its CommonJS twin.
    const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
    return join(dirname(entry), '..', '..', 'bin');
  } catch {
    return null;
  }
}

/**
 * Makes `path` unless it is there. What stands at the final name is whole: it is made under a name of its own, checked, and renamed. So several
 * first runs at once each make one and the last one stays, and a killed one leaves a stump that nobody takes for the real thing and a later
 * run removes.
 */
async function once(
  path: string,
  bytes: number | null,
  make: (temporary: string) => Promise<void>,
): Promise<void> {
  const found = await stat(path).catch(() => null);
  if (found !== null && (bytes === null || found.size === bytes)) return;
  const folder = dirname(path);
  await mkdir(folder, { recursive: true });
  await sweep(folder);
  const temporary = `${path}.${process.pid}-${randomUUID()}.part`;
  try {
    await make(temporary);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { recursive: true, force: true });
    // A folder cannot be renamed over another one: somebody else was first, with the same content.
    const raced = found === null && (await stat(path).catch(() => null)) !== null;
    if (!raced) throw error;
  }
}

/** Removes the stumps of runs whose process is gone. */
async function sweep(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const processId = Number(/\.(\d+)-[-\da-f]+\.part(\.tar)?$/.exec(name)?.[1]);
    if (!(processId > 0)) continue;
    try {
      process.kill(processId, 0);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ESRCH') {
        await rm(join(folder, name), { recursive: true, force: true });
      }
    }
  }
}

interface Packed {
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
}

async function decompress(source: string, { file, bytes, sha256 }: Packed, target: string): Promise<void> {
  const hash = createHash('sha256');
  let size = 0;
  const measured = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      size += chunk.length;
      done(null, chunk);
    },
  });
  await pipeline(
    createReadStream(join(source, file), { highWaterMark: 1 << 20 }),
    createBrotliDecompress({ chunkSize: 1 << 20 }),
    measured,
    createWriteStream(target, { flush: true }),
  );
  if (size !== bytes || hash.digest('hex') !== sha256) {
    throw new Error(`${file} of @sparticuz/chromium is not the one of version ${packed.version}.`);
  }
  await chmod(target, 0o755);
}
