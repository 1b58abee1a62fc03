import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { deckhand, finished, startDeckhand } from '../support/deckhand.js';
import { contents } from '../support/output-folder.js';
import { processesWith } from '../support/processes.js';
import { workspace } from '../support/workspace.js';

/** A deck that takes the browser a while. */
function longTalk(word: string): string {
  const slides = Array.from({ length: 400 }, (_, n) => `## ${word} ${n}\n\n- ${'words '.repeat(20)}\n`);
  return `---\ntitle: ${word}\n---\n\n${slides.join('\n---\n\n')}`;
}

/** Processes of the browsers of one build are told from others by where their profiles are. */
const browsersOf = (cwd: string) => processesWith(`--user-data-dir=${cwd}`);

describe.skipIf(process.platform !== 'linux')('a build that prints', () => {
  test.for([
    ['SIGINT', 1],
    ['SIGINT', 2],
    ['SIGTERM', 1],
    ['SIGHUP', 1],
  ] as const)(
    'and gets %s (times: %i) leaves no browser behind, and the last good output',
    async ([signal, times]) => {
      const cwd = await workspace({ 'talk.md': '---\ntitle: A talk\n---\n\n## One\n' });
      const env = { TMPDIR: cwd };
      expect(await deckhand(['build', 'talk.md'], { cwd, env })).toMatchObject({ code: 0 });
      const before = contents(join(cwd, 'dist'));
      await writeFile(join(cwd, 'talk.md'), longTalk('Two'));

      const child = startDeckhand(['build', 'talk.md'], { cwd, env });
      const run = finished(child);
      await expect.poll(() => browsersOf(cwd).length, { timeout: 20_000, interval: 10 }).toBeGreaterThan(0);
      for (let time = 0; time < times; time += 1) child.kill(signal);
      const { code, stdout, stderr } = await run;

      expect({ code, stdout }).toEqual({ code: 130, stdout: '' });
      if (times === 1) expect(stderr).toContain('Stopped.');
      await expect.poll(() => browsersOf(cwd)).toEqual([]);
      expect(contents(join(cwd, 'dist'))).toEqual(before);
      expect(await deckhand(['build', 'talk.md', '--product', 'deck'], { cwd, env })).toMatchObject({
        code: 0,
      });
    },
  );
});
