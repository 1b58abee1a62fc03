import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { deckhand } from '../support/deckhand.js';
import { type ReadPdf, readPdf } from '../support/pdf.js';
import { workspace } from '../support/workspace.js';

const filler = Array.from(
  { length: 30 },
  (_, index) => `Line ${index} of words that fill the page.\n\n`,
).join('');

/** A workshop with everything that documents know. */
const files = {
  'shop/deck.yaml': [
    'title: Ropes & knots',
    'subtitle: A day on deck',
    'authors: [Ada Example]',
    'date: 2026-11-22',
    'start: "09:00"',
    'license: CC-BY-4.0',
    'url: https://example.org/knots',
    'sides: two',
    'modules: [one.md, two.md, three.md]',
  ].join('\n'),
  'shop/one.md': `# First ropes {time=20m}

---

## A rope has two ends {#ends}

::: objectives
- Tell the ends apart
:::

It is [described](https://example.org/${'long/'.repeat(15)}), see [knots](#knot). A note[^1].

[^1]: The bitter end is on board.

::: paper
Only on paper: the standing part lies between.

${filler}
:::

Note: SECRETNOTE for the speaker.

::: guide
SECRETGUIDE
:::

---

## Hidden {hidden}

SECRETHIDDEN
`,
  'shop/two.md': `# Knots {time=30m}

---

## A knot is a promise {#knot}

::: exercise {time=10m}
Tie one.

::: hint
Two half hitches.
:::

### Solution

SECRETANSWER
:::

::: term Hitch
A knot around something.
:::

::: term Bend
A knot between two ropes.
:::

::: misconception A knot is strong
It takes half of the rope's strength.
:::
`,
  'shop/three.md': `# Practice {time=15m}

---

## Moor the ship

::: lab Moor her {#moor time=15m needs=rope difficulty=easy vars="SHIP=Beagle PIER"}
### Objective
She stays.

### Steps

1. Throw the line.

   \`\`\`console
   $ throw --line bow
   thrown
   \`\`\`

2. Write it down.

   \`\`\`text {write=log.txt}
   moored
   \`\`\`

### Verify

\`\`\`console
$ cat log.txt
moored
\`\`\`

### Clean up

Cast off.

### Solution

SECRETSOLUTION
:::

::: question {lines=3}
Why two lines?
:::
`,
} as const;

let read: (file: string) => Promise<ReadPdf>;
let raw: (file: string) => string;
const ends: (() => Promise<void>)[] = [];
afterAll(async () => {
  await Promise.all(ends.map((end) => end()));
});

beforeAll(async () => {
  const cwd = await workspace(files, (end) => ends.push(end));
  const run = await deckhand(
    ['build', 'shop', '-o', 'out', '--product', 'workbook,labs,agenda', '--strict'],
    { cwd },
  );
  expect(run).toMatchObject({ code: 0 });
  raw = (file) => readFileSync(join(cwd, 'out/public/shop', file), 'latin1');
  read = (file) => readPdf(new Uint8Array(readFileSync(join(cwd, 'out/public/shop', file))));
}, 120_000);

const secrets = /SECRET/;

/** Numbers behind titles in the contents. */
function contents(pdf: ReadPdf, titles: readonly string[]): (number | null)[] {
  const page = pdf.pages.find(({ text }) => text.includes('Contents'))?.text ?? '';
  return titles.map((title) => {
    const at = page.indexOf(title);
    const number = /^\D*(?:\d+ min\s+)?(\d+)/.exec(page.slice(at + title.length))?.[1];
    return number === undefined ? null : Number(number);
  });
}

/** The page, from 1, whose head or body opens with a title. */
const pageWith = (pdf: ReadPdf, words: string) =>
  pdf.pages.findLastIndex(({ text }) => text.includes(words)) + 1;

