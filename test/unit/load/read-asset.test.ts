import { truncateSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkImage } from '../../../src/load/check-image.js';
import { type AssetKind, readAsset } from '../../../src/load/read-asset.js';
import { gif, png } from '../../support/pictures.js';
import { workspace } from '../../support/workspace.js';

const span = { file: 'talk.md', start: 3, end: 9 };

async function read(content: string | Uint8Array, kind: AssetKind = 'image', name = 'file.bin') {
  const folder = await workspace({ 'talk.md': '', [name]: content });
  const base = { path: join(folder, 'talk.md'), root: folder };
  const { value, diagnostics } = readAsset(name, kind, base, span);
  return { folder, asset: value, diagnostics, codes: diagnostics.map((one) => one.code) };
}

describe('a picture', () => {
  test('comes with its bytes, type and size, whatever its name ends in', async () => {
    const bytes = png(640, 480);
    const { asset, folder, codes } = await read(bytes, 'image', 'cat.jpg');
    expect(codes).toEqual([]);
    expect(asset).toEqual({
      path: join(folder, 'cat.jpg'),
      bytes,
      mediaType: 'image/png',
      extension: 'png',
      width: 640,
      height: 480,
    });
  });

  test('may be named with a query or a fragment, which are no part of its path', async () => {
    const folder = await workspace({ 'talk.md': '', 'cat.png': png(1, 1), 'c#.png': png(2, 2) });
    const base = { path: join(folder, 'talk.md'), root: folder };
    const width = (reference: string) => readAsset(reference, 'image', base, span).value?.width;
    expect([width('cat.png?raw=true'), width('cat.png#left'), width('c%23.png')]).toEqual([1, 1, 2]);
  });

  test('that is none is told at the place where it is shown', async () => {
    const { asset, diagnostics } = await read('<html>Not found</html>', 'image', 'cat.png');
    expect(asset).toBeNull();
    expect(diagnostics).toMatchObject([
      {
        code: 'image/not-an-image',
        span,
        message: 'The image `cat.png` is no picture, or one that breaks off.',
      },
    ]);
  });

  test('of monstrous size is not given to a browser', async () => {
    expect((await read(png(20_000, 20_000))).codes).toEqual(['image/too-large']);
    expect((await read(png(4_000_000_000, 4_000_000_000))).codes).toEqual(['image/too-large']);
    expect((await read(gif(1, 1, { width: 65_535, height: 65_535 }))).codes).toEqual(['image/too-large']);
    expect((await read(png(10_000, 5_000))).codes).toEqual([]);
  });

  test('of too many bytes is not read at all', async () => {
    const folder = await workspace({ 'talk.md': '', 'cat.png': png(10, 10) });
    truncateSync(join(folder, 'cat.png'), 5_000_000_000);
    const base = { path: join(folder, 'talk.md'), root: folder };
    const { diagnostics } = readAsset('cat.png', 'image', base, span);
    expect(diagnostics).toMatchObject([{ code: 'asset/too-heavy', span }]);
  });

  test('that is not there or lies elsewhere is told as any path is', async () => {
    const folder = await workspace({ 'talks/talk.md': '', 'cat.png': png(1, 1) });
    const base = { path: join(folder, 'talks/talk.md'), root: join(folder, 'talks') };
    const code = (reference: string) => readAsset(reference, 'image', base, span).diagnostics[0]?.code;
    expect(code('dog.png')).toBe('path/missing');
    expect(code('../cat.png')).toBe('path/outside-root');
  });
});

describe('an SVG', () => {
  const check = (svg: string) => checkImage(Buffer.from(svg), 'The image', null).problem?.code ?? 'fine';
  const picture = (width: number) => png(width, width).toString('base64');

  test.each([
    '<svg width="1" height="1"/>',
    '\u{feff}<?xml version="1.0" encoding="UTF-8"?>\n<!-- a licence -->\n<svg/>',
    '<svg><script>alert(1)</script></svg>',
    `<svg><image href="data:image/png;base64,${picture(2000)}"/></svg>`,
  ])('may be shown: %s', (svg) => {
    expect(check(svg)).toBe('fine');
  });

  test.each([
    '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd"><svg/>',
    '<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><svg>&b;</svg>',
    '<svg><!doctype svg></svg>',
    '<?xml version="1.0" encoding="UTF-7"?><svg/>',
    `<svg><image href="data:image/png;base64,${picture(20_000)}"/></svg>`,
    `<svg><style>a { background: url('DATA:image/gif;x=y;base64,\n${picture(20_000)}') }</style></svg>`,
  ])('may not: %s', (svg) => {
    expect(check(svg)).toBe('image/unsafe-svg');
  });

  test('may hold megabytes of a picture, and hide it behind character references', () => {
    const large = Buffer.concat([png(2000, 2000), Buffer.alloc(4_000_000, 7)]).toString('base64');
    expect(check(`<svg><image href="data:image/png;base64,${large}"/></svg>`)).toBe('fine');
    const hidden = picture(20_000).replaceAll('A', '&#65;').replaceAll('R', '&#x52;');
    expect(check(`<svg><image href="data&#58;image/png;base64,${hidden}"/></svg>`)).toBe('image/unsafe-svg');
  });

  test('has to be UTF-8 and below 10 MB', () => {
    expect(checkImage(Buffer.from('<svg>\xe9</svg>', 'latin1'), 'x', null).problem?.code).toBe(
      'image/unsafe-svg',
    );
    expect(check(`<svg>${' '.repeat(10_000_000)}</svg>`)).toBe('image/unsafe-svg');
  });
});

describe('other files', () => {
  test.each<[AssetKind, string, string, string]>([
    ['video', '\0\0\0\x20ftypisom....', 'video/mp4', 'mp4'],
    ['video', '\x1aE\xdf\xa3....', 'video/webm', 'webm'],
    ['video', 'OggS....', 'video/ogg', 'ogv'],
    ['audio', '\0\0\0\x20ftypM4A ....', 'audio/mp4', 'm4a'],
    ['audio', 'ID3\x04....', 'audio/mpeg', 'mp3'],
    ['audio', '\xff\xfb\x90\x00', 'audio/mpeg', 'mp3'],
    ['audio', 'RIFF....WAVEfmt ', 'audio/wav', 'wav'],
    ['audio', 'fLaC....', 'audio/flac', 'flac'],
    ['font', 'wOF2....', 'font/woff2', 'woff2'],
    ['font', 'wOFF....', 'font/woff', 'woff'],
    ['font', 'OTTO....', 'font/otf', 'otf'],
    ['font', '\0\x01\0\0....', 'font/ttf', 'ttf'],
  ])('%s: %j is %s', async (kind, content, mediaType, extension) => {
    const { asset } = await read(Buffer.from(content, 'latin1'), kind);
    expect(asset).toMatchObject({ mediaType, extension, width: null, height: null });
  });

  test.each<[AssetKind, string]>([
    ['video', '<html></html>'],
    ['video', 'ID3\x04....'],
    ['audio', 'MZ......'],
    ['font', '\x7fELF....'],
    ['font', ''],
  ])('are refused where they are no %s: %j', async (kind, content) => {
    expect((await read(Buffer.from(content, 'latin1'), kind)).codes).toEqual(['asset/wrong-kind']);
  });
});
