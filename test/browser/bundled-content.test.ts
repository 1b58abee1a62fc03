import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { packageRoot } from '../../src/package-root.js';
import { deckhand } from '../support/deckhand.js';
import { workspace } from '../support/workspace.js';

// Every deck and every edition on screen and on paper: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 300_000 });

test('the decks that come with Deckhand build in all their editions, with nothing to say about them', async () => {
  const cwd = await workspace();
  const content = join(packageRoot(), 'content');
  const run = await deckhand(['build', content, '--strict', '-o', 'dist'], { cwd });
  expect(run.stderr).toBe('');
  expect(run.code).toBe(0);
  const files = (deck: string) => readdirSync(join(cwd, 'dist/public', deck));
  for (const deck of ['tour', 'kubernetes-vs-docker'])
    expect(files(deck)).toEqual(expect.arrayContaining(['index.html', 'slides.pdf', 'handout.pdf']));
  for (const edition of ['half-day', 'full-day'])
    expect(files(`kubernetes-vs-docker/${edition}`)).toEqual(
      expect.arrayContaining(['index.html', 'slides.pdf']),
    );
});
