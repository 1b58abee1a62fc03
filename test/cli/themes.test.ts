import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { deckhand } from '../support/deckhand.js';
import { contents, scatter, temporaryFolder } from '../support/output-folder.js';

const talk = (theme: string) => `---\ntheme: ${theme}\n---\n\n# Talk\n\n---\n\n## Slide\n\nwords\n`;

describe('deckhand themes', () => {
  test('lists ours with what they are for, and those of the working folder', async () => {
    const cwd = temporaryFolder();
    scatter(cwd, { 'themes/mine/theme.yaml': 'title: Mine\nabout: For us.\nextends: harbor\n' });
    const { code, stdout } = await deckhand(['themes'], { cwd });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^ {2}harbor +Wide steel lettering/m);
    expect(stdout).toMatch(/In themes\/ of this folder:\n {2}mine +For us\./);
  });

  test('makes a theme that builds at once, by its name and by its path', async () => {
    const cwd = temporaryFolder();
    const made = await deckhand(['themes', 'new', 'acme'], { cwd });
    expect(made).toMatchObject({ code: 0, stderr: '' });
    expect(Object.keys(contents(join(cwd, 'themes'))).sort()).toEqual(['acme/look.css', 'acme/theme.yaml']);
    scatter(cwd, { 'one.md': talk('acme'), 'two.md': talk('./themes/acme') });
    const run = await deckhand(['build', '.', '--product', 'deck'], { cwd });
    expect(run).toMatchObject({ code: 0, stderr: '' });
    const built = contents(join(cwd, 'dist'));
    for (const deck of ['one', 'two']) {
      expect(built[`public/${deck}/index.html`]).toContain('data-theme="acme"');
      const sheet = Object.entries(built).find(([path]) => path.startsWith(`public/${deck}/assets/theme.`));
      expect(sheet?.[1]).toContain('--cover:#122a4d');
    }
  });

  test('writes over nothing, and takes no name that a folder cannot have', async () => {
    const cwd = temporaryFolder();
    mkdirSync(join(cwd, 'themes/acme'), { recursive: true });
    const again = await deckhand(['themes', 'new', 'acme'], { cwd });
    expect([again.code, again.stderr]).toEqual([2, expect.stringContaining('usage/folder-not-empty')]);
    const wrong = await deckhand(['themes', 'new', '../acme'], { cwd });
    expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining('usage/theme-name')]);
  });
});

describe('a theme of one’s own', () => {
  test('is not read from outside of the content root', async () => {
    const cwd = temporaryFolder();
    scatter(cwd, {
      'secret.css': '.secret{}',
      'mine/theme.yaml': 'title: Mine\nextends: harbor\nslides: [secret.css]\n',
      'talks/one.md': talk('../mine'),
      'talks/two.md': talk('linked'),
      'talks/themes/linked/theme.yaml': 'title: Linked\nextends: harbor\nslides: [secret.css]\n',
    });
    symlinkSync(join(cwd, 'secret.css'), join(cwd, 'talks/themes/linked/secret.css'));
    const { code, stderr } = await deckhand(['build', 'talks', '--product', 'deck'], { cwd });
    expect(code).toBe(1);
    expect(stderr.match(/\[path\/outside-root\]/g)).toHaveLength(2);
    expect(Object.keys(contents(cwd)).filter((path) => path.includes('dist/'))).toEqual([]);
  });

  test('may bear the name of ours that it extends', async () => {
    const cwd = temporaryFolder();
    scatter(cwd, {
      'talk.md': talk('./harbor'),
      'harbor/theme.yaml': 'title: Ours\nextends: harbor\nslides: [more.css]\n',
      'harbor/more.css': ':root{--accent:#123456}',
    });
    const run = await deckhand(['build', 'talk.md', '--product', 'deck'], { cwd });
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(Object.values(contents(join(cwd, 'dist'))).join('')).toContain('--accent:#123456');
  });
});
