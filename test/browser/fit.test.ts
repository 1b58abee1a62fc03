import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { packageRoot } from '../../src/package-root.js';
import { themeNames } from '../../src/theme/load-theme.js';
import { deckhand } from '../support/deckhand.js';
import { workspace } from '../support/workspace.js';

vi.setConfig({ testTimeout: 120_000 });

const looks = themeNames(join(packageRoot(), 'templates')).flatMap((theme) =>
  ['16:9', '4:3'].map((aspect) => ({ theme, aspect })),
);

const sentence = 'The harbour master keeps a berth for every ship that comes in tonight.';
const words = (count: number) =>
  Array.from({ length: count }, (_, index) => sentence.split(' ')[index % 13]).join(' ');
const times = (count: number, line: string) => Array.from({ length: count }, () => line).join('\n');
const columns = (...all: string[]) =>
  `::: columns\n${all.map((one) => `::: column\n${one}\n:::\n`).join('')}:::`;

const step = `1. ${words(6)}\n\n   \`\`\`console\n   $ docker run --rm -p 8080:80 harbour\n   \`\`\`\n`;

/** What stands on slides, from few to more than fits. */
const growing: readonly ((n: number) => string)[] = [
  (n) => words(n * 11),
  (n) => times(n, `- ${words(5)}`),
  (n) => times(n, `1. ${words(14)}`),
  (n) => `- ${words(6)}\n  - ${words(9)}\n${times(n, `  - ${words(4)}`)}`,
  (n) =>
    `| Ship | Berth | Tonight |\n|---|---|---|\n${times(n, `| ${words(4)} | ${words(2)} | \`${words(3)}\` |`)}`,
  (n) => columns(`### Ships\n\n${times(n, `- ${words(4)}`)}`, `${words(n * 5)}`),
  (n) => columns(`\`\`\`yaml\n${times(n, 'kind: Deployment')}\n\`\`\``, `${words(n * 4)}`),
  (n) => columns(words(n * 4), words(n * 3), words(n * 3)),
  (n) => `\`\`\`yaml\n${times(4, 'kind: Deployment')}\n\`\`\`\n\n${words(n * 7)}`,
  (n) => `> ${words(n * 6)}`,
  (n) => `${words(8)}\n\n::: tip\n${words(n * 5)}\n:::\n\n${times(3, `- ${words(5)}`)}`,
  (n) => `::: objectives\n${times(n, `- ${words(9)}`)}\n:::`,
  (n) => `::: exercise {time=5m}\n${words(n * 9)}\n:::`,
  (n) =>
    columns(`::: misconception\n${words(5)}\n\n${words(n * 3)}\n:::`, `::: question\n${words(n * 2)}\n:::`),
  (n) =>
    `::: lab {time=5m needs=docker}\n${words(7)}\n\n### Steps\n\n${times(n, step)}\n### Verify\n\nLook.\n:::`,
  (n) => times(n, `- **${words(2)}** ${words(6)}`),
];

/** What a kind asks for behind its title. */
const asks = new Map([[growing.length - 1, 'layout=timeline']]);

test.each(looks)(
  'what is set as large as it fits, or larger than the smallest step, fits in $theme at $aspect',
  async ({ theme, aspect }) => {
    const slides = growing.flatMap((body, kind) =>
      Array.from(
        { length: 10 },
        (_, n) => `## Berths for all ships {#k${kind}n${n + 1} ${asks.get(kind) ?? ''}}\n\n${body(n + 1)}\n`,
      ),
    );
    const cwd = await workspace({
      'talk.md': `---\ntheme: ${theme}\naspect: ${aspect}\n---\n\n${slides.join('\n---\n\n')}`,
    });
    await deckhand(['build', 'talk.md', '-o', 'out', '--product', 'deck'], { cwd });
    const run = await deckhand(['check', 'talk.md', '--product', 'slides', '--format', 'json'], { cwd });
    const text = readFileSync(join(cwd, 'talk.md'), 'utf8').split('\n');
    const report: { diagnostics: { code: string; line: number; message: string }[] } = JSON.parse(run.stdout);
    const tooFull = new Map(
      report.diagnostics
        .filter(({ code }) => code === 'slide/overflow')
        .map(({ line, message }) => [/#(k\d+n\d+)/.exec(text[line - 1] ?? '')?.[1] ?? '', message]),
    );
    const html = readFileSync(join(cwd, 'out/public/talk/index.html'), 'utf8');
    const scales = new Map(
      [...html.matchAll(/<section id="(k\d+n\d+)"[^>]*>\s*<div class="slide ([^>]*)/g)].map(
        ([, id = '', rest = '']) => [id, Number(/--scale: ([\d.]+)/.exec(rest)?.[1] ?? 1)],
      ),
    );
    expect(scales.size).toBe(slides.length);
    // Each kind begins large; all steps are taken somewhere.
    expect([...scales].filter(([id, scale]) => id.endsWith('n1') && scale <= 1)).toEqual([]);
    expect(new Set(scales.values()).size).toBe(4);
    const wrong = [...tooFull].filter(([id]) => (scales.get(id) ?? 1) >= 1);
    expect(wrong.map(([id, message]) => `${id} at ${scales.get(id)}: ${message}`)).toEqual([]);
  },
);
