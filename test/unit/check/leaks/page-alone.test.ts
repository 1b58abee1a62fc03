import { expect, test } from 'vitest';
import { holdsFile, withoutHeld } from '../../../../src/check/leaks/page-alone.js';

const data = Buffer.from('a picture of ours').toString('base64');

test('sheets and scripts of ours are no words of the deck; the deck’s own rules and settings are', () => {
  const page = [
    '<style data-file="theme.1a2b3c4d.css">.theme{}\n.more{}</style>',
    '<style data-file="own.1a2b3c4d.css">.own{}</style>',
    '<script type="application/json" id="deck-settings">{"words":1}</script>',
    '<script data-file="deck.1a2b3c4d.js">// a word</script>',
    `<script type="application/octet-stream" data-file="a.png" data-held="1">${data}</script>`,
    `<img src="data:image/png;base64,${data}" alt="A port"> words`,
  ].join('\n');
  expect(withoutHeld(page)).toBe(
    [
      '<style data-file="theme.1a2b3c4d.css">\n</style>',
      '<style data-file="own.1a2b3c4d.css">.own{}</style>',
      '<script type="application/json" id="deck-settings">{"words":1}</script>',
      '<script data-file="deck.1a2b3c4d.js"></script>',
      '<script type="application/octet-stream" data-file="a.png" data-held="1"></script>',
      '<img src="assets/" alt="A port"> words',
    ].join('\n'),
  );
});

test('what only says to be of ours is read', () => {
  const page = '<p data-file="theme.1a2b3c4d.css">Words</p><style>.a{}</style>';
  expect(withoutHeld(page)).toBe(page);
});

test('a file is found in a page as the whole of an address or of an element, and nothing else is taken for it', () => {
  const file = Buffer.from('a picture of ours');
  const holds = (html: string) => holdsFile(Buffer.from(html), file);
  expect(holds(`<img src="data:image/png;base64,${data}">`)).toBe(true);
  expect(holds(`<div style="background:url(&quot;data:image/png;base64,${data}&quot;)">`)).toBe(true);
  expect(holds(`<script data-held="1">${data}</script>`)).toBe(true);
  expect(holds(`<img src="data:image/png;base64,${data.replace(/=+$/, '')}AAAA">`)).toBe(false);
  expect(holds(`<img src="data:image/png;base64,AAAA${data}">`)).toBe(false);
  expect(holdsFile(Buffer.from('<p>,</p>'), Buffer.of())).toBe(false);
});
