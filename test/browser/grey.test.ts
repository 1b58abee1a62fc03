import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findPale } from '../../src/measure/grey.js';
import { packageRoot } from '../../src/package-root.js';
import { handoutPage } from '../../src/render/products/handout-page.js';
import { slidesPage } from '../../src/render/products/slides-page.js';
import type { RenderedEdition } from '../../src/render/rendered-edition.js';
import { themeNames } from '../../src/theme/load-theme.js';
import { onDisk, specimen, viewer } from '../support/viewer.js';

/** The first words of a page that are pale in grey; null where all stand out. */
async function pale(rendered: RenderedEdition, product: 'slides' | 'handout'): Promise<string | null> {
  const page = product === 'handout' ? handoutPage(rendered, null) : slidesPage(rendered, null, null);
  const open = await (await viewer()).newPage();
  await open.emulateMediaType('print');
  await open.goto(await onDisk(page));
  return open.evaluate(findPale);
}

const also = (slide: string) => specimen((text) => `${text}\n---\n\n## Also\n\n${slide}\n`);

const looks = themeNames(join(packageRoot(), 'templates')).flatMap((theme) =>
  ['light', 'dark'].map((variant) => ({ theme, variant })),
);

test.each(looks)(
  'every layout and block of the handout is fit for grey: $theme, $variant',
  async ({ theme, variant }) => {
    const rendered = await specimen((text) =>
      text.replace('---\n', `---\ntheme: ${theme}\nvariant: ${variant}\n`),
    );
    expect(await pale(rendered, 'handout')).toBeNull();
  },
);

test('slides on a light ground are, too', async () => {
  expect(await pale(await specimen(), 'slides')).toBeNull();
});

test('words that are pale are noticed', async () => {
  expect(await pale(await also('[pale]{style="color: #999"}'), 'handout')).toBe('pale');
});

test('colours that eyes tell apart and grey does not are noticed', async () => {
  // 5.3:1 for eyes, 2.5:1 in grey.
  const words = '[red on black]{style="color: #ff0000; background: #000000"}';
  expect(await pale(await also(words), 'handout')).toBe('red on black');
});

test('words over a picture are not taken for fit', async () => {
  const rendered = await specimen(
    (text) => `${text}\n---\n\n## Over a picture {background="drawing.svg" background-opacity=0.2}\n`,
  );
  expect(await pale(rendered, 'slides')).toBe('Over a picture');
});

test('words in a drawing stand on the shape that lies behind them', async () => {
  const drawing = (ink: string) =>
    `::: figure\n<svg viewBox="0 0 200 100" width="200" height="100"><rect width="200" height="100" fill="#0c2136"/><text x="20" y="50" fill="${ink}">drawn</text></svg>\n:::`;
  expect(await pale(await also(drawing('#ffffff')), 'handout')).toBeNull();
  expect(await pale(await also(drawing('#303030')), 'handout')).toBe('drawn');
});

test('a word in code is compared where others of its kind are not seen', async () => {
  const code = '<pre><code><span class="a">first</span><span class="a">b</span></code></pre>';
  const style = '<style>pre { background: #fff } .a { color: #aaa } .a:first-child { display: none }</style>';
  expect(await pale(await also(`${style}\n\n${code}`), 'handout')).toBe('b');
  const seen = '<pre><code><span class="a">first</span><span class="b">second</span></code></pre>';
  const other = '<style>pre { background: #fff } .b { color: #aaa }</style>';
  expect(await pale(await also(`${other}\n\n${seen}`), 'handout')).toBe('second');
});
