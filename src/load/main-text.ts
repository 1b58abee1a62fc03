import { readdirSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { Written } from '../config/written.js';
import { diagnostic, type Noticed } from '../diagnostics/diagnostic.js';
import type { SourceFile } from '../diagnostics/source.js';
import type { ModuleSource } from './deck-source.js';
import { moduleSource } from './read-modules.js';
import { readTextInside } from './read-text.js';

/**
 * The text of a deck that is a single file: what stands below its front matter. With `blamed` something is wrong
 * with the settings already.
 */
export function ownText(
  written: Written,
  source: SourceFile,
  bodyStart: number,
  blamed: boolean,
): Noticed<ModuleSource> {
  const module = { source, bodyStart, head: { title: null, lang: null } };
  const body = source.text.slice(bodyStart);
  if (blamed || someCutHasNoList(written) || body.trim() === '') return { value: module, diagnostics: [] };
  const start = bodyStart + body.search(/\S/);
  const lineEnd = source.text.indexOf('\n', start);
  const end = lineEnd === -1 ? source.text.length : lineEnd;
  const problem = diagnostic(
    'deck/text-beside-modules',
    { file: source.file, start, end },
    'The front matter names modules, so this text is in no part of the deck.',
    { hint: 'Move it into a file of its own and name that file in `modules`.' },
  );
  return { value: module, diagnostics: [problem] };
}

/**
 * The text of a `deck.yaml` that names no modules: `index.md`, `deck.md`, or the only Markdown file beside it.
 * With `blamed` the missing name may be among what was wrong with the settings.
 */
export async function readMain(
  written: Written,
  settings: SourceFile,
  cwd: string,
  blamed: boolean,
): Promise<Noticed<ModuleSource | null>> {
  if (!someCutHasNoList(written)) return { value: null, diagnostics: [] };
  const texts = readdirSync(dirname(settings.path))
    .filter((name) => name.endsWith('.md') && name.toLowerCase() !== 'readme.md')
    .sort();
  const named = ['index.md', 'deck.md'].find((name) => texts.includes(name));
  const main = named ?? (texts.length === 1 ? texts[0] : undefined);
  const start = { file: settings.file, start: 0, end: 0 };
  if (main !== undefined) {
    // A name on disk is no reference yet: a percent sign in it is itself.
    const text = readTextInside(main.replaceAll('%', '%25'), settings, cwd, 'The file', start);
    if (text.value === null) return { value: null, diagnostics: text.diagnostics };
    const module = await moduleSource(text.value);
    return { value: module.value, diagnostics: [...text.diagnostics, ...module.diagnostics] };
  }
  if (blamed) return { value: null, diagnostics: [] };
  const which =
    texts.length === 0
      ? 'no Markdown file lies beside it'
      : `of the ${texts.length} Markdown files beside it none is \`index.md\` or \`deck.md\``;
  const message = `\`${basename(settings.path)}\` names no modules, and ${which}.`;
  const list = texts.slice(0, 5).join(', ') || 'why.md, how.md';
  const hint = `List the files of the deck in their order, such as \`modules: [${list}]\`.`;
  return { value: null, diagnostics: [diagnostic('deck/no-modules', start, message, { hint })] };
}

/** Whether the deck, or an edition of it, is made of a text and not of modules. */
function someCutHasNoList({ values, editions, places }: Written): boolean {
  // A wrong `modules` has been reported, and no text is meant.
  if (values.modules !== undefined || places.has('modules')) return false;
  return editions.length === 0 || editions.some((edition) => edition.values.modules === undefined);
}
