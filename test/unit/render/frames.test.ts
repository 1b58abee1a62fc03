import { expect, test } from 'vitest';
import { deckPage } from '../../../src/render/products/deck-page.js';
import { prepare } from '../../support/prepared.js';

const frame = '<iframe src="https://example.org/map" title="The harbour"></iframe>';

async function pageOf(markdown: string) {
  const { rendered, said } = await prepare({ 'talk.md': markdown, 'demo.html': '<p>A page</p>' });
  return { html: deckPage(rendered(), new Set()).html, said };
}

test('a frame is a box with its title and address, which the deck offers to load', async () => {
  const { html, said } = await pageOf(frame);
  expect(html).toContain(
    '<div class="remote frame" data-frame-src="https://example.org/map" data-frame-title="The harbour"><a href="https://example.org/map" rel="noopener noreferrer" target="_blank">The harbour</a><small>https://example.org/map</small></div>',
  );
  expect(html).not.toContain('<iframe');
  expect(html).toContain('frame-src &#x27;self&#x27; file: blob: https:;');
  expect(said).toEqual([`media/remote @ ${frame.replace('</iframe>', '')}`]);
});

test('a deck without frames may load none', async () => {
  expect((await pageOf('words')).html).not.toContain('blob: https:');
});

test.each(['http://example.org/', 'javascript:alert(1)', 'https:', 'data:text/html,x', 'demo.html'])(
  'a frame of %s cannot be loaded',
  async (address) => {
    const { html, said } = await pageOf(`<iframe src="${address}"></iframe>`);
    expect(html).not.toMatch(/data-frame-src|<iframe|javascript:/);
    expect(html).not.toContain('blob: https:');
    expect(said.map((one) => one.split(' ')[0])).toEqual(['html/dropped']);
  },
);

test('a page beside the deck goes along, behind a link', async () => {
  expect((await pageOf('<iframe src="demo.html"></iframe>')).html).toMatch(
    /href="assets\/demo\.[\da-f]+\.html"/,
  );
});

test('whoever trusts a deck keeps its frames as they are', async () => {
  const { html } = await pageOf(`---\nhtml: trusted\n---\n\n${frame}\n`);
  expect(html).toContain('<iframe src="https://example.org/map" title="The harbour"></iframe>');
});
