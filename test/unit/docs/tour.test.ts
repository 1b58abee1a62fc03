import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { blockKeys, cutKeys, elementKeys, slideKeys } from '../../../src/check/known-attributes.js';
import { splitFrontMatter } from '../../../src/config/front-matter.js';
import { breaksEntries, entries, handoutEntries, moduleEntries } from '../../../src/config/schema.js';
import { packageRoot } from '../../../src/package-root.js';
import type { Attributes, Block, ParsedFile, ParsedSlide } from '../../../src/parse/ast.js';
import { blockNames } from '../../../src/parse/block-names.js';
import { codeKeys } from '../../../src/parse/code-info.js';
import { parseFile } from '../../../src/parse/parse-file.js';
import { childInlines, walkBlocks, walkInlines } from '../../../src/parse/walk.js';

/*
 * The reference cannot go stale: whatever the language has stands in the tour, used on a slide and not only named,
 * and in docs/. Lists are the program's own, so a block or a key that is added there is missed here.
 */
const tour = join(packageRoot(), 'content', 'tour');
const files = readdirSync(tour, { recursive: true, encoding: 'utf8' }).sort();
const parsed = files.filter((name) => name.endsWith('.md')).map(parsedFile);
const written = [...parsed, ...parsed.flatMap(shownSources)];
const slides = written.flatMap((file) => file.parts.filter((part) => part.type === 'slide'));
const includes = written.flatMap((file) => file.parts.filter((part) => part.type === 'include'));
const blocks = slides.flatMap((slide) => [...walkBlocks([...slide.blocks, ...slide.notes])]);
/** What stands in code on its slides, examples included: of what cannot be shown, such as a hidden slide, its name. */
const named = files
  .filter((name) => name.endsWith('.md'))
  .map((name) => (name.startsWith('examples/') ? read(name) : code(read(name))))
  .join('\n');
const layouts = readdirSync(join(packageRoot(), 'templates', 'layouts')).map((name) =>
  name.replace('.hbs', ''),
);
const docs = code(readFileSync(join(packageRoot(), 'docs', 'language.md'), 'utf8'));

describe('the tour', () => {
  test('is read', () => {
    expect(slides.length).toBeGreaterThan(20);
    expect(blocks.length).toBeGreaterThan(100);
  });

  test('has every block', () => {
    const used = new Set(blocks.flatMap((block) => namesOf(block)));
    if (includes.length > 0) used.add('include');
    expect(blockNames.filter((name) => !used.has(name))).toEqual([]);
  });

  test('has every layout', () => {
    const used = slides.map((slide) => value(slide.attributes, 'layout'));
    expect(layouts.filter((name) => !used.includes(name))).toEqual([]);
  });

  test('has every setting of a slide', () => {
    const used = keysIn(slides.map((slide) => slide.attributes));
    expect(slideKeys.filter((key) => !used.has(key) && !isNamed(key, named))).toEqual([]);
  });

  test('has every attribute of each block', () => {
    const missing = Object.entries(blockKeys).flatMap(([name, keys]) => {
      const used = keysIn(
        blocks.filter((block) => namesOf(block).includes(name)).map((block) => block.attributes),
      );
      return keys.filter((key) => !used.has(key) && !isNamed(key, named)).map((key) => `${name} ${key}`);
    });
    expect(missing).toEqual([]);
  });

  test('has every word behind the language of a fence', () => {
    const infos = parsed.flatMap((file) => fences(file));
    const missing = codeKeys.filter(
      (key) => !infos.some((info) => new RegExp(`(?:^|[\\s{])${key}(?:[=\\s}]|$)`).test(info)),
    );
    expect(missing).toEqual([]);
  });

  test('has every attribute that stands anywhere', () => {
    const used = keysIn([
      ...blocks.map((block) => block.attributes),
      ...blocks.flatMap((block) => (block.type === 'list' ? block.items.map((item) => item.attributes) : [])),
      ...blocks.flatMap((block) => [...walkInlines(childInlines(block))].map((inline) => inline.attributes)),
    ]);
    expect(
      [...elementKeys, ...cutKeys, 'style', 'title', 'width', 'height'].filter((key) => !used.has(key)),
    ).toEqual([]);
  });

  test('has every kind of block and inline that Markdown becomes', () => {
    const kinds = new Set<string>(blocks.map((block) => block.type));
    if (written.some(({ footnotes }) => footnotes.length > 0)) kinds.add('footnote');
    for (const block of blocks) for (const inline of walkInlines(childInlines(block))) kinds.add(inline.type);
    // Every kind is a `readonly type:` of the syntax tree.
    const tree = readFileSync(join(packageRoot(), 'src', 'parse', 'ast.ts'), 'utf8');
    const all = [...tree.matchAll(/readonly type: ((?:'[a-z-]+'(?: \| )?)+);/g)].flatMap(([, names = '']) =>
      [...names.matchAll(/'([a-z-]+)'/g)].map(([, name = '']) => name),
    );
    expect(all.length).toBeGreaterThan(20);
    expect(all.filter((kind) => !kinds.has(kind) && !['slide', 'include'].includes(kind))).toEqual([]);
  });

  test('has every setting of a deck', () => {
    const used = new Set(
      files.filter((name) => name.endsWith('.yaml')).flatMap((name) => settingsIn(read(name))),
    );
    const all = [
      ...Object.keys(entries),
      'editions',
      ...Object.keys(handoutEntries).map((key) => `handout.${key}`),
      ...Object.keys(breaksEntries).map((key) => `breaks.${key}`),
      ...Object.keys(moduleEntries).map((key) => `modules.${key}`),
    ];
    expect(all.filter((key) => !used.has(key))).toEqual([]);
  });

  test('uses every file beside it', () => {
    const named = files
      .filter((name) => /\.(?:md|yaml|css)$/.test(name))
      .map(read)
      .join('\n');
    const idle = files.filter(
      (name) => name.includes('.') && name !== 'deck.yaml' && !named.includes(name.split('/').at(-1) ?? ''),
    );
    expect(idle).toEqual([]);
  });
});

