import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { resolveSettings } from '../../../src/config/resolve.js';
import {
  breaksEntries,
  editionsDescription,
  entries,
  handoutEntries,
  moduleEntries,
} from '../../../src/config/schema.js';
import { packageRoot } from '../../../src/package-root.js';

const path = join(packageRoot(), 'docs', 'settings.md');
/** What settings are where nobody says. */
const defaults = resolveSettings(
  { values: {}, editions: [], places: new Map(), keyPlaces: new Map() },
  null,
  {},
  {},
).value as unknown as Record<string, unknown>;
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
    row(key, schema, defaults[key]),
    ...Object.entries(inner[key as keyof typeof inner] ?? {}).map(([below, one]) =>
      row(`${key}.${below}`, one, (defaults[key] as Record<string, unknown> | null)?.[below]),
    ),
  ]);
  return `<!-- Made from src/config/schema.ts by "npm run docs". -->

# Settings

They stand in \`deck.yaml\`, or between two \`---\` lines at the top of a single file. All are optional. A misspelt one is an
error that shows the place. How a deck is made of files, modules and editions stands in [language.md](language.md#decks-and-files).

\`\`\`yaml
title: Kubernetes vs. Docker
authors: [Ada Example]
duration: 45m
handout: { slides: 6 }     # handout.slides below
\`\`\`

In bold stands what is so where nobody says.

| Setting | Is | Takes |
| --- | --- | --- |
${rows.join('\n')}
| \`editions\` | ${editionsDescription} | names, and settings below each, such as \`{ short: { duration: 10m } }\` |

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

function row(key: string, schema: v.GenericSchema, usual: unknown): string {
  const is = v.getDescription(schema) ?? '';
  return `| ${[`\`${key}\``, is, takes(schema, usual)].map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

/** What its message says that it should be, with the default in bold. */
function takes(schema: v.GenericSchema, usual: unknown): string {
  const expected = v.safeParse(schema, null).issues?.[0]?.message ?? '';
  const said = `\`${usual}\``;
  return expected.includes(said) ? expected.replace(said, `**${said}**`) : expected;
}
