import { mkdtemp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import puppeteer, { type Browser, type BrowserContext } from 'puppeteer-core';
import { inject, onTestFinished } from 'vitest';
import { packageRoot } from '../../src/package-root.js';
import { prepareDeck } from '../../src/pipeline/prepare.js';
import { openSession } from '../../src/pipeline/session.js';
import { findBrowser } from '../../src/print/find-browser.js';
import type { RenderedPage } from '../../src/render/page.js';
import type { RenderedEdition } from '../../src/render/rendered-edition.js';
import { noBrowser } from './no-browser.js';
import { workspace } from './workspace.js';

/** Whatever opens pages: a browser of one's own, or a part of one. */
export type Viewer = Pick<Browser, 'newPage'>;

/**
 * A browser as a presenter has one: it opens files from disk, runs scripts and opens windows. Without one a test
 * fails: it is never skipped. It is a part of the one that all test files share, and has nothing in common with the other parts.
 */
export async function viewer(): Promise<BrowserContext> {
  const part = await (await sharedViewer()).createBrowserContext();
  onTestFinished(() => part.close());
  return part;
}

let shared: Promise<Browser> | null = null;

/** To start one takes longer than many a test. It ends with this process, which holds its pipe. */
async function sharedViewer(): Promise<Browser> {
  if (shared !== null && (await shared).connected) return shared;
  // Nobody tidies up behind a process that is killed, but the folder of all files goes in any case.
  shared = launchViewer({ userDataDir: await mkdtemp(join(inject('sharedFolder'), 'viewer-')) });
  return shared;
}

/** One of their own for all tests of a file; whoever asks closes it. */
export async function launchViewer(more: { readonly userDataDir?: string } = {}): Promise<Browser> {
  const { value, diagnostics } = await findBrowser();
  if (value === null) throw new Error(diagnostics.map((one) => `${one.message} ${one.hint}`).join('\n'));
  return puppeteer.launch({
    executablePath: value.path,
    headless: 'shell',
    pipe: true,
    args: ['--no-sandbox', '--font-render-hinting=none'],
    env: { ...process.env, ...(value.libraries === null ? {} : { LD_LIBRARY_PATH: value.libraries }) },
    ...more,
  });
}

/** Renders the specimen, a deck of every layout and block, after `change` has been at its text. */
export async function specimen(change: (text: string) => string = (text) => text): Promise<RenderedEdition> {
  const folder = join(packageRoot(), 'test/browser/specimen');
  const text = await readFile(join(folder, 'talk.md'), 'utf8');
  const drawing = await readFile(join(folder, 'drawing.svg'));
  const cwd = await workspace({ 'talk.md': change(text), 'drawing.svg': drawing });
  const session = await openSession({ paths: ['talk.md'], cwd });
  if ('outcome' in session) throw new Error(JSON.stringify(session.diagnostics));
  const [deck] = session.decks;
  if (!deck) throw new Error('There is no deck.');
  const { editions, diagnostics } = await prepareDeck(deck, undefined, {}, cwd, noBrowser);
  const [edition] = editions;
  if (!edition) throw new Error(JSON.stringify(diagnostics));
  return edition;
}

/** Writes a page and its assets to disk, and returns the page's address. */
export async function onDisk(page: RenderedPage | null): Promise<string> {
  if (page === null) throw new Error('There is no page.');
  const path = page.path.replace(/\.pdf$/, '.html');
  const files = Object.fromEntries(page.assets.map((asset) => [asset.path, asset.bytes]));
  const folder = await workspace({ ...files, [path]: page.html });
  return `file://${join(folder, path)}`;
}
