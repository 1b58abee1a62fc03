import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '../../../src/package-root.js';

const folder = join(packageRoot(), 'templates/themes/harbor/fonts');
const files = readdirSync(folder).filter((name) => name.endsWith('.woff2'));
const fontverter: { convert(font: Buffer, format: 'sfnt'): Promise<Buffer> } = createRequire(import.meta.url)(
  'fontverter',
);

test('there are fonts to look at', () => {
  expect(files.length).toBeGreaterThan(4);
});

test.each(files)('%s is a static instance: variable fonts become Type 3 in PDFs', async (name) => {
  expect(await tablesOf(name)).not.toContain('fvar');
});

test.each(['jetbrains-mono-400.woff2', 'jetbrains-mono-700.woff2'])(
  '%s joins no letters of code',
  async (name) => {
    const font = await fontverter.convert(readFileSync(join(folder, name)), 'sfnt');
    for (const feature of ['calt', 'liga', 'clig']) expect(font.includes(feature)).toBe(false);
  },
);

async function tablesOf(name: string): Promise<readonly string[]> {
  const font = await fontverter.convert(readFileSync(join(folder, name)), 'sfnt');
  const count = font.readUInt16BE(4);
  return Array.from({ length: count }, (_, index) =>
    font.toString('latin1', 12 + index * 16, 16 + index * 16),
  );
}
