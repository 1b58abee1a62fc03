import { describe, expect, test } from 'vitest';
import { editionsToBuild, resolveSettings, unknownEdition } from '../../../src/config/resolve.js';
import { nothingWritten } from '../../../src/config/written.js';
import { deckYaml } from '../../support/written.js';

const text = `
title: From container to cluster
lang: de
duration: 6h
css: [a.css]
handout: { slides: 6, notes: true }
modules: [why.md, how.md]
editions:
  talk: { title: Short, duration: 45m, modules: [why.md], handout: { slides: 2 }, footer: "", logo: false }
  full: {}
`;

describe('resolved settings', () => {
  test('have every default where nothing was written', () => {
    expect(resolveSettings(nothingWritten, null, {}, {}).value).toMatchSnapshot();
  });

  test('are the deck as written, the edition over it, and flags over both', async () => {
    const { written } = await deckYaml(text);
    const titles = (edition: string | null) => {
      const { value } = resolveSettings(written, edition, {}, {});
      return [value.title, value.duration, value.modules?.map((module) => module.file), value.lang];
    };
    expect(titles(null)).toEqual(['From container to cluster', 21600, ['why.md', 'how.md'], 'de']);
    expect(titles('full')).toEqual(titles(null));
    expect(titles('talk')).toEqual(['Short', 2700, ['why.md'], 'de']);
    const flags = { theme: 'x', paper: 'letter', handout: 9, booklet: true, products: ['deck'] } as const;
    expect(resolveSettings(written, 'talk', flags, {}).value).toMatchObject({
      theme: 'x',
      paper: 'letter',
      handout: { slides: 9, booklet: true, cover: false, notes: true },
      products: ['deck'],
    });
  });

  test('leave two slides on a page of a booklet where nobody says how many', () => {
    const slides = (values: typeof nothingWritten.values, flags = {}) =>
      resolveSettings({ ...nothingWritten, values }, null, flags, {}).value.handout.slides;
    expect(slides({})).toBe(3);
    expect(slides({ handout: { booklet: true } })).toBe(2);
    expect(slides({}, { booklet: true })).toBe(2);
    expect(slides({ handout: { slides: 1 } }, { booklet: true })).toBe(1);
  });

  test('join the keys inside `handout`', async () => {
    const { written } = await deckYaml(text);
    expect(resolveSettings(written, 'talk', {}, {}).value.handout).toMatchObject({ slides: 2, notes: true });
  });

  test('can take back what the deck says', async () => {
    const { written } = await deckYaml(
      'logo: a.svg\nfooter: Foo\neditions: { bare: { logo: false, footer: false } }\n',
    );
    expect(resolveSettings(written, null, {}, {}).value).toMatchObject({
      logo: { file: 'a.svg' },
      footer: 'Foo',
    });
    expect(resolveSettings(written, 'bare', {}, {}).value).toMatchObject({ logo: null, footer: false });
  });

  test('know a folder of templates, which an edition may change or take back', async () => {
    const { written } = await deckYaml(
      'templates: house\neditions: { house: {}, other: { templates: other }, plain: { templates: false } }\n',
    );
    const folder = (edition: string) => resolveSettings(written, edition, {}, {}).value.templates?.folder;
    expect(['house', 'other', 'plain'].map(folder)).toEqual(['house', 'other', undefined]);
  });

  test('know where files are named, in the edition or in the deck', async () => {
    const { written } = await deckYaml(text);
    const places = (edition: string | null) => {
      const { modules, css } = resolveSettings(written, edition, {}, {}).value;
      return [...(modules ?? []), ...css].map(({ span }) => text.slice(span.start, span.end));
    };
    expect(places(null)).toEqual(['why.md', 'how.md', 'a.css']);
    expect(places('talk')).toEqual(['why.md', 'a.css']);
    const { modules } = resolveSettings(written, 'talk', {}, {}).value;
    expect(modules?.[0]?.span.start).toBeGreaterThan(text.indexOf('talk:'));
  });
});

describe('the date', () => {
  test('is the written one, else that of SOURCE_DATE_EPOCH, else none', async () => {
    const { written } = await deckYaml('date: 2026-11-22');
    const date = (deck: typeof written, sourceDateEpoch?: string) =>
      resolveSettings(deck, null, {}, { sourceDateEpoch }).value.date;
    expect(date(written, '0')).toBe('2026-11-22');
    expect(date(nothingWritten, '1700000000')).toBe('2023-11-14');
    expect(date(nothingWritten)).toBeNull();
    expect(date(nothingWritten, '')).toBeNull();
  });

  test.each(['yesterday', '-1', '1.5', '99999999999999999'])('is not %j', (sourceDateEpoch) => {
    const { value, diagnostics } = resolveSettings(nothingWritten, null, {}, { sourceDateEpoch });
    expect([value.date, diagnostics.map((one) => one.code)]).toEqual([null, ['deck/bad-epoch']]);
  });
});

describe('editions to build', () => {
  test('are all of them, the one asked for, or the deck itself', async () => {
    const { written } = await deckYaml(text);
    expect(editionsToBuild(written, undefined)).toEqual(['talk', 'full']);
    expect(editionsToBuild(written, 'full')).toEqual(['full']);
    expect(editionsToBuild(written, 'ful')).toEqual([]);
    expect(editionsToBuild(nothingWritten, undefined)).toEqual([null]);
    expect(editionsToBuild(nothingWritten, 'talk')).toEqual([]);
  });

  test('exist in one deck at least', async () => {
    const { written } = await deckYaml(text);
    expect(unknownEdition([nothingWritten, written], 'full')).toBeNull();
    expect(unknownEdition([nothingWritten, written], 'ful')?.hint).toBe('Did you mean `full`?');
    expect(unknownEdition([written], 'zebra')?.hint).toBe('There is `talk`, `full`.');
    expect(unknownEdition([nothingWritten], 'talk')?.code).toBe('deck/unknown-edition');
  });
});
