import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { rememberBrowser, rememberedBrowser } from '../../../src/print/remembered-browser.js';
import { workspace } from '../../support/workspace.js';

afterEach(() => vi.unstubAllEnvs());

test('a browser is known again as long as its program lies there unchanged, and was asked for the same way', async () => {
  const folder = await workspace({ chrome: 'a program' });
  vi.stubEnv('XDG_CACHE_HOME', folder);
  vi.stubEnv('PUPPETEER_EXECUTABLE_PATH', undefined);
  const program = join(folder, 'chrome');
  expect(rememberedBrowser({})).toBeNull();
  rememberBrowser({}, program, 'Chromium 1');
  expect(rememberedBrowser({})).toBe('Chromium 1');
  expect(rememberedBrowser({ browser: 'other', cwd: folder })).toBeNull();
  vi.stubEnv('PUPPETEER_EXECUTABLE_PATH', '/opt/chrome');
  expect(rememberedBrowser({})).toBeNull();
  vi.stubEnv('PUPPETEER_EXECUTABLE_PATH', undefined);
  writeFileSync(program, 'another program');
  expect(rememberedBrowser({})).toBeNull();
  rememberBrowser({}, program, 'Chromium 2');
  expect(rememberedBrowser({})).toBe('Chromium 2');
  rmSync(program);
  expect(rememberedBrowser({})).toBeNull();
});

test('where nothing can be remembered, that is no mistake', async () => {
  const folder = await workspace({ chrome: 'a program', deckhand: 'a file in the way' });
  vi.stubEnv('XDG_CACHE_HOME', folder);
  rememberBrowser({}, join(folder, 'chrome'), 'Chromium 1');
  expect(rememberedBrowser({})).toBeNull();
});
