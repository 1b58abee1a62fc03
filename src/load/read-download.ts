import { extname } from 'node:path';
import { diagnostic, type Noticed } from '../diagnostics/diagnostic.js';
import type { Span } from '../diagnostics/source.js';
import { type Base, fileInside } from './inside-root.js';
import type { Asset } from './read-asset.js';
import { readBytes } from './read-bytes.js';

const most = 200_000_000;

/**
 * Reads a file that a link leads to, whatever it is: it goes along with the deck, so that the link works there. Markdown
 * alone does not: it may be a part of this deck or of another one, with notes and hidden slides in it.
 */
export function readDownload(reference: string, base: Base, span: Span | null): Noticed<Asset | null> {
  const target = reference.replace(/[?#].*$/s, '');
  const found = fileInside(target, base, 'The linked file', span);
  if (found.problem !== null) return { value: null, diagnostics: [found.problem] };
  if (/\.(?:md|markdown)$/i.test(found.path)) {
    const message = `\`${target.trim()}\` is not published, so the link is plain words: Markdown may hold notes and hidden slides.`;
    const hint = 'Link to a slide by its id, `#rolling`, or to a PDF or a text file.';
    return { value: null, diagnostics: [diagnostic('link/not-published', span, message, { hint })] };
  }
  const read = readBytes(found.path, target.trim(), most, 'asset/too-heavy', span);
  if (read.problem !== null) return { value: null, diagnostics: [read.problem] };
  const extension = extname(found.path).slice(1).toLowerCase() || 'bin';
  const asset = { path: found.path, bytes: read.bytes, mediaType: 'application/octet-stream', extension };
  return { value: { ...asset, width: null, height: null }, diagnostics: [] };
}
