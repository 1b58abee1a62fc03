import type { BaseIssue } from 'valibot';
import { type Diagnostic, diagnostic, type Noticed } from '../diagnostics/diagnostic.js';
import { didYouMeanHint } from '../diagnostics/did-you-mean.js';
import type { SourceFile, Span } from '../diagnostics/source.js';
import { foreignKey, foreignTheme, revealKeys } from './foreign-keys.js';
import { notYet } from './not-yet.js';
import {
  breaksEntries,
  checkValue,
  entries,
  handoutEntries,
  type Key,
  moduleEntries,
  textKeys,
  type WrittenValues,
} from './schema.js';
import type { PartHead, Written, WrittenEdition } from './written.js';
import { isDeckFile, type YamlObject, type YamlTree, type YamlValue } from './yaml-tree.js';

/** Turns the YAML of a deck's settings into `Written`, and notes every key that is wrong. */
export function readSettings(source: SourceFile, tree: YamlTree): Noticed<Written> {
  const reader = new SettingsReader(source, tree);
  const { editions, ...own } = tree.value;
  const values = reader.keys(own, '', [...Object.keys(entries), 'editions']);
  const cuts = editions === undefined || editions === null ? [] : reader.editions(editions);
  reader.checkModuleTimes(values, '', cuts);
  for (const cut of cuts) reader.checkModuleTimes(cut.values, `editions.${cut.name}.`, cuts);
  const written = {
    values,
    editions: cuts,
    places: reader.places,
    keyPlaces: reader.keyPlaces,
  };
  return { value: written, diagnostics: reader.problems };
}

/** Turns the front matter of a module or an included file into what it may say. */
export function readPartSettings(source: SourceFile, tree: YamlTree): Noticed<PartHead> {
  const reader = new SettingsReader(source, tree);
  const values = reader.partKeys(tree.value);
  return {
    value: { title: values.title ?? null, lang: values.lang ?? null },
    diagnostics: reader.problems,
  };
}

/** The keys inside a key, for those that have some. */
const nested: readonly { readonly path: RegExp; readonly keys: readonly string[] }[] = [
  { path: /^handout$/, keys: Object.keys(handoutEntries) },
  { path: /^breaks$/, keys: Object.keys(breaksEntries) },
  { path: /^modules\.\d+$/, keys: Object.keys(moduleEntries) },
];

/** Keys that decide how Markdown is read. */
const keysOfReading: ReadonlySet<string> = new Set(['dialect', 'split', 'math', ...revealKeys]);

const editionName = /^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u;

class SettingsReader {
  readonly problems: Diagnostic[] = [];
  readonly places: Map<string, Span>;
  readonly keyPlaces: Map<string, Span>;
  readonly #source: SourceFile;
  readonly #tree: YamlTree;
  readonly #where: string;

  constructor(source: SourceFile, tree: YamlTree) {
    this.#source = source;
    this.#tree = tree;
    this.places = new Map(tree.places);
    this.keyPlaces = new Map(tree.keyPlaces);
    const name = source.file.slice(source.file.lastIndexOf('/') + 1);
    this.#where = isDeckFile(source) ? `\`${name}\`` : 'the front matter';
  }

