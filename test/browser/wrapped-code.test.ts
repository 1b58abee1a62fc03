import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { packageRoot } from '../../src/package-root.js';
import { slidesPage } from '../../src/render/products/slides-page.js';
import { themeNames } from '../../src/theme/load-theme.js';
import { onDisk, specimen, viewer } from '../support/viewer.js';

vi.setConfig({ testTimeout: 120_000 });

const looks = themeNames(join(packageRoot(), 'templates')).flatMap((theme) =>
  ['16:9', '4:3', '1000x1000', '720x1280'].map((aspect) => ({ theme, aspect })),
);

/** Lines of every length up to 120 letters, in words of nine. */
const lines = Array.from({ length: 24 }, (_, n) => 'abcdefgh '.repeat(14).slice(0, 5 * (n + 1))).map((line) =>
  line.replace(/ $/, '_'),
);
const fence = (from: number, to: number, info = '') =>
  `\`\`\`text ${info}\n${lines.slice(from, to).join('\n')}\n\`\`\``;
const columns = (...all: string[]) =>
  `::: columns\n${all.map((one) => `::: column\n${one}\n:::\n`).join('')}:::`;

/** Where code may stand. */
const slides = [
  fence(0, 12),
  fence(12, 24),
  `${fence(0, 24, '{lines}')}\n`,
  `Words.\n\n${fence(4, 14, '{lines}')}`,
  columns(fence(0, 12), fence(0, 24)),
  columns(fence(0, 9), fence(2, 12), fence(0, 7)),
  `> Words.\n>\n${fence(0, 9).replace(/^/gm, '> ')}`,
  `- One\n  - Two\n\n${fence(0, 10).replace(/^/gm, '    ')}`,
  `::: tip\n${fence(2, 9)}\n:::`,
  `::: lab {time=5m needs=docker}\nWords.\n\n### Steps\n\n1. Do\n\n${fence(0, 12).replace(/^/gm, '   ')}\n\n### Verify\n\nLook.\n:::`,
].map((body) => `## Code\n\n${body}`);
const beside = `## Code {layout=two-columns}\n\n${fence(0, 12)}\n\nWords.`;

test.each(looks)(
  'a line of code that goes on below has its mark in $theme at $aspect',
  async ({ theme, aspect }) => {
    const rendered = await specimen(
      () => `---\ntheme: ${theme}\naspect: ${aspect}\n---\n\n${[...slides, beside].join('\n\n---\n\n')}\n`,
    );
    const page = await (await viewer()).newPage();
    await page.emulateMediaType('print');
    await page.goto(await onDisk(slidesPage(rendered, null, null)));
    const found = await page.evaluate(async () => {
      await document.fonts.ready;
      return [...document.querySelectorAll<HTMLElement>('.slide .line')].map((line) => {
        const rows =
          line.getBoundingClientRect().height / Number.parseFloat(getComputedStyle(line).lineHeight);
        const mark = getComputedStyle(line, '::after').content !== 'none';
        return { text: line.textContent?.trim() ?? '', rows: Math.round(rows), mark };
      });
    });
    expect(found.filter(({ rows }) => rows > 1).length).toBeGreaterThan(10);
    expect(found.filter(({ rows, mark }) => rows > 1 && !mark)).toEqual([]);
    // Short lines have no place for one: it would cost as much as the line.
    expect(found.filter(({ mark }) => !mark).length).toBeGreaterThan(10);
    await page.close();
  },
);
