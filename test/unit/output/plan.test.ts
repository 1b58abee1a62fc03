import { describe, expect, it } from 'vitest';
import { emptyManifest } from '../../../src/output/manifest.js';
import { during, merge, withoutMissing } from '../../../src/output/plan.js';
import { made, planOf } from '../../support/output-folder.js';

const merged = (...given: Parameters<typeof planOf>) => merge(emptyManifest, planOf(...given));

describe('a plan', () => {
  it('lets owners share a file whose bytes they agree on', () => {
    const { next, files } = merged({ 'b:deck': { 'a.css': 'x' }, 'a:deck': { 'a.css': 'x' } });
    expect(next.files.get('a.css')?.owners).toEqual(['a:deck', 'b:deck']);
    expect([...files.keys()]).toEqual(['a.css']);
  });

  it('takes a shared file for a page when one owner says so', () => {
    const asset = { ...made('a', 'x'), kind: 'asset' as const };
    const page = { ...made('a', 'x'), kind: 'page' as const };
    for (const files of [
      [asset, page],
      [page, asset],
    ]) {
      const plan = { ...planOf({}), made: new Map(files.map((file, n) => [`${n}:deck`, [file]])) };
      expect(merge(emptyManifest, plan).files.get('a')?.kind).toBe('page');
    }
  });

  it('gives what nobody owns any more to be removed, and keeps the rest', () => {
    const before = merged({ 'a:deck': { a: 'a', both: 'x' }, 'b:deck': { b: 'b', both: 'x' } }).next;
    const { next, leaving } = merge(before, planOf({ 'a:deck': { new: 'n' } }));
    expect([...leaving.keys()]).toEqual(['a']);
    expect([...next.files.keys()].sort()).toEqual(['b', 'both', 'new']);
    expect(next.files.get('both')?.owners).toEqual(['b:deck']);
  });

  it('adds, replaces and removes decks', () => {
    const entry = (value: number) => ({ argument: 'content', value });
    const before = merged(
      {},
      {
        decks: new Map([
          ['a', entry(1)],
          ['b', entry(1)],
          ['c', entry(1)],
        ]),
      },
    ).next;
    const { next } = merge(
      before,
      planOf(
        {},
        {
          decks: new Map([
            ['b', entry(2)],
            ['c', null],
            ['d', entry(2)],
          ]),
        },
      ),
    );
    expect([...next.decks].map(([name, { value }]) => [name, value])).toEqual([
      ['a', 1],
      ['b', 2],
      ['d', 2],
    ]);
  });

  it('forgets a print when the file became another one', () => {
    const prints = new Map([['a.pdf', { input: 'i', pages: 1, value: null }]]);
    const before = merged({ 'a:slides': { 'a.pdf': 'pdf' } }, { prints }).next;
    expect(merge(before, planOf({ 'b:deck': {} })).next.prints.size).toBe(1);
    expect(merge(before, planOf({ 'a:slides': { 'a.pdf': 'other' } })).next.prints.size).toBe(0);
    expect(merge(before, planOf({}, { gone: ['a:slides'] })).next.prints.size).toBe(0);
  });

  it.each([
    ['two owners disagree', { 'a:deck': { x: '1' }, 'b:deck': { x: '2' } }, /disagree on x/],
    ['names differ only in case', { 'a:deck': { 'a/X': '1', 'a/x': '1' } }, /only in case/],
    ['folders differ only in case', { 'a:deck': { 'A/x': '1', 'a/y': '1' } }, /only in case/],
    [
      'names differ only in how accents are written',
      { 'a:deck': { '\u00e9': '', 'e\u0301': '' } },
      /only in case/,
    ],
    ['a path is a file and a folder', { 'a:deck': { a: '1', 'a/b': '1' } }, /both a file and a folder/],
    ['a path leaves the folder', { 'a:deck': { '../a': '1' } }, /not a path below/],
    ['a path is the manifest', { 'a:deck': { '.deckhand.json': '1' } }, /not a path below/],
  ])('is a bug when %s', (_, owners, message) => {
    expect(() => merged(owners as Record<string, Record<string, string>>)).toThrow(message);
  });

  it('is a bug when an owner is made and gone, or a print is of nothing', () => {
    expect(() => merged({ 'a:deck': {} }, { gone: ['a:deck'] })).toThrow(/both made and gone/);
    const prints = new Map([['a.pdf', { input: 'i', pages: 1, value: null }]]);
    expect(() => merged({}, { prints })).toThrow(/was not made/);
  });
});

const entry = (value: number) => ({ argument: 'content', value });
const before = merged(
  { 'a:deck': { a: 'old' }, 'b:deck': { a: 'old', b: 'old', 'b.pdf': 'old' } },
  {
    decks: new Map([
      ['a', entry(1)],
      ['b', entry(1)],
    ]),
    prints: new Map([['b.pdf', { input: 'i', pages: 1, value: null }]]),
  },
).next;

describe('the manifest while files are put in place', () => {
  const gone = { gone: ['b:deck'], decks: new Map([['b', null]]) };
  const { next } = merge(before, planOf({ 'a:deck': { a: 'new', c: 'new' } }, gone));
  const manifest = during(before, next, new Map([['a', 'f'.repeat(64)]]));

  it('has what comes and what goes, and whose it was: a killed build is finished by any later one', () => {
    expect([...manifest.files].map(([path, { owners }]) => [path, owners.join(' ')])).toEqual([
      ['a', 'a:deck b:deck'],
      ['b', 'b:deck'],
      ['b.pdf', 'b:deck'],
      ['c', 'a:deck'],
    ]);
    expect([...manifest.decks.keys()]).toEqual(['a', 'b']);
    expect([...manifest.prints.keys()]).toEqual(['b.pdf']);
  });

  it('has both hashes of a file that is about to change', () => {
    expect(manifest.files.get('a')?.sha256).toBe(next.files.get('a')?.sha256);
    expect(manifest.files.get('a')?.before).toBe('f'.repeat(64));
    expect(manifest.files.get('c')?.before).toBe(null);
  });
});

describe('a manifest without what is missing', () => {
  it('has neither the files nor their prints, nor decks that have no file left', () => {
    const { files, decks, prints } = withoutMissing(before, new Set(['a', 'b.pdf']));
    expect([[...files.keys()], [...decks.keys()], [...prints.keys()]]).toEqual([['b'], ['b'], []]);
  });
});
