import { type Diagnostic, diagnostic, type Noticed } from '../diagnostics/diagnostic.js';
import { didYouMeanHint } from '../diagnostics/did-you-mean.js';
import type { SourceFile, Span } from '../diagnostics/source.js';
import { deepestIssue } from './deepest-issue.js';
import { dialectOf, type ReadingFlags, revealKeys } from './dialect.js';
import { foreignKey, foreignTheme } from './foreign-keys.js';
import { unknownModuleTimes } from './module-times.js';
import { onlyForReveal, unheeded } from './reveal-problems.js';
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
import type { YamlObject, YamlTree, YamlValue } from './yaml-tree.js';

/**
 * Turns the YAML of a deck's settings into `Written`, and notes every key that is wrong. In the dialect of reveal.js,
 * where other tools have read it before, what is wrong is left out with a warning.
 *
 * @param sources the files that the settings stand in; the deck's own goes first
 */
export function readSettings(
  sources: readonly [SourceFile, ...SourceFile[]],
  tree: YamlTree,
  flags: ReadingFlags,
): Noticed<Written> {
  const reader = new SettingsReader(sources, tree, flags);
  const { editions, ...own } = tree.value;
  const values = reader.keys(own, '', [...Object.keys(entries), 'editions']);
  const cuts = editions === undefined || editions === null ? [] : reader.editions(editions);
  const placeOf = (path: string) => reader.keyPlaceOf(path);
  const times = [
    { prefix: '', values },
    ...cuts.map((cut) => ({ prefix: `editions.${cut.name}.`, ...cut })),
  ].flatMap((one) => unknownModuleTimes(one.values, one.prefix, cuts, placeOf));
  const written = {
    values,
    editions: cuts,
    places: reader.places,
    keyPlaces: reader.keyPlaces,
  };
  return { value: written, diagnostics: [...reader.problems, ...times] };
}

