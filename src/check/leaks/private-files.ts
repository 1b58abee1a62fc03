import type { Span } from '../../diagnostics/source.js';
import type { Library } from '../../model/library.js';
import { mayRefer } from '../../parse/raw-html-of.js';
import { type Reference, referencesOf } from '../../parse/references.js';
import type { PrivateFile } from './passage.js';

/** A file that was read for a deck. */
export type FindFile = (
  from: string,
  target: string,
) => { readonly file: { readonly href: string }; readonly bytes: Uint8Array } | null;

/** The pictures, films and downloads of a deck that only private passages refer to. */
export async function privateFiles(
  { parsed }: Library,
  find: FindFile,
  isOpen: (span: Span) => boolean,
): Promise<readonly PrivateFile[]> {
  const open = new Set<string>();
  const kept = new Map<string, PrivateFile>();
  for (const file of parsed.values()) {
    const references: Reference[] = [...referencesOf(file)];
    if (mayRefer(file)) {
      const { htmlReferencesOf } = await import('../../parse/html-references.js');
      references.push(...htmlReferencesOf(file));
    }
    for (const { kind, target, span } of references) {
      const found = kind === 'media' || kind === 'link' ? find(file.file, target) : null;
      if (found === null) continue;
      const { href } = found.file;
      if (isOpen(span)) open.add(href);
      else if (!kept.has(href)) kept.set(href, { href, bytes: found.bytes, span });
    }
  }
  return [...kept.values()].filter(({ href }) => !open.has(href));
}
