import { readWritten, type Written } from '../../src/config/written.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import type { SourceFile } from '../../src/diagnostics/source.js';
import { told } from './told.js';

/** A text as `load` would give it, without a disk. */
export function source(file: string, text: string): SourceFile {
  return { file, path: `/content/${file}`, root: '/content', text };
}

/** Reads a `deck.yaml`; what was said comes as codes with the author's words. */
export async function deckYaml(
  text: string,
): Promise<{ written: Written; said: string[]; diagnostics: readonly Diagnostic[] }> {
  return read('deck.yaml', text);
}

/** Reads a deck of one file. */
export async function read(
  file: string,
  text: string,
): Promise<{ written: Written; bodyStart: number; said: string[]; diagnostics: readonly Diagnostic[] }> {
  const { value, diagnostics } = await readWritten(source(file, text));
  return { ...value, diagnostics, said: told(diagnostics, new Map([[file, text]])) };
}
