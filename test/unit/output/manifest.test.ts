import { describe, expect, it } from 'vitest';
import { type Manifest, readManifest, writeManifest } from '../../../src/output/manifest.js';

const hash = 'a'.repeat(64);
const manifest: Manifest = {
  files: new Map([
    ['public/b.html', { sha256: hash, before: 'b'.repeat(64), owners: ['b:deck'] }],
    ['public/__proto__', { sha256: hash, before: null, owners: ['a:deck', 'b:deck'] }],
  ]),
  decks: new Map([['b/short', { argument: 'content', value: { b: [null], a: 'ü' } }]]),
  prints: new Map([['public/b.pdf', { input: 'x', pages: 3, value: [], sha256: hash }]]),
};

const withFile = (path: string, file: unknown = { sha256: hash, owners: [] }) =>
  JSON.stringify({ version: 1, files: { [path]: file }, decks: {}, prints: {} });

describe('a manifest', () => {
  it('is read as it was written', () => {
    expect(readManifest(writeManifest(manifest))).toEqual(manifest);
  });

  it('is the same text in whatever order it was put together', () => {
    const turned: Manifest = {
      files: new Map([...manifest.files].reverse()),
      decks: new Map([['b/short', { value: { a: 'ü', b: [null] }, argument: 'content' }]]),
      prints: manifest.prints,
    };
    expect(writeManifest(turned)).toBe(writeManifest(manifest));
  });

  it.each([
    '',
    '/etc/passwd',
    '../x',
    'a/../b',
    'a//b',
    './a',
    'a/',
    'a\\b',
    'C:/x',
    'a\0b',
    '.deckhand.json',
  ])('is not believed when it names %j', (path) => {
    expect(readManifest(withFile(path))).toMatch(/make no sense/);
    expect(readManifest(withFile('a/b'))).toBeTypeOf('object');
  });

  it.each([
    null,
    1,
    'x',
    [],
    {},
    { sha256: 'short', owners: [] },
    { sha256: hash },
    { sha256: hash, owners: [1] },
  ])('is not believed when a file in it is %j', (file) => {
    expect(readManifest(withFile('a', file))).toMatch(/make no sense/);
  });

  it.each(['', 'null', '3', '"x"', '{}', '{"version":"1"}', '{"version":1}', '{"version":1,"files":[]}'])(
    'is not believed when it is %s',
    (text) => {
      expect(readManifest(text)).toBeTypeOf('string');
    },
  );
});
