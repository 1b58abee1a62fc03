import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { packageRoot } from '../../../src/package-root.js';
import { prepareTemplates } from '../../../src/render/templates.js';
import { syntaxProblems, told } from '../../../src/theme/broken-template.js';
import { loadTheme } from '../../../src/theme/load-theme.js';
import { knownWords } from '../../../src/theme/own-words.js';
import { pageFile } from '../../../src/theme/page-files.js';
import { idlePartials, kindOfTemplate, templateNames } from '../../../src/theme/template-names.js';
import type { Theme } from '../../../src/theme/theme.js';
import { labPartWords, loadWords, wordNames } from '../../../src/theme/words.js';

const ours = join(packageRoot(), 'templates');

function own(files: Readonly<Record<string, string>>) {
  return new Map(Object.entries(files).map(([path, text]) => [path, { file: `mine/${path}`, text }]));
}

function themeWith(files: Readonly<Record<string, string>>): Theme {
  const { value } = loadTheme('harbor', ours, null, own(files));
  if (value === null) throw new Error('There is no theme.');
  return value;
}

/** What is said when a page is filled, with the text that it points at. */
function problem(files: Readonly<Record<string, string>>, view: object) {
  const templates = prepareTemplates(themeWith(files));
  const [one] = told(() => templates.page('workbook.hbs', view)).diagnostics;
  const { file = '', start = 0, end = 0 } = one?.span ?? {};
  return [one?.code, file, files[file.replace('mine/', '')]?.slice(start, end), one?.message];
}

describe('files of one’s own', () => {
  test('take the places of ours of the same names, and of no others', () => {
    const theme = themeWith({
      'layouts/quote.hbs': 'Q',
      'partials/book-cover.hbs': 'C\n',
      'partials/icon-tip.svg': '<svg/>',
      'products/book.css': '.mine{}',
      'themes/harbor/books.css': '.look{color:red}',
      'themes/other/books.css': '.other{}',
    });
    const plain = loadTheme('harbor', ours, null).value as Theme;
    expect(theme.layouts.get('quote')).toBe('Q');
    expect(theme.layouts.get('title')).toBe(plain.layouts.get('title'));
    expect([...theme.layouts.keys()]).toEqual([...plain.layouts.keys()]);
    expect(theme.partials.get('book-cover')).toBe('C');
    expect(theme.icons.get('tip')).toBe('<svg/>');
    expect(pageFile(theme.templates, 'book.css')).toBe('.mine{}');
    expect(pageFile(theme.templates, 'guide.css')).toBe(pageFile(plain.templates, 'guide.css'));
    expect(theme.booksCss).toContain('.look{color:red}');
    expect(theme.booksCss).not.toContain('.other');
    expect(plain.booksCss).not.toContain('.look');
    expect(theme.slidesCss).toBe(plain.slidesCss);
  });

  test('are those of their deck, where another deck of the process has others', () => {
    const [one, other] = ['1', '2'].map((text) =>
      prepareTemplates(themeWith({ 'products/workbook.hbs': text })),
    );
    expect([one?.page('workbook.hbs', {}), other?.page('workbook.hbs', {})]).toEqual(['1', '2']);
  });

  test('have the names of ours; words are of any language, and a partial is whose another file includes', () => {
    const names = templateNames(ours);
    const kinds = (path: string) => kindOfTemplate(path, names);
    for (const path of ['products', 'themes', 'themes/harbor', 'words'])
      expect([path, kinds(path)]).toEqual([path, 'folder']);
    for (const path of [
      'products/book.css',
      'words/de-AT.yaml',
      'words/eo.yaml',
      'partials/logo.hbs',
      'themes/harbor/tokens.css',
    ])
      expect([path, kinds(path)]).toEqual([path, 'file']);
    for (const path of [
      'products/shelf.hbs',
      'products/deck.js',
      'layouts/new.hbs',
      'themes/harbor/fonts',
      'themes/harbor/theme.yaml',
      'starters',
    ])
      expect([path, kinds(path)]).toEqual([path, null]);
    const files = own({
      'products/workbook.hbs': '{{> logo}}{{#> frame}}x{{/frame}}',
      'partials/logo.hbs': '',
      'partials/frame.hbs': '',
      'partials/itself.hbs': '{{> itself}}',
      'partials/book-head.hbs': '',
    });
    expect(idlePartials(files, names)).toEqual(['partials/itself.hbs']);
  });
});

