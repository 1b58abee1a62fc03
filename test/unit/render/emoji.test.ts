import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gemoji } from 'gemoji';
import { expect, test } from 'vitest';
import { packageRoot } from '../../../src/package-root.js';
import { drawEmoji, emojiCredit } from '../../../src/render/emoji.js';
import type { Asset } from '../../../src/render/page.js';
import { deckPage } from '../../../src/render/products/deck-page.js';
import { drawn, prepare } from '../../support/prepared.js';

/** HTML with each picture as its file's name in brackets. */
function told(html: string): string {
  return drawEmoji(html, 'de', () => {}).replace(
    /<img class="emoji" src="assets\/emoji-([\da-f-]+)\.[\da-f]{8}\.svg" alt="[^"]+" style="[^"]*">/g,
    '[$1]',
  );
}

test.each([
  ['Ship it 🚀', 'Ship it [1f680]'],
  ['👩‍🚀👍🏽', '[1f469-200d-1f680][1f44d-1f3fd]'],
  ['🇩🇪🇫🇷 1️⃣ 🏳️‍🌈', '[1f1e9-1f1ea][1f1eb-1f1f7] [31-20e3] [1f3f3-fe0f-200d-1f308]'],
  ['❤️ and ⚠️', '[2764] and [26a0]'],
  ['🤷‍♂', '[1f937-200d-2642-fe0f]'],
  ['✅❌⭐', '[2705][274c][2b50]'],
  ['🏍 🗣 🖥', '[1f3cd] [1f5e3] [1f5a5]'],
])('in %s emoji are pictures, joined ones are one', (text, expected) => {
  expect(told(text)).toBe(expected);
});

test.each(['© ® ™ ↔ ✓ ✔ ⚠ ☑ ★ 1 # *', '🚀︎', '🖥︎', 'plain', '你好'])('%s stays text', (text) => {
  expect(drawEmoji(text, 'en', () => {})).toBe(text);
});

test('nothing changes inside of tags, drawings, formulas, scripts and sheets', () => {
  for (const html of [
    '<a title="🚀 > x" href=\'#🚀\'>x</a>',
    '<svg><text>🚀</text></svg>',
    '<math><mi>🚀</mi></math>',
    '<script>"🚀"</script><style>a::before{content:"🚀"}</style>',
  ])
    expect(drawEmoji(html, 'en', () => {})).toBe(html);
});

test('every emoji that has a name has a picture that carries its licence', () => {
  const assets: Asset[] = [];
  for (const { emoji } of gemoji) {
    const before = assets.length;
    const html = drawEmoji(emoji, 'en', (asset) => assets.push(asset));
    expect(`${emoji} ${assets.length - before}`).toBe(`${emoji} 1`);
    expect(html).toContain(`alt="${emoji}" aria-label="`);
  }
  expect(assets.length).toBeGreaterThan(1800);
  for (const { bytes } of assets) expect(Buffer.from(bytes).toString()).toContain(emojiCredit);
  const folder = join(packageRoot(), 'node_modules/@discordapp/twemoji/dist/svg');
  expect(readdirSync(folder).length).toBeGreaterThan(3000);
});

test('known names are pictures, everything else that looks like one is text', async () => {
  const html = await drawn(
    'Go :rocket: :+1: \\:rocket: :nonsense: 10:30:00 `:rocket:` a:on:b https://example.org/:tada:/',
  );
  expect(html.match(/class="emoji"/g)).toHaveLength(2);
  expect(html).toContain(':rocket: :nonsense: 10:30:00 <code>:rocket:</code> a:on:b');
});

test('titles, ids and bookmarks keep the character, and its picture goes along with the page', async () => {
  const { edition, rendered } = await prepare({
    'talk.md': '## Launch :rocket:\n\n:tada:\n\nNote: :eyes:\n',
  });
  expect(edition().slides[0]).toMatchObject({ title: 'Launch 🚀', id: 'launch' });
  const page = deckPage(rendered(), new Set());
  const pictures = page.assets.map(({ path }) => path).filter((path) => path.includes('emoji-'));
  expect(pictures).toHaveLength(2);
  expect(rendered().credits).toEqual([emojiCredit]);
});

test('a deck without emoji does not say whose pictures they would be', async () => {
  const { rendered } = await prepare({ 'talk.md': '## ✓ done\n' });
  expect(rendered().credits).toEqual([]);
});
