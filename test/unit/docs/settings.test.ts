import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import {
  breaksEntries,
  editionsDescription,
  entries,
  handoutEntries,
  moduleEntries,
} from '../../../src/config/schema.js';
import { packageRoot } from '../../../src/package-root.js';

const path = join(packageRoot(), 'docs', 'settings.md');
const inner = { handout: handoutEntries, breaks: breaksEntries, modules: moduleEntries };

test('docs/settings.md says what the schema says (if not: npm run docs)', () => {
  const text = reference();
  if (process.env.UPDATE) writeFileSync(path, text);
  expect(readFileSync(path, 'utf8')).toBe(text);
});

test('every setting says what it is for', () => {
  for (const [key, schema] of Object.entries(entries)) expect(v.getDescription(schema), key).toMatch(/\.$/);
});

function reference(): string {
  const rows = Object.entries(entries).flatMap(([key, schema]) => [
    row(key, schema),
    ...Object.entries(inner[key as keyof typeof inner] ?? {}).map(([below, one]) =>
      row(`${key}.${below}`, one),
    ),
  ]);
  return `<!-- Made from src/config/schema.ts by "npm run docs". -->

# Settings

They stand in \`deck.yaml\`, or between two \`---\` lines at the top of a single file. All are optional. A misspelt one is an
error that shows the place. \`duration: 45m\` is written \`90s\`, \`5m\` or \`1h30m\`; a bare number is minutes.

| Setting | Is |
| --- | --- |
${rows.join('\n')}
| \`editions\` | ${editionsDescription} |

\`handout.slides\` is written \`handout: { slides: 6 }\`. A setting whose effect comes in a later version is accepted, and a
warning says so.

## In the editor

[deck.schema.json](deck.schema.json) is all of this as a JSON Schema: editors that read YAML with one complete keys, show
what they are for and mark what is wrong while you write. In VS Code with its YAML extension, and wherever its language
server runs, the first line of \`deck.yaml\` names the file:

\`\`\`yaml
# yaml-language-server: $schema=node_modules/deckhand/docs/deck.schema.json
title: My talk
\`\`\`
`;
}

function row(key: string, schema: v.GenericSchema): string {
  return `| \`${key}\` | ${v.getDescription(schema)?.replaceAll('|', '\\|')} |`;
}