  /** The settings of a deck or of an edition. `prefix` is '' or `editions.talk.`. */
  keys(written: YamlObject, prefix: string, candidates: readonly string[]): WrittenValues {
    const own: Record<string, YamlValue> = {};
    for (const [key, value] of Object.entries(written)) {
      if (Object.hasOwn(entries, key)) own[key] = this.#asText(key, value, prefix + key);
      else if (revealKeys.has(key)) this.#revealKey(key, prefix, written, own);
      else if (!this.#foreign(key, value, prefix, written, own)) this.#unknown(key, prefix + key, candidates);
    }
    const values: Record<string, unknown> = {};
    for (const [key, value] of Object.entries(own)) {
      // A key without a value is a line of a form that nobody filled in.
      if (value === null) continue;
      this.#check(key as Key, this.#withoutUnknown(value, key, prefix), prefix, values);
    }
    this.#foreignTheme(values, prefix);
    for (const { path, what } of notYet(values)) {
      const message = `${what} comes in a later version; \`${path}\` has no effect yet.`;
      this.problems.push(diagnostic('deck/not-yet', this.#placeOf(prefix + path), message));
    }
    return values;
  }

  editions(written: YamlValue): WrittenEdition[] {
    if (!isObject(written)) {
      this.#wrongType('editions', 'a mapping of names and keys, such as `talk: { duration: 45m }`');
      return [];
    }
    const editions: WrittenEdition[] = [];
    for (const [name, value] of Object.entries(written)) {
      const path = `editions.${name}`;
      const nameSpan = this.#keyPlaceOf(path);
      if (!editionName.test(name)) {
        const message = `\`${name}\` cannot name an edition, since it also names a folder.`;
        const hint = 'Use letters, digits, `-` and `_`.';
        this.problems.push(diagnostic('deck/bad-edition-name', nameSpan, message, { hint }));
      } else if (value === null) {
        editions.push({ name, nameSpan, values: {} });
      } else if (isObject(value)) {
        editions.push({ name, nameSpan, values: this.#keysOfEdition(value, path) });
      } else {
        this.#wrongType(path, 'the keys that the edition overrides, such as `{ duration: 45m }`');
      }
    }
    return editions;
  }

  /** All editions are cut from the same slides, so none of them can have the files read in its own way. */
  #keysOfEdition(written: YamlObject, path: string): WrittenValues {
    for (const key of Object.keys(written).filter((one) => keysOfReading.has(one))) {
      const message = `\`${key}\` says how the files of the deck are read, which is the same for all editions.`;
      const hint = 'Write it beside `editions`, where it is the deck’s.';
      this.problems.push(
        diagnostic('deck/not-in-edition', this.#keyPlaceOf(`${path}.${key}`), message, { hint }),
      );
    }
    return this.keys(written, `${path}.`, Object.keys(entries));
  }

  /** A time for an edition that does not exist plans nothing. */
  checkModuleTimes(values: WrittenValues, prefix: string, editions: readonly WrittenEdition[]): void {
    const names = editions.map((edition) => edition.name);
    for (const [index, module] of (values.modules ?? []).entries()) {
      for (const name of Object.keys(module.time).filter((one) => !names.includes(one))) {
        const span = this.#keyPlaceOf(`${prefix}modules.${index}.time.${name}`);
        const message = `The deck has no edition \`${name}\`.`;
        this.problems.push(
          diagnostic('deck/unknown-edition', span, message, { hint: didYouMeanHint(name, names) }),
        );
      }
    }
  }

  partKeys(written: YamlObject): WrittenValues {
    const values: Record<string, unknown> = {};
    for (const [key, value] of Object.entries(written)) {
      if (key === 'title' || key === 'lang') {
        if (value !== null) this.#check(key, this.#asText(key, value, key), '', values);
      } else if (Object.hasOwn(entries, key) || foreignKey(key) !== null || key === 'editions') {
        const message = `\`${key}\` has no effect here: this file is part of a deck.`;
        const hint = 'Only `title` and `lang` may stand here; the rest belongs to the deck.';
        this.problems.push(diagnostic('deck/key-of-deck', this.#keyPlaceOf(key), message, { hint }));
      } else {
        this.#unknown(key, key, ['title', 'lang']);
      }
    }
    return values;
  }

  /** `version: 1.10` is written as a number and meant as text. */
  #asText(key: string, value: YamlValue, path: string): YamlValue {
    if (!textKeys.has(key)) return value;
    if (Array.isArray(value)) return value.map((item, index) => this.#asText(key, item, `${path}.${index}`));
    return typeof value === 'number' ? (this.#tree.numerals.get(path) ?? String(value)) : value;
  }

  #check(key: Key, value: YamlValue, prefix: string, values: Record<string, unknown>): void {
    const result = checkValue(key, value);
    if (result.success) {
      values[key] = result.output;
      return;
    }
    for (const issue of result.issues) {
      const { path, message } = deepest(issue, []);
      this.#wrongType([prefix + key, ...path].join('.'), message);
    }
  }

  #wrongType(path: string, expected: string): void {
    const span = this.#placeOf(path);
    const shown = this.#shown(span);
    const message = `\`${path}\` should be ${expected}; it is ${shown === '' ? 'empty' : `\`${shown}\``}.`;
    this.problems.push(diagnostic('deck/wrong-type', span, message));
  }

  #unknown(key: string, path: string, candidates: readonly string[]): void {
    this.problems.push(
      diagnostic('deck/unknown-key', this.#keyPlaceOf(path), `Unknown key \`${key}\` in ${this.#where}.`, {
        hint: didYouMeanHint(key, candidates),
      }),
    );
  }

  /** Takes unknown keys out of `handout`, `breaks` and entries of `modules`, so that each is reported once. */
  #withoutUnknown(value: YamlValue, path: string, prefix: string): YamlValue {
    if (Array.isArray(value)) {
      return value.map((item, index) => this.#withoutUnknown(item, `${path}.${index}`, prefix));
    }
    const keys = nested.find((one) => one.path.test(path))?.keys;
    if (keys === undefined || !isObject(value)) return value;
    const known: Record<string, YamlValue> = {};
    for (const [key, inner] of Object.entries(value)) {
      if (!keys.includes(key)) this.#unknown(key, `${prefix}${path}.${key}`, keys);
      else if (inner !== null) known[key] = inner;
    }
    return known;
  }

  #foreign(
    key: string,
    value: YamlValue,
    prefix: string,
    written: YamlObject,
    own: Record<string, YamlValue>,
  ): boolean {
    const foreign = foreignKey(key);
    if (foreign === null) return false;
    const { same, tool, advice } = foreign;
    const converted = same === undefined || Object.hasOwn(written, same.key) ? null : same.convert(value);
    if (same !== undefined && converted !== null) {
      own[same.key] = converted;
      this.places.set(prefix + same.key, this.#placeOf(prefix + key));
      this.keyPlaces.set(prefix + same.key, this.#keyPlaceOf(prefix + key));
      return true;
    }
    const message = `\`${key}\` is a key of ${tool} and has no effect here.`;
    this.problems.push(
      diagnostic('deck/foreign-key', this.#keyPlaceOf(prefix + key), message, { hint: advice }),
    );
    return true;
  }

  #revealKey(key: string, prefix: string, written: YamlObject, own: Record<string, YamlValue>): void {
    const message = `\`${key}\` belongs to \`dialect: reveal\`, which comes in a later version; it has no effect yet.`;
    this.problems.push(diagnostic('deck/not-yet', this.#keyPlaceOf(prefix + key), message));
    if (!Object.hasOwn(written, 'dialect') && !Object.hasOwn(own, 'dialect')) {
      this.places.set(`${prefix}dialect`, this.#keyPlaceOf(prefix + key));
    }
  }

  #foreignTheme(values: Record<string, unknown>, prefix: string): void {
    const name = values.theme;
    const tool = typeof name === 'string' ? foreignTheme(name) : null;
    if (tool === null) return;
    delete values.theme;
    const message = `\`${name}\` is a theme of ${tool}; the deck gets our own instead.`;
    const hint = 'Leave `theme` out, or name one of ours, such as `harbor`.';
    this.problems.push(diagnostic('deck/foreign-theme', this.#placeOf(`${prefix}theme`), message, { hint }));
  }

  /** The place of the value, or of the nearest thing around it that has one. */
  #placeOf(path: string): Span {
    for (let inner = path; inner !== ''; inner = inner.slice(0, Math.max(0, inner.lastIndexOf('.')))) {
      const span = this.places.get(inner);
      if (span !== undefined) return span;
    }
    return { file: this.#source.file, start: 0, end: 0 };
  }

  #keyPlaceOf(path: string): Span {
    return this.keyPlaces.get(path) ?? this.#placeOf(path);
  }

  /** The author's own words, at most a line of them. */
  #shown(span: Span): string {
    const [line = ''] = this.#source.text.slice(span.start, span.end).split('\n');
    return line.length > 40 ? `${line.slice(0, 39)}…` : line;
  }
}

function isObject(value: YamlValue): value is YamlObject {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

/** Of a value that fits none of several types: what was wrong with the one that came furthest. */
function deepest(
  issue: BaseIssue<unknown>,
  before: readonly unknown[],
): { readonly path: readonly unknown[]; readonly message: string } {
  const path = [...before, ...(issue.path ?? []).map((item) => item.key)];
  const inner = (issue.issues ?? []).filter((one) => one.path !== undefined).map((one) => deepest(one, path));
  return inner.reduce((best, one) => (one.path.length > best.path.length ? one : best), {
    path,
    message: issue.message,
  });
}
