import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { leakFinder } from '../../../../src/check/leaks/find-leaks.js';
import { htmlAtFirst } from '../../../../src/check/leaks/first-look.js';
import type { Passage } from '../../../../src/check/leaks/passage.js';
import { textOfHtml } from '../../../../src/check/leaks/text-of-html.js';

const said = 'Ask who has met a container that would not stop at all.';

function passage(text: string): Passage {
  return { kind: 'spoken', text, span: { file: 'talk.md', start: 0, end: text.length } };
}

/** The words that leak into a page. */
function leaks(html: string, text = said, open: readonly string[] = []): readonly string[] {
  const found = leakFinder([passage(text)], open)?.find(textOfHtml(html)) ?? [];
  return found.map((leak) => leak.words);
}

describe('a private passage leaks', () => {
  test('when six of its words stand in a row, and not when five do', () => {
    expect(leaks('<p>… met a container that would not …</p>')).toEqual(['met a container that would not']);
    expect(leaks('<p>met a container that would</p>')).toEqual([]);
  });

  test('however it is written: in capitals, over lines, hyphenated, with marks between its words', () => {
    expect(leaks('<p>MET A CONTAINER\n\n THAT WOULD NOT</p>')).toHaveLength(1);
    expect(leaks('<p>met a con-\ntainer that wo&shy;uld not</p>')).toHaveLength(1);
    expect(leaks('<p>met a con<b>tain</b>er, that <i>would</i> – not!</p>')).toHaveLength(1);
    expect(leaks('<p>met a con&#116;ainer that would no\uff54</p>')).toHaveLength(1);
    expect(leaks('<p>met</p><p>a</p><td>container<td>that<li>would 3 not')).toHaveLength(1);
  });

  test('when all of its words stand there, where it has fewer than six and one of four letters', () => {
    expect(leaks('<p>x Hand out ropes y</p>', 'Hand out ropes.')).toEqual(['hand out ropes']);
    expect(leaks('<p>Hand out</p>', 'Hand out ropes.')).toEqual([]);
    expect(leaks('<p>Go on</p>', 'Go on.')).toEqual([]);
  });

  test('of a few words, only as words of their own within one piece of text', () => {
    expect(leaks('<p>mushrooms</p>', 'Room')).toEqual([]);
    expect(leaks('<p>hand out</p><p>ropes</p>', 'Hand out ropes')).toEqual([]);
    expect(
      leaks('<p class="pause"><a href="#" rel="pause">x</a></p><style>.pause{}</style>', 'Pause'),
    ).toEqual([]);
    expect(leaks('<p>ro<b>om</b></p>', 'Room')).toHaveLength(1);
  });

  test.each([
    ['an attribute', `<img alt="${said}">`],
    ['an attribute of no standard', `<p data-x="${said}">`],
    ['a class', '<p class="met a container that would not">'],
    ['an address', '<a href="x?q=met%20a%20container%20th%61t%20would%20not">'],
    ['an id', '<p id="met-a-container-that-would-not">'],
    ['a comment', `<!-- ${said} -->`],
    ['a script', `<script>var x = "${said}"</script>`],
    [
      'settings of a script',
      `<script type="application/json">{"x":"met a\\ncontainer th\\u0061t would not"}</script>`,
    ],
    ['a style', `<style>p::after{content:"${said}"}</style>`],
    ['a title', `<title>${said}</title>`],
    ['properties of the page', `<meta name="description" content="${said}">`],
    ['a template', `<template><p>${said}</template>`],
    ['a drawing', `<svg><title>${said}</title></svg>`],
  ])('into %s', (_, html) => {
    expect(leaks(`<!doctype html><p>words</p>${html}`)).toHaveLength(1);
  });

  test('in Chinese, where each character counts as a word', () => {
    expect(leaks('<p>问问谁用过容器</p>', '请问问谁用过容器吗')).toHaveLength(1);
    expect(leaks('<p>谁用过容器</p>', '请问问谁用过容器吗')).toEqual([]);
  });

  test('only where the deck does not say the same to everybody', () => {
    expect(
      leaks('<p>met a container that would not</p>', said, ['You met a *container* that would not.']),
    ).toEqual([]);
    expect(
      leaks('<p>who has met a container that</p>', said, ['met a container that would not']),
    ).toHaveLength(1);
    expect(leakFinder([passage(said)], [said])).toBe(null);
  });
});

const word = fc.constantFrom(
  ...[
    'a',
    'the',
    'note',
    'Über',
    'k8s',
    'don’t',
    'well-known',
    'ﬁne',
    'container',
    '<b>',
    '&',
    '42',
    '容器',
    '–',
  ],
);
const words = fc.array(word, { maxLength: 12 }).map((all) => all.join(' '));

test('what is said to everybody never leaks, whatever is private', () => {
  fc.assert(
    fc.property(fc.array(words), fc.array(words), (open, secret) => {
      const finder = leakFinder(secret.map(passage), [open.join(' ')]);
      const pieces = [{ text: open.join(' '), at: 'page 1' }];
      expect(finder?.find({ words: pieces, source: [] }) ?? []).toEqual([]);
    }),
  );
});

const escaped = (text: string) =>
  text.replace(/[&<>"]/g, (one) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[one] ?? one);
const place = fc.constantFrom<(text: string) => string>(
  (text) => `<p class="x">${escaped(text)}</p>`,
  (text) => `<img alt="${escaped(text)}" src='a>b'>`,
  (text) => `<i title='x > ${escaped(text)}'>`,
  (text) => `<!-- ${text.replaceAll('-->', '')} -->`,
  (text) => `<script type="application/json">${JSON.stringify({ text }).replaceAll('<', '\\u003c')}</script>`,
  (text) => escaped(text).split(' ').join('</b> <b>'),
  (text) => `<a href="?q=${encodeURIComponent(text)}">x</a>`,
);

test('the first look misses nothing that is found with care', () => {
  let leaking = 0;
  fc.assert(
    fc.property(fc.array(fc.tuple(place, words), { minLength: 1 }), fc.nat(), (written, which) => {
      const html = `<!doctype html>${written.map(([at, text]) => at(text)).join('\n')}`;
      const secret = written[which % written.length]?.[1] ?? '';
      const finder = leakFinder([passage(secret)], []);
      const found = finder?.find(textOfHtml(html)) ?? [];
      if (found.length === 0) return;
      leaking++;
      expect(finder?.mayLeak(htmlAtFirst(html), true)).toBe(true);
    }),
    { numRuns: 2000 },
  );
  expect(leaking).toBeGreaterThan(500);
});
