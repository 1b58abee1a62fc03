import { expect, test } from 'vitest';
import { slidesPage } from '../../../src/render/products/slides-page.js';
import { slideStates } from '../../../src/render/steps.js';
import { drawn, prepare } from '../../support/prepared.js';

const deck = (text: string) => `---\ntitle: Talk\n---\n\n${text}`;

test('ids of footnotes are unique, and every link finds one, on slides that are printed step by step as well', async () => {
  const text =
    '## One[^a] {print-steps}\n\n- b[^a] {.fragment}\n- c^[d] {.fragment}\n\n---\n\n## One[^a]\n\n[^a]: e[^b]\n\n[^b]: f';
  const { rendered, said } = await prepare({ 'talk.md': deck(text) });
  expect(said).toEqual([]);
  const html = slidesPage(rendered(), null, slideStates)?.html ?? '';
  const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
  expect(ids.length).toBeGreaterThan(20);
  expect(new Set(ids).size).toBe(ids.length);
  const links = [...html.matchAll(/ href="#([^"]*)"/g)].map(([, id]) => id);
  expect(links.length).toBeGreaterThan(20);
  for (const link of links) expect(ids).toContain(link);
});

test('marks of footnotes are no words of a title, nor of its address', async () => {
  const { edition } = await prepare({ 'talk.md': deck('## Ports[^a] and ^[b] ships\n\n[^a]: c') });
  expect(edition().slides[0]).toMatchObject({ title: 'Ports and ships', id: 'ports-and-ships' });
});

test('raw HTML in a footnote is cleaned on the slide that shows it', async () => {
  const html = await drawn(deck('## One[^a]\n\n[^a]: b <b onclick="x()">c</b> <script>d()</script>'));
  expect(html).toContain('<b>c</b>');
  expect(html).not.toMatch(/onclick|script/);
});

test('formulas stay whole beside raw HTML, and nobody can write one into an attribute', async () => {
  const raw =
    '<b title=\'<span data-math="0"></span>\'>c</b> <span data-math="0"></span> <span data-math="9"></span>';
  const html = await drawn(deck(`## One\n\n$x < y$ ${raw}`));
  // The formula itself, and once more where its empty element was written.
  expect(html.match(/<math /g)?.length).toBe(2);
  expect(html).toContain('title="&lt;span data-math=&quot;0&quot;&gt;&lt;/span&gt;"');
  expect(html).toContain('<span data-math="9"></span>');
});
