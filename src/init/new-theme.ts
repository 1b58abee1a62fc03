import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join, posix, resolve } from 'node:path';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { packageRoot } from '../package-root.js';

export interface NewTheme {
  /** As it was named, with the theme's name below it. */
  readonly folder: string;
  /** What was written, below the folder, sorted. */
  readonly files: readonly string[];
}

/** Copies the starter `theme` into a folder of its name below `parent`. Nothing is ever overwritten. */
export async function newTheme(name: string, parent: string, cwd: string): Promise<NewTheme | Diagnostic> {
  if (!/^[a-z][a-z0-9-]*$/.test(name)) {
    return diagnostic('usage/theme-name', null, `\`${name}\` cannot be the name of a theme.`, {
      hint: 'A name is made of small letters, digits and hyphens, such as `acme-dark`.',
    });
  }
  const folder = posix.join(parent, name);
  const target = resolve(cwd, folder);
  if (existsSync(target)) {
    return diagnostic('usage/folder-not-empty', null, `There is something at \`${folder}\` already.`, {
      hint: 'Choose another name, or name another folder behind it.',
    });
  }
  const starter = join(packageRoot(), 'templates', 'starters', 'theme');
  const files = (await readdir(starter)).sort();
  try {
    await mkdir(target, { recursive: true });
    for (const file of files) {
      const text = await readFile(join(starter, file), 'utf8');
      await writeFile(join(target, file), text.replaceAll('NAME', name), { flag: 'wx' });
    }
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    return diagnostic('usage/cannot-write', null, `The theme cannot be written to \`${folder}\` (${code}).`, {
      hint: 'Name another folder: `deckhand themes new NAME my-themes`.',
    });
  }
  return { folder, files };
}
