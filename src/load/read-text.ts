import { isUtf8 } from 'node:buffer';
import { type Diagnostic, diagnostic, type Noticed } from '../diagnostics/diagnostic.js';
import type { SourceFile, Span } from '../diagnostics/source.js';
import { checkDataImages } from './check-image.js';
import { type Base, fileInside } from './inside-root.js';
import { readBytes } from './read-bytes.js';
import { shownPath } from './shown-path.js';

/** A book has one megabyte; a text of ten is a log that somebody took for a talk. */
const mostBytes = 10_000_000;

/** A file on disk: real paths, as `fileInside` gives them. */
export interface Found {
  readonly path: string;
  readonly root: string;
  /** The working folder, which shown paths are relative to. */
  readonly cwd: string;
}

/**
 * Reads a text: UTF-8, without byte order mark, with `\n` at the end of lines. `span` is where it was asked for;
 * null for a file named on the command line.
 *
 * A text in another encoding is an error at its first wrong byte, and is given all the same with U+FFFD for what
 * cannot be read, so that the other mistakes in it are found. Null where the file is no text or too large.
 */
export function readText(found: Found, span: Span | null): Noticed<SourceFile | null> {
  const file = shownPath(found.cwd, found.path);
  const place = span ?? { file, start: 0, end: 0 };
  const fail = (problem: Diagnostic) => ({ value: null, diagnostics: [problem] });

  const read = readBytes(found.path, file, mostBytes, 'text/too-large', place);
  if (read.problem !== null) return fail(read.problem);
  const { bytes } = read;
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (utf16) {
    return fail(diagnostic('text/not-utf8', place, `\`${file}\` is UTF-16.`, { hint: 'Save it as UTF-8.' }));
  }
  if (bytes.includes(0)) {
    return fail(
      diagnostic('text/not-text', place, `\`${file}\` is no text: it holds a NUL byte.`, {
        hint: 'Name a Markdown file. A picture is shown with `![what it shows](picture.png)`.',
      }),
    );
  }

  const text = normalised(bytes.toString('utf8'));
  const source = { file, path: found.path, root: found.root, text };
  if (isUtf8(bytes)) return { value: source, diagnostics: checkDataImages(source) };
  const wrong = firstWrongByte(bytes);
  const start = normalised(bytes.subarray(0, wrong).toString('utf8')).length;
  const byte = (bytes[wrong] ?? 0).toString(16).toUpperCase().padStart(2, '0');
  const problem = diagnostic(
    'text/not-utf8',
    { file, start, end: start + 1 },
    `\`${file}\` is not UTF-8: byte ${wrong + 1} (0x${byte}) begins no character.`,
    { hint: 'Save it as UTF-8. An editor that shows it correctly can do that under "Save with encoding".' },
  );
  return { value: source, diagnostics: [problem] };
}

function normalised(text: string): string {
  const withoutMark = text.startsWith('\u{feff}') ? text.slice(1) : text;
  return withoutMark.includes('\r') ? withoutMark.replaceAll(/\r\n?/g, '\n') : withoutMark;
}

/** Index of the first byte that is no part of UTF-8, found by halving: what stands before it is right. */
function firstWrongByte(bytes: Buffer): number {
  let right = 0;
  let wrong = bytes.length;
  while (wrong - right > 1) {
    const middle = (right + wrong) >> 1;
    if (isUtf8(bytes.subarray(0, startOfCharacter(bytes, middle)))) right = middle;
    else wrong = middle;
  }
  // `right` may be within a character that breaks off, or just after a whole one.
  const start = startOfCharacter(bytes, right);
  return isUtf8(bytes.subarray(start, right)) ? right : start;
}

/** The index itself, or the start of the character of at most four bytes that it is within. */
function startOfCharacter(bytes: Buffer, index: number): number {
  for (let start = index; start >= Math.max(0, index - 3); start -= 1) {
    if (((bytes[start] ?? 0) & 0xc0) !== 0x80) return start;
  }
  return index;
}

/**
 * Reads the text that `reference` names in the file `base`: a module, an included file, a stylesheet, an example.
 * `what` names it in messages: "The module".
 */
export function readTextInside(
  reference: string,
  base: Base,
  cwd: string,
  what: string,
  span: Span | null,
): Noticed<SourceFile | null> {
  const found = fileInside(reference, base, what, span);
  if (found.problem !== null) return { value: null, diagnostics: [found.problem] };
  return readText({ path: found.path, root: base.root, cwd }, span);
}
