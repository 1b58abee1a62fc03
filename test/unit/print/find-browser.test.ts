import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { findBrowser } from '../../../src/print/find-browser.js';
import { inspectBrowsers } from '../../../src/print/inspect-browsers.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'deckhand-test-'));
  vi.stubEnv('PUPPETEER_EXECUTABLE_PATH', '');
  vi.stubEnv('PUPPETEER_CACHE_DIR', join(folder, 'puppeteer'));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true });
});

/** A program that only says something and ends. */
async function program(name: string, script: string): Promise<string> {
  const path = join(folder, name);
  await mkdir(join(path, '..'), { recursive: true });
  await writeFile(path, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  return path;
}
const saysVersion = (version: string) => `echo "${version}"`;
const lacksNss =
  'echo "$0: error while loading shared libraries: libnss3.so: cannot open shared object file: No such file or directory" >&2; exit 127';

/** No shell from the package: there is a file where the cache folder should be. */
async function withoutBundled(): Promise<void> {
  await writeFile(join(folder, 'cache'), '');
  vi.stubEnv('XDG_CACHE_HOME', join(folder, 'cache'));
  vi.stubEnv('PATH', join(folder, 'bin'));
}

describe('the browser named with --browser', () => {
  test('is taken before any other', async () => {
    const path = await program('mine', saysVersion('Chromium 200.1.2.3'));
    vi.stubEnv('PUPPETEER_EXECUTABLE_PATH', await program('other', saysVersion('Chromium 100.0.0.0')));
    const { value, diagnostics } = await findBrowser({ browser: 'mine', cwd: folder });
    expect(value).toMatchObject({ source: 'option', path, version: 'Chromium 200.1.2.3' });
    expect(diagnostics).toEqual([]);
  });

  test.for([
    ['is not there', null, 'The browser `mine` is not there.'],
    [
      'does not run',
      'echo "Illegal instruction" >&2; exit 132',
      'The browser `mine` does not start: Illegal instruction',
    ],
    ['is something else', 'echo hello', 'The browser `mine` does not start: hello'],
    [
      'lacks a library',
      lacksNss,
      'The browser `mine` cannot start, because the library `libnss3.so` is not installed.',
    ],
  ] as const)('is an error when it %s, and no other takes its place', async ([, script, message]) => {
    if (script !== null) await program('mine', script);
    const { value, diagnostics } = await findBrowser({ browser: 'mine', cwd: folder });
    expect(value).toBeNull();
    expect(diagnostics).toMatchObject([{ code: 'browser/not-usable', severity: 'error', message }]);
  });

  test('names the package of the library that it lacks', async () => {
    await program('mine', lacksNss);
    const { diagnostics } = await findBrowser({ browser: 'mine', cwd: folder });
    expect(diagnostics[0]?.hint).toContain('apt-get install libnss3');
  });
});

describe('without --browser', () => {
  test('the environment comes first', async () => {
    const path = await program('named', saysVersion('Google Chrome 140.0.1.2'));
    vi.stubEnv('PUPPETEER_EXECUTABLE_PATH', path);
    expect((await findBrowser()).value).toMatchObject({ source: 'environment', path });
  });

  test('a name in the environment that leads nowhere is said, and the next browser is taken', async () => {
    vi.stubEnv('PUPPETEER_EXECUTABLE_PATH', join(folder, 'nowhere'));
    const { value, diagnostics } = await findBrowser();
    expect(value?.source).not.toBe('environment');
    expect(diagnostics).toMatchObject([{ code: 'browser/passed-over', severity: 'warning' }]);
  });

  test.runIf(process.platform === 'linux' && process.arch === 'x64')(
    'the shell from the package is taken before what puppeteer and the system have',
    async () => {
      await program('bin/google-chrome', saysVersion('Google Chrome 200.0.0.0'));
      vi.stubEnv('PATH', `${join(folder, 'bin')}:${process.env.PATH}`);
      const { value, diagnostics } = await findBrowser();
      expect(value).toMatchObject({ source: 'bundled', version: expect.stringMatching(/^Chromium 147\./) });
      expect(diagnostics).toEqual([]);
    },
  );

  test.runIf(process.platform === 'linux')(
    'the newest of puppeteer’s, shells first, then the system’s',
    async () => {
      await withoutBundled();
      const system = await program('bin/chromium', saysVersion('Chromium 180.0.0.0'));
      expect((await findBrowser()).value).toMatchObject({ source: 'system', path: system });
      await program('puppeteer/chrome/linux-99.0.1/chrome-linux64/chrome', saysVersion('Chrome 99.0.1'));
      const newer = await program(
        'puppeteer/chrome/linux-147.0.1/chrome-linux64/chrome',
        saysVersion('Chrome 147.0.1'),
      );
      expect((await findBrowser()).value).toMatchObject({ source: 'puppeteer', path: newer });
      const shell = await program(
        'puppeteer/chrome-headless-shell/linux-140.0.1/chrome-headless-shell-linux64/chrome-headless-shell',
        saysVersion('Chrome 140.0.1'),
      );
      expect((await findBrowser()).value).toMatchObject({ source: 'puppeteer', path: shell });
    },
  );

  test.runIf(process.platform === 'linux')('one that does not run is passed over', async () => {
    await withoutBundled();
    await program('bin/google-chrome', 'exit 1');
    const path = await program('bin/chromium', saysVersion('Chromium 180.0.0.0'));
    expect((await findBrowser()).value).toMatchObject({ source: 'system', path });
  });

  test.runIf(process.platform === 'linux')('none at all is an error that says what to run', async () => {
    await withoutBundled();
    const { value, diagnostics } = await findBrowser();
    expect(value).toBeNull();
    expect(diagnostics).toMatchObject([
      { code: 'browser/missing', hint: expect.stringContaining('npx puppeteer browsers install') },
    ]);
  });

  test.runIf(process.platform === 'linux')(
    'only one that lacks a library is an error that names it',
    async () => {
      await withoutBundled();
      await program('bin/chromium', lacksNss);
      const { diagnostics } = await findBrowser();
      expect(diagnostics).toMatchObject([
        {
          code: 'browser/missing-library',
          message: expect.stringContaining('`libnss3.so`'),
          hint: expect.stringContaining('apt-get install libnss3'),
        },
      ]);
    },
  );
});

describe('the report on browsers', () => {
  test('lists what was found, says which one prints, and prints a page with it', async () => {
    vi.stubEnv('PUPPETEER_EXECUTABLE_PATH', join(folder, 'nowhere'));
    const report = await inspectBrowsers();
    expect(report.candidates[0]).toMatchObject({
      source: 'environment',
      problem: 'is not there.',
      chosen: false,
    });
    expect(report.candidates.filter((one) => one.chosen)).toHaveLength(1);
    expect(report.trial).toMatchObject({ works: true });
  });

  test('does not try another browser than the one that is asked for', async () => {
    await program('mine', 'exit 1');
    const report = await inspectBrowsers({ browser: 'mine', cwd: folder });
    expect(report.trial).toBeNull();
    expect(report.candidates.filter((one) => one.chosen)).toEqual([]);
  });

  test('says when the browser starts and cannot print', async () => {
    await program(
      'mine',
      'test "$1" = --version && echo "Chromium 1.2" || { echo "no display" >&2; exit 1; }',
    );
    const report = await inspectBrowsers({ browser: 'mine', cwd: folder });
    expect(report.trial).toMatchObject({ works: false, notes: [expect.stringContaining('no display')] });
  });
});
