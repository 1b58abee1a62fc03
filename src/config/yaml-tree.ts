import type { Document, Node, YAMLError, YAMLMap, YAMLSeq } from 'yaml';
import { type Diagnostic, diagnostic, type Noticed } from '../diagnostics/diagnostic.js';
import type { SourceFile, Span } from '../diagnostics/source.js';
import { yamlAdvice } from './yaml-advice.js';
import { yamlLimit } from './yaml-limits.js';

export type YamlValue = string | number | boolean | null | readonly YamlValue[] | YamlObject;
export interface YamlObject {
  readonly [key: string]: YamlValue;
}

/** Settings as YAML holds them: plain values, and the place of every one by its dotted path, as `handout.slides`. */
export interface YamlTree {
  readonly value: YamlObject;
  readonly places: ReadonlyMap<string, Span>;
  readonly keyPlaces: ReadonlyMap<string, Span>;
  /** What stands in the file where YAML read a number: `1.10`, not 1.1. */
  readonly numerals: ReadonlyMap<string, string>;
}

export const emptyTree: YamlTree = {
  value: {},
  places: new Map(),
  keyPlaces: new Map(),
  numerals: new Map(),
};

/** Aliases count as often as they are used; settings of ours have a hundred values. */
const mostValues = 10_000;

/** `deck/` codes for what went wrong; the tree is empty where the text is no YAML or no mapping. */
export async function readYaml(
  source: SourceFile,
  range: { readonly start: number; readonly end: number },
): Promise<Noticed<YamlTree>> {
  const text = source.text.slice(range.start, range.end);
  const spanOf = (start: number, end: number): Span => ({
    file: source.file,
    start: range.start + Math.min(start, text.length),
    end: range.start + Math.min(Math.max(start, end), text.length),
  });

  const limit = yamlLimit(text);
  if (limit !== null) {
    const problem = diagnostic('deck/yaml-limit', spanOf(limit.start, limit.end), limit.message);
    return { value: emptyTree, diagnostics: [problem] };
  }
  if (text.trim() === '') return { value: emptyTree, diagnostics: [] };

  // Loaded here since it takes longer than everything else a deck without settings needs.
  // The package is CommonJS: its default export is there however this module was bundled.
  const { default: yaml } = await import('yaml');
  const document = yaml.parseDocument(text, {
    version: '1.2',
    schema: 'core',
    stringKeys: true,
    merge: false,
    prettyErrors: false,
    logLevel: 'error',
    // Quadratic in the number of keys; the reader below notices what stands twice.
    uniqueKeys: false,
  });
  const wrong = [...document.errors, ...document.warnings].sort((a, b) => a.pos[0] - b.pos[0])[0];
  if (wrong !== undefined) {
    return { value: emptyTree, diagnostics: [badYaml(wrong, source, text, spanOf)] };
  }
  const reader = new TreeReader(yaml, spanOf, text);
  return reader.read(document);
}

/** The first problem only: the ones after it are mostly its echoes. */
function badYaml(
  error: YAMLError,
  source: SourceFile,
  text: string,
  spanOf: (start: number, end: number) => Span,
): Diagnostic {
  const json = source.file.endsWith('.json');
  const place = json || isDeckFile(source) ? `\`${nameOf(source)}\`` : 'The front matter';
  const advice = yamlAdvice(error.code, error.message, text, error.pos[0]);
  return diagnostic(
    'deck/bad-yaml',
    spanOf(error.pos[0], error.pos[1]),
    `${place} is not ${json ? 'JSON' : 'YAML'}: ${advice.what}.`,
    { hint: advice.hint },
  );
}

/** Settings stand in a file of their own, not above a text. */
export function isDeckFile(source: SourceFile): boolean {
  return /\.ya?ml$/.test(source.file);
}

function nameOf(source: SourceFile): string {
  return source.file.slice(source.file.lastIndexOf('/') + 1);
}

type Yaml = typeof import('yaml');

/** Walks the nodes in the order of the document, which is also the order in which anchors become known. */
class TreeReader {
  readonly #yaml: Yaml;
  readonly #spanOf: (start: number, end: number) => Span;
  readonly #text: string;
  readonly #places = new Map<string, Span>();
  readonly #keyPlaces = new Map<string, Span>();
  readonly #numerals = new Map<string, string>();
  readonly #anchors = new Map<string, Node>();
  /** Anchors whose nodes are being read: an alias to one of them has no end. */
  readonly #open = new Set<Node>();
  readonly #problems: Diagnostic[] = [];
  #values = 0;

