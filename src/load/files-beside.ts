import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { filesBeside } from '../config/dialect.js';
import type { Noticed } from '../diagnostics/diagnostic.js';
import type { SourceFile } from '../diagnostics/source.js';
import { readTextInside } from './read-text.js';

/** Reads the files of reveal-md that lie beside a deck's settings. Most decks have none. */
export function readFilesBeside(settings: SourceFile, cwd: string): Noticed<readonly SourceFile[]> {
  const folder = dirname(settings.path);
  const read = filesBeside
    .filter((name) => existsSync(join(folder, name)))
    .map((name) =>
      readTextInside(name, settings, cwd, 'The file', { file: settings.file, start: 0, end: 0 }),
    );
  return {
    value: read.flatMap(({ value }) => value ?? []),
    diagnostics: read.flatMap(({ diagnostics }) => diagnostics),
  };
}
