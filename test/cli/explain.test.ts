import { expect, test } from 'vitest';
import { type Code, catalogue } from '../../src/diagnostics/catalogue.js';
import { deckhand } from '../support/deckhand.js';
import { workspace } from '../support/workspace.js';

const codes = Object.keys(catalogue) as Code[];

test.for(codes)('explain %s says what it means', { concurrent: true }, async (code, { expect }) => {
  const run = await deckhand(['explain', code], { cwd: process.cwd() });
  expect(run).toMatchObject({ code: 0, stderr: '' });
  const [first, title, blank, ...explanation] = run.stdout.split('\n');
  expect(first).toBe(`${code} (${catalogue[code].severity})`);
  expect(title).toBe(catalogue[code].title);
  expect(blank).toBe('');
  expect(explanation.join('').length).toBeGreaterThan(40);
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
