import { describe, expect, test } from 'vitest';
import { deckhand } from '../support/deckhand.js';
import { workspace } from '../support/workspace.js';

/** Command lines that are wrong, and what the answer has to say. */
const wrong: readonly (readonly [command: string, answer: RegExp])[] = [
  ['biuld', /Did you mean `build`\?/],
  ['BUILD', /Did you mean `build`\?/],
  ['help biuld', /Did you mean `build`\?/],
  ['talk.md', /`deckhand build talk\.md`/],
  ['gallop', /The commands are build, preview, check, init, themes, explain, doctor/],
  ['build --prodct deck', /Did you mean `--product`\?/],
  ['build --prodct=deck', /Did you mean `--product`\?/],
  ['build -x', /`deckhand build --help` lists the flags/],
  ['--verison', /Did you mean `--version`\?/],
  ['build --handout', /The flag `--handout` needs a value/],
  ['build talk.md --product dekc', /Did you mean `deck`\?/],
  ['build talk.md --product deck,slidse', /Did you mean `slides`\?/],
  ['build talk.md --paper a5', /It takes a4, letter/],
  ['build talk.md --handout 5', /It takes 1, 2, 3, 4, 6, 9/],
  ['build talk.md --dialect marp', /It takes deckhand, reveal/],
  ['build talk.md --format yaml', /It takes text, json/],
  ['build talk.md --range 8-6', /1,6-8/],
  ['build talk.md --theme habror', /Did you mean `harbor`\?/],
  ['check talk.md --theme habror', /Did you mean `harbor`\?/],
  ['build talk.md --edition halfday', /half-day/],
  ['build tlak.md', /Did you mean `talk\.md`\?/],
  ['build talk.md --root nowhere', /nowhere/],
  ['build talk.md -o talk.md', /talk\.md/],
  ['init a b', /fewer words/],
  ['explain deck/unknown-kye', /Did you mean `deck\/unknown-key`\?/],
];

const talk = '---\ntitle: A talk\neditions: { talk: {}, half-day: {} }\n---\n\n## A title\n';

describe('a command line that is wrong', () => {
  test.for(wrong)('%s', async ([command, answer]) => {
    const cwd = await workspace({ 'talk.md': talk });
    const { code, stdout, stderr } = await deckhand(command.split(' '), { cwd });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(answer);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  test('is told of all its wrong values at once', async () => {
    const { stderr } = await deckhand(['build', '--paper', 'a5', '--handout', '5'], {
      cwd: await workspace(),
    });
    expect(stderr.match(/^error /gm)).toHaveLength(2);
  });

  test('is told as JSON, and only as JSON, to who asked for it', async () => {
    for (const args of [
      ['build', '--paper', 'a5', '--format', 'json'],
      ['build', '--nonsense', '--format=json'],
    ]) {
      const { code, stdout, stderr } = await deckhand(args, { cwd: await workspace() });
      expect({ code, stderr }).toEqual({ code: 2, stderr: '' });
      const { diagnostics, products } = JSON.parse(stdout);
      expect(products).toEqual([]);
      expect(diagnostics).toMatchObject([{ severity: 'error', file: null, line: null }]);
    }
  });
});
