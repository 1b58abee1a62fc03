import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { deckhand } from '../support/deckhand.js';
import { type ReadPdf, readPdf } from '../support/pdf.js';
import { workspace } from '../support/workspace.js';

const parts = Array.from({ length: 17 }, (_, index) => `part-${index + 1}.md`);

/** A day of seventeen parts with a lab in each, as full as a day can be. */
const files = {
  'day/deck.yaml': `title: From rope to rigging
subtitle: All that holds a ship together
date: 2026-11-22
start: "09:00"
event: A workshop of a day
breaks: { every: 100m, length: 15m, lunch: "12:30 60m" }
modules: [${parts.join(', ')}]
`,
  ...Object.fromEntries(
    parts.map((name, index) => [
      `day/${name}`,
      `# What holds, part ${index + 1} {time=10m}

---

## Hold it {time=15m}

::: lab A knot that holds on its own {time=10m needs=rope}
### Steps
1. Tie it.
### Solution
It holds.
:::

Note: Show it.
`,
    ]),
  ),
};

const pagesWith = (pdf: ReadPdf, words: string) =>
  pdf.pages.filter(({ text }) => text.includes(words)).length;

test.each(['a4', 'letter'])(
  'a full day on %s is one page for the wall and of the workbook, two of the run sheet, one of the form for what it took',
  async (paper) => {
    const cwd = await workspace(files);
    const products = ['--product', 'agenda,workbook,guide', '--paper', paper];
    const run = await deckhand(['build', 'day', '-o', 'out', ...products], { cwd });
    expect([run.code, run.stderr]).toEqual([0, expect.anything()]);
    const read = async (path: string) => readPdf(new Uint8Array(readFileSync(join(cwd, 'out', path))));

    const wall = await read('public/day/agenda.pdf');
    expect(wall.pages.length).toBe(1);
    expect(wall.pages[0]?.text).toContain('Lab 17: A knot');

    const workbook = await read('public/day/workbook.pdf');
    expect(workbook.pages.filter(({ text }) => text.includes('09:00')).map(({ text }) => text)).toEqual([
      expect.stringMatching(/17:50 End Total/),
    ]);

    const guide = await read('private/day/guide.pdf');
    expect(pagesWith(guide, 'Materials')).toBe(2);
    expect(pagesWith(guide, 'What to change next time')).toBe(1);
  },
);
