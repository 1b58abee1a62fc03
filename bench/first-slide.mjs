/**
 * How soon the first slide is on the screen when a deck is opened from disk: in every theme, against a page of bare reveal.js
 * with the same text. And how long a build of it takes in every theme.
 *
 *     node bench/first-slide.mjs [slides] [rounds]
 */
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { marked } from 'marked';
import puppeteer from 'puppeteer-core';
import { findBrowser } from './browser.mjs';
import { decksOf } from './decks.mjs';
import { median } from './measure.mjs';
import { findDeckhand } from './tools.mjs';

const [slides = 100, rounds = 11] = process.argv.slice(2).map(Number);
const deckhand = findDeckhand();
if (!deckhand) throw new Error('Deckhand is missing: `npm run compile` makes it.');
const executablePath = await findBrowser();
if (!executablePath) throw new Error('There is no browser.');
const workspace = await mkdtemp(path.join(os.tmpdir(), 'deckhand-first-'));
process.on('exit', () => rmSync(workspace, { recursive: true, force: true }));

const folders = await readdir(new URL('../templates/themes', import.meta.url), { withFileTypes: true });
const themes = folders.flatMap((one) => (one.isDirectory() && one.name !== 'reveal' ? [one.name] : []));
themes.push('reveal/white');
const text = decksOf(slides).deckhand;
await writeFile(path.join(workspace, 'talk.md'), text);

const building = new Map(themes.map((theme) => [theme, []]));
for (let round = 0; round < 6; round++) {
  for (const theme of themes) {
    const started = performance.now();
    const args = [...deckhand.args, 'build', 'talk.md', '--product', 'deck', '--theme', theme, '-o', theme];
    const { status, stderr } = spawnSync(deckhand.command, args, { cwd: workspace, encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
    // The first round warms the disk.
    if (round > 0) building.get(theme).push(performance.now() - started);
  }
}
const pages = new Map([['bare reveal.js', await bareReveal()]]);
for (const theme of themes) pages.set(theme, path.join(workspace, theme, 'public/talk/index.html'));

const opening = new Map([...pages.keys()].map((name) => [name, []]));
const browser = await puppeteer.launch({
  executablePath,
  headless: 'shell',
  args: ['--no-sandbox'],
  pipe: true,
});
try {
  for (let round = 0; round <= rounds; round++) {
    for (const [name, file] of pages) {
      const time = await firstSlide(file);
      if (round > 0) opening.get(name).push(time);
    }
  }
} finally {
  await browser.close();
}
const floor = middle(opening.get('bare reveal.js'));
const harbor = middle(building.get('harbor'));
process.stdout.write(`${slides} slides, medians of ${rounds} and 5\n\n`);
process.stdout.write(
  '| | first slide | / bare reveal.js | build | / harbor |\n| --- | --: | --: | --: | --: |\n',
);
for (const [name, times] of opening) {
  const first = middle(times);
  const build = building.has(name) ? middle(building.get(name)) : null;
  const cells = [
    ms(first),
    (first / floor).toFixed(2),
    build && ms(build),
    build && (build / harbor).toFixed(2),
  ];
  process.stdout.write(`| ${[name, ...cells.map((cell) => cell ?? '')].join(' | ')} |\n`);
}

/** From the start of the navigation to the frame in which the first slide stands in its own letters. */
async function firstSlide(file) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport({ width: 1280, height: 720 });
  await page.evaluateOnNewDocument(() => {
    const look = () => {
      const there = document.querySelector('.reveal.ready .slides section.present');
      const lettered = document.fonts?.status === 'loaded';
      if (!there || !lettered) return requestAnimationFrame(look);
      // The frame after this one has it.
      requestAnimationFrame(() => {
        window.firstSlideAt = performance.now();
      });
    };
    requestAnimationFrame(look);
  });
  await page.goto(pathToFileURL(file).href);
  const taken = await page.waitForFunction(() => {
    const [painted] = performance.getEntriesByName('first-contentful-paint');
    return window.firstSlideAt && painted ? Math.max(window.firstSlideAt, painted.startTime) : false;
  });
  const time = await taken.jsonValue();
  await context.close();
  return time;
}

/** reveal.js as its own documentation sets it up, without plugins: the slides as HTML, its white theme. */
async function bareReveal() {
  const dist = path.dirname(createRequire(import.meta.url).resolve('reveal.js/reveal.css'));
  const folder = path.join(workspace, 'bare');
  await mkdir(folder);
  await cp(dist, path.join(folder, 'dist'), { recursive: true });
  const sections = text
    .replace(/^---\n[\s\S]*?\n---\n/, '')
    .split(/^---$/m)
    .map((slide) => {
      const [words, notes] = slide.split(/^Note:/m);
      const aside = notes === undefined ? '' : `<aside class="notes">${marked.parse(notes)}</aside>`;
      return `<section>${marked.parse(words)}${aside}</section>`;
    });
  const file = path.join(folder, 'index.html');
  await writeFile(
    file,
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Bare</title>
<link rel="stylesheet" href="dist/reset.css"><link rel="stylesheet" href="dist/reveal.css">
<link rel="stylesheet" href="dist/theme/white.css"></head>
<body><div class="reveal"><div class="slides">${sections.join('\n')}</div></div>
<script src="dist/reveal.js"></script><script>Reveal.initialize({ hash: true });</script></body></html>\n`,
  );
  return file;
}

function middle(times) {
  return median([...times].sort((a, b) => a - b));
}

function ms(time) {
  return `${Math.round(time)} ms`;
}
