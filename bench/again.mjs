/**
 * What a second build costs: nothing changed, a note of the speaker's, the time of a lab. Says which PDFs are other than
 * before.
 *
 *     node bench/again.mjs
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
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

async function change(file, from, to) {
  const whole = path.join(workspace, content, file);
  const text = await readFile(whole, 'utf8');
  if (!from.test(text)) throw new Error(`There is no ${from} in ${file} any more.`);
  await writeFile(whole, text.replace(from, to));
}

async function build(what) {
  const started = performance.now();
  const args = [...deckhand.args, ...buildArgs(out)];
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