describe('a template that cannot be filled', () => {
  test.for([
    ['<p>{{title}}</p>\n<p>{{deck.titel}}</p>', 'deck.titel', 'There is no `titel` here.'],
    ['{{#each list}}{{nothing}}{{/each}}', 'nothing', 'There is no `nothing` here.'],
    ['{{title}}\n{{#if none.of.these}}{{/if}}', '{{#if none.of.these}}', 'There is no `of` here.'],
    ['{{#each title}}{{/each}}{{#each numbers}}{{size}}{{/each}}', '{{size}}', 'There is no `size` here.'],
    ['a\n{{> nowhere}}', '{{> nowhere', 'There is no partial `nowhere`.'],
    ['{{> book-contents}}', '{{> book-contents', 'Our partial `book-contents` lacks `book` here.'],
  ] as const)('%j is an error at its place', ([text, place, message]) => {
    const view = { title: 'T', deck: {}, list: [{ one: 1 }], numbers: [1] };
    expect(problem({ 'products/workbook.hbs': text }, view)).toEqual([
      'template/broken',
      'mine/products/workbook.hbs',
      place,
      message,
    ]);
  });

  test('is the partial where that is one’s own, whoever includes it', () => {
    const files = { 'partials/book-head.hbs': '<title>{{titel}}</title>' };
    const view = { lang: 'en', dir: 'ltr', theme: 'harbor', slideWidth: 1, slideHeight: 1 };
    expect(problem(files, view)).toEqual([
      'template/broken',
      'mine/partials/book-head.hbs',
      'titel',
      'There is no `titel` here.',
    ]);
  });

  test('is a mistake of ours, and no message, where all templates on the way are ours', () => {
    const templates = prepareTemplates(themeWith({ 'layouts/quote.hbs': 'Q' }));
    expect(() => told(() => templates.page('workbook.hbs', {}))).toThrow();
  });

  test.for([
    ['a\n{{#if x}}\nb\n', 'b', 'Handlebars cannot read this.'],
    ['a {{x', 'a {{x', 'Handlebars cannot read this.'],
    ['{{#if x}}a{{/each}}', 'if', '`{{#if}}` is closed by `{{/each}}`.'],
    ['a\n{{upper x}}', '{{upper x}}', 'There is no helper `upper`.'],
  ] as const)('%j is said before anything is filled', ([text, place, message]) => {
    const [one] = syntaxProblems(own({ 'products/labs.hbs': text, 'products/labs.css': '{{' }));
    expect(one).toMatchObject({ code: 'template/broken', message });
    expect(text.slice(one?.span?.start, one?.span?.end)).toBe(place);
  });
});

describe('words of one’s own', () => {
  const place = { file: 'talk.md', start: 0, end: 2 };
  const english = loadWords('en', ours, place).value;

  test('go over ours, those of a region over those of its language', () => {
    const words = new Map([
      ['de', { page: 'Blatt', blocks: { lab: 'Übung' } }],
      ['de-at', { page: 'Bladl' }],
    ]);
    const { value, diagnostics } = loadWords('de-AT', ours, place, words);
    const german = loadWords('de', ours, place).value;
    expect(value).toEqual({ ...german, page: 'Bladl', blocks: { ...german.blocks, lab: 'Übung' } });
    expect(diagnostics).toEqual([]);
    expect(loadWords('en', ours, place, words).value).toEqual(english);
  });

  test('make up for a language that we have none for once they are complete', () => {
    const some = new Map([['eo', { page: 'Paĝo' }]]);
    expect(loadWords('eo', ours, place, some)).toMatchObject({
      value: { page: 'Paĝo', part: english.part },
      diagnostics: [{ code: 'theme/no-words' }],
    });
    expect(loadWords('eo', ours, place, new Map([['eo', english]]))).toEqual({
      value: english,
      diagnostics: [],
    });
  });

  test('name the parts of labs beside ours', () => {
    const parts = new Map(labPartWords(ours, new Map([['en', { labParts: { verify: 'Proof' } }]])));
    expect(parts.get('Proof')).toBe('verify');
    expect(parts.get(english.labParts.verify)).toBe('verify');
  });

  test('are left out where they are none of ours or no text', () => {
    const at = (path: string) => ({ file: path, start: 0, end: 0 });
    const written = {
      page: 'P',
      pag: 'x',
      of: 4,
      blocks: { labb: 'x', lab: 'L' },
      callouts: 'x',
      end: null,
      constructor: 'x',
    };
    const { value, diagnostics } = knownWords(written, wordNames(ours), { key: at, value: at });
    expect(value).toEqual({ page: 'P', blocks: { lab: 'L' } });
    expect(diagnostics.map(({ span, hint }) => [span?.file, hint])).toEqual([
      ['pag', 'Did you mean `page`?'],
      ['of', null],
      ['blocks.labb', 'Did you mean `lab`?'],
      ['callouts', null],
      ['constructor', null],
    ]);
  });
});
