import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { type Journal, openJournal } from '../../../src/output/journal.js';
import { contents, scatter, temporaryFolder } from '../../support/output-folder.js';

const before = {
  'dist/kept': 'old',
  'dist/goes': 'old',
  'dist/empty': '/',
  'staged/1': 'new',
  'staged/2': 'new',
};
let folder: string;
let journal: Journal;
const at = (path: string) => join(folder, path);
beforeEach(() => {
  folder = temporaryFolder();
  const { 'dist/empty': _, ...files } = before;
  scatter(folder, files);
  mkdirSync(at('dist/empty'));
  mkdirSync(at('attic'));
  journal = openJournal(at('attic'));
});

function changeEverything(): void {
  journal.replace(at('staged/1'), at('dist/kept'));
  journal.takeAway(at('dist/goes'));
  journal.makeFolder(at('dist/goes'));
  journal.replace(at('staged/2'), at('dist/goes/new'));
  journal.removeFolder(at('dist/empty'));
}

it('makes changes', () => {
  changeEverything();
  expect(contents(at('dist'))).toEqual({ kept: 'new', 'goes/new': 'new' });
});

it('takes changes back', () => {
  changeEverything();
  expect(journal.undo()).toBe(true);
  expect(contents(at('dist'))).toEqual({ kept: 'old', goes: 'old', empty: '/' });
});

it('stops at a change that cannot be taken back: those after it need those before it', () => {
  journal.makeFolder(at('dist/assets'));
  journal.replace(at('staged/1'), at('dist/kept'));
  journal.makeFolder(at('dist/more'));
  rmSync(at('attic/0'));
  expect(journal.undo()).toBe(false);
  expect(contents(at('dist'))).toEqual({ assets: '/', kept: 'new', goes: 'old', empty: '/' });
});
