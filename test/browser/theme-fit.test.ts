import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { packageRoot } from '../../src/package-root.js';
import { themeNames } from '../../src/theme/load-theme.js';
import { deckhand } from '../support/deckhand.js';
import { workspace } from '../support/workspace.js';

// Eight editions, of more than a hundred slides the longest of them.
vi.setConfig({ testTimeout: 240_000 });

test.each(themeNames(join(packageRoot(), 'templates')))(
  'the talk, the workshop and the tour fit on their slides in %s, at 16:9 and at 4:3',
  async (theme) => {
    const cwd = await workspace();
    for (const aspect of ['16:9', '4:3']) {
      for (const deck of ['kubernetes-vs-docker', 'tour']) {
        const folder = join(cwd, aspect.replace(':', '-'), deck);
        cpSync(join(packageRoot(), 'content', deck), folder, { recursive: true });
        const settings = join(folder, 'deck.yaml');
        const others = readFileSync(settings, 'utf8').replaceAll(/^(?:theme|aspect):.*\n/gm, '');
        writeFileSync(settings, `aspect: ${aspect}\ntheme: ${theme}\n${others}`);
      }
    }
    // Every edition of each.
    const run = await deckhand(['check', '.', '--product', 'slides'], { cwd });
    expect(run.stderr).toBe('');
    expect(run.stdout).toBe('Nothing is wrong.\n');
  },
);

test('what does not fit is seen', async () => {
  const lines = Array.from({ length: 30 }, (_, index) => `- line ${index}`).join('\n');
  const cwd = await workspace({ 'talk.md': `---\ntheme: folio\n---\n\n## Too much\n\n${lines}\n` });
  expect((await deckhand(['check', 'talk.md'], { cwd })).stderr).toContain('[slide/overflow]');
});
