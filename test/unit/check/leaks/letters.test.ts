import fc from 'fast-check';
import { expect, test } from 'vitest';
import { htmlAtFirst } from '../../../../src/check/leaks/first-look.js';
import { isLetter, lettersOf, placesOf, plain } from '../../../../src/check/leaks/letters.js';

function read(written: string): string {
  return String.fromCharCode(...lettersOf(written).codes);
}

test.each([
  ['Kubernetes, v1.30!', 'kubernetesv'],
  ['ÄRGER “mit” Ångström', 'ärgermitångström'],
  ['ﬁne ½ ㎏ ª', 'finekga'],
  ['e\u0301te\u0301', 'été'],
  ['ΟΔΟΣ Σ', 'οδοςσ'],
  ['İstanbul', 'i̇stanbul'],
  ['한국 \u1112\u1161\u11ab', '한국한'],
  ['港 𝒜𝒷 👍', '港ab'],
])('only letters count, in their plainest form: %j', (written, letters) => {
  expect(read(written)).toBe(letters);
});

test('characters that are read one by one are read as all of them together are', () => {
  const some = fc.string({ unit: 'binary' });
  const near = fc
    .array(fc.constantFrom(...'aZ é\u0301ΣςßIİı\u0307ﬁ\u1100\u1161\u11a8가ªº½-\u00ad\u200d'))
    .map((all) => all.join(''));
  fc.assert(
    fc.property(fc.oneof(some, near), (written) => {
      const letters = lettersOf(written);
      const together = [...Array(plain(written).length).keys()]
        .map((place) => plain(written).charCodeAt(place))
        .filter(isLetter);
      expect([...letters.codes]).toEqual(together);
      expect(letters.text).toBe(plain(written));
      expect(placesOf(letters)).toHaveLength(together.length);
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ['words', 'a<b>c</b>d', ['a>c>d', '<b>']],
  ['attributes', '<a title="x">y</a>', ['>y>', '<a title="x">']],
  [
    'attributes that seem to end the tag',
    '<a title="x > y">z</a>',
    ['> y">z>', '<a title="x >', '<a title="x > y">z'],
  ],
  ['tags in tags', '<a <b>c', ['>c', '<a <b>']],
  ['a tag without an end', 'a<b c', ['a', '<b c']],
  ['a tag that closes and says something', 'a</b c="d">', ['a>', '</b c="d">']],
  ['nothing but words', 'a &amp; %41', ['a & A', '']],
  ['comments', 'a<!-- b <c> -->d', ['a> -->d', '<!-- b <c>', '<c> -->d', ' b <c> ']],
])('what may be words in HTML is looked through: %s', (_, html, expected) => {
  expect(htmlAtFirst(html)).toEqual(expected);
});
