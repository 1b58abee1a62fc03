import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { unshare, whyNoDisk } from '../support/own-disks.js';
import { compileDriver, type DriverResult, ended, type WrittenPlan } from '../support/publish-process.js';

// Full, read-only and foreign disks. Where none can be mounted these tests are reported as skipped, with the reason.
const reason = whyNoDisk();
beforeEach((context) => context.skip(reason !== null, reason ?? ''));

const few = { 'talk:deck': { 'public/talk/index.html': 'one', 'public/talk/assets/a.css': 'one' } };
const many = Array.from({ length: 12 }, (_, n) => [`public/talk/new/${n}/index.html`, 'two'] as const);
const plans: Record<string, WrittenPlan> = {
  few: { owners: few, gone: [] },
  many: {
    owners: { 'talk:deck': { ...Object.fromEntries(many), 'public/talk/index.html': 'two' } },
    gone: [],
  },
  heavy: {
    owners: { 'talk:deck': { 'public/talk/index.html': 'two', 'public/talk/a.png': 'x'.repeat(3e6) } },
    gone: [],
  },
};

let home: string;
let driver: string;
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'deckhand-disks-'));
  chmodSync(home, 0o755);
  driver = await compileDriver(home);
  for (const [name, plan] of Object.entries(plans)) {
    writeFileSync(join(home, `${name}.json`), JSON.stringify(plan));
  }
  mkdirSync(join(home, 'disk'));
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

/**
 * Runs a shell script among mounts of its own. It finds an empty folder as `$disk`, builds with `build TARGET PLAN` and shows
 * what is below a folder with `state FOLDER`. Each build prints a result, each state a line.
 */
