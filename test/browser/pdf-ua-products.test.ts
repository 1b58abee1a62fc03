import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { packageRoot } from '../../src/package-root.js';
import type { LentBrowser } from '../../src/print/lend.js';
import { printPage } from '../../src/print/print-page.js';
import { deckhand } from '../support/deckhand.js';
import { filesIn } from '../support/files-in.js';
import { brokenRules } from '../support/pdf-ua.js';
import { paperPage, testBrowser } from '../support/printing.js';
import { flowingPage } from '../support/whole-page.js';

const content = join(packageRoot(), 'content');
const golden = join(packageRoot(), 'test', 'golden');

// Whole builds of many decks, and all of what they print read back.
vi.setConfig({ testTimeout: 240_000 });

let home: string;
let browser: LentBrowser;
beforeAll(async () => {
  home = realpathSync(mkdtempSync(join(tmpdir(), 'deckhand-ua-')));
  browser = await testBrowser();
});
afterAll(async () => {
  await browser?.end();
  rmSync(home, { recursive: true, force: true });
});

/** Builds slides and handout, and says which rules each PDF breaks. */
async function broken(from: string, out: string, ...flags: readonly string[]) {
  const run = await deckhand(['build', from, '-o', out, '--product', 'slides,handout', ...flags], {
    cwd: home,
  });
  expect([run.code, run.stderr]).toEqual([0, expect.anything()]);
  const files = filesIn(join(home, out)).filter((file) => file.endsWith('.pdf'));
  const read = async (file: string) =>
    [file, await brokenRules(readFileSync(join(home, out, file)))] as const;
  return Object.fromEntries(await Promise.all(files.map(read)));
}

describe('every PDF follows PDF/UA-1', () => {
  for (const deck of readdirSync(content).filter((name) => !name.startsWith('.'))) {
    test(`of ${deck}`, async () => {
      const found = await broken(join(content, deck), deck);
      expect(Object.keys(found).map((file) => basename(file))).toEqual(['handout.pdf', 'slides.pdf']);
      expect(Object.values(found).flat()).toEqual([]);
    });
  }

  test('when only some slides are printed, steps and all', async () => {
    const found = await broken(
      join(content, 'tour'),
      'range',
      '--range',
      '20-40',
      '--handout',
      '6',
      '--paper',
      'letter',
    );
    expect(Object.values(found)).toEqual([[], []]);
  });

  test('of the golden decks, with every block', async () => {
    const found = await broken(golden, 'golden', '--handout', '1');
    const decks = readdirSync(golden).filter((name) => !name.endsWith('.ts'));
    const printed = new Set(Object.keys(found).map((file) => file.split('/')[1]));
    expect([...printed].sort()).toEqual(decks.sort());
    expect(Object.values(found).flat()).toEqual([]);
  });

  test('of a document that runs on over its pages', async () => {
    const paper = { pages: 1, mayGrow: true, bookmarks: [{ level: 1, title: 'Chapter 1', target: 'c1' }] };
    const { value, diagnostics } = await printPage(browser, paperPage(flowingPage, paper));
    expect(diagnostics).toEqual([]);
    expect(value?.pages).toBeGreaterThan(50);
    expect(await brokenRules(value?.bytes ?? new Uint8Array())).toEqual([]);
  });
});
