import { spawn } from 'node:child_process';
import { lstatSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { cli, deckhand, finished, startDeckhand } from '../support/deckhand.js';
import { contents, scatter, temporaryFolder } from '../support/output-folder.js';
import { unshare } from '../support/own-disks.js';

/** A folder with two decks whose every page shows `word`. HTML is enough here, and needs no browser. */
function workingFolder(word: string): string {
  const cwd = temporaryFolder();
  writeDecks(cwd, word);
  return cwd;
}

function writeDecks(cwd: string, word: string, slides = 60): void {
  const deck = (title: string) => {
    const body = Array.from({ length: slides }, (_, n) => `## ${word} ${n}\n\n- ${word}\n- ${title}`);
    return `---\ntitle: ${title} ${word}\nproducts: [deck, present]\n---\n\n${body.join('\n\n---\n\n')}\n`;
  };
  scatter(cwd, { 'content/first.md': deck('First'), 'content/second.md': deck('Second') });
}

/** What a clean build makes. */
async function cleanBuild(word: string): Promise<Record<string, string>> {
  const cwd = workingFolder(word);
  expect(await deckhand(['build', 'content'], { cwd })).toMatchObject({ code: 0 });
  return contents(join(cwd, 'dist'));
}

function expectNothingBeside(cwd: string): void {
  expect(readdirSync(cwd).filter((name) => name.startsWith('.deckhand-'))).toEqual([]);
}

/** Builds two contents in turn and ends each build by a signal, at times spread over the whole of it. */
async function interrupt(cwd: string, signal: NodeJS.Signals, check: (code: number | null) => void) {
  let interrupted = 0;
  // As long as it takes here and now: on a busy machine Node itself needs a while until it starts.
  writeDecks(cwd, 'two');
  const began = performance.now();
  await deckhand(['build', 'content'], { cwd });
  const whole = performance.now() - began;
  for (let round = 0; round < 14; round++) {
    writeDecks(cwd, round % 2 === 0 ? 'one' : 'two');
    const child = startDeckhand(['build', 'content'], { cwd });
    const run = finished(child);
    await pause((whole * (round + 1)) / 15);
    child.kill(signal);
    const { code } = await run;
    if (code !== 0) interrupted++;
    check(code);
  }
  expect(interrupted).toBeGreaterThan(2);
}

describe('a build that is ended', () => {
  it('by being killed leaves each file old or new, and the next one finishes', async () => {
    const [one, two] = [await cleanBuild('one'), await cleanBuild('two')];
    const cwd = workingFolder('one');
    await deckhand(['build', 'content'], { cwd });
    await interrupt(cwd, 'SIGKILL', () => {
      const { '.deckhand.json': _, ...found } = contents(join(cwd, 'dist'));
      for (const [path, text] of Object.entries(found)) expect([one[path], two[path]], path).toContain(text);
      const inBoth = Object.keys(one).filter((path) => path in two && path !== '.deckhand.json');
      expect(Object.keys(found)).toEqual(expect.arrayContaining(inBoth));
    });
    expect(await deckhand(['build', 'content'], { cwd })).toMatchObject({ code: 0 });
    expect(contents(join(cwd, 'dist'))).toEqual(two);
    expectNothingBeside(cwd);
  });

  it('by Ctrl-C leaves the last good output as a whole', async () => {
    const [one, two] = [await cleanBuild('one'), await cleanBuild('two')];
    const cwd = workingFolder('one');
    await deckhand(['build', 'content'], { cwd });
    const codes = new Set<number | null>();
    await interrupt(cwd, 'SIGINT', (code) => {
      // Very early there is nobody yet to notice the signal but Node itself, which ends without a code.
      codes.add(code);
      const found = contents(join(cwd, 'dist'));
      if (found['public/index.html'] === one['public/index.html']) expect(found).toEqual(one);
      else expect(found).toEqual(two);
      expectNothingBeside(cwd);
    });
    expect(codes).toContain(130);
    expect([...codes].filter((code) => ![0, 130, null].includes(code))).toEqual([]);
  });
});

it('of two builds at once in one folder, one lands, and the other lands after it or says why it cannot', async () => {
  const cwd = workingFolder('one');
  const runs = await Promise.all(Array.from({ length: 2 }, () => deckhand(['build', 'content'], { cwd })));
  expect(runs.map((run) => run.code)).toContain(0);
  for (const { code, stderr } of runs) {
    if (code === 0) continue;
    expect(code).toBe(1);
    expect(stderr).toMatch(/Another build \(process \d+\) is writing to `dist`\. \[output\/busy\]/);
  }
  expect(contents(join(cwd, 'dist'))).toEqual(await cleanBuild('one'));
  expectNothingBeside(cwd);
});

it('a build of the same content again touches no file', async () => {
  const cwd = workingFolder('one');
  const states = async () => {
    expect(await deckhand(['build', 'content'], { cwd })).toMatchObject({ code: 0 });
    return Object.keys(contents(cwd)).map((path) => {
      const { ino, mtimeMs, ctimeMs } = lstatSync(join(cwd, path));
      return [path, ino, mtimeMs, ctimeMs];
    });
  };
  expect(await states()).toEqual(await states());
});

it('a deck that is gone goes from the folder and from the shelf; what others put there stays', async () => {
  const cwd = workingFolder('one');
  const dist = join(cwd, 'dist');
  await deckhand(['build', 'content'], { cwd });
  scatter(dist, { 'public/second/mine.txt': 'mine' });
  rmSync(join(cwd, 'content/second.md'));
  expect(await deckhand(['build', 'content'], { cwd })).toMatchObject({ code: 0 });
  const found = contents(dist);
  expect(Object.keys(found).filter((path) => path.includes('second'))).toEqual(['public/second/mine.txt']);
  expect(found['public/index.html']).toContain('First one');
  expect(found['public/index.html']).not.toContain('Second one');
});

it('a deck with an error keeps its last good output, and the others land', async () => {
  const cwd = workingFolder('one');
  const dist = join(cwd, 'dist');
  await deckhand(['build', 'content'], { cwd });
  const before = contents(dist);
  writeDecks(cwd, 'two');
  scatter(cwd, { 'content/second.md': '---\ntitel: x\n---\n\n# Second\n' });
  expect(await deckhand(['build', 'content'], { cwd })).toMatchObject({ code: 1 });
  const found = contents(dist);
  expect(found['public/first/index.html']).toContain('First two');
  expect(found['public/second/index.html']).toBe(before['public/second/index.html']);
  expect(found['private/second/present.html']).toBe(before['private/second/present.html']);
});

it('a full disk is exit code 1, names the folder and changes nothing', async (context) => {
  const cwd = workingFolder('one');
  const script = `
    mkdir full && mount -t tmpfs -o size=2m tmpfs full || exit 99
    '${process.execPath}' '${cli}' build content -o full/dist >/dev/null || exit 98
    head -c 1400k /dev/zero > full/ballast
    ( cd full; find . -type f -exec sha256sum {} + | sort ) > before
    sed -i s/one/two/g content/first.md
    '${process.execPath}' '${cli}' build content -o full/dist; code=$?
    ( cd full; find . -type f -exec sha256sum {} + | sort ) | cmp - before || exit 97
    ls -A full; exit $code
  `;
  const run = await finished(spawn('unshare', [...unshare, 'sh', '-c', script], { cwd }));
  context.skip(run.code === 99 || /unshare/.test(run.stderr), `no disk can be mounted here: ${run.stderr}`);
  expect(run.stderr).toContain('The disk that holds `full/dist` is full. Nothing in the folder was changed.');
  expect(run.code).toBe(1);
  expect(run.stdout.trim().split('\n')).toEqual(['ballast', 'dist']);
});
