import { execFile } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PNG } from 'pngjs';
import { describe, expect, test } from 'vitest';
import { packageRoot } from '../../src/package-root.js';
import { revealThemes, themeNames } from '../../src/theme/load-theme.js';
import { cli, deckhand } from '../support/deckhand.js';
import { contents, scatter, temporaryFolder } from '../support/output-folder.js';

const mine = 'title: Mine\nabout: For us & ours.\nextends: harbor\n';

/** Names of pictures without what says what is in them. */
function plainNames(text = ''): string {
  return text.replace(/\.[0-9a-f]{8}\.png/g, '.png');
}

function picturesIn(folder: string): ReadonlyMap<string, Buffer> {
  const names = readdirSync(join(folder, 'assets')).filter((name) => name.endsWith('.png'));
  return new Map(names.map((name) => [plainNames(name), readFileSync(join(folder, 'assets', name))]));
}

/**
 * On a busy machine the browser rounds three pixels of this boat's corners the other way, once in some thirty times, by up to three steps
 * of 256; no other picture ever.
 */
const boats: readonly string[] = ['tangram-light-1.png', 'tangram-dark-1.png'];

function largestDifference(one: Buffer, other: Buffer): number {
  const [seen, expected] = [PNG.sync.read(one).data, PNG.sync.read(other).data];
  return seen.reduce((most, value, at) => Math.max(most, Math.abs(value - (expected[at] ?? 256))), 0);
}

describe('deckhand themes --gallery', () => {
  test('shows every theme, one’s own included, light and dark on eight slides, with the same bytes again', async () => {
    const cwd = temporaryFolder();
    scatter(cwd, { 'themes/mine/theme.yaml': mine, 'themes/folio/theme.yaml': mine });
    const run = await deckhand(['themes', '--gallery'], { cwd });
    expect(run).toEqual({ code: 0, stdout: 'Open themes-gallery/themes.html\n', stderr: '' });
    const folder = join(cwd, 'themes-gallery');
    const first = contents(folder);
    const drawn = picturesIn(folder);
    const page = first['themes.html'] ?? '';
    const pictures = [...page.matchAll(/<img src="([^"]+)" alt="([^"]+)"/g)];
    const templates = join(packageRoot(), 'templates');
    const themes = themeNames(templates).length + 2;
    const ofReveal = revealThemes(templates);
    expect(pictures).toHaveLength(themes * 2 * 8 + ofReveal.length);
    expect(pictures.filter(([, path]) => !existsSync(join(folder, path as string)))).toEqual([]);
    const alts = pictures.map(([, , alt]) => alt);
    expect(alts.slice(0, 2)).toEqual(['Beacon, Light: the cover', 'Beacon, Light: a section']);
    expect(new Set(pictures.slice(0, 16).map(([, path]) => path)).size).toBe(16);
    expect(page).toContain('theme: mine\nvariant: dark');
    expect(page).toContain('theme: ./themes/folio\n');
    expect(page).toContain('theme: reveal/black-contrast<');
    const revealed = pictures.slice(-ofReveal.length);
    expect(new Set(revealed.map(([, path]) => first[path as string])).size).toBe(ofReveal.length);
    expect(page).toContain('For us &amp; ours.');
    expect(page).not.toMatch(/<script|https?:\/\/(?!openfontlicense|scripts\.sil)[^<]*"/);

    // Again, at a terminal: there it opens.
    const opened = join(cwd, 'opened');
    scatter(cwd, { 'bin/xdg-open': `#!/bin/sh\necho "$1" > '${opened}'\n` });
    chmodSync(join(cwd, 'bin/xdg-open'), 0o755);
    const command = `'${process.execPath}' '${cli}' themes --gallery -o themes-gallery`;
    const PATH = `${join(cwd, 'bin')}:${process.env.PATH}`;
    await promisify(execFile)('script', ['-qc', command, '/dev/null'], {
      cwd,
      env: { ...process.env, PATH },
    });
    const later = contents(folder);
    expect(plainNames(later['themes.html'])).toBe(plainNames(page));
    const again = picturesIn(folder);
    expect([...again.keys()].sort()).toEqual([...drawn.keys()].sort());
    const others = [...again].filter(([name, bytes]) => drawn.get(name)?.equals(bytes) !== true);
    for (const [name, bytes] of others) {
      expect(boats).toContain(name);
      expect(largestDifference(bytes, drawn.get(name) as Buffer), name).toBeLessThan(4);
    }
    if (others.length === 0) expect(later).toEqual(first);
    await expect
      .poll(() => existsSync(opened) && readFileSync(opened, 'utf8'))
      .toBe(`${join(folder, 'themes.html')}\n`);
  }, 240_000);

  test('leaves a folder alone that holds what is not ours', async () => {
    const cwd = temporaryFolder();
    scatter(cwd, { 'mine/letter.txt': 'dear' });
    const run = await deckhand(['themes', '--gallery', '-o', 'mine'], { cwd });
    expect([run.code, run.stderr]).toEqual([2, expect.stringContaining('output/not-ours')]);
    expect(contents(cwd)).toEqual({ 'mine/letter.txt': 'dear' });
  });

  test('takes its flags only where it is asked for', async () => {
    const cwd = temporaryFolder();
    const run = await deckhand(['themes', '-o', 'there'], { cwd });
    expect([run.code, run.stdout, run.stderr]).toEqual([2, '', expect.stringContaining('--gallery')]);
  });

  test('makes nothing without a browser', async () => {
    const cwd = temporaryFolder();
    const run = await deckhand(['themes', '--gallery', '--browser', 'nowhere'], { cwd });
    expect([run.code, run.stdout]).toEqual([3, '']);
    expect(run.stderr).toContain('[browser/');
    expect(contents(cwd)).toEqual({});
  });

  test('makes nothing where a theme is broken, and says which', async () => {
    const cwd = temporaryFolder();
    scatter(cwd, { 'themes/mine/theme.yaml': `${mine}slides: [gone.css]\n` });
    const run = await deckhand(['themes', '--gallery'], { cwd });
    expect([run.code, run.stderr]).toEqual([1, expect.stringContaining('`gone.css`')]);
    expect(existsSync(join(cwd, 'themes-gallery'))).toBe(false);
  }, 120_000);
});
