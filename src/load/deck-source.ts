import { readdirSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { ModuleReference, Settings } from '../config/settings.js';
import { type PartHead, readPartHead, readWritten, type Written } from '../config/written.js';
import { isDeckFile } from '../config/yaml-tree.js';
import { type Diagnostic, diagnostic, type Noticed } from '../diagnostics/diagnostic.js';
import type { SourceFile, Span } from '../diagnostics/source.js';
import { readText, readTextInside } from './read-text.js';

/** A deck as it lies on disk: its settings and the texts of its modules, read and not yet parsed. */
export interface DeckSource {
  /** Path below the argument without ending, with `/`: the folder that its products go to. */
  readonly name: string;
  /** The path on the command line that led to it. */
  readonly argument: string;
  /** Absolute real path of the content root. */
  readonly root: string;
  /** `deck.yaml`, or the only file of the deck. */
  readonly settings: SourceFile;
  readonly written: Written;
  /**
   * The text of a deck without `modules`; null for a deck with modules, and where it could not be read, which
   * is an error.
   */
  readonly main: ModuleSource | null;
  /**
   * Every module that the deck or one of its editions names, by the path as it is written there. One that could
   * not be read is not among them, which is an error.
   */
  readonly modules: ReadonlyMap<string, ModuleSource>;
}

/** A Markdown file of a deck. */
export interface ModuleSource {
  readonly source: SourceFile;
  /** Where the Markdown starts, below the front matter. */
  readonly bodyStart: number;
  readonly head: PartHead;
}

/** The files of one cut of a deck in their order, each with the entry that names it; null for a single file. */
export function modulesOf(
  deck: DeckSource,
  settings: Pick<Settings, 'modules'>,
): readonly { readonly module: ModuleSource; readonly reference: ModuleReference | null }[] {
  if (settings.modules === null) return deck.main === null ? [] : [{ module: deck.main, reference: null }];
  return settings.modules.flatMap((reference) => {
    const module = deck.modules.get(reference.file);
    return module === undefined ? [] : [{ module, reference }];
  });
}

/** Reads a deck from its `deck.yaml` or its only file; null where that cannot be read. */
export async function readDeck(
  at: { readonly name: string; readonly argument: string; readonly path: string },
  root: string,
  cwd: string,
): Promise<Noticed<DeckSource | null>> {
  const settings = readText({ path: at.path, root, cwd }, null);
  if (settings.value === null) return { value: null, diagnostics: settings.diagnostics };
  const head = await readWritten(settings.value);
  const { written, bodyStart } = head.value;
  const modules = await readModules(written, settings.value, cwd);
  const main = await readMain(written, settings.value, bodyStart, cwd);
  return {
    value: {
      name: at.name,
      argument: at.argument,
      root,
      settings: settings.value,
      written,
      main: main.value,
      modules: modules.value,
    },
    diagnostics: [settings, head, modules, main].flatMap((one) => one.diagnostics),
  };
}

async function readModules(
  written: Written,
  settings: SourceFile,
  cwd: string,
): Promise<Noticed<ReadonlyMap<string, ModuleSource>>> {
  const modules = new Map<string, ModuleSource>();
  const diagnostics: Diagnostic[] = [];
  const looked = new Set<string>();
  for (const { file, span } of moduleReferences(written)) {
    if (looked.has(file)) continue;
    looked.add(file);
    const text = readTextInside(file, settings, cwd, 'The module', span);
    diagnostics.push(...text.diagnostics);
    if (text.value === null) continue;
    const module = await moduleSource(text.value);
    diagnostics.push(...module.diagnostics);
    modules.set(file, module.value);
  }
  return { value: modules, diagnostics: [...diagnostics, ...namedTwice(written, modules)] };
}

async function moduleSource(source: SourceFile): Promise<Noticed<ModuleSource>> {
  const { value, diagnostics } = await readPartHead(source);
  return { value: { source, bodyStart: value.bodyStart, head: value.written }, diagnostics };
}

/** What the deck names, then what its editions name. */
function moduleReferences(written: Written): readonly { readonly file: string; readonly span: Span }[] {
  return moduleLists(written).flatMap(({ path, modules }) =>
    modules.flatMap(({ file }, index) => {
      const span = written.places.get(`${path}.${index}.file`) ?? written.places.get(`${path}.${index}`);
      return span === undefined ? [] : [{ file, span }];
    }),
  );
}

function moduleLists(written: Written) {
  return [
    { path: 'modules', modules: written.values.modules ?? [] },
    ...written.editions.map(({ name, values }) => ({
      path: `editions.${name}.modules`,
      modules: values.modules ?? [],
    })),
  ];
}

/** A module is a section, and a deck with the same section twice has every id of it twice. */
function namedTwice(written: Written, modules: ReadonlyMap<string, ModuleSource>): readonly Diagnostic[] {
  const problems: Diagnostic[] = [];
  for (const list of moduleLists(written)) {
    const first = new Map<string, Span>();
    for (const [index, { file }] of list.modules.entries()) {
      const path = modules.get(file)?.source.path;
      const span = written.places.get(`${list.path}.${index}`);
      if (path === undefined || span === undefined) continue;
      const before = first.get(path);
      if (before === undefined) first.set(path, span);
      else {
        problems.push(
          diagnostic('deck/module-twice', span, `The module \`${file}\` stands twice in this list.`, {
            hint: 'Remove one of the two.',
            related: [{ message: 'It stands here first.', span: before }],
          }),
        );
      }
    }
  }
  return problems;
}

/** The text of a deck that names no modules: the file itself, or the one beside `deck.yaml` that must be meant. */
async function readMain(
  written: Written,
  settings: SourceFile,
  bodyStart: number,
  cwd: string,
): Promise<Noticed<ModuleSource | null>> {
  if (!isDeckFile(settings)) {
    return { value: { source: settings, bodyStart, head: { title: null, lang: null } }, diagnostics: [] };
  }
  // A cut without a list needs the text; where `modules` is there and wrong, that has been reported.
  const { values, editions, places } = written;
  const listed = editions.length > 0 && editions.every((edition) => edition.values.modules !== undefined);
  if (listed || values.modules !== undefined || places.has('modules'))
    return { value: null, diagnostics: [] };
  const names = readdirSync(dirname(settings.path)).filter((name) => name.endsWith('.md'));
  const texts = names.filter((name) => name.toLowerCase() !== 'readme.md').sort();
  const [only] = texts;
  const main =
    ['index.md', 'deck.md'].find((name) => texts.includes(name)) ?? (texts.length === 1 ? only : undefined);
  if (main === undefined) {
    const which =
      texts.length === 0
        ? 'no Markdown file lies beside it'
        : `${texts.length} Markdown files lie beside it and none is \`index.md\` or \`deck.md\``;
    const message = `\`${basename(settings.path)}\` names no modules, and ${which}.`;
    const list = texts.slice(0, 5).join(', ') || 'why.md, how.md';
    return {
      value: null,
      diagnostics: [
        diagnostic('deck/no-modules', { file: settings.file, start: 0, end: 0 }, message, {
          hint: `List the files of the deck in their order, such as \`modules: [${list}]\`.`,
        }),
      ],
    };
  }
  const text = readTextInside(encodeURI(main), settings, cwd, 'The file', {
    file: settings.file,
    start: 0,
    end: 0,
  });
  if (text.value === null) return { value: null, diagnostics: text.diagnostics };
  const module = await moduleSource(text.value);
  return { value: module.value, diagnostics: [...text.diagnostics, ...module.diagnostics] };
}
