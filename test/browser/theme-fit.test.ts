import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { packageRoot } from '../../src/package-root.js';
import { themeNames } from '../../src/theme/load-theme.js';
import { deckhand } from '../support/deckhand.js';
import { workspace } from '../support/workspace.js';

// Decks of more than a hundred slides each time.
vi.setConfig({ testTimeout: 240_000 });

const looks = themeNames(join(packageRoot(), 'templates')).flatMap((theme) =>
  ['16:9', '4:3'].map((aspect) => ({ theme, aspect })),
);

test.each(looks)(
  'the talk, the workshop and the tour fit on their slides in $theme at $aspect',
  async ({ theme, aspect }) => {
    const cwd = await workspace();
    for (const deck of ['kubernetes-vs-docker', 'tour']) {
      cpSync(join(packageRoot(), 'content', deck), join(cwd, deck), { recursive: true });
      const settings = join(cwd, deck, 'deck.yaml');
      const others = readFileSync(settings, 'utf8').replaceAll(/^(?:theme|aspect):.*\n/gm, '');
      writeFileSync(settings, `aspect: ${aspect}\ntheme: ${theme}\n${others}`);
    }
    const workshop = ['kubernetes-vs-docker', '--edition'];
    for (const which of [[...workshop, 'talk'], [...workshop, 'full-day'], ['tour']]) {
      const run = await deckhand(['check', ...which, '--product', 'slides'], { cwd });
      expect(run.stderr).not.toMatch(/ (?:warning|error) /);
    }
  },
);

test('what does not fit is seen', async () => {
  const lines = Array.from({ length: 30 }, (_, index) => `- line ${index}`).join('\n');
  const cwd = await workspace({ 'talk.md': `---\ntheme: folio\n---\n\n## Too much\n\n${lines}\n` });
  expect((await deckhand(['check', 'talk.md'], { cwd })).stderr).toContain('[slide/overflow]');
});
