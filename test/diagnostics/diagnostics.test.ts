import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { type Code, catalogue } from '../../src/diagnostics/catalogue.js';
import { packageRoot } from '../../src/package-root.js';
import { deckhand } from '../support/deckhand.js';
import { workspace } from '../support/workspace.js';
import { elsewhere } from './elsewhere.js';

/*
 * Every diagnostic as its author sees it. A case is a folder `<code>/` or, for a further one, `<code>.<name>/`:
 *
 *   input.md or input/   what is wrong; it is copied into an empty folder, which becomes the working folder
 *   command.txt          the command line without `deckhand`, variables first (`A=b check input`); default: `check input.md`
 *                        or `check input`
 *   expected.txt         what comes out on stderr (UPDATE=1 writes it; read it before it is committed)
 */
const here = dirname(fileURLToPath(import.meta.url));
const cases = readdirSync(here, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap((subject) => readdirSync(join(here, subject.name)).map((name) => `${subject.name}/${name}`))
  .sort();

describe('every diagnostic', () => {
  test('has a case here, or is shown by another test', () => {
    const shown = new Set([...cases.map(codeOf), ...Object.keys(elsewhere)]);
    expect(Object.keys(catalogue).filter((code) => !shown.has(code))).toEqual([]);
  });

  test('cases are about codes that exist', () => {
    expect(cases.filter((name) => !Object.hasOwn(catalogue, codeOf(name)))).toEqual([]);
  });

  test('what is shown elsewhere exists, is really shown there, and is not shown here', () => {
    expect(Object.keys(elsewhere).filter((code) => !Object.hasOwn(catalogue, code))).toEqual([]);
    expect(Object.keys(elsewhere).filter((code) => cases.some((name) => codeOf(name) === code))).toEqual([]);
    const lost = Object.entries(elsewhere).filter(([code, { test: path }]) => !mentions(path, code));
    expect(lost.map(([code, { test: path }]) => `${path} does not speak of ${code}`)).toEqual([]);
  });

  test.for(cases)('%s reads as expected', { concurrent: true }, async (name, { expect, onTestFinished }) => {
    const folder = join(here, name);
    const cwd = await workspace({}, onTestFinished);
    for (const input of ['input.md', 'input']) {
      if (existsSync(join(folder, input))) {
        cpSync(join(folder, input), join(cwd, input), { recursive: true, verbatimSymlinks: true });
      }
    }
    const { args, env } = commandOf(folder);
    const { code, stderr } = await deckhand(args, { cwd, env });
    const seen = stderr.replaceAll(cwd, '<folder>');

    expect(seen).toContain(`[${codeOf(name)}]`);
    expect(code === 0).toBe(!/^(?:\S+ )?error /m.test(seen));
    const path = join(folder, 'expected.txt');
    if (process.env.UPDATE) writeFileSync(path, seen);
    expect(seen).toBe(readFileSync(path, 'utf8'));
  });
});

/** `deck/unknown-key.in-edition` is a case of `deck/unknown-key`. */
function codeOf(name: string): Code {
  return name.split('.')[0] as Code;
}

function commandOf(folder: string): { args: readonly string[]; env: Readonly<Record<string, string>> } {
  const path = join(folder, 'command.txt');
  const input = existsSync(join(folder, 'input.md')) ? 'input.md' : 'input';
  const words = existsSync(path) ? readFileSync(path, 'utf8').trim().split(/\s+/) : ['check', input];
  const variables = words
    .filter((word) => /^[A-Z_]+=/.test(word))
    .map((word) => word.split('=') as [string, string]);
  return { args: words.slice(variables.length), env: Object.fromEntries(variables) };
}

function mentions(path: string, code: string): boolean {
  const full = join(packageRoot(), path);
  return existsSync(full) && readFileSync(full, 'utf8').includes(code);
}
