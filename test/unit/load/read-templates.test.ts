import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readTemplates } from '../../../src/load/read-templates.js';
import { workspace } from '../../support/workspace.js';

const span = { file: 'deck/talk.md', start: 0, end: 4 };

/** What comes of the folder that `deck/talk.md` names, with `deck` as the root. */
function look(folder: string, named: string) {
  const base = { path: join(folder, 'deck', 'talk.md'), root: join(folder, 'deck') };
  const kindOf = (path: string) =>
    path === 'products' || path === 'words' ? 'folder' : /\.(?:hbs|yaml)$/.test(path) ? 'file' : null;
  const { value, diagnostics } = readTemplates({ folder: named, span }, base, folder, kindOf);
  return {
    texts: [...value.files].map(([path, { file, text }]) => [path, file, text]),
    others: value.others,
    problems: diagnostics.map(({ code, span: at }) => [code, at]),
  };
}

test('a folder of templates is read by paths below it, and what was not asked for is listed', async () => {
  const folder = await workspace({
    'deck/mine/products/workbook.hbs': 'A',
    'deck/mine/products/100%25.hbs': 'B',
    'deck/mine/words/en.yaml': 'page: P',
    'deck/mine/notes.txt': '',
    'deck/mine/product/deck.hbs': '',
    'deck/mine/.git/config': '',
  });
  expect(look(folder, 'mine/')).toEqual({
    texts: [
      ['products/100%25.hbs', 'deck/mine/products/100%25.hbs', 'B'],
      ['products/workbook.hbs', 'deck/mine/products/workbook.hbs', 'A'],
      ['words/en.yaml', 'deck/mine/words/en.yaml', 'page: P'],
    ],
    others: ['notes.txt', 'product'],
    problems: [],
  });
});

test('nothing outside of the content root is a template, by its path or behind a link', async () => {
  const folder = await workspace({
    'deck/mine/a.hbs': 'A',
    'deck/linked/b.hbs': 'B',
    'theirs/products/secret.hbs': 'secret',
    'theirs/products/name.txt': 'What lies there is not told either.',
    'theirs/secret.hbs': 'secret',
  });
  symlinkSync('../../theirs/secret.hbs', join(folder, 'deck/mine/link.hbs'));
  symlinkSync('../../theirs/products', join(folder, 'deck/mine/products'));
  symlinkSync('../theirs', join(folder, 'deck/theirs'));
  symlinkSync('../linked', join(folder, 'deck/mine/words'));
  const outside = ['path/outside-root', span];
  for (const named of ['../theirs', 'theirs', '%2e%2e/theirs']) {
    expect([named, look(folder, named)]).toEqual([named, { texts: [], others: [], problems: [outside] }]);
  }
  expect(look(folder, 'mine')).toEqual({
    texts: [
      ['a.hbs', 'deck/mine/a.hbs', 'A'],
      ['words/b.hbs', 'deck/linked/b.hbs', 'B'],
    ],
    others: [],
    problems: [outside, outside],
  });
});

test('a folder that is not there, a file, and a template that is too large are errors where the folder is named', async () => {
  const folder = await workspace({ 'deck/mine/a.hbs': 'x'.repeat(10_000_001), 'deck/b.hbs': '' });
  expect(look(folder, 'mines').problems).toEqual([['path/missing', span]]);
  expect(look(folder, 'b.hbs').problems).toEqual([['path/not-a-folder', span]]);
  expect(look(folder, 'mine').problems).toEqual([['text/too-large', span]]);
});
