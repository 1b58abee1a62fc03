import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Entry } from '../../../src/diagnostics/catalogue/entry.js';
import { catalogue, topics } from '../../../src/diagnostics/catalogue.js';
import { packageRoot } from '../../../src/package-root.js';

const path = join(packageRoot(), 'docs', 'diagnostics.md');

test('docs/diagnostics.md says what the catalogue says (if not: npm run docs)', () => {
  const text = reference();
  if (process.env.UPDATE) writeFileSync(path, text);
  expect(readFileSync(path, 'utf8')).toBe(text);
});

test('every code of the catalogue belongs to a topic', () => {
  const listed = topics.flatMap(({ entries }) => Object.keys(entries));
  expect(listed.toSorted()).toEqual(Object.keys(catalogue).toSorted());
});

test('every entry is written as entries are: a title without a full stop, an explanation in whole sentences', () => {
  for (const [code, { title, explanation }] of Object.entries<Entry>(catalogue)) {
    expect(code).toMatch(/^[a-z]+(?:-[a-z]+)*\/[a-z0-9]+(?:-[a-z0-9]+)*$/);
    expect(title, code).toMatch(/^[A-Z`].*[^.!?]$/);
    expect(explanation.trim(), code).toMatch(/[.:`]$/);
  }
});

function reference(): string {
  const parts = topics
    .filter(({ entries }) => Object.keys(entries).length > 0)
    .map(({ name, entries }) => `## ${name}\n\n${Object.entries<Entry>(entries).map(section).join('\n')}`);
  return `<!-- Made from src/diagnostics/catalogue/ by "npm run docs". -->

# Diagnostics

Every message ends in a code. This page says what each means; \`deckhand explain CODE\` says the same in the terminal.
An error keeps a deck from being built; a warning does not, unless \`--strict\` is given. Codes keep their meaning for ever.

${parts.join('\n')}`;
}

function section([code, { severity, title, explanation }]: [string, Entry]): string {
  return `### ${code}\n\n*${severity}* · ${title}\n\n${explanation.trim()}\n`;
}
