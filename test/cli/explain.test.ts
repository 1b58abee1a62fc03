import { expect, test } from 'vitest';
import { explanation } from '../../src/commands/explain.js';
import { type Code, catalogue, topics } from '../../src/diagnostics/catalogue.js';
import { deckhand } from '../support/deckhand.js';
import { workspace } from '../support/workspace.js';

const codes = Object.keys(catalogue) as Code[];

test.for(codes)('what is explained of %s begins with its title, and says more', (code) => {
  const [first, title, blank, ...text] = explanation(code, catalogue[code]).split('\n');
  expect(first).toBe(`${code} (${catalogue[code].severity})`);
  expect(title).toBe(catalogue[code].title);
  expect(blank).toBe('');
  expect(text.join('').length).toBeGreaterThan(40);
});

const firsts = topics.flatMap(({ entries }) => (Object.keys(entries) as Code[]).slice(0, 1));

test.for(firsts)('explain %s prints it', async (code) => {
  const run = await deckhand(['explain', code], { cwd: process.cwd() });
  expect(run).toEqual({ code: 0, stdout: explanation(code, catalogue[code]), stderr: '' });
});

test('explain without a code lists every code with its title', async () => {
  const { code, stdout } = await deckhand(['explain'], { cwd: await workspace() });
  expect(code).toBe(0);
  for (const one of codes) expect(stdout).toContain(`  ${one} `);
});

test('a code may be given as it stands in a message', async () => {
  const { code, stdout } = await deckhand(['explain', '[deck/unknown-key]'], { cwd: await workspace() });
  expect(code).toBe(0);
  expect(stdout).toMatch(/^deck\/unknown-key/);
});
