import { describe, expect, test } from 'vitest';
import { guideChapters } from '../../../src/render/book/guide-chapters.js';
import { clockAt, exactLength, pausesOf } from '../../../src/render/book/pace.js';
import { equipmentOf, preparationsOf } from '../../../src/render/book/preparations.js';
import { runSheetOf } from '../../../src/render/book/run-sheet.js';
import { guidePage } from '../../../src/render/products/guide-page.js';
import { solutionsPage } from '../../../src/render/products/solutions-page.js';
import type { RenderedEdition } from '../../../src/render/rendered-edition.js';
import { prepare } from '../../support/prepared.js';

async function rendered(markdown: string, settings = ''): Promise<RenderedEdition> {
  return (await prepare({ 'talk.md': `---\ntitle: Ropes\n${settings}---\n\n${markdown}` })).rendered();
}

const notes = (one: RenderedEdition) => guidePage(one)?.html ?? '';

describe('the run sheet', () => {
  const sheet = (one: RenderedEdition) => runSheetOf(one, new Map([[0, 'chapter-1']]));

  test('adds up what may be dropped, what is optional only once', async () => {
    const one = await rendered(
      '# Ends\n\n---\n\n## One {time=10m}\n\nNote:\n::: cut {time=4m}\nIt.\n:::\n\n---\n\n## Two {time=6m tier=optional}\n\nNote:\n::: cut {time=2m}\nIt.\n:::\n',
      'tier: all\n',
    );
    expect(sheet(one).days[0]?.rows[0]).toMatchObject({ slack: '10 min', tier: 'core, 6 min optional' });
  });

  test('tells a part that is optional as a whole', async () => {
    const one = await rendered('# Ends {time=6m tier=optional}\n', 'tier: all\n');
    expect(sheet(one).days[0]?.rows[0]).toMatchObject({ slack: '6 min', tier: 'optional' });
  });

  test('leaves out what nothing stands in, and what is less than nothing', async () => {
    const one = await rendered('# Ends {time=10m}\n', 'duration: 5m\n');
    expect(sheet(one)).toMatchObject({ slacks: false, needs: false, slack: null, over: '5 min' });
  });

  test('lists parts with tasks and materials where no slide says how long it takes', async () => {
    const one = await rendered('# Ends\n\n---\n\n## Tie\n\n::: exercise {needs="rope,pin"}\nTie.\n:::\n');
    const { days, total } = sheet(one);
    expect(total).toBeNull();
    expect(days).toMatchObject([
      { rows: [{ clock: '', title: 'Ends', materials: 'rope, pin', tasks: [{ kicker: 'Exercise 1' }] }] },
    ]);
  });

  test('says with each stretch what its own tasks need, where a break divides a part', async () => {
    const one = await rendered(
      '# Ends {time=30m}\n\n---\n\n## Tie\n\n::: exercise {time=30m needs=rope}\nTie.\n:::\n',
      'start: "09:00"\nbreaks: { every: 30m, length: 5m }\n',
    );
    expect(sheet(one).days[0]?.rows.map((row) => [row.kind, row.materials])).toEqual([
      ['section', null],
      ['break', null],
      ['section', 'rope'],
    ]);
  });
});

describe('preparations', () => {
  const lists = async (...whens: readonly (string | null)[]) => {
    const blocks = whens.map(
      (when) => `::: checklist${when === null ? '' : ` {when="${when}"}`}\n- It\n:::\n`,
    );
    const { edition, words } = await rendered(`## Room\n\n${blocks.join('\n')}`);
    return preparationsOf(edition, words).map((one) => [one.when, one.checklists.length]);
  };

  test('are in the order of time, and what is alike stands together', async () => {
    expect(await lists('the morning', 'The day before', 'A week before', 'the  day before')).toEqual([
      ['A week before', 1],
      ['The day before', 2],
      ['the morning', 1],
    ]);
  });

  test('keep what else there is in its order, and what says nothing last', async () => {
    expect(await lists(null, 'at the end', 'in between', 'the morning')).toEqual([
      ['the morning', 1],
      ['at the end', 1],
      ['in between', 1],
      [null, 1],
    ]);
  });

  test('know what exercises and labs need, each once, and which of them', async () => {
    const { edition, words } = await rendered(
      '## One\n\n::: lab {needs="docker,curl"}\n1. Go.\n:::\n\n---\n\n## Two\n\n::: exercise {needs=docker}\nGo.\n:::\n',
    );
    expect(equipmentOf(edition, words).map((one) => [one.name, one.tasks.map((task) => task.title)])).toEqual(
      [
        ['docker', ['Lab 1', 'Exercise 1']],
        ['curl', ['Lab 1']],
      ],
    );
  });
});

