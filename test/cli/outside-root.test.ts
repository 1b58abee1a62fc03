import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { cacheFolder } from '../../src/cache-folder.js';
import { packageRoot } from '../../src/package-root.js';
import { deckhand } from '../support/deckhand.js';
import { filesIn } from '../support/files-in.js';
import { scatter, temporaryFolder } from '../support/output-folder.js';
import { real } from '../support/pictures.js';
import { watch } from '../support/watched.js';

/** Stands in every file that must not be read. */
const canary = 'the canary sings at seven';
const picture = Buffer.concat([real.webpLossless, Buffer.from(canary)]);
const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><title>${canary}</title></svg>`;

/**
 * Ways to name a file outside of the content root, each a deck of its own: the lines of its front matter and its body.
 * `OUT` is the way out, `ABS` the absolute path of the same folder.
 */
const ways: Readonly<Record<string, { readonly head?: string; readonly body?: string }>> = {
  image: { body: '![x](OUT/secret.webp)' },
  'image-absolute': { body: '![x](ABS/secret.webp)' },
  'image-address': { body: '![x](file://ABS/secret.webp)' },
  'image-backslash': { body: '![x](<..\\outside\\secret.webp>)' },
  'image-percent': { body: '![x](%2e%2e/outside/secret.webp)' },
  'image-percent-slash': { body: '![x](..%2foutside%2fsecret.webp)' },
  'image-inside-and-out': { body: '![x](img/../../outside/secret.webp)' },
  'image-link': { body: '![x](link.webp)' },
  'image-link-to-folder': { body: '![x](linked/secret.webp)' },
  'image-sibling': { body: '![x](../content-secret/secret.webp)' },
  'image-reference': { body: '![x][y]\n\n[y]: OUT/secret.webp' },
  download: { body: '[x](OUT/secret.txt)' },
  'download-link': { body: '[x](link.txt)' },
  background: { body: '<!-- slide: background=OUT/secret.webp -->' },
  include: { body: '::: include OUT/secret.md' },
  'include-link': { body: '::: include link.md' },
  'include-in-block': { body: '::: tip\n::: include ABS/secret.md\n:::' },
  code: { body: '```text file=OUT/secret.txt\n```' },
  'code-link': { body: '```text file=link.txt\n```' },
  'code-region': { body: '```text file=OUT/secret.txt#L1-2\n```' },
  css: { head: 'css: OUT/secret.css' },
  'css-link': { head: 'css: link.css' },
  'css-url': { head: 'css: url.css' },
  'css-import': { head: 'css: import.css' },
  logo: { head: 'logo: OUT/secret.webp' },
  'html-image': { body: '<img src="OUT/secret.webp" alt="x">' },
  'html-image-set': { body: '<img srcset="OUT/secret.webp 2x" alt="x">' },
  'html-video': { body: '<video src="OUT/secret.webm" poster="OUT/secret.webp"></video>' },
  'html-source': { body: '<audio controls><source src="OUT/secret.mp3"></audio>' },
  'html-link': { body: '<a href="OUT/secret.txt">x</a>' },
  'html-frame': { body: '<iframe src="OUT/secret.html"></iframe>' },
  'html-object': { body: '<object data="OUT/secret.html"></object>' },
  'html-style': { body: '<style>.slide { background: url(OUT/secret.webp) }</style>' },
  'html-style-attribute': { body: '<p style="background: url(OUT/secret.webp)">x</p>' },
  'html-svg': { body: '<svg><image href="OUT/secret.webp"/><use href="OUT/secret.svg#a"/></svg>' },
  'html-trusted': { head: 'html: trusted', body: '<img src="OUT/secret.webp" alt="x">' },
  'drawing-that-refers': { body: '![x](refers.svg)' },
  'drawing-in-the-theme': { body: '![x](refers-in-type.svg)' },
  notes: { body: 'Note: ![x](OUT/secret.webp)' },
};

/** Ways of which nobody is told at the deck: what they name is left out or left alone without a word. */
const untold = [
  // Told at the stylesheet, whose own line it is.
  'css-import',
  // No viewer follows what a picture refers to; the picture is shown.
  'drawing-that-refers',
  'drawing-in-the-theme',
];

/** A folder with the decks, and beside them what is none of theirs. */
function workingFolder(): string {
  const cwd = temporaryFolder();
  const secrets = ['md', 'txt', 'css', 'html', 'mp3', 'webm'].map((ending) => [
    `outside/secret.${ending}`,
    ending === 'md' ? `---\ntitle: ${canary}\n---\n\n# ${canary}\n` : canary,
  ]);
  scatter(cwd, {
    ...Object.fromEntries(secrets),
    'outside/secret.svg': drawing,
    'content/good.md': '---\ntitle: Good\n---\n\n# Good\n',
    'content/url.css': '.slide { background: url(../outside/secret.webp) }',
    'content/import.css': '@import "../outside/secret.css";',
    'content/refers.svg': refers('serif'),
    'content/refers-in-type.svg': refers('Archivo'),
    'content/module/deck.yaml': 'title: Module\nmodules: [../../outside/secret.md]\n',
    'content/module-link/deck.yaml': 'title: Module\nmodules: [link.md]\n',
  });
  mkdirSync(join(cwd, 'content-secret'));
  for (const folder of ['outside', 'content-secret'])
    writeFileSync(join(cwd, folder, 'secret.webp'), picture);
  for (const ending of ['md', 'txt', 'css', 'webp']) {
    symlinkSync(join(cwd, `outside/secret.${ending}`), join(cwd, `content/link.${ending}`));
  }
  symlinkSync(join(cwd, 'outside/secret.md'), join(cwd, 'content/module-link/link.md'));
  symlinkSync(join(cwd, 'outside'), join(cwd, 'content/linked'));
  const put = (text: string) => text.replaceAll('OUT', '../outside').replaceAll('ABS', join(cwd, 'outside'));
  for (const [name, { head = '', body = '' }] of Object.entries(ways)) {
    const text = `---\ntitle: Way\n${head}\n---\n\n## A slide\n\nWords.\n\n${body}\n`;
    writeFileSync(join(cwd, 'content', `${name}.md`), put(text));
  }
  return cwd;
}

