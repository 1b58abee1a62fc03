import type { Diagnostic, Noticed } from '../diagnostics/diagnostic.js';
import type { SourceFile, Span } from '../diagnostics/source.js';
import { emptyTree, readYaml, type YamlObject, type YamlTree, type YamlValue } from './yaml-tree.js';

/**
 * Reads the files of reveal-md that lie beside a deck, and puts what they say below what the deck itself says. A deck
 * that has one is written for reveal.js.
 */
export async function withSettingsBeside(
  own: YamlTree,
  beside: readonly SourceFile[],
): Promise<Noticed<YamlTree>> {
  const diagnostics: Diagnostic[] = [];
  let tree = own;
  for (const source of beside) {
    const read = await readYaml(plain(source), { start: 0, end: source.text.length });
    diagnostics.push(...read.diagnostics);
    const start = { file: source.file, start: 0, end: 0 };
    const options = source.file.endsWith('reveal.json');
    tree = below(tree, options ? inside('revealOptions', read.value, start) : read.value);
    tree = below(tree, inside('dialect', { ...emptyTree, value: 'reveal' }, start));
  }
  return { value: tree, diagnostics };
}

/** JSON with comments and tabs, which reveal-md allows and YAML does not, blanked: places stay as they are. */
function plain(source: SourceFile): SourceFile {
  const text = source.text.replaceAll(/"(?:[^"\\\n]|\\.)*"|\/\/[^\n]*|\/\*[\s\S]*?\*\/|\t/g, (part) =>
    part.startsWith('"') ? part : part.replaceAll(/[^\n]/g, ' '),
  );
  return { ...source, text };
}

type Valued = Omit<YamlTree, 'value'> & { readonly value: YamlValue };

/** A tree as the value of a key. */
function inside(key: string, tree: Valued, place: Span): YamlTree {
  const prefixed = <T>(map: ReadonlyMap<string, T>) =>
    new Map([...map].map(([path, one]): [string, T] => [`${key}.${path}`, one]));
  return {
    value: { [key]: tree.value },
    places: new Map([...prefixed(tree.places), [key, place]]),
    keyPlaces: new Map([...prefixed(tree.keyPlaces), [key, place]]),
    numerals: prefixed(tree.numerals),
  };
}

/** Joins two trees: what stands in `first` wins, options of reveal.js one by one. */
function below(first: YamlTree, second: YamlTree): YamlTree {
  const options = [first, second].map(({ value }) => value.revealOptions).filter(isObject);
  const joined = options.length === 2 ? { revealOptions: { ...options[1], ...options[0] } } : {};
  return {
    value: { ...second.value, ...first.value, ...joined },
    places: new Map([...second.places, ...first.places]),
    keyPlaces: new Map([...second.keyPlaces, ...first.keyPlaces]),
    numerals: new Map([...second.numerals, ...first.numerals]),
  };
}

function isObject(value: YamlValue | undefined): value is YamlObject {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
