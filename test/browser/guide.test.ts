import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { deckhand } from '../support/deckhand.js';
import { type ReadBookmark, type ReadPdf, readPdf } from '../support/pdf.js';
import { workspace } from '../support/workspace.js';

const sentence = 'Three things follow, and each of them takes a breath before it is said aloud. ';

/** A workshop with everything that whoever teaches has to know. */
const files = {
  'ropes/deck.yaml': `title: Ropes & knots
date: 2026-11-22
start: "09:00"
duration: 3h
sides: two
tier: all
breaks: { every: 45m, length: 10m }
modules: [ropes.md, knots.md]
`,
  'ropes/ropes.md': `# Ropes and what they carry {time=5m}

::: objectives
- Tell one end from the other
:::

Note: Hold one up.

---

## A rope has two ends {time=15m}

The bitter end is on board, where nobody looks for it.

::: misconception A rope is a long string
It is many of them.
:::

::: paper
What stands between the ends is the standing part; see [the list](https://example.org/${'ropes/'.repeat(12)}).
:::

Note: ${sentence.repeat(22)}

::: cut {time=4m}
Leave the history of hemp out.
:::
::: extend {time=6m}
Splice one.
:::

---

## A story of a broken rope {time=10m tier=optional}

Note: Told only with time to spare.

---

## What is on the screen alone {time=5m print=no}

Nobody holds this on paper.

Note: Said without a picture.
`,
  'ropes/knots.md': `# Knots that hold {time=2m}

---

## Tie it

::: exercise Two half hitches {time=20m needs=rope}
Tie the ship to the pier.

::: solution
Around, through, and the same again.
:::
:::

Note: Walk around.

::: guide
::: checklist Ropes {when="the morning"}
- Cut twelve of them
:::
:::

---

## Find it

::: lab {time=30m needs="rope,lamp"}
### Objective

Find the pier in the dark.

### Steps

1. Light the lamp.

   \`\`\`console
   $ lamp --on
   \`\`\`

### Challenge

Find it without.

#### Solution

Follow the bell.

### Solution

It is where it was by day.

### If stuck

The oil is in the locker.
:::

::: term Pier
Where the ship lies.
:::

::: checklist {when="a week before"}
- Buy rope
:::
`,
};

let guide: ReadPdf;
let solutions: ReadPdf;
let said: string;
let cleanUp: () => Promise<void>;
beforeAll(async () => {
  const cwd = await workspace(files, (done) => {
    cleanUp = done;
  });
  const { code, stderr } = await deckhand(['build', 'ropes', '--product', 'guide,solutions'], { cwd });
  expect(code, stderr).toBe(0);
  said = stderr;
  const read = (name: string) => readPdf(new Uint8Array(readFileSync(join(cwd, 'dist/private/ropes', name))));
  guide = await read('guide.pdf');
  solutions = await read('solutions.pdf');
});

afterAll(() => cleanUp());

function flat(outline: readonly ReadBookmark[]): readonly ReadBookmark[] {
  return outline.flatMap((one) => [one, ...flat(one.children)]);
}

function pageOf(pdf: ReadPdf, words: string): number {
  const found = pdf.pages.findIndex((page, index) => index > 1 && page.text.includes(words));
  expect(found, words).toBeGreaterThan(0);
  return found + 1;
}

const all = (pdf: ReadPdf) => pdf.pages.map((page) => page.text).join('\n');

