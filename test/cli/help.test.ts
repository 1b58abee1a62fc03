import { describe, expect, test } from 'vitest';
import { packageVersion } from '../../src/package-root.js';
import { deckhand } from '../support/deckhand.js';
import { workspace } from '../support/workspace.js';

const commands = ['build', 'preview', 'check', 'init', 'themes', 'explain', 'doctor'];

describe('help', () => {
  test('of the whole lists every command, examples and exit codes, on stdout', async () => {
    const { code, stdout, stderr } = await deckhand(['--help'], { cwd: await workspace() });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const command of commands) expect(stdout).toMatch(new RegExp(`^  ${command} `, 'm'));
    expect(stdout).toContain('Examples:');
    expect(stdout).toContain('Exit codes:');
  });

  test('does not list what does not work yet', async () => {
    const cwd = await workspace();
    for (const args of [['--help'], ['build', '--help']]) {
      const { stdout } = await deckhand(args, { cwd });
      expect(stdout).not.toMatch(/^ {2}labs |\blabs test\b/m);
    }
  });

  test.for(commands)('of %s has examples, and is the same by both ways', async (command) => {
    const cwd = await workspace();
    const asked = await deckhand([command, '--help'], { cwd });
    expect(asked).toMatchObject({ code: 0, stderr: '' });
    expect(asked.stdout).toContain(`deckhand ${command}`);
    expect(asked.stdout).toContain('Examples:');
    expect(await deckhand(['help', command], { cwd })).toEqual(asked);
  });

  test('fits into eighty columns', async () => {
    const cwd = await workspace();
    for (const command of commands) {
      const { stdout } = await deckhand([command, '--help'], { cwd });
      expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
    }
  });

  test('comes on stderr, with exit code 2, when no command was given', async () => {
    const { code, stdout, stderr } = await deckhand([], { cwd: await workspace() });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('Usage: deckhand');
  });

  test.for(['--version', '-V'])('%s prints the version', async (flag) => {
    const run = await deckhand([flag], { cwd: await workspace() });
    expect(run).toEqual({ code: 0, stdout: `${packageVersion()}\n`, stderr: '' });
  });
});
