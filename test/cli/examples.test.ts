import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import * as help from '../../src/commands/help.js';
import { packageRoot } from '../../src/package-root.js';
import { deckhand, finished, startDeckhand } from '../support/deckhand.js';
import { workspace } from '../support/workspace.js';

/** What people copy: the examples of the help and of the pages. */
const pages = ['README.md', 'docs/language.md'].map((name) => ({
  name,
  text: readFileSync(join(packageRoot(), name), 'utf8'),
}));

/** Examples that ask for no paper need none: printing is seen elsewhere. */
const talk = '---\ntitle: A talk\nproducts: [deck, present]\n---\n\n## One\n\nwords\n';
const workshop =
  '---\ntitle: A workshop\nstart: "09:00"\nproducts: [deck]\neditions: { full-day: {} }\n---\n\n# One\n\n---\n\n## Two\n\n::: lab Sail {time=5m}\n### Steps\n\n1. Go.\n:::\n';
const picture =
  '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="360"><rect width="640" height="360"/></svg>\n';

/** Files that examples speak of. */
const files = {
  'my-talk/talk.md': talk,
  'talk.md': talk,
  'img/port.svg': picture,
  'img/port.jpg': picture,
  'shared/about-us.md': '## About us\n',
  'why.md': '## Why\n',
  'docker.md': '## Docker\n',
  'kubernetes.md': '## Kubernetes\n',
};

/** The fences of a page in a language */
function fences(text: string, language: string): readonly string[] {
  return [...text.matchAll(/^(`{3,})([a-z]*)\n(.*?)^\1\n/gms)].flatMap(([, , name, body = '']) =>
    name === language ? [body] : [],
  );
}

const commands = [help.program, help.build, help.check, help.explain]
  .flatMap(({ after }) => after.split('\n'))
  .concat(pages.flatMap(({ text }) => fences(text, 'sh')).flatMap((body) => body.split('\n')))
  .flatMap((line) => /^\s*deckhand (.*?)(?:\s{2,}.*|\s+[>#].*)?$/.exec(line)?.[1] ?? []);

const once = [...new Set(commands.filter((line) => !line.startsWith('init')))];
/** Whether a command runs until it is ended. */
const goesOn = (line: string) => /^preview\b|--watch\b/.test(line);

describe('an example', () => {
  test('is found in the help and on the pages', () => {
    expect(commands.length).toBeGreaterThan(15);
  });

  test.for(once.filter((line) => !goesOn(line)))('deckhand %s', async (line) => {
    const cwd = await workspace({
      'talk.md': talk,
      'my-talk/talk.md': talk,
      'my-workshop/workshop.md': workshop,
    });
    const { code, stderr } = await deckhand(line.split(' '), { cwd });
    expect({ code, errors: stderr.match(/^.*error .*$/gm) }).toEqual({ code: 0, errors: null });
  });

  test.for(once.filter(goesOn))(
    'deckhand %s',
    { concurrent: true },
    async (line, { expect, onTestFinished }) => {
      const cwd = await workspace({ 'talk.md': talk, 'my-talk/talk.md': talk }, onTestFinished);
      const child = startDeckhand(
        line.startsWith('preview') ? [...line.split(' '), '--no-open'] : line.split(' '),
        { cwd },
      );
      // It says so when it is ready to be ended.
      child.stderr?.on('data', (said) => String(said).includes('Ctrl-C ends it.') && child.kill('SIGINT'));
      const { code, stderr } = await finished(child);
      expect({ code, errors: stderr.match(/^.*error .*$/gm) }).toEqual({ code: 130, errors: null });
    },
  );

  test.for(pages)('of the language on $name has no errors', async ({ text }) => {
    const samples = fences(text, 'markdown');
    expect(samples.length).toBeGreaterThan(0);
    const decks = samples.map((sample, index) => [
      `sample-${index + 1}.md`,
      sample.startsWith('---') ? sample : `---\ntitle: A talk\n---\n\n${sample}`,
    ]);
    const cwd = await workspace({ ...files, ...Object.fromEntries(decks) });
    const { code, stderr } = await deckhand(['check', ...decks.map(([name = '']) => name)], { cwd });
    expect({ code, stderr }).toMatchObject({ code: 0 });
  });

  test.for(pages)('of settings on $name has no errors', async ({ text }) => {
    const samples = fences(text, 'yaml').filter((sample) => !/^kind:/m.test(sample));
    expect(samples.length).toBeGreaterThan(0);
    const decks = samples.map((sample, index) => {
      const settings = /^modules:/m.test(sample) ? sample : `modules: [why.md]\n${sample}`;
      const named = Object.entries({ ...files, 'deck.yaml': settings });
      return named.map(([path, text]) => [`sample-${index + 1}/${path}`, text] as const);
    });
    const cwd = await workspace(Object.fromEntries(decks.flat()));
    const roots = decks.map((_, index) => `sample-${index + 1}`);
    const { code, stderr } = await deckhand(['check', ...roots], { cwd });
    expect({ code, stderr }).toMatchObject({ code: 0 });
  });
});
