import { mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packageRoot } from '../../src/package-root.js';
import { deckhand } from '../support/deckhand.js';
import { type ReadPdf, readPdf } from '../support/pdf.js';

/** The bundled talk: its slides, and sizes of paper in points. */
const slides = 32;
const points = { a4: [595, 842], letter: [612, 792] } as const;
const content = join(packageRoot(), 'content/kubernetes-vs-docker');
const talk = 'public/kubernetes-vs-docker';

let home: string;
beforeAll(() => {
  home = realpathSync(mkdtempSync(join(tmpdir(), 'deckhand-paper-')));
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

async function built(out: string, ...flags: readonly string[]): Promise<(file: string) => Promise<ReadPdf>> {
  const run = await deckhand(['build', content, '--edition', 'talk', '-o', out, ...flags], { cwd: home });
  expect(run.code).toBe(0);
  return (file) => readPdf(new Uint8Array(readFileSync(join(home, out, talk, file))));
}

/** What every PDF of ours has. */
function expectWhole(pdf: ReadPdf, title: string): void {
  expect(pdf).toMatchObject({ lang: 'en', showsTitle: true, tagged: true });
  expect(pdf.information).toMatchObject({ Title: title, Author: 'Robin Hale, Mika Soren' });
  for (const page of pdf.pages) {
    expect(page.text).not.toBe('');
    expect(page.fonts.filter((font) => !font.embedded || font.type3)).toEqual([]);
    expect(page.pictures).toBe(0);
  }
  const links = pdf.pages.flatMap((page) => page.links);
  expect(links.every((link) => typeof link === 'string' || (link >= 1 && link <= pdf.pages.length))).toBe(
    true,
  );
  expect(links.some((link) => String(link).startsWith('https://'))).toBe(true);
}

test('slides.pdf has one page a slide, bookmarks by section and slide, and the deck’s properties', async () => {
  const read = await built('slides', '--product', 'slides');
  const pdf = await read('slides.pdf');
  expectWhole(pdf, 'Kubernetes vs. Docker');
  expect(pdf.pages.length).toBe(slides);
  expect(new Set(pdf.pages.map(({ width, height }) => `${width} ${height}`))).toEqual(new Set(['960 540']));
  const pages = pdf.outline.flatMap((section) => [section.page, ...section.children.map((one) => one.page)]);
  expect(pages).toEqual(Array.from({ length: slides }, (_, index) => index + 1));
  expect(pdf.outline.map((section) => section.title)).toContain('Better together');
});

describe('handout.pdf', () => {
  for (const [paper, layouts] of [
    ['a4', [1, 2, 3, 4, 6, 9]],
    ['letter', [2, 3, 6]],
  ] as const) {
    for (const perPage of layouts) {
      test(`has ${perPage} slides a page on ${paper}, with the deck’s numbers`, async () => {
        const flags = ['--product', 'handout', '--handout', String(perPage), '--paper', paper];
        const read = await built(`${paper}-${perPage}`, ...flags);
        const pdf = await read('handout.pdf');
        expectWhole(pdf, 'Kubernetes vs. Docker · Handout');
        const count = Math.ceil(slides / perPage);
        expect(pdf.pages.length).toBe(count);
        pdf.pages.forEach(({ width, height, text }, index) => {
          expect([Math.round(width), Math.round(height)]).toEqual(points[paper]);
          expect(text).toContain(`Page ${index + 1} of ${count}`);
          expect(text).toContain('Kubernetes vs. Docker');
          // The number stands beside each slide and in its foot.
          const numbers = text.split(/\s+/);
          for (let slide = index * perPage + 1; slide <= Math.min(slides, (index + 1) * perPage); slide++) {
            expect(numbers).toContain(String(slide));
          }
        });
        const last = pdf.pages.at(-1)?.text ?? '';
        expect(last).toContain('Part 5');
        expect(pdf.outline.length).toBeGreaterThan(5);
      });
    }
  }
});
