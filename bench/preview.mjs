/**
 * Measures the preview: from the write of a file to the changed slide on the screen of a real browser, the first page, 200
 * followers, and memory.
 *
 *     npm run --silent compile && node bench/preview.mjs [--slides 100,1000] [--edits 50] [--long 1000]
 */
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import puppeteer from 'puppeteer-core';
import { decksOf } from './decks.mjs';
import { importInside } from './inside.mjs';
import { findDeckhand } from './tools.mjs';

const { values: flags } = parseArgs({
  options: {
    slides: { type: 'string', default: '100,1000' },
    edits: { type: 'string', default: '50' },
    long: { type: 'string', default: '1000' },
    followers: { type: 'string', default: '200' },
  },
});
const workspace = await mkdtemp(path.join(os.tmpdir(), 'deckhand-bench-'));
process.on('exit', () => rmSync(workspace, { recursive: true, force: true }));
const cli = path.join(
  import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname),
  '../lib/cli.js',
);
if (!findDeckhand()) throw new Error('Deckhand is missing: `npm run compile` makes it.');
const { findBrowser } = await importInside('print/find-browser.ts');
const { value: found } = await findBrowser();
const browser = await puppeteer.launch({
  executablePath: found.path,
  headless: 'shell',
  args: ['--no-sandbox'],
  env: { ...process.env, ...(found.libraries === null ? {} : { LD_LIBRARY_PATH: found.libraries }) },
});
const now = () => performance.timeOrigin + performance.now();
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

for (const slides of flags.slides.split(',').map(Number)) {
  const folder = path.join(workspace, String(slides));
  await mkdir(folder);
  const file = path.join(folder, 'talk.md');
  const text = decksOf(slides).deckhand;
  await writeFile(file, text);
  print(`${slides} slides, first page / build --product deck`, await firstPages(folder));

  const preview = await started(folder, ['--present']);
  const page = await browser.newPage();
  await page.goto(preview.address);
  await page.goto(`${preview.origin}/public/talk/index.html`);
  await page.waitForSelector('.reveal.ready');
  const title = /^## (Slide \d+ is about the \w+)$/m;
  const at = text.indexOf('## Slide', Math.floor(text.length / 2));
  const word = title.exec(text.slice(at))[1];
  await page.evaluate((words) => {
    const section = [...document.querySelectorAll('.slides section')].find((one) =>
      one.textContent.includes(words),
    );
    const { h, v } = Reveal.getIndices(section);
    Reveal.slide(h, v);
  }, word);
  const edited = (number) =>
    text.slice(0, at) + text.slice(at).replace(word, `${word} ${'i'.repeat(number % 7)}${number}`);
  const times = [];
  for (let edit = 0; edit < Number(flags.edits); edit += 1) {
    const shown = page.evaluate(
      (marker) =>
        new Promise((resolve) => {
          const look = () => {
            if (!document.querySelector('section.present')?.textContent.includes(marker)) return;
            watching.disconnect();
            // A message that is sent while a frame is made arrives when it has been drawn.
            requestAnimationFrame(() => {
              const { port1, port2 } = new MessageChannel();
              port1.onmessage = () => resolve(performance.timeOrigin + performance.now());
              port2.postMessage(null);
            });
          };
          const watching = new MutationObserver(look);
          watching.observe(document.querySelector('.slides'), {
            childList: true,
            subtree: true,
            characterData: true,
          });
        }),
      `${'i'.repeat(edit % 7)}${edit}`,
    );
    await pause(30);
    const before = now();
    await writeFile(file, edited(edit));
    times.push((await shown) - before);
    await pause(slides > 500 ? 400 : 100);
  }
  print(`${slides} slides, write to screen`, times);
  await page.close();

  if (slides === 100) {
    print(
      `${flags.followers} followers, step to the last one`,
      await followed(preview, Number(flags.followers)),
    );
    const early = [];
    let last = 0;
    for (let edit = 0; edit < Number(flags.long); edit += 1) {
      await writeFile(file, edited(10_000 + edit));
      await pause(25);
      if (edit % 50 === 49) early.push(await residentOf(preview.child.pid));
      last = edit;
    }
    const shares = early.map((bytes) => Math.round(bytes / 1e6));
    process.stdout.write(`memory over ${last + 1} edits, MB every 50: ${shares.join(' ')}\n`);
  }
  preview.child.kill('SIGINT');
}
await browser.close();

/** Starts a preview and waits for its address. */
async function started(folder, more = []) {
  const child = spawn(process.execPath, [cli, 'preview', '--no-open', '--port', '0', ...more], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const address = await new Promise((resolve) => {
    let said = '';
    child.stdout.on('data', (data) => {
      said += data;
      const found = /Preview at (\S+)\n/.exec(said)?.[1];
      if (found) resolve(found);
    });
  });
  const { origin, port, searchParams } = new URL(address);
  return { child, address, origin, cookie: `deckhand-${port}=${searchParams.get('token')}` };
}

/** From the start of the command to the whole first page of the deck, over the time of a build of the deck; both cold. */
async function firstPages(folder) {
  const ratios = [];
  for (let round = 0; round < 5; round += 1) {
    let before = now();
    const preview = await started(folder);
    await (
      await fetch(`${preview.origin}/public/talk/index.html`, { headers: { cookie: preview.cookie } })
    ).text();
    const first = now() - before;
    preview.child.kill('SIGINT');
    await new Promise((resolve) => preview.child.on('close', resolve));
    before = now();
    const out = path.join(workspace, `out-${path.basename(folder)}-${round}`);
    await new Promise((resolve) =>
      spawn(process.execPath, [cli, 'build', '--product', 'deck', '-o', out], {
        cwd: folder,
        stdio: 'ignore',
      }).on('close', resolve),
    );
    ratios.push(first / (now() - before));
  }
  return ratios;
}

/** Milliseconds from a step of the speaker's until the last follower has heard of it. */
async function followed({ origin, cookie }, count) {
  let waiting = 0;
  let done = () => {};
  const streams = await Promise.all(
    Array.from(
      { length: count },
      () =>
        new Promise((resolve) => {
          http.get(`${origin}/-/events?view=/follow/talk/index.html`, (answer) => {
            answer.on('data', (data) => {
              if (!String(data).includes('event: at')) return;
              waiting -= 1;
              if (waiting === 0) done();
            });
            resolve(answer);
          });
        }),
    ),
  );
  const times = [];
  for (let step = 0; step < 30; step += 1) {
    await pause(50);
    waiting = count;
    const all = new Promise((resolve) => {
      done = resolve;
    });
    const before = now();
    await fetch(`${origin}/-/talk`, {
      method: 'POST',
      headers: { cookie, origin, 'content-type': 'application/json' },
      body: JSON.stringify({
        page: 'x',
        folder: 'talk',
        id: `slide-${step}`,
        step: -1,
        stepsLeft: 0,
        dark: false,
        elapsed: step,
        running: true,
      }),
    });
    await all;
    times.push(now() - before);
  }
  for (const stream of streams) stream.destroy();
  return times;
}

async function residentOf(pid) {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) * 1024;
}

function print(what, figures) {
  const sorted = [...figures].sort((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  const shown = [at(0.5), sorted[0], at(0.9), sorted.at(-1)].map((one) => one.toFixed(one < 10 ? 2 : 0));
  process.stdout.write(
    `${what}: median ${shown[0]}, fastest ${shown[1]}, 9 of 10 below ${shown[2]}, slowest ${shown[3]}\n`,
  );
}
