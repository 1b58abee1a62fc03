/** Heads of pictures: what our readers look at. A browser would want the rest, too. */

export function png(width: number, height: number): Buffer {
  const head = Buffer.alloc(33);
  head.write('\x89PNG\r\n\x1a\n', 'latin1');
  head.writeUInt32BE(13, 8);
  head.write('IHDR', 12, 'latin1');
  head.writeUInt32BE(width, 16);
  head.writeUInt32BE(height, 20);
  return head;
}

export function gif(width: number, height: number, frame = { width, height }): Buffer {
  const bytes = Buffer.alloc(23);
  bytes.write('GIF89a', 'latin1');
  bytes.writeUInt16LE(width, 6);
  bytes.writeUInt16LE(height, 8);
  bytes[13] = 0x2c;
  bytes.writeUInt16LE(frame.width, 18);
  bytes.writeUInt16LE(frame.height, 20);
  return bytes;
}

/** A JPEG of these segments, each a marker and its data, between the start and the scan. */
export function jpegOf(...segments: readonly (readonly [marker: number, data: Buffer])[]): Buffer {
  const parts = segments.map(([marker, data]) => {
    const head = Buffer.from([0xff, marker, 0, 0]);
    head.writeUInt16BE(data.length + 2, 2);
    return Buffer.concat([head, data]);
  });
  return Buffer.concat([Buffer.from([0xff, 0xd8]), ...parts, Buffer.from([0xff, 0xda, 0, 2, 0xff, 0xd9])]);
}

/** A frame header: `marker` 0xc0 is baseline, 0xc2 progressive. */
export function frame(width: number, height: number, marker = 0xc0): [number, Buffer] {
  const data = Buffer.alloc(15);
  data[0] = 8;
  data.writeUInt16BE(height, 1);
  data.writeUInt16BE(width, 3);
  data[5] = 3;
  return [marker, data];
}

export function exif(orientation: number, order: 'II' | 'MM' = 'MM'): [number, Buffer] {
  const data = Buffer.alloc(32);
  data.write(`Exif\0\0${order}`, 'latin1');
  const u16 = (value: number, at: number) =>
    order === 'MM' ? data.writeUInt16BE(value, 6 + at) : data.writeUInt16LE(value, 6 + at);
  u16(42, 2);
  if (order === 'MM') data.writeUInt32BE(8, 10);
  else data.writeUInt32LE(8, 10);
  u16(1, 8);
  u16(0x0112, 10);
  u16(3, 12);
  u16(orientation, 18);
  return [0xe1, data];
}

/** Whole pictures that other programs wrote: one by one pixel, the AVIF two by two. */
export const real = {
  webpLossy: Buffer.from('UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA', 'base64'),
  webpLossless: Buffer.from('UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==', 'base64'),
  webpExtended: Buffer.from(
    'UklGRkoAAABXRUJQVlA4WAoAAAAQAAAAAAAAAAAAQUxQSAwAAAARBxAR/Q9ERP8DAABWUDggGAAAABQBAJ0BKgEAAQAAAP4AAA3AAP7mtQAAAA==',
    'base64',
  ),
  avif: Buffer.from(
    'AAAAIGZ0eXBhdmlmAAAAAGF2aWZtaWYxbWlhZk1BMUIAAADybWV0YQAAAAAAAAAoaGRscgAAAAAAAAAAcGljdAAAAAAAAAAAAAAAAGxpYmF2aWYAAAAADnBpdG0AAAAAAAEAAAAeaWxvYwAAAABEAAABAAEAAAABAAABGgAAAB0AAAAoaWluZgAAAAAAAQAAABppbmZlAgAAAAABAABhdjAxQ29sb3IAAAAAamlwcnAAAABLaXBjbwAAABRpc3BlAAAAAAAAAAIAAAACAAAAEHBpeGkAAAAAAwgICAAAAAxhdjFDgQ0MAAAAABNjb2xybmNseAACAAIAAYAAAAAXaXBtYQAAAAAAAAABAAEEAQKDBAAAACVtZGF0EgAKCBgANogQEAwgMg8f8D///8WfhwB8+ErK42A=',
    'base64',
  ),
} as const;
