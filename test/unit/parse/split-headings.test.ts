import { describe, expect, test } from 'vitest';
import { outline, parse } from '../../support/parsed.js';

/** Slides as their text, `↓` before those that stand below the one before. */
function cut(text: string): string[] {
  const { slides, under } = parse(text, 0, { split: 'headings' });
  return slides.map((slide) => `${slide.below ? '↓' : ''}${under(slide)}`);
}

describe('with `split: headings`', () => {
  test('headings of the first two levels start slides, and smaller ones stay inside', () => {
    expect(cut('# One\n\nabout one\n\n## Two\n\n### Three\n\nx\n\n## Four\n# Five')).toEqual([
      '# One\n\nabout one',
      '## Two\n\n### Three\n\nx',
      '## Four',
      '# Five',
    ]);
  });

  test('words above the first heading are a slide of their own', () => {
    expect(cut('Welcome\n\n## One')).toEqual(['Welcome', '## One']);
  });

  test('underlined headings start slides too, and nothing is said of their hyphens', () => {
    expect(cut('One\n===\n\nTwo\n---\n\nx')).toEqual(['One\n===', 'Two\n---\n\nx']);
    expect(parse('One\n---\n\nTwo\n---\n', 0, { split: 'headings' }).said).toEqual([]);
  });

  test('dividers still divide, and no empty slide arises before a heading', () => {
    const text = '---\n\n## One\n\n---\n\nmore of one\n\n---\n## Two';
    expect(cut(text)).toEqual(['## One', 'more of one', '## Two']);
    expect(parse('## One\n\n---\n\n## Two', 0, { split: 'headings' }).said).toEqual([]);
  });

  test('four hyphens put the slide of the heading after them below', () => {
    expect(cut('## One\n\n----\n\n## Two\n\n## Three')).toEqual(['## One', '↓## Two', '## Three']);
  });

  test.each([
    ['a list', '- a\n\n  ## in\n'],
    ['a quote', '> ## in\n'],
    ['a fence', '```markdown\n## in\n```\n'],
    ['a comment', '<!--\n## in\n-->\n'],
    ['a block', '::: tip\n## in\n:::\n'],
  ])('headings in %s start nothing', (_, text) => {
    expect(cut(`## One\n\n${text}`)).toHaveLength(1);
  });

  test('notes end where the next heading starts a slide, and not at a smaller one', () => {
    const { slides } = parse('## One\n\nNote: a\n\n### b\n\n## Two\n\nc', 0, { split: 'headings' });
    expect(slides.map(({ notes }) => outline(notes))).toEqual([['paragraph: a', 'h3: b'], []]);
    expect(outline(slides[1]?.blocks ?? [])).toEqual(['h2: Two', 'paragraph: c']);
  });

  test('comments about the slide above a heading belong to the slide that it opens', () => {
    const text =
      '## One\n\n<!-- slide: time=1m -->\n<!-- .slide: data-x="1" -->\n## Two {.big}\n\n<!-- slide: layout=quote -->';
    const { slides, under } = parse(text, 0, { split: 'headings' });
    expect(slides.map(({ attributes }) => attributes.pairs.map(({ key }) => key))).toEqual([
      [],
      ['time', 'data-x', 'layout'],
    ]);
    expect(slides.map(under)).toEqual(['## One', text.slice(text.indexOf('<!--'))]);
  });

  test('an include is followed by a slide at the next heading', () => {
    const { file } = parse('## One\n\n::: include a.md\n\n## Two\n', 0, { split: 'headings' });
    expect(file.parts.map(({ type }) => type)).toEqual(['slide', 'include', 'slide']);
  });
});

test('headings start no slide by themselves', () => {
  expect(parse('## One\n\n## Two').slides).toHaveLength(1);
});
