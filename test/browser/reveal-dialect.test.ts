import { expect, test } from 'vitest';
import { deckPage, presentPage } from '../../src/render/products/deck-page.js';
import { prepare } from '../support/prepared.js';
import { type RevealSeparators, readByRevealJs, readSlides } from '../support/reveal-js.js';
import { onDisk, viewer } from '../support/viewer.js';

/*
 * Decks written for reveal.js, read by its own Markdown plugin and by us. Where nothing in them is known to be misread,
 * both have the same slides with the same words and the same notes.
 */

const standard: RevealSeparators = {
  separator: '\\r?\\n---\\r?\\n',
  verticalSeparator: '\\r?\\n----\\r?\\n',
  notesSeparator: null,
};

const workshop = `# Containers
for sailors
---
## Why
- one image
- many harbours <!-- .element: class="fragment" -->
  1. first
  2. second

Note: Ask who has been at sea.
- wait
- go on
----
## A table and a [link](https://example.org)

| Port | Ships |
| --- | ---: |
| Hamburg | 7 |
| {{.Name}} | $5 |

> A quote
> of two lines
---

<!-- .slide: data-background="#143c50" class="dense" -->
### Code

\`\`\`bash [1|2]
docker run --rm -it alpine
docker ps --format '{{.Names}}'
\`\`\`

Costs $5, \`x == y\`, a ~~wrong~~ word, :ship: and /users/{id}.

notes: lower case
---
![A crane](https://example.org/crane.png)

<div class="two">

Left of **it**

</div>

    indented code

***

after a rule
---
Last words
-----
Under five hyphens
`;

const custom = `First

still first
<!--s-->
Second ???
<!--v-->
Below
---
with a heading

Presenter: Say it slowly.
<!--s-->
Third
`;

test.each([
  ['of every kind', workshop, standard],
  ['with line ends of another system', workshop.replaceAll('\n', '\r\n'), standard],
  [
    'with separators of its own',
    custom,
    { separator: '<!--s-->', verticalSeparator: '<!--v-->', notesSeparator: '^Presenter:' },
  ],
])('a deck %s has the slides, words and notes it has in reveal.js', async (_, text, separators) => {
  const browser = await viewer();
  const theirs = await readByRevealJs(browser, text, separators);
  expect(theirs.length).toBeGreaterThan(3);
  expect(theirs.some(({ notes }) => notes !== '')).toBe(true);

  const front = Object.entries(separators).filter(([, value]) => value !== null);
  const yaml = front.map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`).join('');
  const { rendered } = await prepare({ 'talk.md': `---\ndialect: reveal\n${yaml}---\n${text}` });
  const open = async (address: string) => {
    const page = await browser.newPage();
    await page.goto(address);
    return page;
  };
  const ours = await readSlides(await open(await onDisk(presentPage(rendered()))));
  // A picture from elsewhere is a box that says so.
  const shown = (words: string) => words.replace(/A crane — \S+ ?/, '');
  expect(ours.map(({ words, notes }) => ({ words: shown(words), notes }))).toEqual(theirs);

  const shared = await readSlides(await open(await onDisk(deckPage(rendered(), new Set()))));
  expect(shared.map(({ words }) => shown(words))).toEqual(theirs.map(({ words }) => words));
  expect(shared.every(({ notes }) => notes === '')).toBe(true);
});
