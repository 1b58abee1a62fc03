import { expect, test } from 'vitest';
import { drawn } from '../../../support/prepared.js';

/** By how much the words of a slide are larger or smaller than the theme has them. */
async function scale(markdown: string): Promise<number> {
  const html = await drawn(markdown);
  return Number(/class="slide [^>]*--scale: ([\d.]+)/.exec(html)?.[1] ?? 1);
}

const items = (count: number, words = 'a berth for each ship that comes in tonight') =>
  Array.from({ length: count }, (_, index) => `- ${index} ${words}`).join('\n');
const [largest, larger, smallest] = [1.26, 1.13, 0.87];

test('few words are set large, more of them less so, a little too much is set a step smaller', async () => {
  const counts = Array.from({ length: 16 }, (_, index) => index + 1);
  const steps = await Promise.all(counts.map((count) => scale(`## T\n\n${items(count)}`)));
  expect(steps).toEqual([...steps].sort((one, other) => other - one));
  expect(steps[0]).toBe(largest);
  expect(new Set(steps)).toEqual(new Set([largest, larger, 1, smallest]));
});

test.each([
  ['a paragraph', 'One sentence.'],
  ['a table', '| a | b |\n|---|---|\n| c | d |'],
  ['columns', '::: columns\n::: column\na\n:::\n::: column\nb\n:::\n:::'],
  ['a quotation', '> Short.'],
  ['a callout', '> [!TIP]\n> Look.'],
  ['objectives', '::: objectives\n- a\n- b\n:::'],
  ['an exercise', '::: exercise {time=5m}\nDo it.\n:::'],
  ['a question', '::: question\nWhy?\n:::'],
  ['code and a few words', '```text\na\n```\n\nIt is so.'],
])('%s with few words is set large', async (_, markdown) => {
  expect(await scale(`## T\n\n${markdown}`)).toBe(largest);
});

test('a table that its longest words make too wide for its column is set smaller', async () => {
  const inColumn = (words: string) =>
    scale(`## T\n\n::: columns\n::: column\na\n:::\n::: column\n${words}\n:::\n:::`);
  const table = (word: string) => `| ${word} | ${word} | ${word} |\n|---|---|---|\n| 1 | 2 | 3 |`;
  expect(await inColumn(table('Ship'))).toBe(largest);
  const steps = await Promise.all(
    ['Harbour', 'Harbours', 'Harbouring', 'Harbourmaster'].map((word) => inColumn(table(word))),
  );
  expect(steps).toEqual([...steps].sort((one, other) => other - one));
  expect(steps.at(-1)).toBe(smallest);
});

/** How much further apart items and rows stand. */
async function air(markdown: string): Promise<number> {
  return Number(/class="slide [^>]*--air: ([\d.]+)/.exec(await drawn(markdown))?.[1] ?? 0);
}

test('few items and rows stand further apart, more of them less so, many as the theme has them', async () => {
  const rows = (count: number) => `| a | b |\n|---|---|\n${'| c | d |\n'.repeat(count)}`;
  for (const kind of [items, rows]) {
    const steps = await Promise.all([2, 3, 4, 5, 6, 9].map((count) => air(`## T\n\n${kind(count)}`)));
    expect(steps[0]).toBe(1);
    expect(new Set(steps)).toEqual(new Set([1, 0.5, 0]));
  }
  for (const name of ['objectives', 'incremental'])
    expect(await air(`## T\n\n::: ${name}\n${items(2)}\n:::`)).toBe(1);
});

test('words alone, and slides that say how large their words are, stay as they are', async () => {
  expect(await air('## T\n\nOne sentence.')).toBe(0);
  for (const asks of ['fit=none', 'fit=large', 'fit=small', '.dense'])
    expect(await air(`## T {${asks}}\n\n${items(2)}`)).toBe(0);
});

const lab = (steps: number) =>
  `## T\n\n::: lab {time=5m needs=docker}\n### Objective\n\nA berth.\n\n### Steps\n\n${Array.from({ length: steps }, (_, index) => `${index + 1}. Berth it.\n\n   \`\`\`console\n   $ docker run berth\n   \`\`\`\n`).join('\n')}\n### Verify\n\nLook.\n:::`;