  constructor(yaml: Yaml, spanOf: (start: number, end: number) => Span, text: string) {
    this.#yaml = yaml;
    this.#spanOf = spanOf;
    this.#text = text;
  }

  read(document: Document.Parsed): Noticed<YamlTree> {
    const root = document.contents;
    if (root === null || (this.#yaml.isScalar(root) && root.value === null)) {
      return { value: emptyTree, diagnostics: [] };
    }
    if (!this.#yaml.isMap(root)) {
      const problem = diagnostic(
        'deck/not-a-mapping',
        this.#spanOf(root.range[0], this.#endOfLine(root.range[0])),
        'The settings are not `key: value` pairs.',
        { hint: 'Write one setting a line, with a space after the colon, such as `title: My talk`.' },
      );
      return { value: emptyTree, diagnostics: [problem] };
    }
    const value = this.#map(root, '', null);
    if (this.#values > mostValues) {
      const problem = diagnostic(
        'deck/yaml-limit',
        this.#spanOf(0, this.#endOfLine(0)),
        'These settings hold more than 10,000 values, counting an alias as often as it is used.',
      );
      return { value: emptyTree, diagnostics: [problem] };
    }
    return {
      value: { value, places: this.#places, keyPlaces: this.#keyPlaces, numerals: this.#numerals },
      diagnostics: this.#problems,
    };
  }

  /** `used` is the alias through which the node is read: its place is the one that the author can change. */
  #value(node: unknown, path: string, used: Span | null): YamlValue {
    this.#values += 1;
    if (this.#values > mostValues || !this.#yaml.isNode(node)) return null;
    const span = used ?? this.#place(node);
    this.#places.set(path, span);
    if (this.#yaml.isAlias(node)) return this.#alias(node.source, path, span);
    if (node.anchor !== undefined) this.#anchors.set(node.anchor, node);
    this.#open.add(node);
    const value = this.#content(node, path, used);
    this.#open.delete(node);
    return value;
  }

  #content(node: Node, path: string, used: Span | null): YamlValue {
    if (this.#yaml.isMap(node)) return this.#map(node, path, used);
    if (this.#yaml.isSeq(node)) return this.#list(node, path, used);
    if (!this.#yaml.isScalar(node)) return null;
    const { value, source } = node;
    if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value;
    if (typeof value !== 'number') return source ?? String(value);
    if (source !== undefined) this.#numerals.set(path, source);
    return value;
  }

  #alias(name: string, path: string, span: Span): YamlValue {
    const target = this.#anchors.get(name);
    if (target === undefined || this.#open.has(target)) {
      const why = target === undefined ? 'names nothing above it' : 'stands inside what it names';
      this.#problems.push(
        diagnostic('deck/bad-yaml', span, `The alias \`*${name}\` ${why}.`, {
          hint: 'Quote the value if it is meant to be text that starts with `*`.',
        }),
      );
      return null;
    }
    return this.#value(target, path, span);
  }

  #list(node: YAMLSeq, path: string, used: Span | null): YamlValue {
    return node.items.map((item, index) => this.#value(item, `${path}.${index}`, used));
  }

  #map(node: YAMLMap, path: string, used: Span | null): YamlObject {
    // Without a prototype, so that a key named `__proto__` is a key.
    const object: Record<string, YamlValue> = Object.create(null);
    for (const pair of node.items) {
      const key = this.#yaml.isScalar(pair.key) ? String(pair.key.value ?? '') : '';
      const inner = path === '' ? key : `${path}.${key}`;
      const keyPlace = used ?? (this.#yaml.isNode(pair.key) ? this.#place(pair.key) : this.#place(node));
      const first = this.#keyPlaces.get(inner);
      if (first !== undefined && Object.hasOwn(object, key)) {
        this.#problems.push(
          diagnostic('deck/duplicate-key', keyPlace, `The key \`${key}\` stands here twice.`, {
            hint: 'Keep one of them.',
            related: [{ message: 'It stands here first.', span: first }],
          }),
        );
        continue;
      }
      this.#keyPlaces.set(inner, keyPlace);
      object[key] = this.#value(pair.value, inner, used);
      if (!this.#places.has(inner)) this.#places.set(inner, keyPlace);
    }
    return object;
  }

  #place(node: Node): Span {
    const [start, end] = node.range ?? [0, 0];
    return this.#spanOf(start, end);
  }

  #endOfLine(offset: number): number {
    const end = this.#text.indexOf('\n', offset);
    return end === -1 ? this.#text.length : end;
  }
}
