import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, statSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build as bundle } from 'esbuild';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { findBrowser } from '../../src/print/find-browser.js';
import { type BrowserPage, type LentBrowser, startBrowser } from '../../src/print/lend.js';
import { printPage } from '../../src/print/print-page.js';
import { paperPage, sheets, testBrowser } from '../support/printing.js';
import { processesWith } from '../support/processes.js';

/** Profiles lie here, so that the browsers of a test can be told from others by their command lines. */
let temporary: string;
let browser: LentBrowser | undefined;
beforeEach(async () => {
  temporary = await mkdtemp(join(tmpdir(), 'deckhand-test-'));
  vi.stubEnv('TMPDIR', temporary);
});
afterEach(async () => {
  await browser?.end();
  browser = undefined;
  vi.unstubAllEnvs();
  await rm(temporary, { recursive: true, force: true });
});

const browsers = () => processesWith(`--user-data-dir=${temporary}`);
const profiles = () => readdirSync(temporary).flatMap((root) => readdirSync(join(temporary, root)));
const one = paperPage(sheets([{ id: 'a', html: 'One' }]));

/** Ends the tab from inside. */
async function crashPage({ session }: BrowserPage): Promise<never> {
  await session.send('Page.navigate', { url: 'chrome://crash' });
  return new Promise(() => {});
}

/** Ends the browser's first process from outside. */
async function killBrowser(): Promise<never> {
  for (const id of processesWith(`--user-data-dir=${temporary}`, '--remote-debugging-pipe'))
    process.kill(id, 'SIGKILL');
  return new Promise(() => {});
}

describe('a lent browser', () => {
  test('is gone with its profile when it is given back', async () => {
    browser = await testBrowser();
    expect((await printPage(browser, one)).value).not.toBeNull();
    expect(browsers().length).toBeGreaterThan(0);
    await browser.end();
    await expect.poll(browsers).toEqual([]);
    expect(profiles()).toEqual([]);
  });

  test.for([
    ['the page crashes', crashPage],
    ['the browser is killed', killBrowser],
  ] as const)('runs a job once more when %s', async ([, fail]) => {
    browser = await testBrowser();
    let runs = 0;
    const result = await browser.withPage(10_000, async (page) => {
      runs++;
      return runs === 1 ? fail(page) : 'done';
    });
    expect([result, runs]).toEqual(['done', 2]);
  });

  test('gives a job up that crashes twice, and takes the next one', async () => {
    browser = await testBrowser();
    let runs = 0;
    const twice = browser.withPage(10_000, (page) => {
      runs++;
      return crashPage(page);
    });
    await expect(twice).rejects.toMatchObject({ name: 'BrowserFailure', kind: 'crashed' });
    expect(runs).toBe(2);
    expect((await printPage(browser, one)).value).not.toBeNull();
  });

  test('ends a job at its deadline, does not try again, and takes the next one', async () => {
    browser = await testBrowser();
    let runs = 0;
    const endless = browser.withPage(400, async ({ session }) => {
      runs++;
      await session.send('Runtime.evaluate', { expression: 'while (true);' });
    });
    await expect(endless).rejects.toMatchObject({ name: 'BrowserFailure', kind: 'timeout' });
    expect(runs).toBe(1);
    expect((await printPage(browser, one)).value).not.toBeNull();
  });

  test('prints the other page of two when the browser goes in the middle', async () => {
    browser = await testBrowser();
    const endless = browser.withPage(700, ({ session }) =>
      session.send('Runtime.evaluate', { expression: 'while (true);' }),
    );
    const slow = browser.withPage(10_000, async ({ session }) => {
      await new Promise((resolve) => setTimeout(resolve, 900));
      return (await session.send('Runtime.evaluate', { expression: '6 * 7' })).result.value;
    });
    await expect(endless).rejects.toMatchObject({ kind: 'timeout' });
    expect(await slow).toBe(42);
  });

  test('passes on what a job throws', async () => {
    browser = await testBrowser();
    const failing = browser.withPage(10_000, async () => {
      throw new RangeError('of its own');
    });
    await expect(failing).rejects.toThrow(new RangeError('of its own'));
  });

  test('ends at once when the signal fires, and jobs throw its reason', async () => {
    const interruption = new AbortController();
    browser = await testBrowser(interruption.signal);
    const waiting = browser.withPage(10_000, async () => {
      interruption.abort(new Error('Interrupted.'));
      return new Promise(() => {});
    });
    await expect(waiting).rejects.toThrow('Interrupted.');
    await expect(printPage(browser, one)).rejects.toThrow('Interrupted.');
    await expect.poll(browsers).toEqual([]);
    await expect.poll(profiles).toEqual([]);
  });

  test('does not start at all when the signal has fired before', async () => {
    const { value } = await findBrowser();
    if (value === null) throw new Error('There is no browser.');
    browser = startBrowser(value, AbortSignal.abort(new Error('Interrupted.')));
    await expect(browser.withPage(10_000, async () => 'done')).rejects.toThrow('Interrupted.');
    await expect.poll(browsers).toEqual([]);
  });

  test('goes with a process that is killed, and the next start sweeps its profile', async () => {
    const { value } = await findBrowser();
    const driver = join(temporary, 'driver.mjs');
    await bundle({
      entryPoints: [join(import.meta.dirname, '..', 'support', 'browser-driver.ts')],
      outfile: driver,
      bundle: true,
      format: 'esm',
      platform: 'node',
      target: 'node20.19',
      banner: {
        js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
      },
      logLevel: 'error',
    });
    const child = spawn(process.execPath, [driver, value?.path ?? ''], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    expect(browsers().length).toBeGreaterThan(0);
    child.kill('SIGKILL');
    await once(child, 'exit');
    await expect.poll(browsers, { timeout: 5000 }).toEqual([]);
    await rm(driver);
    expect(profiles()).toHaveLength(1);

    browser = await testBrowser();
    await printPage(browser, one);
    expect(profiles()).toHaveLength(1);
    expect(profiles()[0]).toMatch(new RegExp(`^${process.pid}-`));
  });

  test('says why it could not start', async () => {
    const stub = join(temporary, 'stub');
    await writeFile(stub, '#!/bin/sh\necho "cannot open display" >&2\nexit 1\n', { mode: 0o755 });
    browser = startBrowser({ source: 'option', path: stub, version: null, libraries: null, fonts: null });
    const { value, diagnostics } = await printPage(browser, one);
    expect(value).toBeNull();
    expect(diagnostics).toMatchObject([
      { code: 'browser/no-start', message: expect.stringContaining('cannot open display') },
    ]);
  });

  test('says so when there is no room for its profile', async () => {
    await writeFile(join(temporary, 'file'), '');
    vi.stubEnv('TMPDIR', join(temporary, 'file', 'below'));
    browser = await testBrowser();
    const { value, diagnostics } = await printPage(browser, one);
    expect(value).toBeNull();
    expect(diagnostics).toMatchObject([
      { code: 'browser/no-start', message: expect.stringContaining('no folder for its profile') },
    ]);
  });

  test('keeps out of a profile folder that is not its own', async () => {
    const taken = join(temporary, `deckhand-${process.getuid?.()}`);
    await writeFile(taken, 'a file where the folder should be');
    browser = await testBrowser();
    expect((await printPage(browser, one)).value).not.toBeNull();
    expect(statSync(taken).isFile()).toBe(true);
  });
});
