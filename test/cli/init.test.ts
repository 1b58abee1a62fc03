import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { deckhand } from '../support/deckhand.js';
import { workspace } from '../support/workspace.js';

describe('init', () => {
  test('writes a talk that builds at once, without a warning', async () => {
    const cwd = await workspace();
    const made = await deckhand(['init', 'my talk'], { cwd });
    expect(made).toMatchObject({ code: 0, stderr: '' });
    expect(made.stdout).toContain("cd 'my talk'\n  deckhand build\n");

    const built = await deckhand(['build', '--strict'], { cwd: join(cwd, 'my talk') });
    expect(built).toMatchObject({ code: 0, stderr: '' });
    const opened = /^Open (.*)$/m.exec(built.stdout)?.[1] ?? '';
    expect(await readFile(join(cwd, 'my talk', opened), 'utf8')).toContain('<!doctype html>');
    for (const product of ['index.html', 'slides.pdf', 'handout.pdf', 'present.html']) {
      expect(built.stdout).toContain(product);
    }
  });

  test('writes into the working folder when that is empty, a new repository included', async () => {
    const cwd = await workspace({ '.git/HEAD': 'ref: refs/heads/main\n' });
    expect(await deckhand(['init'], { cwd })).toMatchObject({ code: 0 });
    expect((await readdir(cwd)).length).toBeGreaterThan(1);
    expect(await deckhand(['check'], { cwd })).toMatchObject({ code: 0, stderr: '' });
  });

  test.for([[], ['.'], ['talk']])('changes nothing where something is: %s', async (folder) => {
    const cwd = await workspace({ 'talk/thesis.md': 'years of work\n' });
    const before = await readdir(cwd, { recursive: true });
    const { code, stdout, stderr } = await deckhand(['init', ...folder], { cwd });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('[usage/folder-not-empty]');
    expect(await readdir(cwd, { recursive: true })).toEqual(before);
  });

  test.skipIf(process.platform !== 'linux')('says so where no folder can be made', async () => {
    const { code, stderr } = await deckhand(['init', '/proc/my-talk'], { cwd: await workspace() });
    expect(code).toBe(2);
    expect(stderr).toContain('[usage/cannot-write]');
  });
});