describe('the pace', () => {
  test('tells short times exactly and long ones in minutes', async () => {
    const { words } = await rendered('## One\n');
    expect([45, 60, 110, 125, 600, 5400].map((time) => exactLength(time, words))).toEqual([
      '45 s',
      '1 min',
      '1:50 min',
      '2:05 min',
      '10 min',
      '1 h 30 min',
    ]);
  });

  test('knows when a slide is shown, and says how long after the start where there is no clock', async () => {
    const slides = '## One {time=70m}\n\n---\n\n## Two {time=5m}\n';
    expect(clockAt('two', (await rendered(slides, 'start: "09:00"\n')).edition)).toBe('10:10');
    expect(clockAt('two', (await rendered(slides)).edition)).toBe('+01:10');
    expect(clockAt('two', (await rendered('## One\n\n---\n\n## Two\n')).edition)).toBeNull();
  });

  test('puts breaks and new days after the slides they follow', async () => {
    const one = await rendered(
      '# One {time=30m}\n\n---\n\n# Two {time=30m}\n\n---\n\n# Three {time=60m}\n',
      'start: "09:00"\ndays: 2\nbreaks: { every: 30m, length: 5m }\n',
    );
    expect(
      [...pausesOf(one)].map(([id, all]) => [id, all.map((pause) => `${pause.clock} ${pause.title}`)]),
    ).toEqual([
      ['one', ['09:30 Break']],
      ['two', ['09:00 Day 2']],
    ]);
  });
});

describe('the guide', () => {
  test('has every slide that is shown, whatever goes on participants’ paper', async () => {
    const one = await rendered('# Ropes\n\n---\n\n# Ends\n\n---\n\n## Not on paper {print=no}\n\nIt.\n');
    expect(guideChapters(one).map(({ title, slides }) => [title, slides.length])).toEqual([
      ['Ropes', 1],
      ['Ends', 2],
    ]);
  });

  test('is not made where there is nothing to know but the slides', async () => {
    expect(guidePage(await rendered('# Ropes\n\nThey have ends.\n'))).toBeNull();
    expect(guidePage(await rendered('# Ropes\n\nNote: Two.\n'))).not.toBeNull();
  });

  test('has the solution of notes beside the slide, and that of a task below it', async () => {
    const html = notes(
      await rendered(
        '## Tie\n\n::: exercise\nTie.\n\n::: solution\nBELOW\n:::\n:::\n\n::: notes\n::: solution\nBESIDE\n:::\n:::\n',
      ),
    );
    const [, beside = '', below = ''] = /guide-notes([\s\S]*)guide-body([\s\S]*)/.exec(html) ?? [];
    expect(beside.match(/BELOW|BESIDE/g)).toEqual(['BESIDE']);
    expect(below.match(/BELOW|BESIDE/g)).toEqual(['BELOW']);
  });

  test('draws formulas of notes as one picture with words', async () => {
    const html = notes(await rendered('## Load\n\nNote: It is $x^2$.\n'));
    expect(html).toContain('role="math" aria-label="x^2"');
    expect(html).not.toContain('katex-mathml');
  });

  test('is private, and so are the solutions', async () => {
    const one = await rendered('## Tie\n\n::: exercise\nTie.\n\n::: solution\nAround.\n:::\n:::\n');
    expect(guidePage(one)?.path).toBe('private/talk/guide.pdf');
    expect(solutionsPage(one)?.path).toBe('private/talk/solutions.pdf');
  });
});
