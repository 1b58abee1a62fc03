import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readText, readTextInside } from '../../../src/load/read-text.js';
import { png } from '../../support/pictures.js';
import { told } from '../../support/told.js';
import { workspace } from '../../support/workspace.js';

async function textOf(content: string | Uint8Array) {
  const folder = await workspace({ 'talk.md': content });
  const { value, diagnostics } = readText({ path: join(folder, 'talk.md'), root: folder, cwd: folder }, null);
  const said = told(diagnostics, new Map([['talk.md', value?.text ?? '']]));
  return { text: value?.text ?? null, said, diagnostics };
}

describe('a text', () => {
  test('has no byte order mark, and line ends of one kind', async () => {
    expect((await textOf('\u{feff}# Hi\r\nThere\rYou\n\r\n')).text).toBe('# Hi\nThere\nYou\n\n');
  });

  test('is known by its path below the working folder', async () => {
    const folder = await workspace({ 'a/talk.md': '# Hi' });
    const found = { path: join(folder, 'a/talk.md'), root: join(folder, 'a'), cwd: folder };
    expect(readText(found, null).value).toEqual({
      file: 'a/talk.md',
      path: join(folder, 'a/talk.md'),
      root: join(folder, 'a'),
      text: '# Hi',
    });
    expect(readText({ ...found, cwd: join(folder, 'b') }, null).value?.file).toBe('../a/talk.md');
  });

  test('may be empty', async () => {
    expect(await textOf('')).toMatchObject({ text: '', said: [] });
  });
});

describe('a file that is not UTF-8', () => {
  test.each<[string, number[], number]>([
    ['Latin-1', [0x61, 0x0a, 0xe9, 0x62], 2],
    ['a lone middle of a character', [0x61, 0x80, 0x62], 1],
    ['a lone middle further on', [0x61, 0x62, 0x63, 0x80, 0x62], 3],
    ['a start that breaks off', [0xe2, 0x82, 0x78], 0],
    ['a character that breaks off', [0x61, 0xe2, 0x82, 0x78], 1],
    ['a character that breaks off at the end', [0x61, 0x62, 0xf0, 0x9f, 0x98], 2],
    ['half of a pair', [0x61, 0xed, 0xa0, 0x80], 1],
    ['the very first byte', [0xff], 0],
    ['after a character of several bytes', [0xc3, 0xa4, 0xe4, 0x0a], 2],
  ])('is told at its first wrong byte: %s', async (_name, bytes, wrong) => {
    const { diagnostics, text } = await textOf(Buffer.from(bytes));
    expect(diagnostics.map((one) => one.code)).toEqual(['text/not-utf8']);
    expect(diagnostics[0]?.message).toContain(`byte ${wrong + 1} (0x`);
    const start = Buffer.from(bytes).subarray(0, wrong).toString('utf8').length;
    expect(diagnostics[0]?.span).toEqual({ file: 'talk.md', start, end: start + 1 });
    expect(text?.[start]).toBe('\u{fffd}');
  });

  test('is not one that holds the sign for what cannot be read', async () => {
    expect((await textOf('a \u{fffd} b')).said).toEqual([]);
  });

  test('is found in a large file at once', async () => {
    const bytes = Buffer.alloc(5_000_000, 'ä ');
    bytes[4_000_001] = 0xff;
    expect((await textOf(bytes)).diagnostics[0]?.message).toContain('byte 4000002');
  });

  test('may be UTF-16, and is told so', async () => {
    const { diagnostics, text } = await textOf(Buffer.from('\u{feff}# Hi', 'utf16le'));
    expect([diagnostics[0]?.code, text]).toEqual(['text/not-utf8', null]);
    expect(diagnostics[0]?.message).toBe('`talk.md` is UTF-16.');
  });
});

test('a picture of monstrous size in the text itself is told where its address starts', async () => {
  const address = (width: number) => `data:image/png;base64,${png(width, width).toString('base64')}`;
  const text = `![a](${address(100)}) <img src="${address(30_000)}">\n<style>p{background:url(${address(20_000)})}`;
  const { said, diagnostics } = await textOf(text);
  expect(said).toEqual(Array(2).fill('image/too-large @ data:image/png;base64,'));
  expect(diagnostics[0]?.message).toContain('30000 × 30000');
});

test('a file with NUL bytes is no text', async () => {
  expect(await textOf('# Hi\0')).toMatchObject({ text: null, said: ['text/not-text @ '] });
});

test('a file of more than 10 MB is not read', async () => {
  const folder = await workspace({ 'talk.md': '# Hi' });
  truncateSync(join(folder, 'talk.md'), 3_000_000_000);
  const { value, diagnostics } = readText({ path: join(folder, 'talk.md'), root: folder, cwd: folder }, null);
  expect([value, diagnostics[0]?.code, diagnostics[0]?.message]).toEqual([
    null,
    'text/too-large',
    '`talk.md` has 3000 MB; more than 10 MB is not read.',
  ]);
});

test('a file that is gone by the time it is read is told (path/unreadable)', async () => {
  const folder = await workspace();
  const { diagnostics } = readText({ path: join(folder, 'gone.md'), root: folder, cwd: folder }, null);
  expect(diagnostics.map((one) => one.code)).toEqual(['path/unreadable']);
});

test('what is wrong with a text named in another is told where it is named', async () => {
  const folder = await workspace({ 'talk.md': 'x', 'part.md': '\0' });
  const span = { file: 'talk.md', start: 0, end: 1 };
  const base = { path: join(folder, 'talk.md'), root: folder };
  const part = readTextInside('part.md', base, folder, 'The module', span);
  expect(part.diagnostics.map((one) => [one.code, one.span])).toEqual([['text/not-text', span]]);
  const gone = readTextInside('gone.md', base, folder, 'The module', span);
  expect(gone.diagnostics[0]).toMatchObject({ message: 'The module `gone.md` is not there.', span });
  writeFileSync(join(folder, 'part.md'), '# Part');
  expect(readTextInside('part.md', base, folder, 'The module', span).value?.text).toBe('# Part');
});
