import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, open, readdir, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { packageRoot } from '../../src/package-root.js';
import { cli, deckhand, finished, startDeckhand } from '../support/deckhand.js';
import { workspace } from '../support/workspace.js';

const good = '---\ntitle: A talk\n---\n\n## A title\n\nA few words.\n';
const bad = '---\ntitle: A talk\nduratoin: 45m\n---\n\n## A title\n';
/** What sets a colour on a terminal. A progress bar is drawn by other sequences. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control characters
const colour = /\u001b\[[\d;]*m/;

describe('a build', () => {
  test('that succeeds says on stdout what it made and, in its last line, what to open', async () => {
    const cwd = await workspace({ 'talk.md': good });
    const { code, stdout, stderr } = await deckhand(['build', 'talk.md'], { cwd });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^ +1 page +1 sheet +\d+ kB {2}fit for grey {2}dist\/public\/talk\/slides\.pdf$/m);
    expect(stdout).toMatch(/^ +\d+ kB +dist\/private\/talk\/present\.html$/m);
    expect(stdout.trimEnd().split('\n').at(-1)).toBe('Open dist/public/index.html');
  });

  test('that fails says on stderr what is wrong and nothing on stdout', async () => {
    const cwd = await workspace({ 'talk.md': bad });
    const { code, stdout, stderr } = await deckhand(['build', 'talk.md'], { cwd });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^talk\.md:3:1 error .*\[deck\/unknown-key\]$/m);
    expect(stderr).toMatch(/^1 error\.$/m);
    expect(await readdir(cwd)).toEqual(['talk.md']);
  });

  test('with warnings is a success, and with --strict a failure that leaves nothing behind', async () => {
    const cwd = await workspace({ 'talk.md': '---\ntitle: A talk\nmarp: true\n---\n\n## A title\n' });
    const args = ['build', 'talk.md', '--product', 'deck'];
    expect(await deckhand([...args, '--strict'], { cwd })).toMatchObject({ code: 1, stdout: '' });
    expect(await readdir(cwd)).toEqual(['talk.md']);
    const { code, stderr } = await deckhand(args, { cwd });
    expect(code).toBe(0);
    expect(stderr).toContain('1 warning.');
  });

  test('with nothing to build has an exit code of its own', async () => {
    const cwd = await workspace({ 'README.md': 'No deck.\n' });
    expect(await deckhand(['build'], { cwd })).toMatchObject({ code: 3, stdout: '' });
    const later = await workspace({ 'talk.md': good });
    expect(await deckhand(['build', '--product', 'solutions'], { cwd: later })).toMatchObject({
      code: 3,
      stdout: '',
    });
  });

  test('without a browser has the same one, and without need of it succeeds', async () => {
    const cwd = await workspace({ 'talk.md': good });
    const env = {
      PATH: cwd,
      PUPPETEER_CACHE_DIR: cwd,
      PUPPETEER_EXECUTABLE_PATH: '',
      XDG_CACHE_HOME: '/dev/null',
    };
    const { code, stdout, stderr } = await deckhand(['build', 'talk.md'], { cwd, env });
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
    expect(stderr).toContain('[browser/missing]');
    expect(await deckhand(['doctor'], { cwd, env })).toMatchObject({ code: 3, stderr: '' });
    expect(await deckhand(['build', 'talk.md', '--product', 'deck,present'], { cwd, env })).toMatchObject({
      code: 0,
    });
  });
});

describe('--format json', () => {
  test('prints one document with the products', async () => {
    const cwd = await workspace({ 'talk.md': good });
    const { code, stdout, stderr } = await deckhand(
      ['build', 'talk.md', '--format', 'json', '--product', 'deck'],
      { cwd },
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(JSON.parse(stdout)).toEqual({
      diagnostics: [],
      products: ['dist/public/index.html', 'dist/public/talk/index.html'],
    });
  });

  test('prints one document with the diagnostics, files relative to the working folder', async () => {
    const cwd = await workspace({ 'talks/talk.md': bad, 'here/x': '' });
    for (const command of ['build', 'check']) {
      const { code, stdout, stderr } = await deckhand([command, '../talks', '--format', 'json'], {
        cwd: join(cwd, 'here'),
      });
      expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
      expect(JSON.parse(stdout)).toEqual({
        diagnostics: [
          {
            code: 'deck/unknown-key',
            severity: 'error',
            message: 'Unknown key `duratoin` in the front matter.',
            hint: 'Did you mean `duration`?',
            file: '../talks/talk.md',
            line: 3,
            column: 1,
            endLine: 3,
            endColumn: 9,
            related: [],
          },
        ],
        products: [],
      });
    }
  });
});

describe('colours', () => {
  /** What the command prints on a terminal, stdout and stderr together. */
  async function onTerminal(cwd: string, env: Readonly<Record<string, string>> = {}): Promise<string> {
    const { NO_COLOR: _none, FORCE_COLOR: _force, CI: _ci, ...rest } = process.env;
    const command = `'${process.execPath}' '${cli}' check talk.md`;
    const terminal = promisify(execFile)('script', ['-qc', command, '/dev/null'], {
      cwd,
      env: { ...rest, TERM: 'xterm-256color', ...env },
    });
    return (await terminal).stdout;
  }

  test('are there on a terminal, and not when NO_COLOR is set', async () => {
    const cwd = await workspace({ 'talk.md': bad });
    expect(await onTerminal(cwd)).toMatch(colour);
    expect(await onTerminal(cwd, { NO_COLOR: '1' })).not.toMatch(colour);
  });

  test('are not there in a pipe', async () => {
    const cwd = await workspace({ 'talk.md': bad });
    expect((await deckhand(['check', 'talk.md'], { cwd })).stderr).not.toMatch(colour);
  });
});