describe('workbook.pdf', () => {
  test('names its page in the contents for each chapter, and bookmarks lead there', async () => {
    const pdf = await read('workbook.pdf');
    const found = contents(pdf, ['First ropes', 'Knots', 'Practice']);
    const starts = pdf.outline.filter(({ title }) => ['First ropes', 'Knots', 'Practice'].includes(title));
    expect(starts.map(({ page }) => page)).toEqual(found);
    expect(found[1]).toBe(pageWith(pdf, 'A knot is a promise'));
    expect(pdf.pages[(found[2] ?? 0) - 1]?.text).toContain('Moor the ship');
  });

  test('starts chapters on right-hand pages, with real blank ones before them', async () => {
    const pdf = await read('workbook.pdf');
    const starts = pdf.outline.map(({ page }) => page);
    expect(starts.every((page) => page % 2 === 1)).toBe(true);
    const blank = pdf.pages.flatMap(({ text }, index) => (text.trim() === '' ? [index + 1] : []));
    expect(blank.length).toBeGreaterThan(0);
    expect(blank.every((page) => page % 2 === 0 && starts.includes(page + 1))).toBe(true);
    expect(pdf.pages.at(-1)?.text.trim()).not.toBe('');
  });

  test('says on every page which one it is, but on the cover and on blank ones', async () => {
    const pdf = await read('workbook.pdf');
    const all = pdf.pages.length;
    pdf.pages.forEach(({ text }, index) => {
      if (index === 0 || text.trim() === '') expect(text).not.toContain(`of ${all}`);
      else expect(text).toContain(`Page ${index + 1} of ${all}`);
    });
  });

  test('has the prose for paper, footnotes and long links at the end of the chapter, and pages behind links', async () => {
    const pdf = await read('workbook.pdf');
    const text = pdf.pages.map((page) => page.text).join(' ');
    expect(text).toContain('the standing part lies between');
    expect(text).toContain('The bitter end is on board.');
    expect(text.indexOf('The bitter end')).toBeGreaterThan(text.indexOf('Line 29 of words'));
    expect(text).toMatch(new RegExp(`knots \\(page ${pageWith(pdf, 'A knot is a promise')}\\)`));
    expect(text).toMatch(/described\s*\[1\]/);
    expect(text.replaceAll(' ', '')).toContain(`https://example.org/${'long/'.repeat(15)}`);
    expect(text.indexOf('Bend')).toBeLessThan(text.lastIndexOf('Hitch'));
    expect(text).toContain('throw --line bow');
  });

  test.each(['workbook.pdf', 'labs.pdf', 'agenda.pdf'])('%s has nothing private', async (file) => {
    const pdf = await read(file);
    expect(pdf.pages.map((page) => page.text).join(' ')).not.toMatch(secrets);
    expect(JSON.stringify([pdf.outline, pdf.information])).not.toMatch(secrets);
    expect(raw(file)).not.toMatch(secrets);
  });

  test.each(['workbook.pdf', 'labs.pdf', 'agenda.pdf'])(
    '%s is tagged, titled and has its fonts',
    async (file) => {
      const pdf = await read(file);
      expect(pdf).toMatchObject({ tagged: true, lang: 'en', showsTitle: true, universalAccess: '1' });
      for (const page of pdf.pages) {
        expect(page.fonts.filter((font) => !font.embedded || font.type3)).toEqual([]);
        expect(page.untagged).toBe(0);
      }
    },
  );
});

describe('labs.pdf', () => {
  test('has a sheet a lab with its head, steps, files and what to fill in', async () => {
    const pdf = await read('labs.pdf');
    const sheet = pdf.pages[(contents(pdf, ['Moor her'])[0] ?? 0) - 1]?.text ?? '';
    for (const words of [
      'Lab 1',
      '15 min',
      'easy',
      'Needs rope',
      'log.txt',
      'SHIP',
      'Beagle',
      'Throw the line.',
      'Verify',
    ])
      expect(sheet).toContain(words);
  });
});

describe('agenda.pdf', () => {
  test('is one page with clock times, labs and sums, and has a calendar beside it', async () => {
    const pdf = await read('agenda.pdf');
    expect(pdf.pages.length).toBe(1);
    const [{ text } = { text: '' }] = pdf.pages;
    for (const words of ['09:00', '09:20', '10:00', '10:30', 'Lab 1: Moor her', '1 h 30 min', '25 min, 28 %'])
      expect(text).toContain(words);
    expect(raw('agenda.ics').split('BEGIN:VEVENT').length - 1).toBe(3);
  });
});
