import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { dotEngine } from '../../../src/diagrams/dot.js';
import { drawDiagrams } from '../../../src/diagrams/draw-diagrams.js';
import type { Code } from '../../../src/parse/ast.js';
import { parseFile } from '../../../src/parse/parse-file.js';
import { walkBlocks } from '../../../src/parse/walk.js';
import { told } from '../../support/told.js';
import { workspace } from '../../support/workspace.js';

let cache: string;
beforeEach(async () => {
  cache = await workspace();
  vi.stubEnv('XDG_CACHE_HOME', cache);
});
afterEach(() => vi.unstubAllEnvs());

/** Draws the fences of a text as a build does; says which sources Graphviz was asked for. */
async function draw(markdown: string, shown: Readonly<Record<string, string>> = {}) {
  const source = { file: 'talk.md', path: '/talk.md', root: '/', text: markdown };
  const parsed = parseFile(source, 0).value;
  const codes = parsed.parts
    .flatMap((part) => (part.type === 'slide' ? walkBlocks(part.blocks) : []))
    .filter((block): block is Code => block.type === 'code')
    .map((code) => (code.source ? { ...code, text: shown[code.source.path] ?? '' } : code));
  const asked: string[] = [];
  const sources = new Map([['talk.md', markdown], ...Object.entries(shown)]);
  const drawn = await drawDiagrams(codes, {
    sources,
    shownFile: (code) => code.source?.path ?? null,
    engine: async () => {
      const engine = dotEngine();
      return {
        identity: engine.identity,
        draw: async (texts) => {
          asked.push(...texts);
          return engine.draw(texts);
        },
      };
    },
  });
  const svgs = codes.map((code) => drawn.value(code)?.inner ?? null);
  return { asked, svgs, said: told(drawn.diagnostics, sources) };
}

const ten = Array.from({ length: 10 }, (_, n) => `\`\`\`dot alt=x\ngraph { a${n} -- b }\n\`\`\`\n`);

function entries(): string[] {
  return readdirSync(cache, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.json'))
    .map((path) => join(cache, path));
}

test('what was drawn before is not drawn again, and of ten a changed one alone is', async () => {
  const first = await draw(ten.join('\n'));
  expect(first.asked).toHaveLength(10);
  expect(await draw(ten.join('\n'))).toEqual({ ...first, asked: [] });
  const changed = [...ten.slice(0, 9), ten[9]?.replace('b }', 'c }')].join('\n');
  expect((await draw(changed)).asked).toEqual(['graph { a9 -- c }']);
});

test('the same source twice is drawn once', async () => {
  expect((await draw(`${ten[0]}\n${ten[0]}`)).asked).toHaveLength(1);
});

test.each([
  ['cut short', (text: string) => text.slice(0, -40)],
  ['changed', (text: string) => text.replace('--', '-x')],
  ['emptied', () => ''],
])('an entry that was %s is drawn again', async (_how, damage) => {
  const first = await draw(ten[0] ?? '');
  const [entry, ...more] = entries();
  expect(more).toEqual([]);
  const text = readFileSync(entry ?? '', 'utf8');
  writeFileSync(entry ?? '', damage(text));
  const second = await draw(ten[0] ?? '');
  expect(second.svgs).toEqual(first.svgs);
  if (damage(text) !== text) expect(second.asked).toHaveLength(1);
  expect(readFileSync(entry ?? '', 'utf8')).toBe(text);
});

test('where nothing can be kept, everything is drawn all the same', async () => {
  writeFileSync(join(cache, 'deckhand'), 'a file in the way');
  expect((await draw(ten[0] ?? '')).svgs[0]).toContain('<polygon');
});

test('what cannot be drawn is told again in the next build', async () => {
  const broken = '```dot alt=x\ngraph {\n a -- ]\n}\n```\n';
  const said = ['diagram/syntax @ a -- ]'];
  expect((await draw(broken)).said).toEqual(said);
  expect((await draw(broken)).said).toEqual(said);
});

test('what is left out is told from the cache as well', async () => {
  const linked = '```dot alt=x\ngraph {\n a [URL="javascript:x"]\n}\n```\n';
  const said = ['diagram/dropped @ a [URL="javascript:x"]'];
  expect((await draw(linked)).said).toEqual(said);
  expect(await draw(linked)).toMatchObject({ asked: [], said });
});

test('a mistake has its place in lists, quotes and files that are shown', async () => {
  expect((await draw('- x\n\n  > ```dot alt=x\n  > graph {\n  >  a -- ]\n  > }\n  > ```\n')).said).toEqual([
    'diagram/syntax @ >  a -- ]',
  ]);
  const file = { 'a.dot': 'graph {\n  a -- ]\n}\n' };
  expect((await draw('```dot file=a.dot alt=x\n```\n', file)).said).toEqual(['diagram/syntax @ a -- ]']);
});

test('a diagram without words for it is told, one that says them itself is not', async () => {
  expect((await draw('```dot\ngraph { a }\n```\n')).said).toEqual(['diagram/no-alt @ ```dot']);
  expect((await draw('```dot\ngraph { label="Ships" a }\n```\n')).said).toEqual([]);
});
