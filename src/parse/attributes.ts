import type { Span } from '../diagnostics/source.js';
import type { AttributePair, Attributes } from './ast.js';
import type { Grammar } from './grammar.js';

/**
 * One entry of `{…}`: `.class`, `#id`, `key=value`, `key="two words"` or a bare word. Each alternative starts
 * with a character the others cannot start with, so matching is linear.
 */
const entry =
  /\s*(?:\.(?<class>[\w-][\w:./-]*)|#(?<id>[^\s{}"'=<>]+)|(?<key>[A-Za-z@:][\w:.-]*)(?:=(?:"(?<double>[^"\n]*)"|'(?<single>[^'\n]*)'|(?<bare>[^\s{}"'<>]+)))?)(?=[\s}])/dy;

/** Attributes and how many characters they took. */
export interface ReadAttributes {
  readonly attributes: Attributes;
  readonly length: number;
}

/**
 * Reads `{…}` at the start of `text`, which stands at offset `at` of `file`. Null where the braces do not parse as
 * attributes: then they are text, as in Pandoc.
 */
export function readAttributes(text: string, file: string, at: number): ReadAttributes | null {
  if (text[0] !== '{') return null;
  const classes: string[] = [];
  const pairs: AttributePair[] = [];
  let id: Attributes['id'] = null;
  let position = 1;
  for (;;) {
    entry.lastIndex = position;
    const match = entry.exec(text);
    if (!match?.groups) break;
    const { class: className, id: name, key } = match.groups;
    if (className !== undefined) classes.push(className);
    const spanOf = (group: string): Span => {
      const [start, end] = match.indices?.groups?.[group] ?? [0, 0];
      return { file, start: at + start, end: at + end };
    };
    if (name !== undefined) id = { value: name, span: spanOf('id') };
    if (key !== undefined) {
      const value = match.groups.double ?? match.groups.single ?? match.groups.bare ?? null;
      const end = at + match.index + match[0].length;
      pairs.push({ key, value, span: { file, start: spanOf('key').start, end } });
    }
    position = entry.lastIndex;
  }
  const end = /\s*\}/y;
  end.lastIndex = position;
  if (!end.test(text) || (id === null && classes.length === 0 && pairs.length === 0)) return null;
  return { attributes: { id, classes, pairs }, length: end.lastIndex };
}

/**
 * Reads `{…}` among words or below a block. Who wrote for reveal.js, where braces are text, has `GET /users/{id}` on a
 * slide: there a bare word makes no attributes.
 */
export function readBraces(text: string, grammar: Grammar): ReadAttributes | null {
  const read = readAttributes(text, '', 0);
  if (read === null || grammar.reveal === null) return read;
  const { id, classes, pairs } = read.attributes;
  const speaks = id !== null || classes.length > 0 || pairs.some(({ value }) => value !== null);
  return speaks ? read : null;
}

/** Reads the words of a comment such as `<!-- slide: layout=quote time=1m -->`: attributes without their braces. */
export function readBareAttributes(text: string, file: string, at: number): Attributes | null {
  return readAttributes(`{${text}}`, file, at - 1)?.attributes ?? null;
}

/** Joins two lists: what stands in `first` wins, classes add up. */
export function joinAttributes(first: Attributes, second: Attributes): Attributes {
  if (!hasAttributes(second)) return first;
  if (!hasAttributes(first)) return second;
  const keys = new Set(first.pairs.map((pair) => pair.key));
  return {
    id: first.id ?? second.id,
    classes: [...first.classes, ...second.classes.filter((name) => !first.classes.includes(name))],
    pairs: [...first.pairs, ...second.pairs.filter((pair) => !keys.has(pair.key))],
  };
}

export function hasAttributes(attributes: Attributes): boolean {
  return attributes.id !== null || attributes.classes.length > 0 || attributes.pairs.length > 0;
}

/** The value of a key, null where it is not there. */
export function attribute(attributes: Attributes, key: string): AttributePair | null {
  return attributes.pairs.find((pair) => pair.key === key) ?? null;
}

/** Whether a bare word such as `hidden` is there, or `hidden=true`; whatever else stands behind `=` is no refusal. */
export function hasWord(attributes: Attributes, word: string): boolean {
  return attributes.pairs.some(
    (pair) => pair.key === word && !/^(?:false|no|off|0)$/i.test(pair.value ?? ''),
  );
}
