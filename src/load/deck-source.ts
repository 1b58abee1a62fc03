import type { ReadingFlags } from '../config/dialect.js';
import type { ModuleReference, Settings } from '../config/settings.js';
import { type PartHead, readWritten, type Written } from '../config/written.js';
import { isDeckFile } from '../config/yaml-tree.js';
import { hasErrors, type Noticed } from '../diagnostics/diagnostic.js';
import type { SourceFile } from '../diagnostics/source.js';
import { readFilesBeside } from './files-beside.js';
import { ownText, readMain } from './main-text.js';
import { readModules } from './read-modules.js';
import { readText } from './read-text.js';

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
  /** `reveal-md.json` and `reveal.json`, where they lie beside it. */
  readonly beside: readonly SourceFile[];
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

/**
 * Reads a deck from its `deck.yaml` or its only file; null where that cannot be read.
 *
 * @param flags what the command line says about how decks are read
 */
export async function readDeck(
  at: { readonly name: string; readonly argument: string; readonly path: string },
  root: string,
  cwd: string,
  flags: ReadingFlags,
): Promise<Noticed<DeckSource | null>> {
  const settings = readText({ path: at.path, root, cwd }, null);
  if (settings.value === null) return { value: null, diagnostics: settings.diagnostics };
  const beside = readFilesBeside(settings.value, cwd);
  const head = await readWritten(settings.value, flags, beside.value);
  const { written, bodyStart } = head.value;
  const modules = await readModules(written, settings.value, cwd);
  const blamed = hasErrors(head.diagnostics);
  const main = isDeckFile(settings.value)
    ? await readMain(written, settings.value, cwd, blamed)
    : ownText(written, settings.value, bodyStart, blamed);
  return {
    value: {
      name: at.name,
      argument: at.argument,
      root,
      settings: settings.value,
      beside: beside.value,
      written,
      main: main.value,
      modules: modules.value,
    },
    diagnostics: [settings, beside, head, modules, main].flatMap((one) => one.diagnostics),
  };
}
