import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { cli } from '../support/deckhand.js';
import { unshare, whyNoDisk } from '../support/own-disks.js';
import { ended } from '../support/publish-process.js';
import { workspace } from '../support/workspace.js';

const reason = whyNoDisk();
beforeEach((context) => context.skip(reason !== null, reason ?? ''));

/**
 * Runs a shell script beside a deckhand that goes on. It finds a disk of 2 MB as `$disk`, what is said in `$said`, fills the disk with
 * `fill`, saves the talk with `save WORDS` and waits with `until_says WORDS`.
 */
async function onSmallDisk(talk: string, command: string, script: string): Promise<string> {
  const cwd = await workspace({ 'disk/.keep': '' });
  const prelude = `
    set -e
    disk='${join(cwd, 'disk')}'
    said='${join(cwd, 'said')}'
    mount -t tmpfs -o size=2m tmpfs "$disk"
    cd '${cwd}'
    talk='${talk}'
    save() { printf '%s\\n' --- 'title: A talk' --- '' "# $1" > "$talk"; }
    until_says() { for _ in $(seq 600); do grep -qF "$1" "$said" && return; sleep 0.05; done; echo "never said: $1"; cat "$said"; exit 1; }
    fill() { dd if=/dev/zero of="$disk/filler" bs=1k 2>/dev/null || true; }
    save First
    '${process.execPath}' '${cli}' ${command} > "$said" 2>&1 < /dev/null &
    pid=$!
    trap 'kill -9 $pid 2>/dev/null || true' EXIT
  `;
  const child = spawn('unshare', [...unshare, 'sh', '-c', prelude + script], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const { stdout, stderr } = await ended(child);
  expect(stderr).toBe('');
  return stdout;
}

test('build --watch says that the disk is full, keeps the last good output whole, and goes on when there is room', async () => {
  const seen = await onSmallDisk(
    'talk.md',
    'build talk.md --watch --product deck -o disk/out',
    `
    until_says 'Watching.'
    page=disk/out/public/talk/index.html
    fill
    save Second
    until_says 'output/disk-full'
    grep -o 'id="[a-z]*"' $page | head -1
    rm disk/filler
    save Third
    for _ in $(seq 400); do grep -q 'id="third"' $page && break; sleep 0.05; done
    grep -o 'id="[a-z]*"' $page | head -1
    kill -INT $pid
    wait $pid || echo "ended with $?"
    ls -A disk
    `,
  );
  expect(seen).toBe('id="first"\nid="third"\nended with 130\nout\n');
});

test('the preview writes nothing beside what it shows, so that a full disk stops only saves: it shows what is there', async () => {
  const seen = await onSmallDisk(
    'disk/talk.md',
    'preview disk --no-open --port 0',
    `
    until_says 'Ctrl-C ends it.'
    address=$(grep -o 'http://[^ ]*' "$said" | head -1)
    ask() { '${process.execPath}' -e '
      const { origin, port, searchParams } = new URL(process.argv[1]);
      const cookie = "deckhand-" + port + "=" + searchParams.get("token");
      fetch(origin + "/public/talk/index.html", { headers: { cookie } }).then((answer) => answer.text())
        .then((text) => console.log(/id="(first|second|third)"/.exec(text)?.[1]));
    ' "$address"; }
    ask
    fill
    # An editor that finds no room leaves an empty file behind.
    ( save Second ) 2>/dev/null || true
    sleep 1
    ask
    kill -0 $pid
    rm disk/filler
    save Third
    until_says 'Nothing is wrong'
    sleep 0.3
    ask
    kill -INT $pid
    wait $pid || echo "ended with $?"
    `,
  );
  expect(seen).toMatch(/^first\n(?:first|second)\nthird\nended with 130\n$/);
});
