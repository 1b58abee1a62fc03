/**
 * What a second build costs. Of the workshop on paper: nothing changed, a note of the speaker's, the time of a lab, and the same with
 * only what shows it on a sheet of its own; says which PDFs are other than before. Of a deck of twenty diagrams as HTML: against the same deck with code in their places.
 *
 *     node bench/again.mjs
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { median } from './measure.mjs';
import { filesBelow } from './products.mjs';
import { findDeckhand } from './tools.mjs';
import { buildArgs, workshop } from './workshop.mjs';

const deckhand = findDeckhand();
if (!deckhand) throw new Error('Deckhand is missing: `npm run compile` makes it.');
const workspace = await mkdtemp(path.join(os.tmpdir(), 'deckhand-again-'));
process.on('exit', () => rmSync(workspace, { recursive: true, force: true }));
const [content] = workshop.paths;
await cp(path.join(workshop.cwd, content), path.join(workspace, content), { recursive: true });
const out = path.join(workspace, 'out');

let before = new Map();
await build('the first build');
await build('nothing changed');
await change('modules/pods.md', /^Note:$/m, 'Note:\nSmile.');
await build('a note of the speaker’s');
await change('modules/pods.md', /^(:::+ lab .*)time=13m/m, '$1time=12m');
await build('the time of a lab');
await change('modules/pods.md', /^(:::+ lab .*)time=12m/m, '$1time=11m');
await build('the time of a lab, lab sheets alone', ['labs']);
await change('modules/pods.md', /^(:::+ lab .*)time=11m/m, '$1time=10m');
await build('the time of a lab, lab sheets and agenda', ['labs', 'agenda']);

// Nobody has drawn these before.
const own = process.pid + Date.now();
const slides = Array.from(
  { length: 20 },
  (_, at) => `## Slide ${at}\n\n~~~mermaid\nflowchart LR\n  a${own}[One ${at}] --> b[Two]\n~~~\n`,
);
const diagrams = slides.join('\n---\n\n');
await html('twenty diagrams, the first build', diagrams);
await html('twenty diagrams, nothing changed', diagrams);
await html('twenty diagrams, one of them another', diagrams.replace('One 7', 'One 70'));
await html('the same slides, with code in place of diagrams', diagrams.replaceAll('~~~mermaid', '~~~text'));

async function html(what, text) {
  const file = path.join(workspace, 'diagrams.md');
  await writeFile(file, text);
  const args = [...deckhand.args, 'build', file, '--product', 'deck', '-o', path.join(workspace, 'diagrams')];
  const times = [];
  for (let round = 0; round < (what.endsWith('changed') || what.startsWith('the same') ? 5 : 1); round++) {
    const started = performance.now();
    const { status, stderr } = spawnSync(deckhand.command, args, { cwd: workspace, encoding: 'utf8' });
    times.push(performance.now() - started);
    if (status !== 0) throw new Error(stderr);
  }
  process.stdout.write(`${what}: ${Math.round(median(times.sort((a, b) => a - b)))} ms\n`);
}

async function change(file, from, to) {
  const whole = path.join(workspace, content, file);
  const text = await readFile(whole, 'utf8');
  if (!from.test(text)) throw new Error(`There is no ${from} in ${file} any more.`);
  await writeFile(whole, text.replace(from, to));
}

async function build(what, products = workshop.products) {
  const started = performance.now();
  const args = [...deckhand.args, ...buildArgs(out, products)];
  const { status, stderr } = spawnSync(deckhand.command, args, { cwd: workspace, encoding: 'utf8' });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  if (status !== 0) throw new Error(stderr);
  const now = new Map();
  for (const file of await filesBelow(out, '.pdf')) {
    now.set(
      path.basename(file),
      createHash('sha256')
        .update(await readFile(file))
        .digest('hex'),
    );
  }
  const other = [...now].filter(([name, hash]) => before.get(name) !== hash).map(([name]) => name);
  before = now;
  process.stdout.write(`${what}: ${seconds} s; other than before: ${other.sort().join(', ') || 'none'}\n`);
}
