import { mkdir, open, rename, rm, symlink, truncate, unlink, utimes, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { preview, type RunningPreview } from '../support/preview.js';
import { descendantsOf, isAlive } from '../support/processes.js';

const deck = (words: string) => `---\ntitle: A talk\n---\n\n# A talk\n\n---\n\n## ${words}\n\ntext\n`;
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('however an editor saves, the page shows it and says nothing of what was in between', () => {
  const ways: Readonly<Record<string, (path: string, text: string) => Promise<void>>> = {
    'over the file': (path, text) => writeFile(path, text),
    'by renaming': async (path, text) => {
      await writeFile(`${path}.tmp`, text);
      await rename(`${path}.tmp`, path);
    },
    'in two writes': async (path, text) => {
      await truncate(path, 0);
      await pause(40);
      await writeFile(path, text);
    },
    'half and half': async (path, text) => {
      const file = await open(path, 'w');
      await file.write(text.slice(0, 20));
      await pause(60);
      await file.write(text.slice(20));
      await file.close();
    },
    'as vim does, with a backup and a swap file': async (path, text) => {
      const swap = path.replace(/([^/]+)$/, '.$1.swp');
      await writeFile(swap, 'b0VIM');
      await writeFile(join(path, '..', '4913'), '');
      await unlink(join(path, '..', '4913'));
      await rename(path, `${path}~`);
      await pause(5);
      await writeFile(path, text);
      await unlink(`${path}~`);
      await unlink(swap);
    },
    'by removing it first': async (path, text) => {
      await unlink(path);
      await pause(30);
      await writeFile(path, text);
    },
    'through a link': async (path, text) => {
      await writeFile(`${path}.real`, text);
      await unlink(path);
      await symlink(`${path}.real`, path);
    },
  };
  test.each(Object.entries(ways))('%s', async (_name, save) => {
    const running = await preview({ 'talk.md': deck('Before') });
    for (const words of ['Once', 'Twice', 'Thrice']) {
      await rm(join(running.cwd, 'talk.md.real'), { force: true });
      await save(join(running.cwd, 'talk.md'), deck(words));
      await shows(running, 'talk', words);
    }
    expect(running.said()).not.toContain('error');
  });
});

test('the last of many quick saves is what is shown', async () => {
  const running = await preview({ 'talk.md': deck('Before') });
  for (let at = 0; at < 60; at += 1) await writeFile(join(running.cwd, 'talk.md'), deck(`Save ${at}`));
  await shows(running, 'talk', 'Save 59');
});

test('500 files at once, as another branch brings them, are all there', async () => {
  const names = Array.from({ length: 500 }, (_, at) => `part${at % 10}/deck${at}.md`);
  const running = await preview(Object.fromEntries(names.map((name) => [name, deck('Before')])));
  await Promise.all(names.map((name) => writeFile(join(running.cwd, name), deck('After'))));
  for (const name of [names[0], names[250], names[499]])
    await shows(running, name?.replace('.md', '') ?? '', 'After');
});

test('a folder that is removed and made again at once is still watched', async () => {
  const running = await preview({ 'talks/a/talk.md': deck('Before') });
  for (const words of ['Once', 'Twice', 'Thrice']) {
    await rm(join(running.cwd, 'talks'), { recursive: true });
    await mkdir(join(running.cwd, 'talks/a'), { recursive: true });
    await writeFile(join(running.cwd, 'talks/a/talk.md'), deck(words));
    await shows(running, 'talks/a/talk', words);
    await writeFile(join(running.cwd, 'talks/a/talk.md'), deck(`${words} more`));
    await shows(running, 'talks/a/talk', `${words} more`);
  }
});

test('when all that was watched is deleted, the last good page stays, and it goes on when it is back', async () => {
  const running = await preview({ 'talks/talk.md': deck('Before') }, ['talks']);
  await rm(join(running.cwd, 'talks'), { recursive: true });
  await expect.poll(() => running.said()).toContain('is not there');
  await shows(running, 'talk', 'Before');
  await mkdir(join(running.cwd, 'talks'));
  await writeFile(join(running.cwd, 'talks/talk.md'), deck('Back'));
  await shows(running, 'talk', 'Back');
});

test('decks that come, go and are renamed are on the first page, or not', async () => {
  const running = await preview({ 'one.md': deck('One') });
  const home = async () => (await running.get('/')).text();
  await writeFile(join(running.cwd, 'two.md'), deck('Two'));
  await expect.poll(home).toContain('/public/two/index.html');
  await rename(join(running.cwd, 'two.md'), join(running.cwd, 'three.md'));
  await expect.poll(home).toContain('/public/three/index.html');
  expect(await home()).not.toContain('/public/two/');
  await unlink(join(running.cwd, 'three.md'));
  await expect.poll(home).not.toContain('/public/three/');
  expect((await running.get('/public/three/index.html')).status).toBe(404);
});

test('the shelf is there as a build would publish it, leads to all that is public, and changes with the decks', async () => {
  const long = 'title: A talk\neditions: { short: {}, long: { title: A long talk } }';
  const running = await preview({ 'talk.md': deck('One').replace('title: A talk', long) });
  expect(await (await running.get('/')).text()).toContain('href="/public/index.html"');
  const shelf = async () => (await running.get('/public/index.html')).text();
  const html = await shelf();
  const links = [...html.matchAll(/(?:href|src)="([^"]+)"/g)].map(([, path = '']) => path);
  expect(links).toContain('talk/long/handout.pdf');
  expect(links.filter((one) => one.startsWith('talk/')).length).toBeGreaterThan(8);
  for (const link of links.filter((one) => !one.endsWith('.pdf'))) {
    const { status } = await running.get(new URL(link, `${running.origin}/public/index.html`).pathname);
    expect([link, status]).toEqual([link, 200]);
  }
  expect(html).not.toContain('private');
  // Covers are pages within it.
  const policy = (await running.get('/public/index.html')).headers.get('content-security-policy');
  expect(policy).toContain("frame-src 'self'");
  await writeFile(join(running.cwd, 'other.md'), deck('Other').replace('A talk', 'Another talk'));
  await expect.poll(shelf).toContain('Another talk');
});

test('the reading view of a deck is there before its deck is opened, and shows what was saved last', async () => {
  const running = await preview({ 'talk.md': deck('Before') });
  const reading = async () => (await running.get('/public/talk/reading.html')).text();
  expect(await reading()).toContain('Before');
  await writeFile(join(running.cwd, 'talk.md'), `${deck('After')}\nNote: a secret for the speaker alone\n`);
  await expect.poll(reading).toContain('After');
  expect(await reading()).not.toContain('secret');
  expect((await running.get('/private/talk/reading.html')).status).toBe(404);
});

test('an included file, a picture, a stylesheet, a template and words of one’s own are noticed', async () => {
  const svg = (width: number) =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="10"></svg>`;
  const running = await preview(
    {
      'talk/deck.yaml': 'title: A talk\nmodules: [one.md]\ncss: [own.css]\ntemplates: mine\n',
      'talk/one.md': '# A talk\n\n![x](x.svg)\n\n::: include more.md\n:::\n',
      'talk/more.md': '## More\n',
      'talk/x.svg': svg(10),
      'talk/own.css': '.slide { color: red }',
      'talk/mine/layouts/content.hbs': '<p class="mine">first</p>{{{bodyHtml}}}',
    },
    ['talk'],
  );
  const page = async () => (await running.get('/public/talk/index.html')).text();
  const picture = /assets\/x\.[0-9a-f]{8}\.svg/;
  const before = picture.exec(await page())?.[0];
  await writeFile(join(running.cwd, 'talk/more.md'), '## Much more\n');
  await shows(running, 'talk', 'Much more');
  await writeFile(join(running.cwd, 'talk/x.svg'), svg(20));
  await expect.poll(async () => picture.exec(await page())?.[0]).not.toBe(before);
  const now = picture.exec(await page())?.[0];
  expect(await (await running.get(`/public/talk/${now}`)).text()).toContain('width="20"');
  const sheet = /assets\/own\.[0-9a-f]{8}\.css/;
  const plain = sheet.exec(await page())?.[0];
  await writeFile(join(running.cwd, 'talk/own.css'), '.slide { color: green }');
  await expect.poll(async () => sheet.exec(await page())?.[0]).not.toBe(plain);
  await writeFile(
    join(running.cwd, 'talk/deck.yaml'),
    'title: A talk\nmodules: [one.md]\ncss: [own.css]\ntemplates: mine\nvariant: dark\n',
  );
  await expect.poll(page).toContain('data-variant="dark"');
  await writeFile(join(running.cwd, 'talk/mine/layouts/statement.hbs'), '<p class="mine">second</p>');
  await expect.poll(page).toContain('second');
});

test('what changes nothing builds nothing', async () => {
  const running = await preview({ 'talk.md': deck('Before'), 'other.txt': 'x' });
  const now = new Date();
  await utimes(join(running.cwd, 'other.txt'), now, now);
  await writeFile(join(running.cwd, 'new.txt'), 'of no deck');
  await writeFile(join(running.cwd, 'talk.md'), deck('After'));
  await shows(running, 'talk', 'After');
  await pause(1_200);
  expect(running.said().match(/shown in/g)).toHaveLength(1);
});

test('one deck with a mistake keeps no other from changing', async () => {
  const running = await preview({ 'one.md': deck('One'), 'two.md': deck('Two') });
  await writeFile(join(running.cwd, 'one.md'), `${deck('Broken')}\n::: include no.md\n:::\n`);
  await expect.poll(() => running.said()).toContain('path/missing');
  await writeFile(join(running.cwd, 'two.md'), deck('Two is well'));
  await shows(running, 'two', 'Two is well');
  await shows(running, 'one', 'One');
  await writeFile(join(running.cwd, 'no.md'), '## Mended\n');
  await shows(running, 'one', 'Mended');
});

test('a port that is taken is said, and the next free one is used', async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
  const { port } = taken.address() as { port: number };
  const running = await preview({ 'talk.md': deck('Here') }, ['--port', String(port)]);
  taken.close();
  expect(Number(new URL(running.origin).port)).toBeGreaterThan(port);
  await expect.poll(() => running.said()).toContain(`Port ${port} is taken`);
});

describe.skipIf(process.platform !== 'linux')('Ctrl-C ends the preview with all it has started', () => {
  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    '%s, with open pages and a browser that has printed',
    async (signal) => {
      const running = await preview({ 'talk.md': deck('Here') });
      expect((await running.get('/public/talk/handout.pdf')).headers.get('content-type')).toBe(
        'application/pdf',
      );
      const stream = await running.get('/-/events?view=/');
      const all = descendantsOf(running.child.pid as number);
      // The browser, its renderer and what it needs beside them.
      expect(all.length).toBeGreaterThan(2);
      running.child.kill(signal);
      expect(await running.end()).toBe(130);
      await expect.poll(() => all.filter(isAlive)).toEqual([]);
      await expect(stream.text()).rejects.toThrow();
      await expect(running.get('/')).rejects.toThrow();
    },
  );

  test('a PDF in the making included', async () => {
    const many = Array.from({ length: 300 }, (_, at) => `## Slide ${at}\n\n- ${'words '.repeat(20)}\n`);
    const running = await preview({ 'talk.md': `---\ntitle: A talk\n---\n\n${many.join('\n---\n\n')}` });
    const asked = running.get('/public/talk/handout.pdf').catch(() => null);
    const pid = running.child.pid as number;
    await expect.poll(() => descendantsOf(pid).length, { timeout: 20_000, interval: 10 }).toBeGreaterThan(0);
    const all = descendantsOf(pid);
    expect(await running.end()).toBe(130);
    await expect.poll(() => [...all, ...descendantsOf(pid)].filter(isAlive)).toEqual([]);
    await asked;
  });
});

/** Asks until the deck's page has the words: a page is never of an earlier state than what it was asked for. */
async function shows(running: RunningPreview, name: string, words: string): Promise<void> {
  const page = async () => (await running.get(`/public/${name}/index.html`)).text();
  await expect.poll(page, { timeout: 15_000, interval: 20 }).toContain(words);
}
