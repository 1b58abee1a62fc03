import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { imageHead } from '../../../src/load/image-head.js';
import { svgSize } from '../../../src/load/svg-size.js';
import { exif, frame, gif, jpegOf, png, real } from '../../support/pictures.js';

function sizeOf(bytes: Buffer): unknown {
  const head = imageHead(bytes);
  return head && [head.mediaType, head.width, head.height];
}

describe('the head of a picture', () => {
  test('is told by content, with the size', () => {
    expect(sizeOf(png(640, 480))).toEqual(['image/png', 640, 480]);
    expect(sizeOf(gif(320, 200))).toEqual(['image/gif', 320, 200]);
    expect(sizeOf(jpegOf([0xe0, Buffer.alloc(14)], frame(800, 600)))).toEqual(['image/jpeg', 800, 600]);
    expect(sizeOf(Buffer.from('<svg viewBox="0 0 40 30"/>'))).toEqual(['image/svg+xml', 40, 30]);
  });

  test('is read from pictures that other programs made', () => {
    expect(sizeOf(real.webpLossy)).toEqual(['image/webp', 1, 1]);
    expect(sizeOf(real.webpLossless)).toEqual(['image/webp', 1, 1]);
    expect(sizeOf(real.webpExtended)).toEqual(['image/webp', 1, 1]);
    expect(sizeOf(real.avif)).toEqual(['image/avif', 2, 2]);
  });

  test('of a progressive JPEG, and of one with much before its frame', () => {
    expect(sizeOf(jpegOf(frame(10, 20, 0xc2)))).toEqual(['image/jpeg', 10, 20]);
    const profile: [number, Buffer] = [0xe2, Buffer.alloc(65_000)];
    expect(sizeOf(jpegOf(profile, profile, profile, [0xc4, Buffer.alloc(30)], frame(10, 20)))).toEqual([
      'image/jpeg',
      10,
      20,
    ]);
  });

  test('of a photograph that lies on its side is turned as browsers turn it', () => {
    expect(sizeOf(jpegOf(exif(6), frame(4000, 3000)))).toEqual(['image/jpeg', 3000, 4000]);
    expect(sizeOf(jpegOf(exif(8, 'II'), frame(4000, 3000)))).toEqual(['image/jpeg', 3000, 4000]);
    expect(sizeOf(jpegOf(exif(3), frame(4000, 3000)))).toEqual(['image/jpeg', 4000, 3000]);
    expect(sizeOf(jpegOf(exif(1, 'II'), frame(4000, 3000)))).toEqual(['image/jpeg', 4000, 3000]);
  });

  test('gives the largest of several sizes, since one of them will be unpacked', () => {
    expect(sizeOf(gif(10, 10, { width: 30_000, height: 20_000 }))).toEqual(['image/gif', 30_000, 20_000]);
    expect(sizeOf(jpegOf(frame(10, 10), frame(60_000, 60_000)))).toEqual(['image/jpeg', 60_000, 60_000]);
    const second = Buffer.concat([
      real.avif,
      Buffer.from([0, 0, 0, 20]),
      Buffer.from('ispe'),
      Buffer.alloc(12),
    ]);
    second.writeUInt32BE(40_000, second.length - 8);
    second.writeUInt32BE(30_000, second.length - 4);
    expect(sizeOf(second)).toEqual(['image/avif', 40_000, 30_000]);
  });

  test('has a thumbnail inside a photograph for what it is', () => {
    const [marker, data] = exif(1);
    const withThumbnail: [number, Buffer] = [marker, Buffer.concat([data, jpegOf(frame(160, 120))])];
    expect(sizeOf(jpegOf(withThumbnail, frame(4000, 3000)))).toEqual(['image/jpeg', 4000, 3000]);
  });

  test.each<[string, Buffer]>([
    ['nothing', Buffer.alloc(0)],
    ['text', Buffer.from('not a picture')],
    ['a web page', Buffer.from('<!DOCTYPE html><html><body><svg></svg></body></html>')],
    ['a page that mentions an SVG in a comment', Buffer.from('<!-- <svg> --><html></html>')],
    ['a PDF', Buffer.from('%PDF-1.7')],
    ['a PNG without its head', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')],
    ['a PNG of no size', png(0, 10)],
    ['a GIF that breaks off', Buffer.from('GIF89a')],
    ['a JPEG without a frame', jpegOf([0xe0, Buffer.alloc(14)])],
    ['a JPEG that breaks off', jpegOf(frame(10, 10)).subarray(0, 8)],
    ['a WebP that breaks off', real.webpLossy.subarray(0, 20)],
    ['an AVIF without a size', real.avif.subarray(0, 60)],
    ['an MP4', Buffer.from('\0\0\0\x20ftypisom\0\0\0\0', 'latin1')],
    ['a BMP', Buffer.concat([Buffer.from('BM'), Buffer.alloc(60)])],
  ])('is not that of %s', (_name, bytes) => {
    expect(imageHead(bytes)).toBeNull();
  });

  test('is looked for in any bytes without a mistake of ours', () => {
    const starts = [png(1, 1), gif(1, 1), jpegOf(exif(6), frame(1, 1)), ...Object.values(real)];
    fc.assert(
      fc.property(
        fc.constantFrom(...starts),
        fc.uint8Array({ maxLength: 40 }),
        fc.nat(60),
        (start, noise, at) => {
          const bytes = Buffer.concat([start, Buffer.alloc(60)]);
          bytes.set(noise, at);
          const head = imageHead(bytes);
          if (head !== null && head.mediaType !== 'image/svg+xml') expect(head.width).toBeGreaterThan(0);
          imageHead(bytes.subarray(0, at));
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('the size of an SVG', () => {
  test.each<[string, number | null, number | null]>([
    ['<svg width="40" height="30">', 40, 30],
    ['<svg width="40px" height=\'30px\' viewBox="0 0 1 1">', 40, 30],
    ['<svg width="1in" height="2.54cm">', 96, 96],
    ['<svg viewBox="0 0 400 300">', 400, 300],
    ['<svg viewBox="0,0,400,300">', 400, 300],
    ['<svg viewBox="-10 -10 40.5 30">', 40.5, 30],
    ['<svg width="100" viewBox="0 0 400 300">', 100, 75],
    ['<svg height="75" viewBox="0 0 400 300">', 100, 75],
    ['<svg width="100%" height="100%" viewBox="0 0 400 300">', 400, 300],
    ['<svg width="100%" height="100%">', null, null],
    ['<svg>', null, null],
    ['<svg viewBox="0 0 0 0">', null, null],
    ['<svg viewBox="a b c d">', null, null],
    ['<svg width="-4" height="1e400">', null, null],
    ['<svg:svg xmlns:svg="http://www.w3.org/2000/svg" width="4" height="3">', 4, 3],
    ['<!-- <svg width="1" height="1"> --><svg width="4" height="3">', 4, 3],
    ['<?xml version="1.0"?>\n<!-- <svgs> -->\n<svg\n  width = "40"\n  height = "30"\n>', 40, 30],
    ['<svg data-width="1" stroke-width="2" title="a > b" width="40" height="30">', 40, 30],
  ])('%s is %s by %s', (svg, width, height) => {
    expect(svgSize(svg)).toEqual({ width, height });
  });

  test('is found in files of hundreds of kilobytes that never end their first tag', () => {
    expect(svgSize(`<svg ${'a="b" '.repeat(100_000)}`)).toEqual({ width: null, height: null });
    expect(svgSize(`<svg ${'"'.repeat(100_001)}`)).toEqual({ width: null, height: null });
    expect(svgSize('<svg '.repeat(20_000))).toEqual({ width: null, height: null });
  });
});
