import { execFileSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { resolveSettings } from '../../../src/config/resolve.js';
import { modulesOf } from '../../../src/load/deck-source.js';
import { discover } from '../../../src/load/discover.js';
import { told } from '../../support/told.js';
import { workspace } from '../../support/workspace.js';

const talk = '---\ntitle: A talk\n---\n# Hi\n';

async function find(folder: string, paths: readonly string[] = ['.'], root?: string) {
  const { value, diagnostics } = await discover(paths, { cwd: folder, root });
  return {
    ...value,
    names: value.decks.map((deck) => deck.name),
    said: told(diagnostics, value.sources),
    diagnostics,
  };
}

describe('decks in a folder', () => {
  test('are its folders with a deck.yaml, and every other .md with front matter', async () => {
    const folder = await workspace({
      'README.md': '# About\n',
      'talk.md': talk,
      'crlf.md': talk.replaceAll('\n', '\r\n'),
      'mark.md': `\u{feff}${talk}`,
      'plain.md': '# No front matter\n',
      'rule.md': '----\n',
      'notes.txt': talk,
      'sub/other.md': talk,
      'kvd/deck.yaml': 'modules: [modules/why.md]\n',
      'kvd/modules/why.md': '# Why\n',
      'kvd/extra.md': talk,
      'kvd/deeper/deck.yaml': 'title: never found\n',
    });
    const { names, said, decks } = await find(folder);
    expect(said).toEqual([]);
    expect(names).toEqual(['crlf', 'kvd', 'mark', 'sub/other', 'talk']);
    expect(decks.every((deck) => deck.root === folder && deck.argument === '.')).toBe(true);
  });

  test('are not looked for in what is installed, hidden, or made by a build', async () => {
    const folder = await workspace({
      'talk.md': talk,
      'node_modules/x/talk.md': talk,
      '.git/talk.md': talk,
      '.draft.md': talk,
      'dist/.deckhand.json': '{}',
      'dist/public/talk.md': talk,
    });
    expect((await find(folder)).names).toEqual(['talk']);
  });

  test('may be none, which is no error', async () => {
    const folder = await workspace({ 'README.md': '# Hi\n' });
    expect(await find(folder)).toMatchObject({ names: [], said: [], wrongUsage: false });
  });

  test('are none in a README without front matter, and one in a README with it', async () => {
    const folder = await workspace({ 'README.md': talk });
    expect((await find(folder)).names).toEqual(['README']);
  });

  test('have names in the same order everywhere', async () => {
    const folder = await workspace({
      'B.md': talk,
      'a.md': talk,
      'é.md': talk,
      'a/b.md': talk,
      'a-b.md': talk,
    });
    expect((await find(folder)).names).toEqual(['B', 'a', 'a-b', 'a/b', 'é']);
  });

  test('are pointed out where the settings have another name', async () => {
    const folder = await workspace({ 'a/deck.yml': 'title: x\n', 'a/why.md': talk });
    const { said, names } = await find(folder);
    expect([said, names]).toEqual([['deck/yml'], ['a/why']]);
  });
});

describe('a path on the command line', () => {
  test('that is a file is a deck, with front matter or without', async () => {
    const folder = await workspace({ 'talks/plain.md': '# Hi\n', 'talks/other.txt': '# Ho\n' });
    const { names, said, decks } = await find(folder, ['talks/plain.md', 'talks/other.txt']);
    expect([names, said]).toEqual([['other', 'plain'], []]);
    expect(decks[1]?.main?.source.file).toBe('talks/plain.md');
  });

  test('that is a folder with a deck.yaml is the deck of its name', async () => {
    const folder = await workspace({ 'kvd/deck.yaml': 'title: x\n', 'kvd/index.md': '# Hi\n' });
    expect((await find(folder, ['kvd'])).names).toEqual(['kvd']);
    expect((await find(folder, ['kvd/deck.yaml'])).names).toEqual(['kvd']);
    expect((await find(join(folder, 'kvd'))).names).toEqual(['kvd']);
    expect((await find(join(folder, 'kvd'), [])).names).toEqual(['kvd']);
  });

  test('gives the content root: the folder; for a file the working folder, or its own where that is elsewhere', async () => {
    const folder = await workspace({ 'here/talks/a.md': talk, 'there/b.md': talk });
    const here = join(folder, 'here');
    const root = async (path: string, given?: string) => (await find(here, [path], given)).decks[0]?.root;
    expect(await root('talks')).toBe(join(here, 'talks'));
    expect(await root('talks/a.md')).toBe(here);
    expect(await root('../there/b.md')).toBe(join(folder, 'there'));
    expect(await root('talks', '.')).toBe(here);
    expect(await root('../there/b.md', '..')).toBe(folder);
  });

  test('that is not there is a wrong command, not wrong content', async () => {
    const folder = await workspace({ 'talk.md': talk });
    const { wrongUsage, diagnostics, names } = await find(folder, ['tlak.md', 'talk.md']);
    expect([wrongUsage, names]).toEqual([true, ['talk']]);
    expect(diagnostics).toMatchObject([
      {
        code: 'usage/no-such-path',
        span: null,
        message: '`tlak.md` is not there.',
        hint: 'Did you mean `talk.md`?',
      },
    ]);
    expect((await find(folder, ['a/b/c'])).wrongUsage).toBe(true);
  });

  test('that is neither file nor folder, and roots that are none, are wrong commands', async () => {
    const folder = await workspace({ 'a/talk.md': talk, 'b/x.md': talk });
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    expect(await find(folder, ['pipe'])).toMatchObject({ said: ['usage/no-deck'], wrongUsage: true });
    expect(await find(folder, ['a'], 'nowhere')).toMatchObject({
      said: ['usage/bad-root'],
      wrongUsage: true,
    });
    expect(await find(folder, ['a'], 'a/talk.md')).toMatchObject({
      said: ['usage/bad-root'],
      wrongUsage: true,
    });
    expect(await find(folder, ['a'], 'b')).toMatchObject({ said: ['usage/outside-root'], names: [] });
    expect(await find(folder, ['a/talk.md'], 'b')).toMatchObject({ said: ['usage/outside-root'], names: [] });
  });

  test('may lead to the same deck twice, which is built once', async () => {
    const folder = await workspace({ 'talk.md': talk });
    expect(await find(folder, ['talk.md', './talk.md', '.'])).toMatchObject({ names: ['talk'], said: [] });
  });
});

describe('names of decks', () => {
  test('alike are an error that names both', async () => {
    const folder = await workspace({ 'a/talk.md': talk, 'b/talk.md': talk });
    const { names, diagnostics } = await find(folder, ['a/talk.md', 'b/talk.md']);
    expect(names).toEqual(['talk']);
    expect(diagnostics.map((one) => [one.code, one.message])).toEqual([
      ['deck/same-name', 'Two decks have the name `talk`: `a/talk.md` and `b/talk.md`.'],
    ]);
  });

  test('are alike where only capitals or the way an accent is written differ', async () => {
    const folder = await workspace({
      'Talk.md': talk,
      'talk.md': talk,
      'caf\u00e9.md': talk,
      'cafe\u0301.md': talk,
    });
    expect((await find(folder)).said).toEqual(['deck/same-name', 'deck/same-name']);
  });

  test('are alike in a file and a folder beside it', async () => {
    const folder = await workspace({
      'talk.md': talk,
      'talk/deck.yaml': 'title: x',
      'talk/index.md': '# Hi',
    });
    expect((await find(folder)).said).toEqual(['deck/same-name']);
  });

  test('may not be the name of an edition of another', async () => {
    const folder = await workspace({
      'talk.md': '---\neditions: { full: {}, short: {} }\n---\n# Hi\n',
      'talk/short.md': talk,
      'talk/full.md': talk,
    });
    expect((await find(folder)).said).toEqual(['deck/same-name @ short']);
  });

  test.each(['...md', '..md', 'a\nb.md', 'a\\b.md', 'a:b.md', 'index.html.md'])(
    'cannot be what %j would give',
    async (name) => {
      const folder = await workspace({ [name]: talk });
      expect(await find(folder, [name])).toMatchObject({ names: [], said: ['deck/bad-name'] });
    },
  );
});

describe('symbolic links', () => {
  test('that leave the root are not searched, and that is said', async () => {
    const folder = await workspace({
      'in/talk.md': talk,
      'out/secret.md': talk,
      'out/deep/deck.yaml': 'title: x',
    });
    symlinkSync('../out', join(folder, 'in/linked'));
    symlinkSync('../out/secret.md', join(folder, 'in/secret.md'));
    symlinkSync('nowhere', join(folder, 'in/dangling.md'));
    const { names, said } = await find(folder, ['in']);
    expect(names).toEqual(['talk']);
    expect(said).toEqual(['path/link-skipped', 'path/link-skipped', 'path/link-skipped']);
    expect((await find(folder, ['in'], '.')).names).toEqual(['linked/deep', 'linked/secret', 'talk']);
  });

  test('may make the settings of a deck unreadable', async () => {
    const folder = await workspace({ 'in/kvd/index.md': '# Hi', 'out/deck.yaml': 'title: secret' });
    symlinkSync('../../out/deck.yaml', join(folder, 'in/kvd/deck.yaml'));
    expect(await find(folder, ['in'])).toMatchObject({ names: [], said: ['path/link-skipped'] });
  });

  test('inside of it are followed, and what is there keeps its own name', async () => {
    const folder = await workspace({ 'z/talk.md': talk });
    symlinkSync('z', join(folder, 'a'));
    symlinkSync('z/talk.md', join(folder, 'b.md'));
    symlinkSync('..', join(folder, 'z/up'));
    symlinkSync('self', join(folder, 'self'));
    expect(await find(folder)).toMatchObject({ names: ['z/talk'], said: ['path/link-skipped'] });
  });
});

describe('a deck of modules', () => {
  const files = {
    'kvd/deck.yaml': [
      'modules: [modules/why.md, { file: modules/how.md, time: { short: 5m } }]',
      'editions:',
      '  full: {}',
      '  short: { modules: [modules/how.md, modules/extra.md] }',
      '',
    ].join('\n'),
    'kvd/modules/why.md': '# Why\n',
    'kvd/modules/how.md': '---\ntitle: How\nlang: de\n---\n# Wie\n',
    'kvd/modules/extra.md': '# Extra\n',
  };

  test('has the texts that the deck and its editions name, each once', async () => {
    const folder = await workspace(files);
    const { decks, said, sources } = await find(folder);
    expect(said).toEqual([]);
    const [deck] = decks;
    if (deck === undefined) throw new Error('No deck was found.');
    expect([...deck.modules.keys()]).toEqual(['modules/why.md', 'modules/how.md', 'modules/extra.md']);
    expect(deck.main).toBeNull();
    const cut = (edition: string) =>
      modulesOf(deck, resolveSettings(deck.written, edition, {}, {}).value).map(({ module, reference }) => [
        module.source.file,
        module.source.text.slice(module.bodyStart),
        reference?.time,
      ]);
    expect(cut('full')).toEqual([
      ['kvd/modules/why.md', '# Why\n', {}],
      ['kvd/modules/how.md', '# Wie\n', { short: 300 }],
    ]);
    expect(cut('short')).toEqual([
      ['kvd/modules/how.md', '# Wie\n', {}],
      ['kvd/modules/extra.md', '# Extra\n', {}],
    ]);
    expect(deck.modules.get('modules/how.md')?.head).toEqual({ title: 'How', lang: 'de' });
    expect([...sources.keys()].sort()).toEqual(Object.keys(files).sort());
  });

  test('says where it names what is not there, may not be read, or is named twice', async () => {
    const folder = await workspace({
      'kvd/deck.yaml': [
        'modules:',
        '  - why.md',
        '  - wy.md',
        '  - ../secret.md',
        '  - /etc/passwd',
        '  - sub\\why.md',
        '  - { file: ./why.md }',
        '  - img.md',
        'editions: { short: { modules: [gone.md] } }',
      ].join('\n'),
      'kvd/why.md': '# Why\n',
      'kvd/img.md': Buffer.from([0x89, 0x50, 0]),
      'secret.md': 'x',
    });
    const { said, diagnostics, decks } = await find(folder, ['kvd']);
    expect(said).toEqual([
      'path/missing @ wy.md',
      'path/outside-root @ ../secret.md',
      'path/absolute @ /etc/passwd',
      'path/backslash @ sub\\why.md',
      'text/not-text @ img.md',
      'path/missing @ gone.md',
      'deck/module-twice @ { file: ./why.md }',
    ]);
    expect(diagnostics[0]?.hint).toBe('Did you mean `why.md`?');
    expect([...(decks[0]?.modules.keys() ?? [])]).toEqual(['why.md', './why.md']);
  });

  test('without a list is index.md, deck.md, or the only text beside it', async () => {
    const main = async (files: Record<string, string>) => {
      const folder = await workspace({ 'd/deck.yaml': 'title: x\n', ...files });
      const { decks, said } = await find(folder, ['d']);
      return decks[0]?.main?.source.file ?? said;
    };
    expect(await main({ 'd/index.md': '# A', 'd/other.md': '# B' })).toBe('d/index.md');
    expect(await main({ 'd/deck.md': '# A', 'd/other.md': '# B' })).toBe('d/deck.md');
    expect(await main({ 'd/100%25 sure.md': '# A', 'd/README.md': '# B' })).toBe('d/100%25 sure.md');
    expect(await main({ 'd/a.md': '# A', 'd/b.md': '# B' })).toEqual(['deck/no-modules @ ']);
    expect(await main({})).toEqual(['deck/no-modules @ ']);
  });

  test('is not asked for its modules when its settings could not be read', async () => {
    const settings = ['title: a: b\n', 'moduls: [a.md]\n', 'modules: a.md\n'];
    for (const text of settings) {
      const folder = await workspace({ 'd/deck.yaml': text, 'd/a.md': '# A', 'd/b.md': '# B' });
      expect((await find(folder, ['d'])).said).toHaveLength(1);
    }
  });

  test('may be named by a single file, whose own text is then no part of it', async () => {
    const folder = await workspace({
      'talk.md': '---\nmodules: [why.md]\n---\n\nLost words\nand more\n',
      'cut.md': '---\neditions: { a: {}, b: { modules: [why.md] } }\n---\n# Kept\n',
      'why.md': '# Why\n',
    });
    expect(await find(folder)).toMatchObject({
      names: ['cut', 'talk'],
      said: ['deck/text-beside-modules @ Lost words'],
    });
  });
});

test('everything that is wrong is said in one run', async () => {
  const folder = await workspace({
    'a.md': '---\ntitel: x\n---\n# A\n',
    'b.md': '---\ntitle: [\n---\n# B\n',
    'c.md': Buffer.from('---\ntitle: caf\xe9\n---\n', 'latin1'),
    'd/deck.yaml': 'modules: [gone.md]\nduration: long\n',
    'missing.md': '---\ntitle: x\n',
  });
  const { said, names } = await find(folder);
  expect(names).toEqual(['a', 'b', 'c', 'd', 'missing']);
  expect(said.map((one) => one.split(' ')[0])).toEqual([
    'deck/unknown-key',
    'deck/bad-yaml',
    'text/not-utf8',
    'deck/wrong-type',
    'path/missing',
    'deck/unclosed-front-matter',
  ]);
});
