import { readYaml } from '../config/yaml-tree.js';
import { type Diagnostic, hasErrors, type Noticed } from '../diagnostics/diagnostic.js';
import type { SourceFile, Span } from '../diagnostics/source.js';
import { type NamedFolder, readTemplates } from '../load/read-templates.js';
import { syntaxProblems } from '../theme/broken-template.js';
import { knownWords, type SomeWords } from '../theme/own-words.js';
import { idlePartials, kindOfTemplate, templateNames, unknownTemplate } from '../theme/template-names.js';
import { wordNames } from '../theme/words.js';
import { nothingOwn, type Own } from './own.js';

/**
 * Reads the folder that `templates:` names, and says what is wrong in it before anything is made of it. With an error nothing
 * of it is used.
 *
 * @param from the file that names it
 * @param ours Deckhand's own folder
 */
export async function ownTemplates(
  named: NamedFolder,
  from: SourceFile,
  cwd: string,
  ours: string,
): Promise<Noticed<Own & { readonly sources: readonly SourceFile[] }>> {
  const names = templateNames(ours);
  const read = readTemplates(named, from, cwd, (path) => kindOfTemplate(path, names));
  const diagnostics: Diagnostic[] = [...read.diagnostics];
  const { files, others } = read.value;
  const idle = idlePartials(files, names);
  for (const path of [...others.filter((one) => one !== 'README.md'), ...idle]) {
    diagnostics.push(unknownTemplate(path, names, named.span));
  }
  const templates = new Map(
    [...files].filter(([path]) => !idle.includes(path) && !path.startsWith('words/')),
  );
  diagnostics.push(...syntaxProblems(templates));
  const words = new Map<string, SomeWords>();
  for (const [path, file] of files) {
    if (!path.startsWith('words/')) continue;
    const own = await readWords(file, ours);
    diagnostics.push(...own.diagnostics);
    words.set(path.slice('words/'.length, -'.yaml'.length).toLowerCase(), own.value);
  }
  const own = hasErrors(diagnostics) ? nothingOwn : { templates, words };
  return { value: { ...own, sources: [...files.values()] }, diagnostics };
}

async function readWords(file: SourceFile, ours: string): Promise<Noticed<SomeWords>> {
  const tree = await readYaml(file, { start: 0, end: file.text.length });
  const { places, keyPlaces, value } = tree.value;
  const start: Span = { file: file.file, start: 0, end: 0 };
  const known = knownWords(value, wordNames(ours), {
    key: (path) => keyPlaces.get(path) ?? start,
    value: (path) => places.get(path) ?? start,
  });
  return { value: known.value, diagnostics: [...tree.diagnostics, ...known.diagnostics] };
}
