import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { deckhand } from '../support/deckhand.js';
import { type ReadPdf, readPdf } from '../support/pdf.js';
import { readingOrder } from '../support/reading-order.js';
import { workspace } from '../support/workspace.js';

/** Two sections of three and four slides; the first slide links to the last one. */
const slides = `
# First part

[To the end](#last)

---

## Alpha

---

## Beta

---

# Second part

---

## Gamma

---

## Delta

---

## Omega {#last}
`;

interface Built {
  readonly pdf: ReadPdf;
  readonly bytes: Uint8Array;
  readonly said: string;
  readonly summary: string;
}

async function handout(settings: string, flags: readonly string[] = [], body = slides): Promise<Built> {
  const head = `---\ntitle: A talk\nauthors: [Ann]\nlicense: CC-BY-4.0\n${settings}\n---\n\n## Opening\n\n---\n`;
  const cwd = await workspace({ 'talk.md': head + body });
  const run = await deckhand(['build', 'talk.md', '--product', 'handout', ...flags], { cwd });
  expect(run.code, run.stderr).toBe(0);
  const bytes = new Uint8Array(readFileSync(join(cwd, 'dist/public/talk/handout.pdf')));
  return { pdf: await readPdf(bytes), bytes, said: run.stderr, summary: run.stdout };
}

let built: Promise<Built> | undefined;

/** The booklet that most is asked of; made once. */
function booklet(): Promise<Built> {
  built ??= handout('handout: { booklet: true }');
  return built;
}

/** The booklet's own numbers as they are printed, side by side, for each side of each sheet; 0: none. */
function numbers({ pages }: ReadPdf): (readonly number[])[] {
  return pages.map(({ halves }) => halves.map((text) => Number(/Page (\d+) of/.exec(text)?.[1] ?? 0)));
}

/** The sheet's side, from 1, on which a text stands, and in which half. */
function whereIs({ pages }: ReadPdf, text: string): string {
  const found = pages.flatMap(({ halves }, index) =>
    halves.flatMap((half, side) =>
      half.includes(text) ? [`${index + 1}${side === 0 ? 'left' : 'right'}`] : [],
    ),
  );
  return found.join(' ');
}

describe('a booklet', () => {
  test('has its pages on the sheets so that they lie in order when it is folded', async () => {
    const { pdf } = await booklet();
    // Eight slides, two a page: four pages, one sheet.
    expect(numbers(pdf)).toEqual([
      [4, 1],
      [2, 3],
    ]);
    expect(whereIs(pdf, 'Opening')).toBe('1right');
    expect(whereIs(pdf, 'Alpha')).toBe('2left');
    expect(whereIs(pdf, 'Second part')).toContain('2right');
    expect(whereIs(pdf, 'Omega')).toBe('1left');
  });

  test.each([
    ['a4', 842, 595],
    ['letter', 792, 612],
  ])('lies on its side on %s', async (paper, width, height) => {
    const { pdf } = await handout('handout: { slides: 3 }', ['--booklet', '--paper', paper]);
    for (const page of pdf.pages) {
      expect([Math.round(page.width), Math.round(page.height)]).toEqual([width, height]);
    }
    expect(numbers(pdf)).toEqual([
      [0, 1],
      [2, 3],
    ]);
  });

  test('is filled up with blank pages before its back, which says where it is from', async () => {
    const { pdf } = await handout('handout: { booklet: true, cover: true }\nurl: https://example.org/a-talk');
    // Cover, contents, four pages of slides, and the back: eight pages, of which the last but one is blank.
    expect(numbers(pdf)).toEqual([
      [0, 0],
      [2, 0],
      [6, 3],
      [4, 5],
    ]);
    const [outside, inside] = pdf.pages;
    expect(outside?.halves[0]).toContain('https://example.org/a-talk');
    expect(outside?.halves[0]).toContain('CC BY 4.0');
    expect(outside?.halves[1]).toMatch(/Handout A talk With Ann Name:/);
    expect(outside?.halves[1]).not.toContain('example.org');
    expect(inside?.halves[0]).toMatch(/Contents Part 1 First part 3 Part 2 Second part 5/);
    expect(inside?.halves[1]).toBe('');
  });

  test('lets sections start on right-hand pages', async () => {
    const { pdf } = await handout('handout: { booklet: true, sections: right }');
    const odd = (text: string) => {
      const [page, side] = [Number.parseInt(whereIs(pdf, text), 10), whereIs(pdf, text).includes('right')];
      return (numbers(pdf)[page - 1]?.[side ? 1 : 0] ?? 0) % 2;
    };
    expect([odd('Opening'), odd('Alpha'), odd('Gamma')]).toEqual([1, 1, 1]);
  });

  test('has bookmarks and links that lead to the right sheet', async () => {
    const { pdf } = await booklet();
    const bookmarks = pdf.outline.flatMap((one) => [one, ...one.children]);
    expect(bookmarks.length).toBe(8);
    for (const { title, page } of bookmarks) expect(pdf.pages[page - 1]?.text).toContain(title);
    const links = pdf.pages.flatMap((page) => page.links);
    expect(links).toEqual([1]);
    expect(pdf.pages[0]?.text).toContain('Omega');
  });

  test('is tagged, in the order in which it is read', async () => {
    const { pdf, bytes } = await booklet();
    expect(pdf.tagged).toBe(true);
    expect(pdf.pages.map((page) => page.untagged)).toEqual([0, 0]);
    expect(pdf.pages.every((page) => page.pictures === 0)).toBe(true);
    expect(
      (await readingOrder(bytes)).filter((one) => /^(Opening|Alpha|Beta|Gamma|Delta|Omega)$/.test(one)),
    ).toEqual(['Opening', 'Alpha', 'Beta', 'Gamma', 'Delta', 'Omega']);
  });

  test('tells viewers what its sides are called, printers where to turn the paper, and people how to fold it', async () => {
    const { pdf, summary } = await booklet();
    expect(pdf.labels).toEqual(['4, 1', '2, 3']);
    expect(pdf.duplex).toBe('DuplexFlipShortEdge');
    expect(summary).toContain('1 sheet to fold');
    expect(summary).toContain(
      'print dist/public/talk/handout.pdf on both sides, flip on the short edge, and fold',
    );
  });

  test('opens on the other side in a language that is read from right to left', async () => {
    const { pdf } = await handout('lang: fa\nhandout: { booklet: true }');
    expect(numbers(pdf)).toEqual([
      [1, 4],
      [3, 2],
    ]);
  });

  test('keeps a long title out of what stands beside it', async () => {
    const title = 'long '.repeat(60).trim();
    const body = `\n# ${title}\n${'\n---\n\n## More\n'.repeat(4)}`;
    const { pdf } = await handout('handout: { booklet: true, slides: 2 }', [], body);
    expect(pdf.pages[1]?.halves[1]).toMatch(/ Part 1 · [long ]{30,42}… CC BY 4.0 Page 3 of 4$/);
  });

  test('says it when words beside a slide do not fit on its page', async () => {
    const words = 'A sentence that goes on for a while and then ends. '.repeat(60);
    const { said } = await handout(
      'handout: { booklet: true, slides: 1 }',
      [],
      `\n## Wordy\n\n::: paper\n${words}\n:::\n`,
    );
    expect(said).toContain('[handout/cut-off]');
  });
});

