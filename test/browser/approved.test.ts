import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { discover } from '../../src/load/discover.js';
import { packageRoot } from '../../src/package-root.js';
import { prepareDeck } from '../../src/pipeline/prepare.js';
import { makePrinter, type Printer } from '../../src/pipeline/printing.js';
import { pagesOf } from '../../src/pipeline/products.js';
import type { RenderedPage } from '../../src/render/page.js';
import { themeNames } from '../../src/theme/load-theme.js';

const approved = join(packageRoot(), 'test/approved');
const kinds = [
  'title',
  'section',
  'list',
  'columns',
  'code',
  'code-beside',
  'table',
  'quote',
  'big-number',
  'image',
  'exercise',
  'diagram',
] as const;

/** Of the slide's 1280 pixels. */
const scale = 0.375;
/** Pixels that may look different: what another processor rounds otherwise. */
const tolerated = 40;

let printer: Printer;
beforeAll(() => {
  printer = makePrinter({ cwd: approved }, null);
});
afterAll(() => printer.end());

/** The twelve slides in a theme, for paper. */
async function pageIn(theme: string): Promise<RenderedPage> {
  const found = await discover(['twelve.md'], { cwd: approved });
  const [source] = found.value.decks;
  if (!source) throw new Error('There are no twelve slides.');
  const deck = await prepareDeck(source, undefined, { theme }, approved, printer.loan);
  expect(deck.diagnostics).toEqual([]);
  const [rendered] = deck.editions;
  if (!rendered) throw new Error('The twelve slides are not drawn.');
  const { value } = await pagesOf(rendered, new Set(['slides']), null);
  const page = value.find(({ product }) => product === 'slides');
  if (!page) throw new Error('There are no slides for paper.');
  return page;
}

async function pictures(page: RenderedPage): Promise<readonly PNG[]> {
  const { value } = await printer.picture(page, scale);
  if (!value) throw new Error('There is no browser.');
  return value.map((bytes) => PNG.sync.read(Buffer.from(bytes)));
}

/** Which slides differ from the approved ones; what they look like now is written to a folder. */
function differing(theme: string, now: readonly PNG[]): readonly string[] {
  return kinds.flatMap((kind, index) => {
    const file = join(approved, theme, `${kind}.png`);
    const picture = now[index] as PNG;
    const { width, height } = picture;
    if (!existsSync(file)) return [`${theme}, ${kind}: not approved yet`];
    const then = PNG.sync.read(readFileSync(file));
    if (then.width !== width || then.height !== height) return [`${theme}, ${kind}: another size`];
    const marked = new PNG({ width, height });
    const pixels = pixelmatch(then.data, picture.data, marked.data, width, height, { threshold: 0.1 });
    if (pixels <= tolerated) return [];
    const folder = mkdtempSync(join(tmpdir(), `approved-${theme}-${kind}-`));
    writeFileSync(join(folder, 'now.png'), PNG.sync.write(picture));
    writeFileSync(join(folder, 'difference.png'), PNG.sync.write(marked));
    return [`${theme}, ${kind}: ${pixels} pixels differ; see ${folder}, and approve with UPDATE=1`];
  });
}

describe('approved pictures', () => {
  test.each(themeNames(join(packageRoot(), 'templates')))(
    'twelve slides look as approved in %s',
    async (theme) => {
      const now = await pictures(await pageIn(theme));
      expect(now).toHaveLength(kinds.length);
      if (process.env.UPDATE) {
        mkdirSync(join(approved, theme), { recursive: true });
        for (const [index, kind] of kinds.entries()) {
          if (differing(theme, now).some((line) => line.startsWith(`${theme}, ${kind}:`)))
            writeFileSync(
              join(approved, theme, `${kind}.png`),
              PNG.sync.write(now[index] as PNG, { colorType: 2, deflateLevel: 9 }),
            );
        }
      }
      expect(differing(theme, now)).toEqual([]);
    },
  );

  test('a colour that changes is seen, on the slides that have it and no others', async () => {
    const page = await pageIn('harbor');
    // The first colour of charts is on none of them, the accent on some.
    const altered = (rule: string) => ({
      ...page,
      html: page.html.replace('</head>', `<style>${rule}</style></head>`),
    });
    expect(differing('harbor', await pictures(altered(':root{--series-7:#ff00ff}')))).toEqual([]);
    const seen = differing(
      'harbor',
      await pictures(altered(':root:root{--second:#8e2a5b;--section:#8e2a5b}')),
    );
    expect(seen.map((line) => /, ([\w-]+):/.exec(line)?.[1])).toContain('section');
    expect(seen.length).toBeLessThan(kinds.length);
    expect(existsSync(join(/see (\S+),/.exec(seen[0] ?? '')?.[1] ?? '', 'now.png'))).toBe(true);
  });
});
