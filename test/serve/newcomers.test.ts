import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { preview, type RunningPreview } from '../support/preview.js';

const deck = (words: string) => `---\ntitle: A talk\n---\n\n# A talk\n\n---\n\n## ${words}\n\ntext\n`;

test.each(['/public/talk/index.html', '/follow/talk/index.html'])(
  'whoever has %s open hears of each change, however many open the same page meanwhile',
  async (path) => {
    const running = await preview({ 'talk.md': deck('Before') }, ['--present']);
    expect((await running.get(path)).status).toBe(200);
    const heard = await listening(running, path);
    for (let edit = 0; edit < 20; edit++) {
      const words = `Edit ${edit} of it`;
      await writeFile(join(running.cwd, 'talk.md'), deck(words));
      const newcomers = setInterval(() => running.get(path).catch(() => undefined), 1);
      await expect
        .poll(heard, { timeout: 5_000, interval: 5 })
        .toContain(words)
        .finally(() => clearInterval(newcomers));
    }
  },
);

/** All that a page's stream of events has said so far. */
async function listening({ get }: RunningPreview, path: string): Promise<() => string> {
  const { body } = await get(`/-/events?view=${encodeURIComponent(path)}`);
  const reader = body?.getReader();
  let said = '';
  const read = async (): Promise<void> => {
    const part = await reader?.read().catch(() => undefined);
    if (!part || part.done) return;
    said += new TextDecoder().decode(part.value);
    await read();
  };
  read();
  onTestFinished(() => reader?.cancel());
  await expect.poll(() => said).toContain('hello');
  return () => said;
}

test('the audience hears of what changed while something private stood on the page, once it does not any more', async () => {
  const secret = 'Nobody out there may ever read these very words';
  const talk = (title: string, note: string) =>
    `---\ntitle: A talk\ntemplates: own\n---\n\n# A talk\n\n---\n\n## First\n\ntext\n\n---\n\n## ${title}\n\ntext\n\n${note}`;
  const running = await preview(
    {
      'talk.md': talk('Before', ''),
      'own/layouts/content.hbs': `<div>{{{titleHtml}}}{{{bodyHtml}}}<p>${secret}</p></div>`,
    },
    ['--present'],
  );
  const path = '/follow/talk/index.html';
  expect((await running.get(path)).status).toBe(200);
  const heard = await listening(running, path);
  await writeFile(join(running.cwd, 'talk.md'), talk('Behind the curtain', `Note: ${secret}\n`));
  await expect.poll(async () => (await running.get(path)).status).toBe(503);
  expect(heard()).not.toContain('Behind the curtain');
  await writeFile(join(running.cwd, 'talk.md'), talk('Behind the curtain', ''));
  await expect.poll(heard, { timeout: 5_000 }).toContain('Behind the curtain');
  expect(heard()).not.toContain('"reload"');
});