describe('the guide', () => {
  test('says nothing while it is made', () => {
    expect(said).not.toMatch(/ (?:warning|error) /);
  });

  test('has bookmarks for its parts and for every slide', () => {
    expect(guide.outline.map((one) => one.title)).toEqual([
      'Run sheet',
      'Room and equipment',
      'Ropes and what they carry',
      'Knots that hold',
      'What can go wrong',
      'Commands at a glance',
      'Glossary',
      'Measured timings',
    ]);
    expect(guide.outline[3]?.children.map((one) => one.title)).toEqual(['Tie it', 'Find it']);
  });

  test('has contents whose numbers are those of the pages', () => {
    const contents = guide.pages[1]?.text ?? '';
    for (const { title, page } of guide.outline) {
      expect(contents).toMatch(new RegExp(`${title}(?: [\\d:]+ (?:min|h)(?: \\d+ min)?)? ${page}\\b`));
    }
    const lab = guide.outline[3]?.children[1]?.page;
    expect(contents).toContain(`Lab 1 Find it 30 min ${lab}`);
  });

  test('starts its chapters on right-hand pages', () => {
    const [, , first, second] = guide.outline;
    expect([first?.page, second?.page].map((page) => (page ?? 0) % 2)).toEqual([1, 1]);
  });

  test('has a run sheet with clock times, slack, tiers, tasks and materials', () => {
    const { text = '' } = guide.pages[2] ?? {};
    expect(text).toContain('Clock Planned Slack Part Tier Materials');
    expect(text).toMatch(/09:00 35 min 14 min .*core, 10 min optional/);
    expect(text).toMatch(/09:35 10 min Break/);
    expect(text).toMatch(/09:45 22 min 1 Knots that hold core rope/);
    expect(text).toMatch(/10:17 30 min 1 Knots that hold \(continued\) core rope, lamp/);
    expect(text).toContain('Exercise 1: Two half hitches 20 min Lab 1: Find it 30 min');
    expect(text).toContain('Slack 1 h 33 min');
  });

  test('lists what is to be done by when, private lists included', () => {
    const { text = '' } = guide.pages[3] ?? {};
    expect(text).toContain('A week before The morning Ropes What exercises and labs need');
    expect(text).toContain('Buy rope Cut twelve of them rope Exercise 1, Lab 1 lamp Lab 1');
  });

  test('says of each chapter its goal, what to drop and to add, and what people believe', () => {
    const { text = '' } = guide.pages[pageOf(guide, 'Ten minutes late') - 1] ?? {};
    expect(text).toMatch(/Goal .*Tell one end from the other/);
    expect(text).toMatch(/Ten minutes late 4 min .*A rope has two ends Leave the history of hemp out\./);
    expect(text).toMatch(/10 min .*A story of a broken rope · optional/);
    expect(text).toMatch(/Early 6 min .*Splice one\./);
    expect(text).toMatch(/Misconceptions to expect .*A rope is a long string.* It is many of them\./);
  });

  test('has each slide as text beside its notes, with its number and its time', () => {
    const page = guide.pages[pageOf(guide, 'The bitter end is on board') - 1];
    expect(page?.text).toMatch(/2 A rope has two ends 09:05 · 15 min/);
    expect(page?.text).toContain('Three things follow');
    expect(page?.pictures).toBe(0);
  });

  test('has what is said to a slide that is not for paper, without the slide', () => {
    expect(all(guide)).toContain('Said without a picture.');
    expect(all(guide)).not.toContain('Nobody holds this on paper.');
  });

  test('has what participants have on paper, with solutions in their places, once, and marked', () => {
    const text = all(guide);
    expect(text).toContain('In the workbook · Slide 2 What stands between the ends');
    expect(text.match(/Around, through, and the same again\./g)).toHaveLength(1);
    expect(text).toMatch(/Solution only here: not in the workbook Around, through/);
    expect(text).toMatch(/Solution only here: not in the workbook Follow the bell/);
  });

  test('shows breaks between slides, and where help is when a lab is stuck', () => {
    expect(all(guide)).toMatch(/09:35 Break 10 min/);
    expect(all(guide).match(/The oil is in the locker\./g)).toHaveLength(2);
  });

  test('ends with a form for measured timings', () => {
    const last = guide.pages.at(-1)?.text ?? '';
    expect(last).toContain('Measured timings Clock Part Planned Measured What to change next time');
    expect(last).toMatch(/09:45 1 · Knots that hold/);
  });

  test('has no heading at the foot of a page', () => {
    for (const [index, { roles }] of guide.pages.entries()) {
      const heading = roles.findLastIndex((role) => /^H\d$/.test(role));
      const other = roles.findLastIndex((role) => ['P', 'L', 'LI', 'Table', 'Figure'].includes(role));
      if (heading >= 0) expect(other, `page ${index + 1}`).toBeGreaterThan(heading);
    }
  });

  test('keeps the headings of its slides out of its own', () => {
    const headings = guide.pages.flatMap((page) => page.roles.filter((role) => role === 'H1'));
    expect(headings).toEqual(['H1']);
  });

  test('lets only notes of more than half a page go on over it', () => {
    const pages = guide.pages.flatMap((page, index) =>
      page.text.includes('takes a breath') ? [index + 1] : [],
    );
    expect(pages.length).toBeLessThanOrEqual(2);
    expect(pages[0]).toBe(pageOf(guide, 'The bitter end is on board'));
  });

  test('is private, tagged, and for everybody', () => {
    expect(guide.universalAccess).toBe('1');
    expect(guide.pages.every((page) => page.untagged === 0)).toBe(true);
    expect(guide.information.Title).toBe("Ropes & knots · Facilitator's guide");
  });
});

describe('the solutions', () => {
  test('have each task in short, its solution and that of its challenge, and nothing else', () => {
    const text = solutions.pages
      .slice(2)
      .map((page) => page.text)
      .join('\n');
    expect(text).toMatch(
      /Part 1 Knots that hold Exercise 1: Two half hitches 20 min · Slide 6 Tie the ship to the pier\. Around, through, and the same again\./,
    );
    expect(text).toMatch(
      /Lab 1: Find it 30 min · Slide 7 Find the pier in the dark\. Solution It is where it was by day\. Challenge Follow the bell\./,
    );
    expect(text).not.toMatch(/Walk around|Light the lamp|locker|Three things/);
  });

  test('have contents whose numbers are those of the pages', () => {
    const contents = solutions.pages[1]?.text ?? '';
    expect(contents).toMatch(/Exercise 1 Two half hitches 20 min 3/);
    expect(flat(solutions.outline).map(({ title, page }) => [title, page])).toEqual([
      ['Knots that hold', 3],
      ['Exercise 1: Two half hitches', 3],
      ['Lab 1: Find it', 3],
    ]);
  });
});
