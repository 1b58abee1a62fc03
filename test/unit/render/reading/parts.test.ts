import { expect, test } from 'vitest';
import { MediaUse } from '../../../../src/render/media-use.js';
import { readingView } from '../../../../src/render/products/reading-page.js';
import { addressesOf, contentsOf, headOf, partsOf } from '../../../../src/render/reading/parts.js';
import { prepare } from '../../../support/prepared.js';

const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20"/></svg>';

async function parts(text: string) {
  const { rendered } = await prepare({ 'talk.md': text, 'port.svg': svg });
  const edition = rendered();
  const head = headOf(edition);
  const rest = edition.slides.filter((one) => one !== head);
  return {
    head,
    parts: partsOf(rest, addressesOf(edition.slides), new MediaUse(edition.media)),
    contents: contentsOf(rest),
    html: Buffer.from(readingView(edition, null).page.bytes).toString(),
  };
}

test('the title slide is the head of the page, and sections and slides stand one level below each other', async () => {
  const {
    head,
    parts: all,
    contents,
  } = await parts(
    '# Deck\n\n---\n\n# One\n\n---\n\n## A\n\n### Deep\n\nx\n\n---\n\n## A\n\ny\n\n---\n\n## B\n\nz\n',
  );
  expect(head?.slide.id).toBe('deck');
  expect(all.map(({ titleTag, titleHtml }) => [titleTag, titleHtml])).toEqual([
    ['h2', 'One'],
    ['h3', 'A'],
    ['h3', 'A'],
    ['h3', 'B'],
  ]);
  expect(all[1]?.bodyHtml).toContain('<h4>Deep</h4>');
  expect(contents).toEqual([
    {
      href: '#one',
      title: 'One',
      entries: [
        { href: '#a', title: 'A', entries: [] },
        { href: '#b', title: 'B', entries: [] },
      ],
    },
  ]);
});

test('without a title slide the deck’s name is the first heading, and every other one below it', async () => {
  const { head, parts: all, html } = await parts('---\ntitle: Deck\n---\n\n## A\n\n### Deep\n\nx\n');
  expect(head).toBeNull();
  expect(all[0]).toMatchObject({ titleTag: 'h2', titleHtml: 'A' });
  expect(all[0]?.bodyHtml).toContain('<h3>Deep</h3>');
  expect(html).toContain('<h1 class="reading-title">Deck</h1>');
});

test('a slide that only shows the picture behind it shows the picture, and one that shows nothing is left out', async () => {
  const { parts: all } = await parts(
    '## A\n\nx\n\n---\n\n<!-- slide: background=port.svg -->\n\n---\n\n<!-- slide: time=1m -->\n\n::: notes\nsaid\n:::\n',
  );
  expect(all.map(({ groundSrc, bodyHtml }) => [groundSrc, bodyHtml])).toEqual([
    [null, '<p>x</p>\n'],
    [expect.stringMatching(/^assets\/port\.[\da-f]{8}\.svg$/), null],
  ]);
});

test('what may be wider than a phone can be scrolled by keyboard', async () => {
  const { html } = await parts('## A\n\n| a |\n|---|\n| b |\n\n$$a$$\n');
  expect(html).toMatch(/<div class="table" tabindex="0">/);
  expect(html).not.toMatch(/math-display[^>]*tabindex/);
});

test('a hint stays folded, and a solution is not there', async () => {
  const { html } = await parts(
    '## A\n\n::: exercise\nx\n\n::: hint\nhinted\n:::\n\n::: solution\nsolved\n:::\n:::\n\nNote: said\n',
  );
  expect(html).toMatch(/<details class="block hint">[\s\S]*hinted/);
  expect(html).not.toMatch(/solved|said/);
});
