import { expect, test } from 'vitest';
import type { Inline } from '../../../src/parse/ast.js';
import { walkInlines } from '../../../src/parse/walk.js';
import { parse, words } from '../../support/parsed.js';

function inlinesOf(markdown: string): readonly Inline[] {
  const [block] = parse(markdown).blocks;
  return block?.type === 'paragraph' ? walkInlines(block.children) : [];
}

test.each([
  ['a name', '&copy; &amp;amp;', '© &amp;'],
  ['a number', '&#35;&#x1F6A2;', '#🚢'],
  ['what is no name', '&unknown; &copy', '&unknown; &copy'],
  ['a number that is too long', '&#87654321; &#x1234567;', '&#87654321; &#x1234567;'],
])('a character reference is read: %s', (_what, markdown, text) => {
  expect(inlinesOf(markdown)).toMatchObject([{ type: 'text', text }]);
});

test('in an address and a title references are read after backslashes, not again', () => {
  expect(inlinesOf('[a](b\\&amp;&auml;\\) "\\&quot;&quot;\\„")')[0]).toMatchObject({
    type: 'link',
    href: 'b&amp;ä)',
    title: '&quot;"\\„',
  });
  expect(inlinesOf('![a](b\\&amp;&auml;)')[0]).toMatchObject({ type: 'image', src: 'b&amp;ä' });
  expect(inlinesOf('[a]\n\n[a]: b\\&amp;&auml;\\_')[0]).toMatchObject({ type: 'link', href: 'b&amp;ä_' });
});

test('in the language of a fence both are read', () => {
  expect(parse('```c\\+\\+&amp; {1}\na\n```').blocks[0]).toMatchObject({ language: 'c++&' });
});

test('lines of words begin and end with their letters', () => {
  const [block] = parse('  a \n   b\t\n\t*c \n  d* `e\n   f`').blocks;
  if (block?.type !== 'paragraph') throw new Error('There is no paragraph.');
  expect(words(block.children)).toBe('a\nb\n[em c\nd] [code e f]');
});
