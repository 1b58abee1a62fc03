import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transform } from 'esbuild';
import { check } from 'recheck';
import { parseAst } from 'vite';
import { expect, test } from 'vitest';
import { packageRoot } from '../../src/package-root.js';
import { exceptions } from './regular-expressions.exceptions.js';

interface Written {
  readonly file: string;
  readonly source: string;
  readonly flags: string;
}

/** Every regular expression that is written out in `src/`, each once: a real parser finds them. */
async function writtenExpressions(): Promise<readonly Written[]> {
  const src = join(packageRoot(), 'src');
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  const found = new Map<string, Written>();
  for (const file of files.sort()) {
    const { code } = await transform(readFileSync(join(src, file), 'utf8'), {
      loader: 'ts',
      target: 'esnext',
    });
    const walk = (node: unknown): void => {
      if (node === null || typeof node !== 'object') return;
      if ('regex' in node) {
        const { pattern, flags } = node.regex as { pattern: string; flags: string };
        found.set(`/${pattern}/${flags}`, { file: file.replaceAll('\\', '/'), source: pattern, flags });
        return;
      }
      for (const value of Object.values(node)) walk(value);
    };
    walk(parseAst(code));
  }
  return [...found.values()];
}

/** Whether an expression can take more than linear time, as recheck sees it; `unknown` where it takes too long to say. */
async function judged(source: string, flags: string): Promise<'safe' | 'vulnerable' | 'unknown'> {
  // Where groups have their places changes nothing about time.
  // Its other judge tries at random, and finds another thing each time.
  const { status } = await check(source, flags.replace(/[dv]/g, ''), {
    checker: 'automaton',
    timeout: 5_000,
  });
  return status;
}

test('expressions that take long are found: the judge can say so', async () => {
  expect(await judged('^(a+)+$', '')).toBe('vulnerable');
  expect(await judged('^a+$', '')).toBe('safe');
});

test('no regular expression of ours takes long, but for those with a reason', {
  timeout: 300_000,
}, async () => {
  const all = await writtenExpressions();
  expect(all.length).toBeGreaterThan(150);
  const listed = exceptions.map(({ expression }) => expression);
  const slow: string[] = [];
  const known: string[] = [];
  for (const { file, source, flags } of all) {
    const written = `${file}: /${source}/${flags}`;
    const judgement = await judged(source, flags);
    if (judgement === 'vulnerable' && !listed.includes(written)) slow.push(written);
    if (judgement !== 'safe' && listed.includes(written)) known.push(written);
  }
  expect(slow, 'mend these').toEqual([]);
  expect(known.sort(), 'take those off the list that are mended').toEqual([...listed].sort());
  for (const { because } of exceptions) expect(because).toMatch(/^[A-Z].{20,}\.$/);
});
