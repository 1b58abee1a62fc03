import { rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { withTarget } from '../../../src/output/lock.js';
import { readPrint } from '../../../src/output/prints.js';
import { build, opened, planOf, temporaryFolder } from '../../support/output-folder.js';

const path = 'public/talk/slides.pdf';
let dist: string;
beforeEach(async () => {
  dist = join(temporaryFolder(), 'dist');
  const prints = new Map([[path, { input: 'input', pages: 7, value: ['a warning'] }]]);
  await build(dist, planOf({ 'talk:slides': { [path]: 'pdf' } }, { prints }));
});

async function read(where: string, input: string) {
  const attempt = await withTarget(opened(dist), async (held) => readPrint(held, where, input));
  return attempt.value;
}

it('hands out a print of the same input', async () => {
  expect(await read(path, 'input')).toEqual({ bytes: Buffer.from('pdf'), pages: 7, value: ['a warning'] });
});

it('has none of another input, another path, or after a build without it', async () => {
  expect(await read(path, 'other')).toBe(null);
  expect(await read('public/talk/handout.pdf', 'input')).toBe(null);
  await build(dist, planOf({ 'talk:slides': { [path]: 'printed anew' } }));
  expect(await read(path, 'input')).toBe(null);
});

it('has none when the file was changed, removed or made a link', async () => {
  writeFileSync(join(dist, path), 'changed');
  expect(await read(path, 'input')).toBe(null);
  rmSync(join(dist, path));
  expect(await read(path, 'input')).toBe(null);
  writeFileSync(join(dist, 'outside.pdf'), 'pdf');
  symlinkSync(join(dist, 'outside.pdf'), join(dist, path));
  expect(await read(path, 'input')).toBe(null);
});
