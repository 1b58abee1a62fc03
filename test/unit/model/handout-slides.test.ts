import { expect, test } from 'vitest';
import { prepare } from '../../support/prepared.js';

const code = '```yaml\na: b\n```';

/** How many slides a page of the handout has. */
async function slidesAPage(settings: string, body: string): Promise<number> {
  const { edition } = await prepare({ 'talk.md': `---\ntitle: x\n${settings}\n---\n\n## One\n\n${body}\n` });
  return edition().settings.handout.slides;
}

test.each([
  ['words alone', '', 'words', 3],
  ['code', '', code, 2],
  ['code in columns', '', `::: columns\n::: column\n${code}\n:::\n:::`, 2],
  ['code that only the speaker sees', '', `words\n\nNote:\n\n${code}`, 3],
  ['code that is not printed', '', `words\n\n---\n\n## Two {print=no}\n\n${code}`, 3],
  ['code, where somebody asks', 'handout: { slides: 3 }', code, 3],
  ['words, where somebody asks', 'handout: { slides: 6 }', 'words', 6],
])('a page of the handout has what can be read: %s', async (_, settings, body, expected) => {
  expect(await slidesAPage(settings, body)).toBe(expected);
});