test('steps of a lab are set large where they are few, and a step smaller where they are many', async () => {
  const steps = await Promise.all([1, 4, 6, 8].map((count) => scale(lab(count))));
  expect(steps).toEqual([largest, largest, 1, smallest]);
});

test('so are the points of a timeline', async () => {
  const points = (count: number, words: string) =>
    `## T {layout=timeline}\n\n${Array.from({ length: count }, (_, index) => `- **200${index}** ${words}`).join('\n')}`;
  expect(await scale(points(3, 'A ship comes in'))).toBe(largest);
  expect(await scale(points(8, 'A ship comes in'))).toBe(larger);
  expect(await scale(points(12, 'A ship comes in, and another one goes out'))).toBe(smallest);
});

test('and the parts of an agenda', async () => {
  const parts = (count: number) =>
    `## T {layout=agenda}\n\n---\n\n${Array.from({ length: count }, (_, index) => `# Part ${index}`).join('\n\n---\n\n')}`;
  expect(await scale(parts(3))).toBe(largest);
  expect(await scale(parts(6))).toBe(1);
  expect(await scale(parts(12))).toBe(largest);
});

test.each([
  ['HTML', '<p>a</p>'],
  ['a class of the author’s', '::: {.mine}\na\n:::'],
  ['a formula', '$$\nx^2\n$$'],
])('of %s it is not told how high it is: it stays as it is', async (_, markdown) => {
  expect(await scale(`## T\n\n${markdown}`)).toBe(1);
  expect(await scale(`## T\n\n${markdown}\n\n${items(14)}`)).toBe(1);
});

test('a picture has the room that words leave: they do not grow into it', async () => {
  expect(await scale('## T\n\na\n\n![A ship](data:image/png;base64,AA)\n\nb')).toBe(1);
});

test('what is set larger breaks no word', async () => {
  const word = 'Donaudampfschifffahrtsgesellschaftskapitänspatent';
  const column = (words: string) => `::: column\n${words}\n:::`;
  const columns = (words: string) => `## T\n\n::: columns\n${column(words)}\n${column('b')}\n:::`;
  expect(await scale(columns('a ship'))).toBe(largest);
  expect(await scale(columns(word))).toBe(1);
  // Nor code behind a hyphen.
  expect(await scale(columns('`a-name-of-some-letters-that-goes`'))).toBe(1);
  expect(await scale(columns('a name-of-some-letters-that-goes'))).toBe(largest);
});

test('the author may say it', async () => {
  const full = items(12);
  expect(await scale('## T {fit=none}\n\na')).toBe(1);
  expect(await scale('## T {fit=small}\n\na')).toBe(smallest);
  expect(await scale(`## T {fit=large}\n\n${full}`)).toBe(largest);
  expect(await scale(`## T {fit=none}\n\n${full}`)).toBe(1);
  expect(await scale('## T {.dense}\n\na')).toBe(1);
});

test('on a narrow slide the same words take more lines', async () => {
  const words = items(5, 'a berth for each of the ships that come into the harbour tonight');
  expect(await scale(`## T\n\n${words}`)).toBe(largest);
  expect(await scale(`---\naspect: 4:3\n---\n\n## T\n\n${words}`)).toBeLessThan(largest);
});

test('words in Chinese are as wide as they are', async () => {
  const line = '港口的船今晚都到了而且每艘船都有自己的泊位可以停靠过夜';
  expect(await scale(`## T\n\n${items(3, line)}`)).toBe(largest);
  expect(await scale(`## T\n\n${items(11, line)}`)).toBe(smallest);
});
