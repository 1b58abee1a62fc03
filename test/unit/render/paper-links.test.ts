import { expect, test } from 'vitest';
import { templatesFolder } from '../../../src/pipeline/prepare.js';
import { PaperLinks } from '../../../src/render/book/paper-links.js';
import { loadWords } from '../../../src/theme/words.js';

const words = loadWords('en', templatesFolder(), null).value;
const long = `https://example.org/${'a'.repeat(60)}`;

/** One chapter's links; its text without tags. */
function spelled(html: string) {
  const links = new PaperLinks(new Set(['here']), words);
  const out = links.spelled(html);
  return { html: out, text: out.replace(/<[^>]*>/g, ''), list: links.list };
}

test('a short address stands behind the words', () => {
  expect(spelled('<p>See <a href="https://example.org/">the site</a>.</p>').text).toBe(
    'See the site (example.org).',
  );
});

test('an address that is its own words is not said twice', () => {
  expect(spelled('<a href="https://example.org/x">example.org/x</a>').text).toBe('example.org/x');
  expect(spelled('<a href="mailto:a@example.org">a@example.org</a>').text).toBe('a@example.org');
});

test('a long address gets a number, the same one each time', () => {
  const { text, list } = spelled(
    `<a href="${long}">one</a> <a href="${long}b">two</a> <a href="${long}">three</a>`,
  );
  expect(text).toBe('one[1] two[2] three[1]');
  expect(list).toEqual([
    { number: 1, href: long },
    { number: 2, href: `${long}b` },
  ]);
});

test('a link inside the document says its page, once that is known', () => {
  expect(spelled('<a href="#here">there</a>').html).toContain('<span data-page-of="here"></span>');
});

test.each(['#gone', 'assets/data.1234abcd.zip', 'javascript:alert(1)'])(
  'a link to %s is words on paper',
  (href) => {
    expect(spelled(`<p><a href="${href}">words <b>of</b> it</a></p>`).html).toBe(
      '<p><span>words <b>of</b> it</span></p>',
    );
  },
);

test('footnotes keep their marks', () => {
  const mark = '<sup><a href="#fn-a-p1" id="fn-a-p1-ref" role="doc-noteref">1</a></sup>';
  expect(spelled(mark).html).toBe(mark);
});