function refers(family: string): string {
  const image =
    '<image href="../outside/secret.webp" width="9" height="9"/><use href="../outside/secret.svg#a"/>';
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><style>@import "../outside/secret.css";</style>${image}<text font-family="${family}">x</text></svg>`;
}

/** What was read, itself or through a link, and is neither content nor output nor Deckhand's own nor the system's. */
function strange(reads: readonly string[], cwd: string): string[] {
  const own = [
    join(cwd, 'content'),
    join(cwd, 'dist'),
    join(cwd, '.deckhand-'),
    packageRoot(),
    realpathSync(join(packageRoot(), 'node_modules')),
    cacheFolder(),
    join(tmpdir(), `deckhand-${process.getuid?.() ?? 0}`),
    '/proc/',
  ];
  return reads
    .map((path) => (existsSync(path) ? realpathSync(path) : path))
    .filter((path) => path !== cwd && !own.some((place) => path.startsWith(place)));
}

it('no file outside of the content root is read, however it is named, and who names one is told', async () => {
  const cwd = workingFolder();
  const { env, seen } = watch();
  const run = await deckhand(['build', 'content', '--format', 'json'], { cwd, env });
  expect(run.code).toBe(1);

  const { reads } = seen();
  expect(reads).toContain(join(cwd, 'content/good.md'));
  expect(reads).toContain(join(cwd, 'content/refers.svg'));
  expect(strange(reads, cwd)).toEqual([]);

  const built = filesIn(join(cwd, 'dist'));
  expect(built).toContain('public/good/slides.pdf');
  for (const path of built) {
    const bytes = await readFile(join(cwd, 'dist', path), 'latin1');
    expect(bytes.includes(canary), path).toBe(false);
  }
  expect(run.stdout + run.stderr).not.toContain(canary);

  const { diagnostics } = JSON.parse(run.stdout) as { diagnostics: { file: string | null }[] };
  const told = new Set(diagnostics.map(({ file }) => file));
  expect(told).toContain('content/import.css');
  expect(told).toContain('content/module/deck.yaml');
  expect(told).toContain('content/module-link/deck.yaml');
  const decks = Object.keys(ways).filter((name) => !told.has(`content/${name}.md`));
  expect(decks.sort()).toEqual([...untold].sort());
});

it('a deck that lies outside itself, behind a link, is not read either', async () => {
  const cwd = temporaryFolder();
  scatter(cwd, {
    'outside/secret.md': `---\ntitle: ${canary}\n---\n\n# ${canary}\n`,
    'content/good.md': '---\ntitle: Good\n---\n\n# Good\n',
  });
  symlinkSync(join(cwd, 'outside/secret.md'), join(cwd, 'content/linked.md'));
  symlinkSync(join(cwd, 'outside'), join(cwd, 'content/folder'));
  const { env, seen } = watch();
  const run = await deckhand(['build', 'content', '--product', 'deck'], { cwd, env });
  expect(run.stdout + run.stderr).not.toContain(canary);
  expect(filesIn(join(cwd, 'dist')).filter((path) => /linked|folder|secret/.test(path))).toEqual([]);
  expect(strange(seen().reads, cwd)).toEqual([]);
});

it('control: a program that reads the file is seen, whatever it reads it with', () => {
  const file = join(temporaryFolder(), 'secret.txt');
  writeFileSync(file, canary);
  const programs = [
    'import { readFileSync } from "node:fs"; readFileSync(FILE)',
    'import fs from "node:fs"; fs.closeSync(fs.openSync(FILE))',
    'import { readFile } from "node:fs/promises"; await readFile(FILE)',
    'import { open } from "node:fs/promises"; await (await open(FILE)).close()',
    'import { createReadStream } from "node:fs"; createReadStream(FILE).resume()',
    'import { cpSync } from "node:fs"; cpSync(FILE, FILE + ".copy")',
    'import { Worker } from "node:worker_threads"; new Worker("require(`node:fs`).readFileSync(process.argv[2])", { eval: true, argv: [FILE], execArgv: [] })',
  ];
  for (const program of programs) {
    const { env, seen } = watch();
    const text = program.replaceAll('FILE', JSON.stringify(file));
    execFileSync(process.execPath, ['--input-type=module', '-e', text], { env: { ...process.env, ...env } });
    expect(seen().reads, program).toContain(file);
  }
});
