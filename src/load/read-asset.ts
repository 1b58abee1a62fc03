import { type Diagnostic, diagnostic, type Noticed } from '../diagnostics/diagnostic.js';
import type { Span } from '../diagnostics/source.js';
import { checkImage } from './check-image.js';
import type { ImageType } from './image-head.js';
import { type Base, fileInside } from './inside-root.js';
import { mediaHead } from './media-type.js';
import { readBytes } from './read-bytes.js';

/** What an author wants to show or use; stylesheets are text and are read as such. */
export type AssetKind = 'image' | 'video' | 'audio' | 'font';

/** A file that goes into a product as it is. */
export interface Asset {
  /** Absolute real path, which is also its identity: two references to one file are one asset. */
  readonly path: string;
  readonly bytes: Buffer;
  /** By content, not by name. */
  readonly mediaType: string;
  /** The ending that goes with `mediaType`, without a dot; the file's own may lie. */
  readonly extension: string;
  /** CSS pixels of a picture; null for everything else, and for an SVG that does not say. */
  readonly width: number | null;
  readonly height: number | null;
}

const most: Readonly<Record<AssetKind, number>> = {
  image: 50_000_000,
  video: 500_000_000,
  audio: 200_000_000,
  font: 20_000_000,
};

const extensions: Readonly<Record<ImageType, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/avif': 'avif',
  'image/svg+xml': 'svg',
};

/**
 * Reads the file that `reference` names in the file `base`, if it lies inside the content root and is what it is
 * meant to be. `reference` is a path: `kindOfReference` tells it from an address.
 */
export function readAsset(
  reference: string,
  kind: AssetKind,
  base: Base,
  span: Span | null,
): Noticed<Asset | null> {
  const fail = (problem: Diagnostic) => ({ value: null, diagnostics: [problem] });
  const what = `The ${kind}`;
  // A query or a part of a drawing is the browser's matter; a file of such a name is written with %3F or %23.
  const shown = reference.replace(/[?#].*$/s, '').trim();
  const found = fileInside(shown, base, what, span);
  if (found.problem !== null) return fail(found.problem);
  const read = readBytes(found.path, shown, most[kind], 'asset/too-heavy', span);
  if (read.problem !== null) return fail(read.problem);
  const { path } = found;
  const { bytes } = read;
  if (kind === 'image') {
    const image = checkImage(bytes, `${what} \`${shown}\``, span);
    if (image.problem !== null) return fail(image.problem);
    const { mediaType, width, height } = image.head;
    return {
      value: { path, bytes, mediaType, extension: extensions[mediaType], width, height },
      diagnostics: [],
    };
  }
  const media = mediaHead(bytes, kind);
  if (media === null) {
    const message = `${what} \`${shown}\` is none that browsers know, whatever its name ends in.`;
    return fail(diagnostic('asset/wrong-kind', span, message, { hint: known[kind] }));
  }
  return { value: { path, bytes, ...media, width: null, height: null }, diagnostics: [] };
}

const known: Readonly<Record<Exclude<AssetKind, 'image'>, string>> = {
  video: 'Use MP4, WebM or Ogg.',
  audio: 'Use MP3, M4A, Ogg, WAV or FLAC.',
  font: 'Use WOFF2, WOFF, TrueType or OpenType.',
};