describe('a handout with a cover', () => {
  test('counts the cover, and says in its contents where sections are', async () => {
    const { pdf } = await handout('handout: { cover: true, sections: page }');
    const [cover, contents] = pdf.pages;
    expect(cover?.text).toMatch(/Handout A talk With Ann Name:/);
    expect(cover?.text).not.toContain('Page 1');
    expect(contents?.text).toMatch(/Contents Part 1 First part 4 Part 2 Second part 5/);
    expect(contents?.text).toContain('Page 2 of 6');
    expect(pdf.pages[3]?.text).toContain('First part');
    expect(pdf.pages[4]?.text).toContain('Second part');
    expect(contents?.links).toEqual([4, 5]);
    expect(pdf.pages.length).toBe(6);
  });

  test('lets sections start on the right where both sides are printed, behind real blank pages', async () => {
    const { pdf, summary } = await handout('sides: two\nhandout: { cover: true, sections: right }');
    expect(pdf.pages.map(({ text }) => /Page (\d+)/.exec(text)?.[1] ?? '')).toEqual([
      '',
      '2',
      '3',
      '',
      '5',
      '',
      '7',
      '8',
    ]);
    expect(pdf.pages[3]?.text).toBe('');
    expect(pdf.pages[6]?.text).toContain('Second part');
    expect(pdf.duplex).toBe('DuplexFlipLongEdge');
    expect(summary).toContain('8 sheets, 4 two-sided');
  });

  test('finds its page numbers again where words beside slides run on', async () => {
    const words = 'A sentence that goes on for a while and then ends.\n\n'.repeat(80);
    const { pdf } = await handout(
      'sides: two\nhandout: { slides: 1, cover: true, sections: right }',
      [],
      `\n# First\n\n::: paper\n\n${words}\n\n:::\n\n---\n\n# Second\n`,
    );
    const second = pdf.pages.findIndex(
      ({ text }) => text.includes('Part 2 Second') && !text.includes('Contents'),
    );
    expect(second).toBeGreaterThan(6);
    expect(second % 2).toBe(0);
    expect(pdf.pages[1]?.text).toContain(`Part 2 Second ${second + 1}`);
    expect(pdf.pages.at(-1)?.text).toContain(`Page ${pdf.pages.length} of ${pdf.pages.length}`);
  });

  test('has a title on the left page, the section on the right one, and neither runs into the other', async () => {
    const title = 'word '.repeat(60).trim();
    const { pdf } = await handout(
      'sides: two\nhandout: { slides: 2 }',
      [],
      `\n# ${title}\n${'\n---\n\n## More\n'.repeat(6)}`,
    );
    expect(pdf.pages[1]?.halves[0]).toMatch(/A talk/);
    expect(pdf.pages[1]?.text).not.toContain('Part 1 ·');
    expect(pdf.pages[2]?.text).toMatch(/Part 1 · [word ]+…/);
  });
});