/** Turns the front matter of a module or an included file into what it may say. */
export function readPartSettings(source: SourceFile, tree: YamlTree): Noticed<PartHead> {
  const reader = new SettingsReader([source], tree, { dialect: 'deckhand' });
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

const editionName = /^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u;

class SettingsReader {
  readonly problems: Diagnostic[] = [];
  readonly places: Map<string, Span>;
  readonly keyPlaces: Map<string, Span>;
  readonly #sources: readonly [SourceFile, ...SourceFile[]];
  readonly #tree: YamlTree;
  readonly #flags: ReadingFlags;
  /** Of what is being read: the deck's, or an edition's own. */
  #dialect: 'deckhand' | 'reveal';

  constructor(sources: readonly [SourceFile, ...SourceFile[]], tree: YamlTree, flags: ReadingFlags) {
    this.#sources = sources;
    this.#tree = tree;
    this.#flags = flags;
    this.#dialect = dialectOf(tree.value, flags);
    this.places = new Map(tree.places);
    this.keyPlaces = new Map(tree.keyPlaces);
  }

  /** The settings of a deck or of an edition. `prefix` is '' or `editions.talk.`. */
  keys(written: YamlObject, prefix: string, candidates: readonly string[]): WrittenValues {
    const own: Record<string, YamlValue> = {};
    for (const [key, value] of Object.entries(written)) {
      if (this.#dialect === 'deckhand' && isRevealKey(key)) {
        this.problems.push(onlyForReveal(key, this.keyPlaceOf(prefix + key)));
      } else if (Object.hasOwn(entries, key)) own[key] = this.#asText(key, value, prefix + key);
      else if (!this.#foreign(key, value, prefix, written, own)) this.#unknown(key, prefix + key, candidates);
    }
    const values: Record<string, unknown> = {};
    for (const [key, value] of Object.entries(own)) {
      // A key without a value is a line of a form that nobody filled in.
      if (value === null) continue;
      this.#check(key as Key, this.#withoutUnknown(value, key, prefix), prefix, values);
    }
    this.#foreignTheme(values, prefix);
    const options = (values as WrittenValues).revealOptions ?? {};
    const placed = (key: string) => {
      const span = this.#placeOf(`${prefix}revealOptions.${key}`);
      return { span, shown: this.#shown(span) };
    };
    this.problems.push(...unheeded(options, placed));
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
      const nameSpan = this.keyPlaceOf(path);
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

  #keysOfEdition(written: YamlObject, path: string): WrittenValues {
    const deck = this.#dialect;
    this.#dialect = dialectOf({ ...this.#tree.value, ...written }, this.#flags);
    const values = this.keys(written, `${path}.`, Object.keys(entries));
    this.#dialect = deck;
    return values;
  }

  partKeys(written: YamlObject): WrittenValues {
    const values: Record<string, unknown> = {};
    for (const [key, value] of Object.entries(written)) {
      if (key === 'title' || key === 'lang') {
        if (value !== null) this.#check(key, this.#asText(key, value, key), '', values);
      } else if (Object.hasOwn(entries, key) || foreignKey(key) !== null || key === 'editions') {
        const message = `\`${key}\` has no effect here: this file is part of a deck.`;
        const hint = 'Only `title` and `lang` may stand here; the rest belongs to the deck.';
        this.problems.push(diagnostic('deck/key-of-deck', this.keyPlaceOf(key), message, { hint }));
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
      const { path, message } = deepestIssue(issue);
      this.#wrongType([prefix + key, ...path].join('.'), message);
    }
  }

  #wrongType(path: string, expected: string): void {
    const span = this.#placeOf(path);
    const shown = this.#shown(span); // Which of a list it is, its place shows.
    const message = `\`${path.replace(/\.\d+$/, '')}\` should be ${expected}; it is ${shown === '' ? 'empty' : `\`${shown}\``}.`;
    if (this.#dialect === 'deckhand' || isRevealKey(path)) {
      this.problems.push(diagnostic('deck/wrong-type', span, message));
    } else {
      const hint = 'It is left out, since the deck is written for reveal.js.';
      this.problems.push(diagnostic('dialect/not-heeded', span, message, { hint }));
    }
  }

  #unknown(key: string, path: string, candidates: readonly string[]): void {
    const span = this.keyPlaceOf(path);
    const hint = didYouMeanHint(key, candidates);
    const problem =
      this.#dialect === 'deckhand'
        ? diagnostic('deck/unknown-key', span, `Unknown key \`${key}\` in ${this.#where(span)}.`, { hint })
        : diagnostic('dialect/not-heeded', span, `\`${key}\` is no setting and has no effect.`, { hint });
    this.problems.push(problem);
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
      this.keyPlaces.set(prefix + same.key, this.keyPlaceOf(prefix + key));
      return true;
    }
    const message = `\`${key}\` is a key of ${tool} and has no effect here.`;
    this.problems.push(
      diagnostic('deck/foreign-key', this.keyPlaceOf(prefix + key), message, { hint: advice }),
    );
    return true;
  }

  #foreignTheme(values: Record<string, unknown>, prefix: string): void {
    const name = values.theme;
    if (typeof name !== 'string') return;
    const reveal = this.#dialect === 'reveal';
    const file = reveal && !name.startsWith('reveal/') && /\.css$|[/:]/i.test(name);
    const tool = file ? 'reveal.js' : foreignTheme(name);
    // In decks for reveal.js its themes have their own names.
    if (tool === null || (reveal && !file && tool === 'reveal.js')) return;
    delete values.theme;
    const message = `\`${name}\` is a theme of ${tool}; the deck gets our own instead.`;
    const hint =
      tool === 'reveal.js' && !file
        ? `Write \`theme: reveal/${name}\` for its colours, or name one of ours, such as \`harbor\`.`
        : 'Leave `theme` out, or name one of ours, such as `harbor`.';
    this.problems.push(diagnostic('deck/foreign-theme', this.#placeOf(`${prefix}theme`), message, { hint }));
  }

  /** The place of the value, or of the nearest thing around it that has one. */
  #placeOf(path: string): Span {
    for (let inner = path; inner !== ''; inner = inner.slice(0, Math.max(0, inner.lastIndexOf('.')))) {
      const span = this.places.get(inner);
      if (span !== undefined) return span;
    }
    return { file: this.#sources[0].file, start: 0, end: 0 };
  }

  keyPlaceOf(path: string): Span {
    return this.keyPlaces.get(path) ?? this.#placeOf(path);
  }

  #where({ file }: Span): string {
    return /\.(?:ya?ml|json)$/.test(file)
      ? `\`${file.slice(file.lastIndexOf('/') + 1)}\``
      : 'the front matter';
  }

  /** The author's own words, at most a line of them. */
  #shown(span: Span): string {
    const text = this.#sources.find(({ file }) => file === span.file)?.text ?? '';
    const [line = ''] = text.slice(span.start, span.end).split('\n');
    return line.length > 40 ? `${line.slice(0, 39)}…` : line;
  }
}

function isRevealKey(key: string): boolean {
  return (revealKeys as readonly string[]).includes(key);
}

function isObject(value: YamlValue): value is YamlObject {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
