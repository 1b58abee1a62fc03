import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { deckhand } from '../support/deckhand.js';
import { contents, scatter, temporaryFolder } from '../support/output-folder.js';

/** A deck that builds; each case below breaks it in one place. */
const good = '---\ntitle: Ports\nproducts: [deck, present]\n---\n\n# Ports\n\n---\n\n## Cranes\n\nslow\n';

interface Case {
  readonly what: string;
  /** What stands in the folder instead of the good deck's files, and beside them. */
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  /** `file:line:col` and code of every error. */
  readonly errors: readonly string[];
  readonly prepare?: (cwd: string) => void;
}

const body = (markdown: string) => ({ 'talk.md': `${good}\n---\n\n${markdown}\n` });
/** Where `markdown` of {@link body} begins. */
const line = good.split('\n').length + 3;

const yaml = (settings: string) => ({ 'talk.md': `---\n${settings}\n---\n\n# Ports\n` });

/** A PNG's head that promises a picture of any size. */
function png(width: number, height: number): Uint8Array {
  const chunk = (type: string, data: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    return Buffer.concat([length, Buffer.from(type, 'latin1'), data, Buffer.alloc(4)]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 6, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.alloc(5))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const cases: readonly Case[] = [
  {
    what: 'a module that is missing',
    files: { 'port/deck.yaml': 'title: x\nmodules:\n  - why.md\n  - gone.md\n', 'port/why.md': '# Why\n' },
    errors: ['port/deck.yaml:4:5 path/missing'],
  },
  {
    what: 'an include that is missing',
    files: body('::: include gone.md'),
    errors: [`talk.md:${line}:1 path/missing`],
  },
  {
    what: 'an image that is missing',
    files: body('a ![crane](gone.png) b'),
    errors: [`talk.md:${line}:3 path/missing`],
  },
  {
    what: 'an image that is missing, in raw HTML',
    files: body('<p>\n  <img src="gone.png">\n</p>'),
    errors: [`talk.md:${line + 1}:13 path/missing`],
  },
  {
    what: 'a background that is missing',
    files: body('## a {background=gone.png}'),
    errors: [`talk.md:${line}:7 path/missing`],
  },
  {
    what: 'a file of code that is missing',
    files: body('```yaml file=gone.yaml\n```'),
    errors: [`talk.md:${line}:9 path/missing`],
  },
  {
    what: 'a stylesheet and a logo that are missing',
    files: yaml('css: [gone.css]\nlogo: gone.svg'),
    errors: ['talk.md:2:7 path/missing', 'talk.md:3:7 path/missing'],
  },
  {
    what: 'front matter that is not YAML',
    files: yaml('title: [a\nlang: en'),
    errors: ['talk.md:3:1 deck/bad-yaml'],
  },
  {
    what: 'an unknown key',
    files: yaml('title: x\nduratoin: 45m'),
    errors: ['talk.md:3:1 deck/unknown-key'],
  },
  {
    what: 'values of the wrong type',
    files: yaml('title: x\nduration: soon\naspect: wide\nproducts: [dekc]'),
    errors: ['talk.md:3:11', 'talk.md:4:9', 'talk.md:5:12'],
  },
  { what: 'an unknown theme', files: yaml('title: x\ntheme: habror'), errors: ['talk.md:3:8 theme/unknown'] },
  {
    what: 'an unknown layout',
    files: body('## a {.x layout=qoute}'),
    errors: [`talk.md:${line}:10 slide/unknown-layout`],
  },
  {
    what: 'a block that is not closed',
    files: body('::: tip\na'),
    errors: [`talk.md:${line}:1 block/unclosed`],
  },
  {
    what: 'a fence that is not closed',
    files: body('```yaml\na: b'),
    errors: [`talk.md:${line}:1 fence/unclosed`],
  },
  {
    what: 'a block across a divider',
    files: body('::: tip\na\n\n---\n\nb\n:::'),
    errors: [`talk.md:${line + 3}:1 block/across-divider`],
  },
  {
    what: 'an unknown block',
    files: body('a\n\n  ::: tpi\nb\n:::'),
    errors: [`talk.md:${line + 2}:3 block/unknown`],
  },
  {
    what: 'a file that is no text',
    files: { 'talk.md': Buffer.concat([Buffer.from(good), Buffer.from([0x0a, 0x61, 0xff, 0x62])]) },
    errors: [`talk.md:${line - 2}:2 text/not-utf8`],
  },
  {
    what: 'a module of another encoding',
    files: {
      'port/deck.yaml': 'title: x\nmodules: [why.md]\n',
      'port/why.md': Buffer.from('\ufeff# Why\n', 'utf16le'),
    },
    errors: ['text/not-utf8'],
  },
  {
    what: 'a deck without slides',
    files: { 'talk.md': '---\ntitle: x\n---\n' },
    errors: ['talk.md:1:1 deck/empty'],
  },
  {
    what: 'a deck of hidden slides',
    files: { 'talk.md': '---\ntitle: x\n---\n\n# a {hidden}\n' },
    errors: ['talk.md:1:1 deck/empty'],
  },
  {
    what: 'two slides of one id',
    files: body('## a {#x}\n\n---\n\n## b {#x}'),
    errors: [`talk.md:${line + 4}:8 slide/duplicate-id`],
  },
  ...['../secret.svg', '../talks-secret/a.svg', 'img/../../secret.svg', '%2e%2e/secret.svg'].map((path) => ({
    what: `a path that leaves its root: ${path}`,
    files: body(`![a](${path})`),
    errors: [`talk.md:${line}:1 path/outside-root`],
  })),
  ...['/etc/passwd', 'C:/secret.svg', 'file:///etc/passwd'].map((path) => ({
    what: `an absolute path: ${path}`,
    files: body(`![a](${path})`),
    errors: [`talk.md:${line}:1 path/absolute`],
  })),
  {
    what: 'a path with backslashes',
    files: body('![a](<..\\secret.svg>)'),
    errors: [`talk.md:${line}:1 path/backslash`],
  },
  {
    what: 'an include and code from outside',
    files: body('::: include ../secret.md\n\n---\n\n```yaml file=/etc/passwd\n```'),
    errors: [`talk.md:${line}:1 path/outside-root`, `talk.md:${line + 4}:9 path/absolute`],
  },
  {
    what: 'symbolic links that lead out of the root',
    files: body('![a](link.svg) ![b](folder/secret.svg)\n\n::: include link.md'),
    prepare: (cwd) => {
      symlinkSync(join(cwd, 'secret.svg'), join(cwd, 'talks/link.svg'));
      symlinkSync(join(cwd, 'talks-secret'), join(cwd, 'talks/folder'));
      symlinkSync(join(cwd, 'secret.md'), join(cwd, 'talks/link.md'));
    },
    errors: [
      `talk.md:${line}:1 path/outside-root`,
      `talk.md:${line}:16 path/outside-root`,
      `talk.md:${line + 2}:1 path/outside-root`,
    ],
  },
  {
    what: 'files that include each other',
    files: {
      ...body('::: include part.md'),
      'part.md': '## a\n\n::: include other.md\n',
      'other.md': '## b\n\n::: include part.md\n',
    },
    errors: ['other.md:3:1 include/circular'],
  },
  {
    what: 'an image that is none',
    files: { ...body('a\n\n- ![a](a.png)'), 'a.png': 'hello' },
    errors: [`talk.md:${line + 2}:3 image/not-an-image`],
  },
  {
    what: 'an image of monstrous size',
    files: { ...body('![a](a.png)'), 'a.png': png(20_000, 20_000) },
    errors: [`talk.md:${line}:1 image/`],
  },
  {
    what: 'a drawing with an entity',
    files: {
      ...body('![a](a.svg)'),
      'a.svg': '<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>',
    },
    errors: [`talk.md:${line}:1 `],
  },
  {
    what: 'nesting without end',
    files: body(`${'> '.repeat(3_000)}a`),
    errors: [`talk.md:${line}:1 text/too-deep`],
  },
  {
    what: 'a line without end',
    files: body('a'.repeat(200_000)),
    errors: [`talk.md:${line}:1 text/long-line`],
  },
  {
    what: 'a comment that is not closed',
    files: body('a <!-- secret\n\nsecret'),
    errors: [`talk.md:${line}:3 comment/unclosed`],
  },
  {
    what: 'a time that is none',
    files: body('## a {time=soon}'),
    errors: [`talk.md:${line}:7 slide/bad-time`],
  },
  {
    what: 'three mistakes in three files',
    files: {
      'port/deck.yaml': 'title: x\nmodules: [a.md, b.md]\nthmee: harbor\n',
      'port/a.md': '# a\n\n![](gone.png)\n',
      'port/b.md': '# b\n\n::: tpi\nx\n:::\n',
    },
    errors: [
      'port/a.md:3:1 path/missing',
      'port/b.md:3:1 block/unknown',
      'port/deck.yaml:3:1 deck/unknown-key',
    ],
  },
];

/** A folder with a deck that is built, and secrets around it: copied for each case. */
const built = realpathSync(mkdtempSync(join(tmpdir(), 'deckhand-built-')));
let before = '';

beforeAll(async () => {
  scatter(built, {
    'talks/talk.md': good,
    'secret.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    'secret.md': '# secret',
    'talks-secret/a.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    'talks-secret/secret.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  });
  const { code, stderr } = await deckhand(['build', 'talks'], { cwd: built });
  expect(code, stderr).toBe(0);
  before = hashOf(join(built, 'dist'));
});

afterAll(() => rmSync(built, { recursive: true, force: true }));

function hashOf(folder: string): string {
  return createHash('sha256')
    .update(JSON.stringify(contents(folder)))
    .digest('hex');
}

function write(folder: string, files: Case['files']): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

describe('bad input', () => {
  test.for(cases)(
    '$what is told at its place, and the last good output stays',
    async ({ files, errors, prepare }) => {
      const cwd = realpathSync(mkdtempSync(join(tmpdir(), 'deckhand-bad-')));
      onTestFinished(() => rmSync(cwd, { recursive: true, force: true }));
      cpSync(built, cwd, { recursive: true });
      write(join(cwd, 'talks'), files);
      prepare?.(cwd);
      const { code, stdout, stderr } = await deckhand(['build', 'talks', '--format', 'json'], { cwd });
      const found = (JSON.parse(stdout).diagnostics as Told[])
        .filter((one) => one.severity === 'error')
        .map((one) => `${(one.file ?? '').replace(/^talks\//, '')}:${one.line}:${one.column} ${one.code}`);

      expect(found).toHaveLength(errors.length);
      for (const [index, error] of errors.entries()) expect(found[index]).toContain(error);
      expect(code).toBe(1);
      expect(stdout + stderr).not.toMatch(/^\s+at .*:\d+:\d+\)?$/m);
      expect(hashOf(join(cwd, 'dist'))).toBe(before);
    },
  );
});

interface Told {
  readonly severity: string;
  readonly file: string | null;
  readonly line: number;
  readonly column: number;
  readonly code: string;
}

test('five thousand slides build', async () => {
  const cwd = temporaryFolder();
  const slide = (number: number) =>
    `## Slide ${number % 50}\n\n- one **two**\n- three \`four\`\n\n| a | b |\n| - | - |\n| ${number} | c |\n\n\`\`\`yaml\nkey: ${number}\n\`\`\`\n\nNote: say ${number}`;
  scatter(cwd, {
    'talk.md': `---\ntitle: Long\n---\n\n${Array.from({ length: 5000 }, (_, number) => slide(number)).join('\n\n---\n\n')}\n`,
  });
  const { code, stderr } = await deckhand(['build', 'talk.md', '--product', 'deck'], { cwd });
  expect(stderr).not.toContain('error');
  expect(code).toBe(0);
  expect(contents(join(cwd, 'dist'))['public/talk/index.html']?.split('<section id=').length).toBe(5001);
});