describe('a reader that goes away', () => {
  test.for([['explain'], ['--help'], ['check', 'talk.md', '--format', 'json']])(
    'ends nothing and is no error: %s',
    async (args) => {
      const cwd = await workspace({ 'talk.md': good });
      const child = startDeckhand(args, { cwd });
      child.stdout?.destroy();
      expect(await finished(child)).toMatchObject({ code: 0, stderr: '' });
    },
  );

  test('does not keep a build from being finished', async () => {
    const cwd = await workspace({ 'talk.md': good });
    const child = startDeckhand(['build', 'talk.md', '--product', 'deck'], { cwd });
    child.stdout?.destroy();
    child.stderr?.destroy();
    const [code] = await once(child, 'exit');
    expect(code).toBe(0);
    expect(await readdir(join(cwd, 'dist', 'public', 'talk'))).toContain('index.html');
  });
});

test.skipIf(process.platform !== 'linux')('a stdout on a full disk is no success', async () => {
  const cwd = await workspace();
  const full = await open('/dev/full', 'w');
  const child = spawn(process.execPath, [cli, 'explain'], { cwd, stdio: ['ignore', full.fd, 'pipe'] });
  const { code, stderr } = await finished(child);
  await full.close();
  expect(code).toBe(1);
  expect(stderr).toMatch(/^error The results cannot be written to stdout: ENOSPC.*$/m);
});

describe('a bug of ours', () => {
  /** The command, in a package that has lost its templates. */
  async function broken(cwd: string): Promise<string> {
    const root = join(cwd, 'package');
    await mkdir(root);
    await cp(dirname(cli), join(root, 'lib'), { recursive: true });
    await cp(join(packageRoot(), 'package.json'), join(root, 'package.json'));
    await symlink(join(packageRoot(), 'node_modules'), join(root, 'node_modules'));
    return join(root, 'lib', 'cli.js');
  }

  test('is told in a few lines with what to report, and ends with 70', async () => {
    const cwd = await workspace({ 'talk.md': good });
    const command = { cwd, command: await broken(cwd) };
    const { code, stdout, stderr } = await deckhand(['build', 'talk.md'], command);
    expect({ code, stdout }).toEqual({ code: 70, stdout: '' });
    expect(stderr).toContain('This is a bug of ours.');
    expect(stderr).toContain(`Node.js ${process.versions.node}`);
    expect(stderr).not.toMatch(/^\s+at /m);
    const debugged = await deckhand(['build', 'talk.md'], { ...command, env: { DEBUG: 'deckhand' } });
    expect(debugged.code).toBe(70);
    expect(debugged.stderr).toMatch(/^\s+at /m);
  });
});
