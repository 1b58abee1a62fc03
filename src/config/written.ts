import { type Diagnostic, diagnostic, type Noticed } from '../diagnostics/diagnostic.js';
import type { SourceFile, Span } from '../diagnostics/source.js';
import type { ReadingFlags } from './dialect.js';
import { splitFrontMatter } from './front-matter.js';
import type { WrittenValues } from './schema.js';
import { emptyTree, isDeckFile, readYaml, type YamlTree } from './yaml-tree.js';

/**
 * What an author wrote in `deck.yaml` or in front matter, and nothing else: `resolveSettings` fills in the rest.
 * Places are by dotted path, as `handout.slides`, `modules.0` or `editions.talk.duration`.
 */
export interface Written {
  readonly values: WrittenValues;
  /** In the order written; the first is the main one. */
  readonly editions: readonly WrittenEdition[];
  /** Where each value stands. A value without text (`title:`) has the place of its key. */
  readonly places: ReadonlyMap<string, Span>;
  readonly keyPlaces: ReadonlyMap<string, Span>;
}

export interface WrittenEdition {
  readonly name: string;
  readonly nameSpan: Span;
  readonly values: WrittenValues;
}

export const nothingWritten: Written = {
  values: {},
  editions: [],
  places: new Map(),
  keyPlaces: new Map(),
};

/** Settings, and where the text below them starts. */
export interface Head<T> {
  readonly written: T;
  readonly bodyStart: number;
}

/**
 * Reads the settings of a deck from its `deck.yaml`, or from the front matter of its only file.
 *
 * @param beside files of reveal-md that lie beside it and count as front matter where the deck does not say otherwise
 */
export async function readWritten(
  source: SourceFile,
  flags: ReadingFlags = {},
  beside: readonly SourceFile[] = [],
): Promise<Noticed<Head<Written>>> {
  const { value: own, diagnostics: noticed } = await readTree(source);
  const others = (flags.dialect ?? own.written.value.dialect) === 'deckhand' ? [] : beside;
  if (own.written === emptyTree && others.length === 0) {
    return { value: { written: nothingWritten, bodyStart: own.bodyStart }, diagnostics: noticed };
  }
  const tree =
    others.length === 0
      ? { value: own.written, diagnostics: [] }
      : await (await import('./settings-beside.js')).withSettingsBeside(own.written, others);
  const head = { written: tree.value, bodyStart: own.bodyStart };
  const diagnostics = [...noticed, ...tree.diagnostics];
  // Loaded with the first settings, as the YAML parser is.
  const { readSettings } = await import('./read-settings.js');
  const settings = readSettings([source, ...others], head.written, flags);
  return {
    value: { written: settings.value, bodyStart: head.bodyStart },
    diagnostics: [...diagnostics, ...settings.diagnostics],
  };
}

/** What a module or an included file may say of itself. */
export interface PartHead {
  readonly title: string | null;
  readonly lang: string | null;
}

/** Reads the front matter of a module or an included file: `title` and `lang`; other keys are reported. */
export async function readPartHead(source: SourceFile): Promise<Noticed<Head<PartHead>>> {
  const { value: head, diagnostics } = await readTree(source);
  const nothing: PartHead = { title: null, lang: null };
  if (head.written === emptyTree) {
    return { value: { written: nothing, bodyStart: head.bodyStart }, diagnostics };
  }
  const { readPartSettings } = await import('./read-settings.js');
  const part = readPartSettings(source, head.written);
  return {
    value: { written: part.value, bodyStart: head.bodyStart },
    diagnostics: [...diagnostics, ...part.diagnostics],
  };
}

async function readTree(source: SourceFile): Promise<Noticed<Head<YamlTree>>> {
  if (isDeckFile(source)) {
    const tree = await readYaml(source, { start: 0, end: source.text.length });
    return { value: { written: tree.value, bodyStart: source.text.length }, diagnostics: tree.diagnostics };
  }
  const found = splitFrontMatter(source.text);
  if (found.kind === 'none') return { value: { written: emptyTree, bodyStart: 0 }, diagnostics: [] };
  if (found.kind === 'unclosed') {
    const problem = diagnostic(
      'deck/unclosed-front-matter',
      { file: source.file, ...found.opening },
      'The first line opens front matter, and no line of three hyphens closes it.',
      { hint: 'Write `---` on a line of its own below the settings, or remove the first line.' },
    );
    return { value: { written: emptyTree, bodyStart: 0 }, diagnostics: [problem] };
  }
  const tree = await readYaml(source, found.yaml);
  const lost = lostHeading(source, found.yaml, tree.value);
  return {
    value: { written: tree.value, bodyStart: found.bodyStart },
    diagnostics: [...tree.diagnostics, ...(lost === null ? [] : [lost])],
  };
}

/** A deck whose first line is a divider: YAML takes its first slide, `# Hello`, for a comment. */
function lostHeading(
  source: SourceFile,
  yaml: { readonly start: number; readonly end: number },
  tree: YamlTree,
): Diagnostic | null {
  if (tree !== emptyTree) return null;
  const text = source.text.slice(yaml.start, yaml.end);
  const heading = /^#{1,6} (?!.*: ).*$/m.exec(text);
  if (heading === null || /^[^#\n]*\S/m.test(text.replaceAll(/^#.*$/gm, ''))) return null;
  const start = yaml.start + heading.index;
  return diagnostic(
    'deck/only-comments',
    { file: source.file, start, end: start + heading[0].length },
    'This line is a comment of the front matter that the first line opens, so it is not shown.',
    {
      hint: 'If the first line was meant to divide slides, remove it. A deck needs no divider at its start.',
    },
  );
}
