import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { exitCodeOf } from '../../src/commands/exit-code.js';
import { diagnosticsText } from '../../src/commands/report.js';
import { type Code, catalogue } from '../../src/diagnostics/catalogue.js';
import { packageRoot } from '../../src/package-root.js';
import { check } from '../../src/pipeline/check.js';
import { deckhand, type Run } from '../support/deckhand.js';
import { workspace } from '../support/workspace.js';
import { elsewhere } from './elsewhere.js';

/*
 * Every diagnostic as its author sees it. A case is a folder `<code>/` or, for a further one, `<code>.<name>/`:
 *
 *   input.md or input/   what is wrong; it is copied into an empty folder, which becomes the working folder
 *   command.txt          the command line without `deckhand`, variables first (`A=b check input`); without it the deck
 *                        is checked as `check input.md --product deck` or `check input --product deck` does it
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

  test.for(cases)('%s reads as expected', async (name) => {
    const folder = join(here, name);
    const cwd = await workspace();
    for (const input of ['input.md', 'input']) {
      if (existsSync(join(folder, input))) {
        cpSync(join(folder, input), join(cwd, input), { recursive: true, verbatimSymlinks: true });
      }
    }
    const { code, stderr } = await told(folder, cwd);
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

/** What the command says. Most cases are checked in this process, since to start one takes longer than what they are about. */
async function told(folder: string, cwd: string): Promise<Pick<Run, 'code' | 'stderr'>> {
  const path = join(folder, 'command.txt');
  if (!existsSync(path)) {
    const paths = [existsSync(join(folder, 'input.md')) ? 'input.md' : 'input'];
    const result = await check({ paths, cwd, products: ['deck'] });
    return { code: exitCodeOf(result.outcome), stderr: await diagnosticsText(result, false) };
  }
  const words = readFileSync(path, 'utf8').trim().split(/\s+/);
  const variables = words
    .filter((word) => /^[A-Z_]+=/.test(word))
    .map((word) => word.split('=') as [string, string]);
  return deckhand(words.slice(variables.length), { cwd, env: Object.fromEntries(variables) });
}

function mentions(path: string, code: string): boolean {
  const full = join(packageRoot(), path);
  return existsSync(full) && readFileSync(full, 'utf8').includes(code);
}
