/**
 * Measures Deckhand against its peers and prints the figures as Markdown.
 *
 *     npm run bench -- [--quick] [--only NAME] [--browser PATH]
 *
 * A missing peer is named and left out. See README.md beside this file.
 */
import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { findBrowser } from './browser.mjs';
import { comparisons } from './comparisons.mjs';
import { decksOf } from './decks.mjs';
import { compare } from './measure.mjs';
import { writePaperPages } from './paper-page.mjs';
import { comparisonTable, goalTable } from './report.mjs';
import { findDeckhand, findPandoc, installMarp } from './tools.mjs';
import { onPaper, workshop } from './workshop.mjs';

const { values: flags } = parseArgs({
  options: { quick: { type: 'boolean' }, only: { type: 'string' }, browser: { type: 'string' } },
});

const terminal = process.stderr.isTTY;
function progress(text) {
  if (terminal) process.stderr.write(`\r\u001b[K${text}`);
}
function print(text) {
  if (terminal) process.stderr.write('\r\u001b[K');
  process.stdout.write(`${text}\n\n`);
}

const marpOrReason = await installMarp(progress);
const missing = [];
function orMissing(tool, sentence) {
  if (!tool) missing.push(sentence);
  return tool;
}
const marp = typeof marpOrReason === 'string' ? null : marpOrReason;
orMissing(marp, `Marp CLI is missing: ${marpOrReason}.`);
const deckhand = orMissing(findDeckhand(), 'Deckhand is missing: `npm run compile` makes it.');
const pandoc = orMissing(findPandoc(), 'Pandoc is missing: it is not on the PATH.');

const sizes = flags.quick ? [10, 100] : [10, 100, 1000];
const workspace = await mkdtemp(path.join(os.tmpdir(), 'deckhand-bench-'));
process.on('exit', () => rmSync(workspace, { recursive: true, force: true }));
process.on('SIGINT', () => process.exit(130));
const folderOf = (slides, dialect) => path.join(workspace, `${slides}-${dialect}`);
for (const slides of sizes) {
  for (const [dialect, text] of Object.entries(decksOf(slides))) {
    await mkdir(folderOf(slides, dialect));
    await writeFile(path.join(folderOf(slides, dialect), 'deck.md'), text);
  }
}
const browser = orMissing(flags.browser ?? (await findBrowser()), 'No browser: nothing was printed.');
const paperPages = new Map();
for (const slides of sizes) {
  const deck = { cwd: folderOf(slides, 'deckhand'), paths: ['deck.md'], products: ['slides'] };
  const [page = null] = await writePaperPages(deck, path.join(workspace, `${slides}-paper`));
  paperPages.set(slides, page);
}
const workshopPages = await writePaperPages(workshop, path.join(workspace, 'workshop-paper'));
if (!paperPages.get(10) || workshopPages.length === 0)
  missing.push('The bare print is missing: there is no page of Deckhand to print.');

print(
  [deckhand, marp, pandoc]
    .filter((tool) => tool !== null)
    .map((tool) => `${tool.name} ${tool.version}`)
    .concat(`Node.js ${process.versions.node}`, `${os.cpus().length} cores, ${process.platform}`)
    .join(', ')
    .concat('.'),
);
for (const sentence of missing) print(sentence);

const results = new Map();
const wanted = [
  ...comparisons({ deckhand, marp, pandoc, browser }, folderOf, (slides) => paperPages.get(slides)),
  onPaper({ deckhand, browser }, workshopPages),
];
for (const comparison of wanted) {
  const rounds = flags.quick ? comparison.quickRounds : comparison.rounds;
  if (rounds === 0 || comparison.contenders.length === 0) continue;
  if (flags.only && !isAskedFor(comparison.name, flags.only)) continue;
  const found = await compare(comparison.contenders, {
    rounds,
    workspace,
    progress: (text) => progress(`${comparison.title}: ${text}`),
  });
  results.set(comparison.name, new Map(found.map((result) => [result.name, result])));
  print(comparisonTable(comparison, found));
}
print(goalTable(results));

/** `--only html` takes html-10, html-100 and html-1000; `--only html-100` that one alone. */
function isAskedFor(name, only) {
  return name === only || name.startsWith(`${only}-`);
}
