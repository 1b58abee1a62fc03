import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/package-root.js';
import { findBrowser } from '../../src/print/find-browser.js';
import { deckhand, type Run } from '../support/deckhand.js';
import { contents, scatter, temporaryFolder } from '../support/output-folder.js';
import { watch } from '../support/watched.js';

let browser: string;
beforeAll(async () => {
  const { value } = await findBrowser();
  if (value === null) throw new Error('There is no browser.');
  browser = value.path;
});

let cwd: string;
let program: string;
let log: string;
beforeEach(() => {
  cwd = temporaryFolder();
  log = join(cwd, 'starts');
  program = join(cwd, 'browser');
  writeDeck('A word');
  writeProgram('');
});

/** A browser that writes down how it is started. `more` is another line of the script. */
function writeProgram(more: string): void {
  writeFileSync(log, '');
  writeFileSync(program, `#!/bin/sh\necho "$*" >> '${log}'\n${more}\nexec '${browser}' "$@"\n`);
  chmodSync(program, 0o755);
  chmodSync(log, 0o666);
}

function writeDeck(word: string, front = ''): void {
  scatter(cwd, {
    'content/talk.md': `---\ntitle: A talk\n${front}---\n\n# ${word}\n\n---\n\n## Another slide\n`,
  });
}

/** Builds, and counts the browsers that were started to print; asking one for its version is no such start. */
async function build(...flags: string[]): Promise<{ run: Run; starts: number }> {
  writeFileSync(log, '');
  const run = await deckhand(['build', 'content', ...flags], {
    cwd,
    env: { PUPPETEER_EXECUTABLE_PATH: program },
  });
  expect(run.code, run.stderr).toBe(0);
  const starts = readFileSync(log, 'utf8')
    .split('\n')
    .filter((line) => line.includes('--user-data-dir'));
  return { run, starts: starts.length };
}

describe('a product that is not changed', () => {
  it('is not printed again, and nothing of what is there changes', async () => {
    expect((await build()).starts).toBe(1);
    const before = contents(join(cwd, 'dist'));
    const again = await build();
    expect(again.starts).toBe(0);
    expect(contents(join(cwd, 'dist'))).toEqual(before);
    expect(again.run.stdout).toMatch(/2 pages .*slides\.pdf/);
  });

  it('is printed again when a word is another one, and when a setting is', async () => {
    await build();
    const before = contents(join(cwd, 'dist'));
    writeDeck('Another word');
    expect((await build()).starts).toBe(1);
    const { 'public/talk/slides.pdf': slides } = contents(join(cwd, 'dist'));
    expect(slides).not.toBe(before['public/talk/slides.pdf']);
    writeDeck('Another word', 'paper: letter\n');
    expect((await build()).starts).toBe(1);
    expect(contents(join(cwd, 'dist'))['public/talk/slides.pdf']).toBe(slides);
  });

  it('is printed again when somebody has changed or removed what was printed', async () => {
    await build();
    const before = contents(join(cwd, 'dist'));
    writeFileSync(join(cwd, 'dist/public/talk/slides.pdf'), '%PDF-1.7 and nothing more');
    expect((await build()).starts).toBe(1);
    expect(contents(join(cwd, 'dist'))).toEqual(before);
  });

  it('is printed again by another browser', async () => {
    await build();
    writeProgram('[ "$1" = --version ] && echo "Another 1.0" && exit');
    expect((await build()).starts).toBe(1);
    expect((await build()).starts).toBe(0);
  });

  it('says again what was noticed when it was printed', async () => {
    const code = Array.from({ length: 60 }, (_, line) => `line ${line}`).join('\n');
    scatter(cwd, {
      'content/talk.md': `---\ntitle: A talk\n---\n\n## A slide\n\n\`\`\`text\n${code}\n\`\`\`\n`,
    });
    const first = await build();
    expect(first.run.stderr).toContain('warning');
    const again = await build();
    expect(again.starts).toBe(0);
    expect(again.run.stderr).toBe(first.run.stderr);
  });
});

describe('of a workshop on paper', () => {
  const products = 'slides,handout,workbook,labs,agenda,guide,solutions';
  const workshop = (note: string, time: string, steps = '') =>
    scatter(cwd, {
      'content/talk.md': `---
title: A workshop
start: "09:00"
products: [${products}]
---

# A workshop {time=10m}

Note:
${note}

---

## An exercise {layout=exercise time=10m}

::: exercise Count {time=10m}
Count to three.

::: solution
One, two, three.
:::
:::

---

## A lab {layout=lab time=${time}}

::: lab Start something {time=${time}}
### Steps

1. Start it.
${steps}
:::
`,
    });
  const printed = () =>
    Object.fromEntries(
      Object.entries(contents(join(cwd, 'dist'))).filter(([path]) => /\.pdf$/.test(path)),
    ) as Readonly<Record<string, string>>;
  /** Which PDFs are other than they were. */
  const changed = (before: Readonly<Record<string, string>>) =>
    Object.entries(printed())
      .filter(([path, bytes]) => before[path] !== bytes)
      .map(([path]) => path.replace(/^.*\//, ''))
      .sort();

  it('only what shows a change is printed again, with the same bytes as by a first build', async () => {
    workshop('Smile.', '10m');
    await build();
    const before = printed();
    expect(Object.keys(before)).toHaveLength(7);
    workshop('Smile.\nAnd breathe.', '10m');
    expect((await build()).starts).toBe(1);
    expect(changed(before)).toEqual(['guide.pdf']);

    const times = printed();
    workshop('Smile.\nAnd breathe.', '15m');
    await build();
    expect(changed(times)).toContain('labs.pdf');

    const step = '1. And stop it, and wait until it has stopped.\n';
    workshop('Smile.\nAnd breathe.', '15m', step.repeat(60));
    await build();
    const longer = printed();
    expect(changed(times)).toContain('workbook.pdf');
    cwd = temporaryFolder();
    workshop('Smile.\nAnd breathe.', '15m', step.repeat(60));
    await build();
    expect(printed()).toEqual(longer);
  });
});

it('what needs no paper starts no program and loads nothing that could', async () => {
  const loads = join(cwd, 'loads');
  const hook = join(packageRoot(), 'test/support/loads.cjs');
  const loaded = async (products: string) => {
    const { env, seen } = watch();
    const NODE_OPTIONS = `${env.NODE_OPTIONS} --require ${JSON.stringify(hook)}`;
    writeFileSync(loads, '');
    const run = await deckhand(['build', 'content', '--product', products], {
      cwd,
      env: { ...env, NODE_OPTIONS, LOADS_LOG: loads, PUPPETEER_EXECUTABLE_PATH: program },
    });
    expect(run.code, run.stderr).toBe(0);
    const modules = readFileSync(loads, 'utf8').match(
      /(find-browser|lend|print-page|measure|Connection)-\w+\.js/g,
    );
    return { starts: seen().starts.length, modules: modules?.length ?? 0 };
  };
  expect(await loaded('deck,present')).toEqual({ starts: 0, modules: 0 });
  // The control: one that needs paper.
  const paper = await loaded('slides');
  expect(paper.starts).toBeGreaterThan(0);
  expect(paper.modules).toBe(5);
});