async function among(script: string): Promise<readonly (DriverResult | string)[]> {
  const prelude = `
    set -e
    disk='${home}/disk'
    # Named in full, so that options of the mount which only root may repeat are not repeated.
    remount() { mount -t tmpfs -o "remount,$1" tmpfs "$disk"; }
    build() { '${process.execPath}' '${driver}' "$1" "${home}/$2.json" < /dev/null; }
    state() { ( cd "$1"; find . -type f -exec sha256sum {} +; find . ! -type f ) | sort | tr '\\n' ' '; echo; }
  `;
  const child = spawn('unshare', [...unshare, 'sh', '-c', prelude + script], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const { stdout, stderr } = await ended(child);
  expect(stderr).toBe('');
  const lines = stdout.trim().split('\n');
  return lines
    .map((line) => line.trim())
    .map((line) => (line.startsWith('{') ? (JSON.parse(line) as DriverResult) : line));
}

const good = { failure: null, diagnostics: [] };
const failure = (kind: string, code: string, ...words: string[]) => ({
  failure: kind,
  diagnostics: [{ code, message: expect.stringMatching(new RegExp(words.join('.*'))) }],
});

describe('a full disk', () => {
  it('changes nothing in the folder and leaves nothing beside it', async () => {
    const [first, before, second, after] = await among(`
      mount -t tmpfs -o size=1m tmpfs "$disk"
      build "$disk/dist" few; state "$disk"
      build "$disk/dist" heavy; state "$disk"
    `);
    expect(first).toEqual(good);
    expect(second).toMatchObject(failure('disk', 'output/disk-full', '/disk/dist'));
    expect(after).toBe(before);
    expect(after).not.toContain('.deckhand-');
  });

  it('changes nothing when the output folder is that disk', async () => {
    const [first, before, second, after] = await among(`
      mount -t tmpfs -o size=1m tmpfs "$disk"
      build "$disk" few; state "$disk"
      build "$disk" heavy; state "$disk"
    `);
    expect(first).toEqual(good);
    expect(second).toMatchObject(failure('disk', 'output/disk-full', '/disk'));
    expect(after).toBe(before);
    expect(after).not.toContain('.deckhand-');
  });

  it('leaves no folder where there was none', async () => {
    const [before, result, after] = await among(`
      mount -t tmpfs -o size=1m tmpfs "$disk"; state "$disk"
      build "$disk/a/b/dist" heavy; state "$disk"
    `);
    expect(result).toMatchObject(failure('disk', 'output/disk-full', '/disk/a/b/dist'));
    expect(after).toBe(before);
  });

  it('changes nothing wherever in the work the space runs out', async () => {
    // Without room for one more name, making a folder fails as well: also among the finished files.
    const lines = await among(`
      mount -t tmpfs -o size=8m tmpfs "$disk"
      build "$disk/dist" few
      for inodes in $(seq 8 2 64); do
        cp -r "$disk/dist" '${home}/saved'
        remount "nr_inodes=$inodes"
        state "$disk"; build "$disk/dist" many; state "$disk"
        remount nr_inodes=1000
        rm -r "$disk/dist"; mv '${home}/saved' "$disk/dist"
      done
    `);
    const [first, ...rounds] = lines;
    expect(first).toEqual(good);
    let [full, done] = [0, 0];
    while (rounds.length > 0) {
      const [before, result, after] = rounds.splice(0, 3);
      if (typeof result === 'object' && result.failure === null) {
        done++;
        expect(after).not.toBe(before);
      } else {
        full++;
        expect(result).toMatchObject(failure('disk', 'output/disk-full', '/disk/dist'));
        expect(after).toBe(before);
      }
      expect(after).not.toContain('.deckhand-d');
    }
    expect(full).toBeGreaterThan(15);
    expect(done).toBeGreaterThan(0);
  });
});

it('a read-only disk is refused, whether the folder is there or not', async () => {
  const [first, before, second, third, after] = await among(`
    mount -t tmpfs tmpfs "$disk"
    build "$disk/dist" few
    remount ro; state "$disk"
    build "$disk/dist" many; build "$disk/other" many; state "$disk"
  `);
  expect(first).toEqual(good);
  expect(second).toMatchObject(failure('usage', 'output/not-writable', '/disk/dist', 'EROFS'));
  expect(third).toMatchObject(failure('usage', 'output/not-writable', '/disk/other', 'EROFS'));
  expect(after).toBe(before);
});

it.each([
  ['a disk of its own', 'mount -t tmpfs tmpfs "$disk"'],
  ['another part of the same disk', 'mkdir "$disk.real"; mount --bind "$disk.real" "$disk"'],
])('the output folder may be %s', async (_, mount) => {
  const [first, second, third, after] = await among(`
    ${mount}
    build "$disk" few; build "$disk" many; build "$disk" few; state "$disk"
    ls -A "${home}" | grep deckhand- || true
  `);
  expect([first, second, third]).toEqual([good, good, good]);
  expect(after).toMatch(/\.\/public\/talk\/assets\/a\.css/);
  expect(after).not.toMatch(/\.deckhand-d|\/new\//);
});

it.each([
  ['another disk', 'mount -t tmpfs tmpfs "$disk/dist/public"'],
  ['another part of the same disk', 'mkdir "$disk/real"; mount --bind "$disk/real" "$disk/dist/public"'],
])('a folder inside the output folder that is %s is refused before anything changes', async (_, mount) => {
  const [first, before, second, after] = await among(`
    mount -t tmpfs tmpfs "$disk"
    build "$disk/dist" few; ${mount}; state "$disk"
    build "$disk/dist" many; state "$disk"
  `);
  expect(first).toEqual(good);
  expect(second).toMatchObject(failure('usage', 'output/other-disk', '/disk/dist/public'));
  expect(after).toBe(before);
});

it('when the system refuses a file half-way, what is in place by then is taken back', async () => {
  // A file that is a mount point looks like any other until something is renamed over it. Here that is the page, after the
  // manifest was replaced and a stylesheet and its folder were added.
  const [first, before, second, after] = await among(`
    mount -t tmpfs tmpfs "$disk"
    build "$disk/dist" many; page="$disk/dist/public/talk/index.html"
    cp "$page" "$disk/page"; mount --bind "$disk/page" "$page"; state "$disk"
    build "$disk/dist" few; state "$disk"
  `);
  expect(first).toEqual(good);
  expect(second).toMatchObject(failure('disk', 'output/write-failed', '/disk/dist', 'EXDEV|EBUSY'));
  expect(after).toBe(before);
});
