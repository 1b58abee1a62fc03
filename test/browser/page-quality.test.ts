import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packageRoot } from '../../src/package-root.js';
import { deckhand } from '../support/deckhand.js';
import { flawsOf, type PageRules } from '../support/page-quality.js';
import { workspace } from '../support/workspace.js';

const points = (millimetres: number) => (millimetres / 25.4) * 72;

/** Documents: margins of `book.css`. */
const documents: PageRules = {
  live: { left: points(15), right: points(15), top: points(20), bottom: points(18) },
  // Running text has 8.5 and more; labels of drawings may be a little smaller.
  smallest: 7,
  blank: () => false,
  fonts: /Archivo|JetBrains|Harbor|KaTeX/,
};

const ends: (() => Promise<void>)[] = [];
afterAll(async () => {
  await Promise.all(ends.map((end) => end()));
});

let folder: string;
beforeAll(async () => {
  folder = await workspace({}, (end) => ends.push(end));
  const content = join(packageRoot(), 'content');
  const run = await deckhand(
    ['build', content, '-o', join(folder, 'out'), '--product', 'workbook,labs,agenda'],
    { cwd: folder },
  );
  expect(run.code).toBe(0);
}, 300_000);

const bundled = [
  'kubernetes-vs-docker/workbook.pdf',
  'tour/workbook.pdf',
  'tour/labs.pdf',
  'tour/agenda.pdf',
];

describe('on paper', () => {
  test.each(bundled)(
    '%s has no page that an organiser would send back',
    { timeout: 120_000 },
    async (file) => {
      const bytes = readFileSync(join(folder, 'out/public', file));
      expect(await flawsOf(bytes, documents)).toEqual([]);
    },
  );
});
