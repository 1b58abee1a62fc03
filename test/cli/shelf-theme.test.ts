import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { deckhand } from '../support/deckhand.js';
import { scatter, temporaryFolder } from '../support/output-folder.js';

/** A working folder with decks of these settings; HTML is enough here, and needs no browser. */
function decks(settings: Readonly<Record<string, string>>): string {
  const cwd = temporaryFolder();
  write(cwd, settings);
  return cwd;
}

function write(cwd: string, settings: Readonly<Record<string, string>>): void {
  for (const [name, its] of Object.entries(settings))
    scatter(cwd, { [`content/${name}.md`]: `---\ntitle: ${name}\nproducts: [deck]\n${its}---\n\n# Hello\n` });
}

async function build(cwd: string, path = 'content'): Promise<void> {
  expect(await deckhand(['build', path], { cwd })).toMatchObject({ code: 0 });
}

/** The shelf's side and the family that its words are in. */
function look(cwd: string): readonly (string | undefined)[] {
  const page = readFileSync(join(cwd, 'dist/public/index.html'), 'utf8');
  const css = [...page.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)]
    .map(([, path = '']) => readFileSync(join(cwd, 'dist/public', path), 'utf8'))
    .join('\n');
  return [/data-variant="(\w+)"/.exec(page)?.[1], [...css.matchAll(/--font-text:"([^"]+)"/g)].at(-1)?.[1]];
}

test('the shelf has the theme and the side that all its decks share, those of earlier builds included', async () => {
  const cwd = decks({ one: 'theme: cinder\n', two: 'theme: cinder\nvariant: dark\n' });
  await build(cwd);
  expect(look(cwd)).toEqual(['dark', 'Instrument Sans']);
  await build(cwd, 'content/two.md');
  expect(look(cwd)).toEqual(['dark', 'Instrument Sans']);
  write(cwd, { two: 'theme: cinder\nvariant: light\n' });
  await build(cwd, 'content/two.md');
  expect(look(cwd)).toEqual(['light', 'Archivo']);
});

test('the shelf of decks in several themes looks as ours do', async () => {
  const cwd = decks({ one: 'theme: folio\n', two: 'theme: vellum\n' });
  await build(cwd);
  expect(look(cwd)).toEqual(['light', 'Archivo']);
});

test('the shelf of a house has its brand, and one of two houses has none', async () => {
  const cwd = decks({ one: 'theme: ensign\nbrand: brand.yaml\n' });
  scatter(cwd, { 'content/brand.yaml': 'colours: { primary: "#7a1f5c" }\n' });
  await build(cwd);
  const css = (path: string) =>
    [...readFileSync(join(cwd, path), 'utf8').matchAll(/href="([^"]+\.css)"/g)]
      .map(([, sheet = '']) => readFileSync(join(cwd, 'dist/public', sheet), 'utf8'))
      .join('');
  expect(look(cwd)).toEqual(['light', 'Libre Franklin']);
  expect(css('dist/public/index.html')).toContain('#7a1f5c');
  scatter(cwd, { 'content/other.yaml': 'colours: { primary: "#0b5f3a" }\n' });
  write(cwd, { two: 'theme: ensign\nbrand: other.yaml\n' });
  await build(cwd);
  expect(look(cwd)).toEqual(['light', 'Archivo']);
});
