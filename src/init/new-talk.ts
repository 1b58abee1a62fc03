import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { packageRoot } from '../package-root.js';

export interface NewTalk {
  /** As it was named; `.` is the working folder itself. */
  readonly folder: string;
  /** What was written, below the folder, with `/`, sorted. */
  readonly files: readonly string[];
}

/**
 * Copies the starter `talk` into a folder that is empty or not there yet. Files whose name begins with a dot do not
 * count: a repository that was just made is empty to its author. Nothing is ever overwritten.
 */
export async function newTalk(folder: string | null, cwd: string): Promise<NewTalk | Diagnostic> {
  const target = resolve(cwd, folder ?? '.');
  const shown = folder ?? '.';
  const starter = join(packageRoot(), 'templates', 'starters', 'talk');
  try {
    await makeFolder(target);
    const there = (await readdir(target)).filter((name) => !name.startsWith('.')).sort();
    if (there.length > 0) return notEmpty(folder === null ? null : shown, there[0] as string);

    const files = await filesBelow(starter);
    for (const file of files) {
      const path = join(target, file);
      await makeFolder(dirname(path));
      await writeFile(path, await readFile(join(starter, file)), { flag: 'wx' });
    }
    return { folder: shown, files };
  } catch (error) {
    return cannotWrite(shown, error as NodeJS.ErrnoException);
  }
}

/**
 * Makes a folder and those above it. `mkdir` with `recursive` would do, but never returns where the system refuses new
 * folders by saying that the one above is missing, as Linux does below `/proc`.
 */
async function makeFolder(path: string): Promise<void> {
  const refusal = await mkdir(path).then(
    () => null,
    (error: NodeJS.ErrnoException) => error,
  );
  if (refusal === null) return;
  if (refusal.code === 'ENOENT' && dirname(path) !== path) {
    await makeFolder(dirname(path));
    await mkdir(path);
  } else if (!(await stat(path).catch(() => null))?.isDirectory()) {
    throw refusal;
  }
}

async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return files.map((file) => relative(folder, file).split(sep).join('/')).sort();
}

function notEmpty(folder: string | null, first: string): Diagnostic {
  const where = folder === null ? 'This folder' : `The folder \`${folder}\``;
  return diagnostic('usage/folder-not-empty', null, `${where} is not empty: it holds \`${first}\`.`, {
    hint: 'Name a folder that does not exist yet: `deckhand init my-talk`.',
  });
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'you may not write there',
  EPERM: 'you may not write there',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'part of its path is a file',
  EEXIST: 'there is a file of that name',
  ENAMETOOLONG: 'its name is too long',
  ENOENT: 'the system makes no folders there',
};

/** Anything else that the system refuses is unexpected, and a bug of ours until somebody has looked at it. */
function cannotWrite(folder: string, error: NodeJS.ErrnoException): Diagnostic {
  const reason = reasons[error.code ?? ''];
  if (reason === undefined) throw error;
  return diagnostic('usage/cannot-write', null, `The talk cannot be written to \`${folder}\`: ${reason}.`, {
    hint: 'Name another folder: `deckhand init my-talk`.',
  });
}
