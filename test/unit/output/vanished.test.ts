import { join } from 'node:path';
import { expect, it } from 'vitest';
import { emptyManifest } from '../../../src/output/manifest.js';
import { merge } from '../../../src/output/plan.js';
import { argumentOf, ownersOf, vanished } from '../../../src/output/vanished.js';
import { planOf } from '../../support/output-folder.js';

const entry = (argument: string) => ({ argument, value: null });
const { next: manifest } = merge(
  emptyManifest,
  planOf(
    {
      shelf: { 'public/index.html': '' },
      'talk:deck': { 'public/talk/index.html': '' },
      'talk:slides': { 'public/talk/slides.pdf': '' },
      'talk/short:deck': { 'public/talk/short/index.html': '' },
      'other:deck': { 'public/other/index.html': '' },
    },
    {
      decks: new Map([
        ['talk/short', entry('content')],
        ['talk', entry('content')],
        ['other', entry('elsewhere')],
      ]),
    },
  ),
);

it('finds decks and editions that an argument led to and leads to no more', () => {
  expect(vanished(manifest, 'content', new Set(['talk']))).toEqual(['talk/short']);
  expect(vanished(manifest, 'content', new Set())).toEqual(['talk', 'talk/short']);
  expect(vanished(manifest, 'elsewhere', new Set(['other']))).toEqual([]);
  expect(vanished(manifest, 'never-built', new Set())).toEqual([]);
});

it('finds the owners of a deck or of an edition, each for itself', () => {
  expect(ownersOf(manifest, 'talk')).toEqual(['talk:deck', 'talk:slides']);
  expect(ownersOf(manifest, 'talk/short')).toEqual(['talk/short:deck']);
  expect(ownersOf(manifest, 'shelf')).toEqual([]);
});

it('names an argument by its way from the folder around the output folder', () => {
  const root = join('/', 'work');
  const target = { shown: 'dist', path: join(root, 'dist'), stageRoot: root };
  expect(argumentOf(target, root)).toBe('.');
  expect(argumentOf(target, join(root, 'content', 'talk.md'))).toBe('content/talk.md');
  expect(argumentOf(target, join('/', 'talks'))).toBe('../talks');
});
