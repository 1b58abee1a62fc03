import { describe, expect, test } from 'vitest';
import type { ReadingFlags } from '../../../src/config/dialect.js';
import { resolveSettings } from '../../../src/config/resolve.js';
import { readWritten } from '../../../src/config/written.js';
import { told } from '../../support/told.js';
import { source } from '../../support/written.js';

async function read(text: string, beside: Record<string, string> = {}, flags: ReadingFlags = {}) {
  const files = Object.entries(beside).map(([name, json]) => source(name, json));
  const { value, diagnostics } = await readWritten(source('talk.md', text), flags, files);
  const settings = resolveSettings(value.written, null, flags, {}).value;
  const said = told(diagnostics, new Map([['talk.md', text], ...Object.entries(beside)]));
  return { written: value.written, settings, diagnostics, said };
}

const front = (yaml: string) => `---\n${yaml}\n---\n# Hi\n`;

describe('the dialect of a deck', () => {
  test.each([
    ['dialect: reveal'],
    ['separator: <!--s-->'],
    ['verticalSeparator: ^--$'],
    ['verticalSeparator: false'],
    ['notesSeparator: "^Speaker:"'],
    ['revealOptions: {}'],
  ])('is reveal.js’s by %j', async (yaml) => {
    const { settings, said } = await read(front(yaml));
    expect([settings.dialect, said]).toEqual(['reveal', []]);
  });

  test('is ours where nothing speaks for another, and where that is said', async () => {
    expect((await read(front('theme: harbor'))).settings.dialect).toBe('deckhand');
    const { settings, said } = await read(front('dialect: deckhand\nseparator: ^---$'));
    expect([settings.dialect, said]).toEqual(['deckhand', ['deck/foreign-key @ separator']]);
  });

  test('is what the command line says, by its name or by a separator', async () => {
    expect((await read('# Hi', {}, { dialect: 'reveal' })).settings.dialect).toBe('reveal');
    expect((await read('# Hi', {}, { notesSeparator: '^x' })).settings.dialect).toBe('reveal');
    const { settings } = await read(front('separator: ^---$'), {}, { dialect: 'deckhand' });
    expect(settings.dialect).toBe('deckhand');
  });

  test('may be another one in an edition', async () => {
    const { said } = await read(front('separator: ^---$\neditions: { talk: { separator: ^===$ } }'));
    expect(said).toEqual([]);
    const ours = await read(front('separator: ^---$\neditions: { talk: { dialect: deckhand } }'));
    expect(ours.said).toEqual([]);
    const theirs = await read(front('dialect: deckhand\neditions: { talk: { separator: ^===$ } }'));
    expect(theirs.said).toEqual(['deck/foreign-key @ separator']);
    const both = await read(front('editions: { talk: { dialect: reveal, separator: ^===$ } }'));
    expect(both.said).toEqual([]);
  });
});

describe('a separator', () => {
  test.each(['separator: "("', 'separator: x*', 'verticalSeparator: ""', 'notesSeparator: [a]'])(
    'that cannot divide is an error: %s',
    async (yaml) => {
      const { diagnostics } = await read(front(yaml));
      expect(diagnostics.map(({ code, severity }) => [code, severity])).toEqual([
        ['deck/wrong-type', 'error'],
      ]);
    },
  );
});

describe('what a deck for reveal.js cannot have', () => {
  test('is a warning and left out, though it be an error elsewhere', async () => {
    const { written, diagnostics, said } = await read(
      front('dialect: reveal\ntags: [a]\ndate: 2022/03/10\ntheme: css/mine.css\nduration: 45m'),
    );
    expect(said).toEqual([
      'dialect/not-heeded @ tags',
      'dialect/not-heeded @ 2022/03/10',
      'deck/foreign-theme @ css/mine.css',
    ]);
    expect(diagnostics.every(({ severity }) => severity === 'warning')).toBe(true);
    expect(written.values).toEqual({ dialect: 'reveal', duration: 2700 });
  });
});

describe('options of reveal.js', () => {
  test('are heeded where they mean something here', async () => {
    const { settings, said } = await read(
      front(
        'revealOptions: { width: 1920, height: 1080, transition: default, loop: true, hash: true, autoSlide: 5000 }',
      ),
    );
    expect(said).toEqual([]);
    expect(settings).toMatchObject({
      aspect: { width: 1920, height: 1080 },
      transition: 'slide',
      screen: { loop: true, autoSlide: 5000 },
    });
  });

  test('are told where they do not, each at its place', async () => {
    const { settings, said } = await read(
      front(
        'revealOptions:\n  width: 100%\n  center: true\n  loop: perhaps\n  transition: spin\n  keyboard: false',
      ),
    );
    expect(said).toEqual([
      'dialect/not-heeded @ 100%',
      'dialect/not-heeded @ true',
      'dialect/not-heeded @ perhaps',
      'dialect/not-heeded @ spin',
      'dialect/not-heeded @ false',
    ]);
    expect(settings).toMatchObject({ aspect: { width: 1280, height: 720 }, transition: null, screen: {} });
  });

  test('take the other side of a size from reveal.js', async () => {
    expect((await read(front('revealOptions: { width: 1280 }'))).settings.aspect).toEqual({
      width: 1280,
      height: 700,
    });
    const { settings } = await read(front('aspect: "4:3"\nrevealOptions: { width: 1280 }'));
    expect(settings.aspect).toEqual({ width: 960, height: 720 });
  });
});

describe('files of reveal-md beside a deck', () => {
  const files = {
    'reveal-md.json': '{\n\t// ours\n\t"separator": "^===$", "title": "From JSON", "scripts": "a.js",\n}',
    'reveal.json': '{ "transition": "fade", "loop": true, "center": true }',
  };

  test('count as front matter, and a deck without any is written for reveal.js as well', async () => {
    const { settings, written, said } = await read('# Hi', files);
    expect(settings).toMatchObject({
      dialect: 'reveal',
      title: 'From JSON',
      transition: 'fade',
      screen: { loop: true },
    });
    expect(written.values.separator).toBe('^===$');
    expect(said).toEqual(['deck/foreign-key @ "scripts"', 'dialect/not-heeded @ true']);
  });

  test('give way to front matter, options one by one', async () => {
    const { settings, written } = await read(
      front('title: Mine\nseparator: ^---$\nrevealOptions: { transition: zoom }'),
      files,
    );
    expect(settings).toMatchObject({ title: 'Mine', transition: 'zoom', screen: { loop: true } });
    expect(written.values.separator).toBe('^---$');
  });

  test('mean nothing to a deck in our dialect', async () => {
    const { settings, said } = await read(front('dialect: deckhand'), files);
    expect([settings.title, settings.transition, said]).toEqual([null, null, []]);
  });

  test('are told where they are broken', async () => {
    const { diagnostics, said } = await read('# Hi', { 'reveal-md.json': '{ "title": }}' });
    expect(said).toHaveLength(1);
    expect(diagnostics[0]).toMatchObject({ code: 'deck/bad-yaml', span: { file: 'reveal-md.json' } });
    expect(diagnostics[0]?.message).toContain('`reveal-md.json` is not JSON');
  });
});
