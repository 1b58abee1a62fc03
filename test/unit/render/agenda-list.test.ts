import { expect, test } from 'vitest';
import { prepare } from '../../support/prepared.js';

/** The agenda's slide of a deck with these settings, as its lines of text. */
async function agenda(head: string): Promise<{ readonly lines: readonly string[]; readonly html: string }> {
  const { rendered, said } = await prepare({
    'talk.md': `---\n${head}---\n\n# Deck\n\n---\n\n## Today {layout=agenda}\n\n---\n\n# One & only {time=40m}\n\nNote: said\n\n---\n\n# Two {time=50m}\n\n::: exercise {time=10m}\nx\n:::\n`,
  });
  expect(said).toEqual([]);
  const html = rendered().slides[1]?.words.bodyHtml ?? '';
  const items = html.match(/<li[^>]*>.*?<\/li>/g) ?? [];
  return { html, lines: items.map((item) => item.replace(/<[^>]*>/g, '')) };
}

test('an agenda is made of the sections, and leads to them', async () => {
  const { lines, html } = await agenda('title: Deck\n');
  expect(lines).toEqual(['One &amp; only 40 min', 'Two 50 min']);
  expect(html).toContain('<a href="#two">Two</a>');
});

test('it says when each of them starts where the deck does, breaks among them', async () => {
  const { lines } = await agenda('start: "09:00"\nbreaks: { every: 50m, length: 10m }\n');
  expect(lines).toEqual(['09:00 One &amp; only 40 min', '09:40 Break 10 min', '09:50 Two 50 min']);
});

test('without any time it has the names alone', async () => {
  const { rendered } = await prepare({
    'talk.md': '# Deck\n\n---\n\n## Today {layout=agenda}\n\n---\n\n# One\n\n---\n\n# Two\n',
  });
  expect(rendered().slides[1]?.html).toContain(
    '<ol class="agenda-list" style="--rows: 2">\n<li><span class="agenda-title"><a href="#one">One</a></span></li>\n<li><span class="agenda-title"><a href="#two">Two</a></span></li>\n</ol>',
  );
});

test('three columns that stand alone have the layout of three, and others that of two', async () => {
  const columns = (count: number) => `::: columns\n${'::: column\nx\n:::\n'.repeat(count)}:::\n`;
  const { rendered } = await prepare({ 'talk.md': `## A\n\n${columns(3)}\n---\n\n## B\n\n${columns(2)}` });
  expect(rendered().edition.slides.map(({ layout }) => layout)).toEqual(['three-columns', 'two-columns']);
});
