import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { deckhand } from '../support/deckhand.js';
import { documentRules, flawsOf, points, runsOf } from '../support/page-quality.js';
import { readPdf } from '../support/pdf.js';
import { workspace } from '../support/workspace.js';

/** The workbook of a deck. */
async function workbook(files: Readonly<Record<string, string | Uint8Array>>): Promise<Uint8Array> {
  const cwd = await workspace(files);
  const run = await deckhand(['build', 'talk.md', '-o', 'out', '--product', 'workbook'], { cwd });
  expect([run.code, run.stderr]).toEqual([0, expect.anything()]);
  return new Uint8Array(readFileSync(join(cwd, 'out/public/talk/workbook.pdf')));
}

/** Larger than any page, in both directions. */
const huge = `<svg xmlns="http://www.w3.org/2000/svg" width="6000" height="9000" viewBox="0 0 6000 9000"><rect width="6000" height="9000" fill="#eee"/></svg>`;

test('what is wider or longer than the page is made to fit it, and nothing is cut', async () => {
  const heads = Array.from({ length: 14 }, (_, index) => `Column ${index + 1}`);
  const cells = heads.map((_, index) => `registry.example.org/team/image-${index + 1}`);
  const command = `docker run ${Array.from({ length: 30 }, (_, index) => `--label key${index + 1}=value`).join(' ')} END`;
  const word = `${'x'.repeat(300)}END`;
  const bytes = await workbook({
    'huge.svg': huge,
    'talk.md': `---
title: Too much
---

# Too much

---

## A table

::: paper
| ${heads.join(' | ')} |
|${' - |'.repeat(heads.length)}
| ${cells.join(' | ')} |
:::

---

## Code

::: paper
\`\`\`bash
${command}
\`\`\`

\`\`\`text
${word}
\`\`\`

And \`${word}\` in a line.
:::

---

## A picture

::: paper
![A grey field](huge.svg)

After it.
:::
`,
  });
  expect(await flawsOf(bytes, documentRules)).toEqual([]);
  const { pages } = await readPdf(bytes);
  const words = pages
    .map((page) => page.text)
    .join(' ')
    .replaceAll(/\s/g, '');
  for (const cell of cells) expect(words).toContain(cell);
  for (let index = 1; index <= 30; index++) expect(words).toContain(`--labelkey${index}=value`);
  expect(words.split('xEND')).toHaveLength(3);
  expect(words).toContain('Afterit.');
});

test('three hundred pages have their numbers, and contents that lead to them', {
  timeout: 180_000,
}, async () => {
  const chapters = 30;
  const line = 'A line of words that fills a page of the workbook from its top to its foot.\n\n';
  const chapter = (number: number) =>
    `# Chapter of number ${number}\n\n---\n\n## Long ${number}\n\n::: paper\n${line.repeat(335)}\n:::\n`;
  const text = Array.from({ length: chapters }, (_, index) => chapter(index + 1)).join('\n---\n\n');
  const bytes = await workbook({
    'talk.md': `---\ntitle: A long book\n---\n\n# A long book\n\n---\n\n${text}`,
  });
  const { pages } = await readPdf(bytes);
  expect(pages.length).toBeGreaterThanOrEqual(300);
  const wrong = pages.flatMap(({ text: words }, index) =>
    index > 0 && !words.includes(`Page ${index + 1} of ${pages.length}`) ? [index + 1] : [],
  );
  expect(wrong).toEqual([]);
  // Behind the cover; the first chapter follows.
  const contents = pages[1]?.text ?? '';
  for (let number = 1; number <= chapters; number++) {
    const opens = pages.findIndex(
      ({ text: words }, index) =>
        index > 1 && words.includes(`Part ${number} `) && words.includes(`Chapter of number ${number} `),
    );
    const told = new RegExp(`Chapter of number ${number} (?:\\d+ min )?(\\d+)`).exec(contents)?.[1];
    expect([number, told]).toEqual([number, String(opens + 1)]);
  }
});

/** As much of a film as is looked at. */
const film = Buffer.concat([
  Buffer.from('1a45dfa39f4286810142f7810142f2810442f381084282847765626d42878104428581', 'hex'),
  Buffer.alloc(2000),
]);

test('a film with a poster is its picture', async () => {
  const bytes = await workbook({
    'crane.webm': film,
    'still.svg': huge,
    'talk.md':
      '---\ntitle: A film\n---\n\n# A film\n\n---\n\n## It lifts\n\n::: paper\n![The crane lifts](crane.webm){poster=still.svg}\n\nBelow it.\n:::\n',
  });
  const { pages } = await readPdf(bytes);
  const page = pages.findIndex(({ text }) => text.includes('crane.webm'));
  const [name, below] =
    (await runsOf(bytes, [page + 1]))[0]?.filter(({ text }) => /crane|It lifts/.test(text)) ?? [];
  // Between the heading and the name of the file.
  expect(Math.abs((name?.y ?? 0) - (below?.y ?? 0))).toBeGreaterThan(points(70));
});

test('films without a poster are places with their names, and several of them fit on a page', async () => {
  const bytes = await workbook({
    'crane.webm': film,
    'ship.webm': film,
    'talk.md': `---
title: Films
---

# Films

---

## Two films

::: paper
![The crane lifts](crane.webm)

![The ship leaves](ship.webm)

Words below both.
:::
`,
  });
  const { pages } = await readPdf(bytes);
  const [page] = pages.filter(({ text }) => text.includes('crane.webm'));
  expect(page?.text).toMatch(/Two films.*crane\.webm.*ship\.webm.*Words below both/);
});
