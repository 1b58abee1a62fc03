import { expect, test } from 'vitest';
import { keyCommands } from '../../../src/render/book/commands.js';
import { prepare } from '../../support/prepared.js';

const step = (why: string, command: string) => `1. ${why}\n\n   \`\`\`console\n   $ ${command}\n   \`\`\`\n`;

async function commands(...steps: readonly string[]): Promise<string[]> {
  const { edition, rendered } = await prepare({
    'talk.md': `---\ntitle: x\n---\n\n## Lab\n\n::: lab\n### Steps\n\n${steps.join('\n')}\n:::\n`,
  });
  return keyCommands(edition().teaching.labs, rendered().words).map(({ text, why }) => `${text} — ${why}`);
}

test('each program with its subcommand stands once, where it is explained first', async () => {
  expect(
    await commands(
      step('Start one. It stays.', 'docker run -d web'),
      step('And another:', 'docker run -it web'),
      step('Look at them:', 'docker ps'),
      step('With a setting.', 'FOO=1 sudo kubectl get pods'),
    ),
  ).toEqual([
    'docker run -d web — Start one.',
    'docker ps — Look at them.',
    'FOO=1 sudo kubectl get pods — With a setting.',
  ]);
});

test('a command that nothing explains is left out, and one in several lines shows its first', async () => {
  expect(
    await commands('1. ```console\n   $ ls\n   ```\n', step('Build it.', 'docker build \\\n   > -t web .')),
  ).toEqual(['docker build \\ — Build it.']);
});
