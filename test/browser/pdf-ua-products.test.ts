import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packageRoot } from '../../src/package-root.js';
import type { LentBrowser } from '../../src/print/lend.js';
import { printPage } from '../../src/print/print-page.js';
import { deckhand } from '../support/deckhand.js';
import { filesIn } from '../support/files-in.js';
import { brokenRules } from '../support/pdf-ua.js';
import { paperPage, testBrowser } from '../support/printing.js';
import { flowingPage } from '../support/whole-page.js';

/** Whatever Deckhand prints, by what it was made from: all of it follows PDF/UA-1. */
const content = join(packageRoot(), 'content');
const golden = join(packageRoot(), 'test', 'golden');

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

  for (const deck of readdirSync(golden).filter((name) => !name.endsWith('.ts'))) {
    test(`of the golden deck ${deck}`, async () => {
      const found = await broken(join(golden, deck, 'content'), `golden-${deck}`, '--handout', '1');
      expect(Object.keys(found).length).toBeGreaterThan(1);
      expect(Object.values(found).flat()).toEqual([]);
    });
  }

  test('of a document that runs on over its pages', async () => {
    const paper = { pages: 1, mayGrow: true, bookmarks: [{ level: 1, title: 'Chapter 1', target: 'c1' }] };
    const { value, diagnostics } = await printPage(browser, paperPage(flowingPage, paper));
    expect(diagnostics).toEqual([]);
    expect(value?.pages).toBeGreaterThan(50);
    expect(await brokenRules(value?.bytes ?? new Uint8Array())).toEqual([]);
  });
});
