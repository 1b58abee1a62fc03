import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { packageRoot } from '../../src/package-root.js';
import { deckhand } from '../support/deckhand.js';
import { filesIn } from '../support/files-in.js';
import { scatter, temporaryFolder } from '../support/output-folder.js';
import { readPdf } from '../support/pdf.js';

// Whole builds and many pictures: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 180_000 });

/** Moves a program's clock: see the file. */
const dayAhead = join(packageRoot(), 'test/support/day-ahead.cjs');

/** Where and when a build may run. In the second place a capital I has another small letter than in the first. */
const here = {
  TZ: 'America/New_York',
  LC_ALL: 'en_US.UTF-8',
  LANG: 'en_US.UTF-8',
  SOURCE_DATE_EPOCH: undefined,
};
const elsewhere = {
  TZ: 'Asia/Tokyo',
  LC_ALL: 'tr_TR.UTF-8',
  LANG: 'tr_TR.UTF-8',
  SOURCE_DATE_EPOCH: undefined,
  DAYS_AHEAD: '400',
  NODE_OPTIONS: `--require ${JSON.stringify(dayAhead)}`,
};

/** Builds a deck with a date and one without in a folder of this name; gives the hash of each file that is there then. */
async function build(name: string, env: Readonly<Record<string, string | undefined>>) {
  const cwd = join(temporaryFolder(), name);
  await cp(join(packageRoot(), 'test/browser/specimen'), join(cwd, 'content'), { recursive: true });
  scatter(cwd, {
    'content/undated.md':
      '---\ntitle: INTEL ID\n---\n\n# INTEL ID\n\n---\n\n## IN A TITLE\n\n```js\nconst i = 1;\n```\n',
  });
  const run = await deckhand(['build', 'content'], { cwd, env });
  expect(run.code).toBe(0);
  const hashes: Record<string, string> = {};
  for (const path of filesIn(join(cwd, 'dist'))) {
    hashes[path] = createHash('sha256')
      .update(await readFile(join(cwd, 'dist', path)))
      .digest('hex');
  }
  return { dist: join(cwd, 'dist'), hashes };
}

it('the same content has the same bytes in any folder, time zone and language, on any day', async () => {
  const [one, two] = [await build('a', here), await build('another folder/with ünicode', elsewhere)];
  expect(Object.keys(one.hashes)).toEqual(
    expect.arrayContaining([
      'public/talk/slides.pdf',
      'public/undated/slides.pdf',
      'public/undated/handout.pdf',
      'private/undated/present.html',
    ]),
  );
  expect(two.hashes).toEqual(one.hashes);
});

it('where nothing says a date, none is written', async () => {
  const { dist } = await build('a', here);
  const [undated, dated] = await Promise.all(
    ['undated', 'talk'].map(async (deck) => {
      const { information } = await readPdf(
        new Uint8Array(await readFile(join(dist, 'public', deck, 'slides.pdf'))),
      );
      return information;
    }),
  );
  expect(undated).not.toHaveProperty('CreationDate');
  expect(undated).not.toHaveProperty('ModDate');
  expect(dated?.CreationDate).toMatch(/^D:20261122/);
  expect(await readFile(join(dist, 'public/undated/index.html'), 'utf8')).not.toContain('name="date"');
});

it('control: where the second build runs it is another year, hour and language', () => {
  const question =
    '[new Date().getFullYear(), new Date(0).getHours(), Intl.DateTimeFormat().resolvedOptions().locale]';
  const [one, two] = [here, elsewhere].map((env) => {
    const said = execFileSync(process.execPath, ['-p', `JSON.stringify(${question})`], {
      env: { ...process.env, NODE_OPTIONS: undefined, ...env },
      encoding: 'utf8',
    });
    return JSON.parse(said) as [number, number, string];
  });
  expect(one?.slice(1)).toEqual([19, 'en-US']);
  expect(two?.slice(1)).toEqual([9, 'tr-TR']);
  expect(two?.[0]).toBeGreaterThan(one?.[0] ?? 0);
});
