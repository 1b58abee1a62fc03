import { expect, test } from 'vitest';
import { prepare } from '../../support/prepared.js';

async function saidOf(markdown: string, files: Record<string, string> = {}): Promise<readonly string[]> {
  const { deck } = await prepare({ 'talk.md': markdown, ...files });
  return deck.diagnostics.flatMap((one) => (one.code === 'font/no-glyph' ? [one.message] : []));
}

test('one message a slide names what is missing, and only some of it', async () => {
  const said = await saidOf('## One\n\n你好\n\n---\n\n## 三\n\n一二三四五六七八九十\n');
  expect(said).toEqual([
    expect.stringContaining('你 (U+4F60), 好 (U+597D) on this slide'),
    expect.stringContaining('八 (U+516B) and 2 more on this slide'),
  ]);
});

test.each([
  'Zażółć gęślą jaźń, “quoted” – and … more ™ ← → ✓ ≤ ½',
  '`├── a` and\n\n```\n│ ▲ └──\n```',
  'Ship it 🚀 👩‍🚀 🇩🇪 1️⃣',
  'e\u0301 is é, a\u00ad\u200bb',
])('%j has what it needs', async (text) => {
  expect(await saidOf(text)).toEqual([]);
});

test('code has its own font', async () => {
  expect(await saidOf('```\nα\n```\n')).toHaveLength(1);
});

test('what the speaker alone sees is not looked at, and a deck with a font of its own neither', async () => {
  expect(await saidOf('words\n\nNote: 你好\n')).toEqual([]);
  expect(
    await saidOf('---\ncss: [own.css]\n---\n\n你好\n', {
      'own.css': '@font-face{font-family:Own;src:local(x)}',
    }),
  ).toEqual([]);
});
