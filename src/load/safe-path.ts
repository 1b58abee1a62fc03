import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import type { Span } from '../diagnostics/source.js';

/** `remote` is never fetched; `data` carries its bytes in itself; everything else is a path. */
export type ReferenceKind = 'path' | 'remote' | 'data';

/** What an author's reference points to, by its text alone. `file:` is a path: an absolute one, so it is refused. */
export function kindOfReference(reference: string): ReferenceKind {
  const text = reference.trim();
  if (/^data:/i.test(text)) return 'data';
  if (text.startsWith('//')) return 'remote';
  return /^[a-z][a-z0-9+.-]+:/i.test(text) && !/^file:/i.test(text) ? 'remote' : 'path';
}

/** Characters; Linux has the longest, 4,096 bytes. */
const longest = 4096;

/** A path that is safe to join to a folder, still to be held against the content root. */
export type SafePath =
  | { readonly path: string; readonly problem: null }
  | { readonly path: null; readonly problem: Diagnostic };

/**
 * Checks a path as an author wrote it, by its text alone, and decodes its percent signs once: `img/my%20cat.png`.
 * Refused wherever the build runs: what is absolute on any system, backslashes, and characters no file name has.
 */
export function safePath(reference: string, span: Span | null): SafePath {
  const decoded = decodeOnce(reference.trim());
  const shown = `\`${reference.trim()}\``;
  const refuse = (
    code: 'path/bad' | 'path/absolute' | 'path/backslash',
    message: string,
    hint: string,
  ): SafePath => ({
    path: null,
    problem: diagnostic(code, span, message, { hint }),
  });
  if (decoded === '') {
    return refuse('path/bad', 'The path is empty.', 'Write the path of a file, relative to this one.');
  }
  if (decoded.length > longest) {
    return refuse('path/bad', 'The path is longer than any system allows.', 'Write the path of a file.');
  }
  if (/\p{Cc}/u.test(decoded)) {
    return refuse('path/bad', `The path ${shown} holds a control character.`, 'Rename the file.');
  }
  if (/^[a-z]:/i.test(decoded) || /^[\\/]/.test(decoded) || /^file:/i.test(decoded)) {
    return refuse(
      'path/absolute',
      `The path ${shown} is absolute, so it means another file on every machine.`,
      'Put the file beside the deck and write its path relative to this one.',
    );
  }
  if (decoded.includes('\\')) {
    return refuse(
      'path/backslash',
      `The path ${shown} has a backslash, which divides folders on one system only.`,
      `Write \`${decoded.replaceAll('\\', '/')}\`.`,
    );
  }
  return { path: decoded, problem: null };
}

/** A percent sign that begins no code is itself: `100%.png`. */
function decodeOnce(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
