import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, watch } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { deckhand, finished, startDeckhand } from '../support/deckhand.js';
import { filesIn } from '../support/files-in.js';
import { scatter, temporaryFolder } from '../support/output-folder.js';
import { processesWith } from '../support/processes.js';

/**
 * How many builds are killed when: at moments spread over the time that a build takes, some time after the browser
 * has started, and while files land. How long each part takes depends on what else the machine does.
 */
const kills = { spread: 12, printing: 12, landing: 12 };
const rounds = kills.spread + kills.printing + kills.landing;

/** Two contents: one deck is in both with other words and another picture, the others come and go. */
type Word = 'one' | 'two';

function write(cwd: string, word: Word): void {
  rmSync(join(cwd, 'content'), { recursive: true, force: true });
  const circle = `<circle r="${word === 'one' ? 3 : 4}" cx="5" cy="5"/>`;
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10" viewBox="0 0 10 10">${circle}</svg>`;
  const talk = (title: string) =>
    `---\ntitle: ${title}\nproducts: [deck, present, slides]\n---\n\n# ${title}\n\n---\n\n## With a drawing\n\n![A circle](it.svg)\n`;
  scatter(cwd, {
    'content/both.md': talk(`Both ${word}`),
    [`content/only-${word}.md`]: talk(`Only ${word}`),
    'content/it.svg': drawing,
  });
}

const build = (cwd: string) => deckhand(['build', 'content'], { cwd, env: { TMPDIR: cwd } });

/** Every file that was built, as hashes by path. */
function hashes(cwd: string): Record<string, string> {
  const dist = join(cwd, 'dist');
  if (!existsSync(dist)) return {};
  return Object.fromEntries(
    filesIn(dist).map((path) => [
      path,
      createHash('sha256')
        .update(readFileSync(join(dist, path)))
        .digest('hex'),
    ]),
  );
}

async function cleanBuild(word: Word): Promise<Record<string, string>> {
  const cwd = temporaryFolder();
  write(cwd, word);
  expect(await deckhand(['build', 'content'], { cwd })).toMatchObject({ code: 0 });
  return hashes(cwd);
}

/** A deck and its reading view lead to each other: one of them has to be there first. */
function areOneDeck(path: string, other: string): boolean {
  const names = [path, other].map((one) => one.slice(dirname(one).length + 1)).sort();
  return dirname(path) === dirname(other) && names.join() === 'index.html,reading.html';
}

/** What pages and sheets name beside them and is not there. */
function missing(cwd: string): string[] {
  const dist = join(cwd, 'dist');
  return Object.keys(hashes(cwd))
    .filter((path) => /\.(html|css)$/.test(path))
    .flatMap((path) => {
      const text = readFileSync(join(dist, path), 'utf8');
      const named = text.matchAll(/(?:href|src)="([^"#:?]+)"|url\(["']?([^"')#:]+)["']?\)/g);
      return [...named]
        .map(([, one, other]) => normalize(join(dirname(path), one ?? other ?? '')))
        .filter((other) => !areOneDeck(path, other));
    })
    .filter((path) => !existsSync(join(dist, path)));
}

/** Waits until files have come and gone in the output folder so many times, or the build has ended. */
async function landed(cwd: string, times: number, ended: Promise<unknown>): Promise<void> {
  const watchers = ['public', 'public/both', 'public/both/assets', 'private/both'].map((folder) =>
    watch(join(cwd, 'dist', folder)),
  );
  let left = times;
  const enough = new Promise<void>((resolve) => {
    for (const watcher of watchers) {
      watcher.on('change', () => {
        left--;
        if (left === 0) resolve();
      });
    }
  });
  await Promise.race([enough, ended]);
  for (const watcher of watchers) watcher.close();
}

/** Waits until the browser runs and some time more, or until the build has ended. */
async function printing(cwd: string, more: number, ended: Promise<unknown>): Promise<void> {
  let over = false;
  ended.finally(() => {
    over = true;
  });
  while (!over && browsersOf(cwd).length === 0) await pause(5);
  await Promise.race([pause(more), ended]);
}

// A profile lies below the temporary folder, so a browser's command line says whose it is.
const browsersOf = (cwd: string) => processesWith(`--user-data-dir=${cwd}`);

test.skipIf(process.platform !== 'linux')(
  'builds of two contents in turn, killed at any moment, leave each file old or new, and the last one finishes',
  async () => {
    const clean = { one: await cleanBuild('one'), two: await cleanBuild('two') };
    const cwd = temporaryFolder();
    write(cwd, 'one');
    const began = Date.now();
    expect(await build(cwd)).toMatchObject({ code: 0 });
    const whole = Date.now() - began;

    const seen = { killed: 0, staged: 0, printing: 0 };
    for (let round = 0; round < rounds; round++) {
      write(cwd, round % 2 === 0 ? 'two' : 'one');
      const child = startDeckhand(['build', 'content'], { cwd, env: { TMPDIR: cwd } });
      const run = finished(child);
      const landing = round - kills.spread - kills.printing;
      if (round < kills.spread) await pause((whole * (round + 1)) / kills.spread);
      else if (landing < 0) await printing(cwd, (whole / 40) * -landing, run);
      else await landed(cwd, 1 + (landing % 4), run);
      if (browsersOf(cwd).length > 0) seen.printing++;
      child.kill('SIGKILL');
      if ((await run).code === null) seen.killed++;
      if (readdirSync(cwd).some((name) => name.startsWith('.deckhand-'))) seen.staged++;

      const found = hashes(cwd);
      for (const [path, hash] of Object.entries(found)) {
        if (path === '.deckhand.json') continue;
        expect([clean.one[path], clean.two[path]], `${path} in round ${round}`).toContain(hash);
      }
      expect(Object.keys(found), `round ${round}`).toEqual(
        expect.arrayContaining(Object.keys(clean.one).filter((path) => path in clean.two)),
      );
      expect(missing(cwd), `round ${round}`).toEqual([]);
      await expect.poll(() => browsersOf(cwd), { timeout: 10_000 }).toEqual([]);
    }

    write(cwd, 'two');
    expect(await build(cwd)).toMatchObject({ code: 0 });
    expect(hashes(cwd)).toEqual(clean.two);
    expect(readdirSync(cwd).filter((name) => name.startsWith('.deckhand-'))).toEqual([]);
    expect(browsersOf(cwd)).toEqual([]);
    const profiles = readdirSync(cwd).filter((name) => /^deckhand-/.test(name));
    expect(profiles.flatMap((name) => readdirSync(join(cwd, name)))).toEqual([]);
    // Otherwise nothing was tried.
    expect(seen.killed).toBeGreaterThan(rounds / 3);
    expect(seen.staged).toBeGreaterThan(rounds / 8);
    expect(seen.printing).toBeGreaterThan(2);
  },
  300_000,
);
