import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '../../src/package-root.js';
import { deckhand } from '../support/deckhand.js';
import { png } from '../support/pictures.js';
import { workspace } from '../support/workspace.js';

const said = 'Tell them how the night shift lost three of its cranes';
const talk = `---
title: A talk
---

# A talk

Everybody may read these words.

Note: ${said}. ![](secret.png)

::: solution
Pull the second lever twice before anything else is touched.
:::
`;
const secret = Buffer.concat([png(4, 2), Buffer.from('only for the speaker')]);
const files = { 'talk.md': talk, 'secret.png': secret };
const flags = ['build', 'talk.md', '--product', 'deck,present', '--single-file'];

test('deck and speaker’s deck are one file each, and what is private is in the speaker’s only', async () => {
  const cwd = await workspace(files);
  const { code, stdout, stderr } = await deckhand(flags, { cwd });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/^ +\d{3} kB {2}dist\/private\/talk-present\.html$/m);
  expect(stdout).toContain('In one file, for mail or a stick: dist/public/talk-deck.html\n');
  const [deck, present] = ['public/talk-deck.html', 'private/talk-present.html'].map((path) =>
    readFileSync(join(cwd, 'dist', path), 'utf8'),
  );
  for (const words of [said, 'second lever', secret.toString('base64')]) {
    expect(deck).not.toContain(words);
    if (words !== 'second lever') expect(present).toContain(words);
  }
  const shelf = readFileSync(join(cwd, 'dist/public/index.html'), 'utf8');
  expect(shelf).toContain('<a href="talk-deck.html">Deck in one file</a>');
  expect(shelf).not.toContain('talk-present');
});

test('they go when they are not asked for any more, and `--public` makes the public one only', async () => {
  const cwd = await workspace({
    'talk.md': `${talk.replace('title: A talk', 'title: A talk\nproducts: [deck, present]')}`,
    'secret.png': secret,
  });
  const there = () =>
    ['public/talk-deck.html', 'private/talk-present.html'].map((path) => existsSync(join(cwd, 'dist', path)));
  await deckhand(['build', 'talk.md', '--single-file'], { cwd });
  expect(there()).toEqual([true, true]);
  await deckhand(['build', 'talk.md'], { cwd });
  expect(there()).toEqual([false, false]);
  expect(existsSync(join(cwd, 'dist/public/talk/index.html'))).toBe(true);
  expect(readFileSync(join(cwd, 'dist/public/index.html'), 'utf8')).not.toContain('talk-deck.html');
  await deckhand(['build', 'talk.md', '--single-file', '--public', '-o', 'site'], { cwd });
  expect(existsSync(join(cwd, 'site/public/talk-deck.html'))).toBe(true);
  expect(existsSync(join(cwd, 'site/private'))).toBe(false);
});

test('editions have theirs beside their folders', async () => {
  const editions = 'title: A talk\neditions: { short: {}, long: { title: A long talk } }';
  const cwd = await workspace({ ...files, 'talk.md': talk.replace('title: A talk', editions) });
  expect((await deckhand(flags, { cwd })).code).toBe(0);
  for (const path of [
    'public/talk-deck.html',
    'public/talk/long-deck.html',
    'private/talk/long-present.html',
  ]) {
    expect(existsSync(join(cwd, 'dist', path)), path).toBe(true);
  }
});

test('they are looked through for what is private like all that is published', async () => {
  const template = readFileSync(join(packageRoot(), 'templates/products/deck.hbs'), 'utf8');
  const cwd = await workspace({
    ...files,
    'talk.md': talk.replace('title: A talk', 'title: A talk\ntemplates: own'),
    // It says it in the deck of one file alone, which has no reading view beside it.
    'own/products/deck.hbs': template.replace(
      '</body>',
      `{{#unless reading}}<p>${said}</p>{{/unless}}</body>`,
    ),
  });
  const { code, stderr } = await deckhand([...flags, '--product', 'deck'], { cwd });
  expect(code).toBe(1);
  expect(stderr).toContain('leak/found');
  expect(stderr).toContain('public/talk-deck.html');
  expect(existsSync(join(cwd, 'dist/public/talk-deck.html'))).toBe(false);
});

test('output/large-file: one that mail will not take is written all the same, with what is large in it', async () => {
  const film = Buffer.alloc(20_000_000);
  film.write('ftyp', 4);
  const cwd = await workspace({
    'talk.md': '---\ntitle: A film\n---\n\n# A film\n\n![Waves](sea.mp4)\n',
    'sea.mp4': film,
  });
  const { code, stderr } = await deckhand(flags, { cwd });
  expect(code).toBe(0);
  expect(stderr).toContain(
    '`public/talk-deck.html` has 27.0 MB: many mail servers refuse more than 25. [output/large-file]',
  );
  expect(stderr).toContain('hint: The largest in it: `sea.mp4` (20.0 MB), ');
  expect(existsSync(join(cwd, 'dist/public/talk-deck.html'))).toBe(true);
});