describe('docs/language.md', () => {
  const all = [
    ...blockNames,
    ...slideKeys,
    ...elementKeys,
    ...cutKeys,
    ...codeKeys,
    ...Object.values(blockKeys).flat(),
    ...layouts,
  ];
  test('names every block, attribute and layout in code', () => {
    expect(all.length).toBeGreaterThan(60);
    const missing = new Set(all.filter((name) => !isNamed(name, docs)));
    expect([...missing]).toEqual([]);
  });
});

/** Markdown that a slide shows as code: what it would become is read as well. */
function shownSources({ file, parts }: ParsedFile): readonly ParsedFile[] {
  return parts.flatMap((part) => {
    if (part.type === 'include') return [];
    return [...walkBlocks([...part.blocks, ...part.notes])].flatMap((block) =>
      block.type === 'code' && block.language === 'markdown'
        ? [parseFile({ file, path: join(tour, file), root: tour, text: block.text }, 0).value]
        : [],
    );
  });
}

function isNamed(name: string, text: string): boolean {
  return new RegExp(`(?<![\\w-])${name}(?![\\w-])`).test(text);
}

function read(name: string): string {
  return readFileSync(join(tour, name), 'utf8');
}

function parsedFile(name: string): ParsedFile {
  const text = read(name);
  const head = splitFrontMatter(text);
  return parseFile(
    { file: name, path: join(tour, name), root: tour, text },
    head.kind === 'found' ? head.bodyStart : 0,
  ).value;
}

function namesOf(block: Block): readonly string[] {
  if (block.type === 'container') return [block.name];
  if (block.type === 'callout') return [block.kind, 'callout'];
  return [block.type];
}

function keysIn(all: readonly Attributes[]): ReadonlySet<string> {
  return new Set(all.flatMap(({ pairs }) => pairs.map(({ key }) => key)));
}

function value({ pairs }: ParsedSlide['attributes'], key: string): string | null {
  return pairs.find((pair) => pair.key === key)?.value ?? null;
}

/** What stands behind the languages of a file's fences. */
function fences({ file }: ParsedFile): readonly string[] {
  return [...read(file).matchAll(/^ {0,3}(?:`{3,}|~{3,})(.*)$/gm)].map(([, info = '']) => info);
}

/** The keys of a YAML text as dotted paths, whatever edition or list they stand in. */
function settingsIn(yaml: string): readonly string[] {
  const read = parseYaml(yaml);
  if (read === null || typeof read !== 'object') return [];
  const nested = (key: string, inside: unknown): readonly string[] => {
    const list = Array.isArray(inside) ? inside : [inside];
    return list.flatMap((one) =>
      one !== null && typeof one === 'object' ? Object.keys(one).map((name) => `${key}.${name}`) : [],
    );
  };
  return Object.entries(read).flatMap(([key, inside]) => [key, ...nested(key, inside)]);
}

/** What stands in code, in words and in blocks. */
function code(text: string): string {
  const fenced = [...text.matchAll(/^(`{3,}).*?^\1/gms)].map(([whole]) => whole);
  const spans = [...text.replaceAll(/^(`{3,}).*?^\1/gms, '').matchAll(/`[^`\n]+`/g)].map(([whole]) => whole);
  return [...fenced, ...spans].join('\n');
}
