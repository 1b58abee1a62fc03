import { expect, test, vi } from 'vitest';
import { builtContent } from '../support/bundled-content.js';

// Every deck and every edition on screen and on paper: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 300_000 });

test('the decks that come with Deckhand build in all their editions, with nothing to say about them', async () => {
  const { said, files } = await builtContent();
  expect(said).toBe('');
  for (const deck of [
    'tour',
    'kubernetes-vs-docker',
    'kubernetes-vs-docker/half-day',
    'kubernetes-vs-docker/full-day',
  ])
    for (const file of ['index.html', 'slides.pdf', 'handout.pdf'])
      expect(files).toContain(`public/${deck}/${file}`);
});
