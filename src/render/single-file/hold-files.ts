import { attributeString } from '../html.js';
import type { Asset } from '../page.js';
import { base64Of, dataAddress, fileType } from './file-type.js';
import type { PageTag } from './read-tags.js';

/** The files of a page, as parts of it. */
export interface HeldFiles {
  /** The tag with what it refers to inside, or with the number of what the page holds once; null where it stays. */
  readonly rewritten: (tag: PageTag) => string | null;
  /** What the page holds once, as elements that a script opens. */
  readonly elements: () => readonly string[];
  /** The same for grounds, as rules. */
  readonly rules: () => string;
}

/** Attributes that a script may put an address into. */
const placing = ['src', 'poster', 'href'];

/** Files that are smaller than this may stand in a page twice. */
const worthSharing = 400;

/**
 * How the files of a page are held in it. A picture that is shown once stands where it is shown. What is shown more than once
 * stands in the page once; so do films, which browsers play badly from an address that holds them, and files to keep, which
 * they do not save from one.
 */
export function holdFiles(tags: readonly PageTag[], files: ReadonlyMap<string, Asset>): HeldFiles {
  const uses = countUses(tags);
  const isShared = (path: string, { bytes }: Asset) =>
    (uses.get(path) ?? 0) > 1 && bytes.length >= worthSharing;
  const numbers = new Map([...files.keys()].map((path, index) => [path, index + 1]));
  const elements = new Map<string, string>();
  const grounds = new Map<string, string>();

  /** Notes that the page holds a file once, and gives its number. */
  function held(path: string, { bytes }: Asset): number {
    const number = numbers.get(path) ?? 0;
    const about = attributeString([
      ['type', 'application/octet-stream'],
      ['data-file', fileName(path)],
      ['data-held', number],
      ['data-type', fileType(path)],
    ]);
    if (!elements.has(path)) elements.set(path, `<script${about}>${base64Of(bytes)}</script>`);
    return number;
  }

  /** A list of rules, or a list of pictures. */
  function withFiles(name: string, value: string): string {
    if (!value.includes('assets/')) return value;
    return value.replace(addresses, (whole, open = '', path, close = '') => {
      const file = files.get(path);
      if (!file) return whole;
      if (name !== 'style' || open === '' || !isShared(path, file)) {
        return `${open}${dataAddress(path, file.bytes)}${close}`;
      }
      const rule = `--held-${numbers.get(path)}`;
      grounds.set(path, `${rule}:url("${dataAddress(path, file.bytes)}")`);
      return `var(${rule})`;
    });
  }

  function rewritten({ name, attributes, isClosed }: PageTag): string | null {
    const holds: string[] = [];
    const kept: [string, string][] = [];
    for (const [attribute, value] of Object.entries(attributes)) {
      const [path = '', part = ''] = value.split(/(?=#)/, 2);
      const file = placing.includes(attribute) ? files.get(path) : undefined;
      if (file && (name === 'a' || isFilm(path) || isShared(path, file))) {
        holds.push(`${attribute}=${held(path, file)}${part}`);
        if (name === 'a' && attributes.download === undefined) kept.push(['download', plainName(path)]);
      } else if (name !== 'a' || attribute !== 'href' || !isBeside(value)) {
        kept.push([attribute, withFiles(attribute, value)]);
      }
    }
    if (holds.length > 0) kept.push(['data-holds', holds.join(' ')]);
    const isSame = kept.every(([attribute, value]) => attributes[attribute] === value);
    if (isSame && kept.length === Object.keys(attributes).length) return null;
    return `<${name}${attributeString(kept)}${isClosed ? '/' : ''}>`;
  }

  return {
    rewritten,
    elements: () => [...elements.values()],
    rules: () => (grounds.size > 0 ? `:root{${[...grounds.values()].join(';')}}` : ''),
  };
}

/** `assets/port.1a2b3c4d.jpg` as its author knows it: `port.jpg`. */
export function plainName(path: string): string {
  return fileName(path).replace(/\.[0-9a-f]{8}(?=\.|$)/, '');
}

export function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

const addresses = /(url\(["']?)?(assets\/[\w.-]+)(["']?\))?/g;

function countUses(tags: readonly PageTag[]): ReadonlyMap<string, number> {
  const uses = new Map<string, number>();
  for (const { attributes } of tags) {
    for (const value of Object.values(attributes)) {
      for (const [, , path = ''] of value.matchAll(addresses)) uses.set(path, (uses.get(path) ?? 0) + 1);
    }
  }
  return uses;
}

function isFilm(path: string): boolean {
  return /^(?:audio|video)\//.test(fileType(path));
}

/** Whether a link leads to what lies beside the page, which is not there any more. */
function isBeside(address: string): boolean {
  return !/^(?:#|[a-z][a-z0-9+.-]*:|\/\/)/i.test(address.trim());
}
