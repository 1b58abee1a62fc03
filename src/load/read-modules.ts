import { readPartHead, type Written } from '../config/written.js';
import { type Diagnostic, diagnostic, type Noticed } from '../diagnostics/diagnostic.js';
import type { SourceFile, Span } from '../diagnostics/source.js';
import type { ModuleSource } from './deck-source.js';
import { readTextInside } from './read-text.js';

/** Reads every module that the deck or one of its editions names, each once. */
export async function readModules(
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

/** A part of a deck with what its front matter says of itself. */
export async function moduleSource(source: SourceFile): Promise<Noticed<ModuleSource>> {
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

interface ModuleList {
  /** Where the list stands, as a path of keys. */
  readonly path: string;
  readonly modules: readonly { readonly file: string }[];
}

function moduleLists(written: Written): readonly ModuleList[] {
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
