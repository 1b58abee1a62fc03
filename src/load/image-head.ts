import { svgSize } from './svg-size.js';

/** The kinds of picture that browsers show and we embed. */
export type ImageType =
  | 'image/png'
  | 'image/jpeg'
  | 'image/gif'
  | 'image/webp'
  | 'image/avif'
  | 'image/svg+xml';

/** What the head of a picture says. */
export interface ImageHead {
  readonly mediaType: ImageType;
  /**
   * Pixels; null for an SVG that says nothing. Where a file names several sizes, hostile ones lie in one of them:
   * this is the largest.
   */
  readonly width: number | null;
  readonly height: number | null;
}

type Size = { readonly width: number; readonly height: number };

/**
 * Tells what picture the bytes are and how large, by content; null where they are none that we know or break off
 * before their size.
 *
 * Our own, since the libraries for this take the first size they meet and read thirty kinds of file, some by a
 * single byte. Here the size decides whether a browser is asked to unpack the picture at all.
 */
export function imageHead(bytes: Buffer): ImageHead | null {
  const [mediaType, size] = sniff(bytes);
  if (mediaType === null) return null;
  if (mediaType === 'image/svg+xml') return { mediaType, ...svgSize(bytes.toString('utf8')) };
  return size === null || size.width === 0 || size.height === 0 ? null : { mediaType, ...size };
}

function sniff(bytes: Buffer): [ImageType, Size | null] | [null, null] {
  const at = (offset: number, text: string) =>
    bytes.length >= offset + text.length && bytes.toString('latin1', offset, offset + text.length) === text;
  if (at(0, '\x89PNG\r\n\x1a\n')) return ['image/png', png(bytes)];
  if (at(0, '\xff\xd8\xff')) return ['image/jpeg', jpeg(bytes)];
  if (at(0, 'GIF87a') || at(0, 'GIF89a')) return ['image/gif', gif(bytes)];
  if (at(0, 'RIFF') && at(8, 'WEBP')) return ['image/webp', webp(bytes)];
  if (at(4, 'ftyp') && (at(8, 'avif') || at(8, 'avis') || at(8, 'mif1'))) return ['image/avif', avif(bytes)];
  if (looksLikeSvg(bytes)) return ['image/svg+xml', null];
  return [null, null];
}

/** Comments and declarations may stand before the root, and licences are long: look far, but not for ever. */
function looksLikeSvg(bytes: Buffer): boolean {
  const text = bytes.toString('utf8', 0, 64_000).replace(/^\u{feff}/u, '');
  if (!/^\s*</.test(text)) return false;
  const root = /<(?![?!])(?:[\w-]{1,40}:)?([\w-]+)/.exec(text.replaceAll(/<!--[\s\S]*?(?:-->|$)/g, ''));
  return root?.[1] === 'svg';
}

function png(bytes: Buffer): Size | null {
  if (bytes.length < 24 || bytes.toString('latin1', 12, 16) !== 'IHDR') return null;
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

/** The screen, or a first frame that is larger than it. */
function gif(bytes: Buffer): Size | null {
  if (bytes.length < 13) return null;
  const screen = { width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) };
  const flags = bytes[10] ?? 0;
  let offset = 13 + (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);
  // Extensions, each a label and blocks with their lengths, up to the first frame's descriptor.
  while (bytes[offset] === 0x21) {
    offset += 2;
    while (offset < bytes.length && bytes[offset] !== 0) offset += 1 + (bytes[offset] ?? 0);
    offset += 1;
  }
  if (bytes[offset] !== 0x2c || offset + 9 > bytes.length) return screen;
  const right = bytes.readUInt16LE(offset + 1) + bytes.readUInt16LE(offset + 5);
  const bottom = bytes.readUInt16LE(offset + 3) + bytes.readUInt16LE(offset + 7);
  return { width: Math.max(screen.width, right), height: Math.max(screen.height, bottom) };
}

function webp(bytes: Buffer): Size | null {
  if (bytes.length < 30) return null;
  switch (bytes.toString('latin1', 12, 16)) {
    case 'VP8X':
      return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 };
    case 'VP8L': {
      const bits = bytes.readUInt32LE(21);
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case 'VP8 ':
      return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff };
    default:
      return null;
  }
}

/** Every `ispe` box names the size of an item; which item is shown takes more reading than a limit needs. */
function avif(bytes: Buffer): Size | null {
  let size: Size | null = null;
  for (let at = bytes.indexOf('ispe'); at !== -1; at = bytes.indexOf('ispe', at + 4)) {
    // Length (4 bytes, always 20), `ispe`, version and flags (4), width (4), height (4).
    if (at < 4 || at + 16 > bytes.length || bytes.readUInt32BE(at - 4) !== 20) continue;
    const item = { width: bytes.readUInt32BE(at + 8), height: bytes.readUInt32BE(at + 12) };
    if (size === null || item.width * item.height > size.width * size.height) size = item;
  }
  return size;
}

/** Segments from the start of the file; the frame header (SOF) has the size, and EXIF may turn it on its side. */
function jpeg(bytes: Buffer): Size | null {
  let size: Size | null = null;
  let turned = false;
  let offset = 2;
  while (offset + 4 <= bytes.length) {
    if (bytes[offset] !== 0xff) return null;
    const marker = bytes[offset + 1] ?? 0;
    // Fill bytes, and markers without a length.
    if (marker === 0xff || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) {
      offset += marker === 0xff ? 1 : 2;
      continue;
    }
    if (marker === 0xda || marker === 0xd9) break;
    const length = bytes.readUInt16BE(offset + 2);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) {
      if (offset + 9 > bytes.length) return null;
      const frame = { width: bytes.readUInt16BE(offset + 7), height: bytes.readUInt16BE(offset + 5) };
      if (size === null || frame.width * frame.height > size.width * size.height) size = frame;
    }
    if (marker === 0xe1) turned ||= exifTurns(bytes.subarray(offset + 4, offset + 2 + length));
    offset += 2 + Math.max(2, length);
  }
  return size !== null && turned ? { width: size.height, height: size.width } : size;
}

/** EXIF orientations 5 to 8 lay the picture on its side; browsers turn it. */
function exifTurns(segment: Buffer): boolean {
  if (segment.length < 16 || segment.toString('latin1', 0, 6) !== 'Exif\0\0') return false;
  const tiff = segment.subarray(6);
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const u16 = (at: number) =>
    at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at);
  const u32 = (at: number) =>
    at + 4 > tiff.length ? 0 : little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at);
  const directory = u32(4);
  const entries = u16(directory);
  for (let entry = 0; entry < entries; entry += 1) {
    const at = directory + 2 + entry * 12;
    if (at + 12 > tiff.length) return false;
    if (u16(at) === 0x0112) return u16(at + 8) >= 5 && u16(at + 8) <= 8;
  }
  return false;
}
