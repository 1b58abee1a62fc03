import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { deckhand, finished, startDeckhand } from '../support/deckhand.js';
import { filesIn } from '../support/files-in.js';
import { scatter, temporaryFolder } from '../support/output-folder.js';

/** Long ago, in seconds: a file that is written again is younger. */
const before = 1_000_000_000;

let cwd: string;
let caches: string;
let code: string;

beforeEach(() => {
  cwd = temporaryFolder();
  caches = join(cwd, 'caches');
  code = join(caches, 'deckhand', 'code');
  scatter(cwd, { 'talk.md': '# A talk\n\n---\n\n## Code\n\n```js\nconst one = 1;\n```\n' });
});

async function build(env: Readonly<Record<string, string | undefined>> = {}) {
  const run = await deckhand(['build', 'talk.md', '--product', 'deck'], {
    cwd,
    env: { XDG_CACHE_HOME: caches, NODE_DISABLE_COMPILE_CACHE: undefined, ...env },
  });
  expect(run.stderr).toBe('');
  expect(run.code).toBe(0);
  return readFileSync(join(cwd, 'dist/public/talk/index.html'), 'utf8');
}

/** What is kept, and whether it was just written. */
function kept() {
  return readdirSync(code).map((name) => {
    const path = join(code, name);
    return { name: name.replace(/-.*/, ''), path, written: statSync(path).mtimeMs > before * 1000 };
  });
}

function age(): void {
  for (const { path } of kept()) utimesSync(path, before, before);
}

const both = ['deck', 'start'];

describe('compiled code', () => {
  it('is kept by the first build and taken by the next ones, which make the same', async () => {
    const first = await build();
    expect(kept().map(({ name }) => name)).toEqual(both);
    // Nobody else may put there what would be run.
    expect(statSync(code).mode & 0o777).toBe(0o700);
    age();
    expect(await build()).toBe(first);
    // The engine has refused none: what it refuses is written again.
    expect(kept().filter(({ written }) => written)).toEqual([]);
  });

  it('is kept apart for each command, since each calls other functions', async () => {
    const run = await deckhand(['themes'], { cwd, env: { XDG_CACHE_HOME: caches } });
    expect(run.code).toBe(0);
    const [early] = kept().filter(({ name }) => name === 'deck');
    await build();
    const sizes = kept().flatMap(({ name, path }) => (name === 'deck' ? [statSync(path).size] : []));
    expect(sizes).toHaveLength(2);
    expect(Math.max(...sizes)).toBeGreaterThan(1.5 * statSync(early?.path ?? '').size);
  });

  it('is not kept of a build that failed, which has called too little', async () => {
    scatter(cwd, { 'talk.md': '# A talk\n\n```js\n' });
    const run = await deckhand(['build', 'talk.md', '--product', 'deck'], {
      cwd,
      env: { XDG_CACHE_HOME: caches },
    });
    expect(run.code).toBe(1);
    expect(filesIn(cwd).filter((path) => path.startsWith('caches'))).toEqual([]);
  });

  it('is kept of what goes on until Ctrl-C', async () => {
    const env = { XDG_CACHE_HOME: caches };
    const child = startDeckhand(['build', 'talk.md', '--product', 'deck', '--watch'], { cwd, env });
    child.stdout?.once('data', () => child.kill('SIGINT'));
    expect((await finished(child)).code).toBe(130);
    expect(kept().map(({ name }) => name)).toEqual(expect.arrayContaining(both));
  });

  it.each([
    ['empty', () => Buffer.alloc(0)],
    ['cut off', (bytes: Buffer) => bytes.subarray(0, 5000)],
    ['of another content', (bytes: Buffer) => Buffer.from(bytes).fill(0x20, 4000, 4100)],
  ])('is not taken where it is %s, but made again', async (_, spoil) => {
    const first = await build();
    for (const { path } of kept()) writeFileSync(path, spoil(readFileSync(path)));
    age();
    expect(await build()).toBe(first);
    expect(kept().map(({ name, written }) => [name, written])).toEqual(both.map((name) => [name, true]));
    age();
    await build();
    expect(kept().filter(({ written }) => written)).toEqual([]);
  });

  it('is neither taken from nor left in a folder that others may write to', async () => {
    mkdirSync(code, { recursive: true });
    chmodSync(code, 0o777);
    await build();
    expect(readdirSync(code)).toEqual([]);
  });

  it('is not kept where nothing can be, and nobody is told', async () => {
    writeFileSync(caches, 'a file, not a folder');
    await build();
    expect(readFileSync(caches, 'utf8')).toBe('a file, not a folder');
  });

  it('is not kept by who does not want it, as with Node.js itself', async () => {
    await build({ NODE_DISABLE_COMPILE_CACHE: '1' });
    expect(filesIn(cwd).filter((path) => path.startsWith('caches'))).toEqual([]);
  });

  it('of earlier versions goes in time, the oldest first', async () => {
    mkdirSync(code, { recursive: true, mode: 0o700 });
    for (let n = 0; n < 90; n++) {
      const path = join(code, `deck-${n}.bin`);
      writeFileSync(path, 'of another version');
      utimesSync(path, before + n, before + n);
    }
    await build();
    const left = readdirSync(code);
    expect(left).toHaveLength(80);
    expect(left).toContain('deck-89.bin');
    expect(left).not.toContain('deck-11.bin');
  });
});
