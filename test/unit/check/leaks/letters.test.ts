import fc from 'fast-check';
import { expect, test } from 'vitest';
import { htmlAtFirst } from '../../../../src/check/leaks/first-look.js';
import { lettersOf } from '../../../../src/check/leaks/letter-writer.js';
import { isLetter, isWithinWords, placesOf, plain } from '../../../../src/check/leaks/letters.js';

function read(written: string): string {
  return String.fromCharCode(...lettersOf(written).codes);
}

test.each([
  ['Kubernetes, v1.30!', 'kubernetesv'],
  ['ÄRGER “mit” Ångström', 'ärgermitångström'],
  ['ﬁne ½ ㎏ ª', 'finekga'],
  ['e\u0301te\u0301', 'été'],
  ['ΟΔΟΣ Σ', 'οδοσσ'],
  ['İstanbul', 'i̇stanbul'],
  ['한국 \u1112\u1161\u11ab', '한국한'],
  ['港 𝒜𝒷 👍', '港ab'],
])('only letters count, in their plainest form: %j', (written, letters) => {
  expect(read(written)).toBe(letters);
});

const some = fc.string({ unit: 'binary' });
const near = fc
  .array(fc.constantFrom(...'aZ é\u0301ΣςßIİı\u0307ﬁ\u1100\u1161\u11a8가ªº½-\u00ad\u200d=\u0338;7𝒜'))
  .map((all) => all.join(''));

test('characters that are read one by one are read as all of them together are', () => {
  fc.assert(
    fc.property(fc.oneof(some, near), (written) => {
      const all = plain(written);
      const places = [...placesOf(all)];
      const { codes, apart } = lettersOf(written);
      expect([...codes]).toEqual(
        [...all]
          .join('')
          .split('')
          .map((one) => one.charCodeAt(0))
          .filter(isLetter),
      );
      expect([...codes]).toEqual(places.map((place) => all.charCodeAt(place)));
      const divided = places.map((place, index) =>
        [...all.slice((places[index - 1] ?? -1) + 1, place)].some((one) => !isWithinWords(one.charCodeAt(0))),
      );
      expect([...apart].map((one) => one === 1)).toEqual(divided);
    }),
    { numRuns: 5000 },
  );
});

test('what stands between tags and what stands in them are read as if each stood alone', () => {
  const piece = fc.oneof(
    near,
    fc.constantFrom(
      '<',
      '>',
      '<b',
      '</b>',
      '<a title="',
      '">',
      '&amp;',
      '&#101;',
      '&#38;',
      '&lt;',
      'lt;',
      '&#39;',

      '%C3%A9',
      '%2541',
      '&',
      '%',
      '%4',
    ),
  );
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const html = pieces
        .join('')
        .replaceAll(/\p{M}/gu, (mark, at, all) => (/[<>;&%]/.test(all[at - 1] ?? '<') ? 'x' : mark));
      const [words, tags] = htmlAtFirst(html);
      const start = html.indexOf('<');
      const outside = html.replace(/<[^<>]*/g, '');
      const inside = start < 0 ? '' : html.slice(start).replace(/>[^<]*/g, '>');
      // A tag without attributes says nothing, and one that was there before nothing new.
      const speaking = /<\/?(?:[^<\s/]+[\s/]|\s).*/s;
      const said = decoded(inside)
        .split(/(?<=>)/)
        .flatMap((one) => one.match(speaking) ?? []);
      const once = [...new Set(said)].join('');
      expect([shown(words), shown(tags)]).toEqual([
        shown(lettersOf(decoded(outside))),
        shown(lettersOf(once)),
      ]);
    }),
    { numRuns: 3000 },
  );

  function decoded(text: string): string {
    return text
      .replace(/(?:%[0-9a-f]{2})+/gi, (all) => {
        try {
          return decodeURIComponent(all);
        } catch {
          return all;
        }
      })
      .replace(/&(?:#(\d{1,7})|amp|\w{1,31});/g, (_, point) => {
        return point === undefined ? ' ' : String.fromCodePoint(Number(point));
      });
  }
});

/** Words with a blank between them. */
function shown(letters: ReturnType<typeof lettersOf> | undefined): string {
  return [...(letters?.codes ?? [])]
    .map((code, at) => (letters?.apart[at] === 1 && at > 0 ? ' ' : '') + String.fromCharCode(code))
    .join('');
}

test.each([
  ['words', 'a<b>c</b>d', ['a c d', '']],
  ['attributes', '<a title="x">y</a>', ['y', 'a title x']],
  ['attributes that seem to end the tag', '<a title="x > y">z</a>', ['y z', 'a title x', 'a title x y z']],
  ['tags in tags', '<a <b>c', ['c', 'a b']],
  ['a tag without an end', 'a<b c', ['a', 'b c']],
  ['a tag that closes and says something', 'a</b c="d">', ['a', 'b c d']],
  ['nothing but words', 'a &amp; %41', ['a a', '']],
  ['a mark that is written as a number', 'caf&#101;&#769; caf&#x65;\u0301', ['café café', '']],
  ['attributes without a blank before them', '<a/title="x">y', ['y', 'a title x']],
  ['comments', 'a<!-- b <c> -->d', ['a d', 'b c', 'c d', 'b c']],
])('what may be words in HTML is looked through: %s', (_, html, expected) => {
  expect(htmlAtFirst(html).map(shown)).toEqual(expected);
});
