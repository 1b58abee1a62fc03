import type { Span } from '../diagnostics/source.js';
import type { AttributePair, Attributes, Block, Inline, ParsedFile } from './ast.js';
import { withAny } from './kinds.js';
import { childInlines, walkBlocks } from './walk.js';

/** A file that Markdown refers to, as written. */
export interface Reference {
  /** `include`: Markdown; `code`: text to show; `media`: a picture, a film, a sound; `link`: a file to take along. */
  readonly kind: 'include' | 'code' | 'media' | 'link';
  readonly target: string;
  readonly span: Span;
}

/** Attributes whose value is a file, on slides (with and without reveal.js's prefix) and on elements. */
export const mediaKeys: readonly string[] = [
  'background',
  'background-image',
  'background-video',
  'data-background',
  'data-background-image',
  'data-background-video',
  'poster',
];

/** Whoever reads a file asks, and whoever looks for what is private in it; it never changes. */
const known = new WeakMap<ParsedFile, readonly Reference[]>();

/** Every file that a parsed file refers to, in reading order; raw HTML is looked at elsewhere. */
export function referencesOf(file: ParsedFile): readonly Reference[] {
  const already = known.get(file);
  if (already !== undefined) return already;
  const found: Reference[] = [];
  known.set(file, found);
  for (const part of file.parts) {
    if (part.type === 'include') found.push({ kind: 'include', target: part.path, span: part.span });
    else {
      inAttributes(part.attributes, found);
      inBlocks(part.blocks, found);
      inBlocks(part.notes, found);
    }
  }
  for (const { note } of file.footnotes) inBlocks([note], found);
  return found;
}

function inBlocks(blocks: readonly Block[], found: Reference[]): void {
  const some = withAny(blocks, 'attributes', 'code', 'container', 'image', 'link');
  for (const block of walkBlocks(some)) {
    inAttributes(block.attributes, found);
    if (block.type === 'code' && block.source) {
      found.push({ kind: 'code', target: block.source.path, span: block.source.span });
    }
    if (block.type === 'container' && block.name === 'include' && block.argument !== null) {
      found.push({ kind: 'include', target: block.argument, span: block.span });
    }
    inInlines(childInlines(block), found);
  }
}

function inInlines(inlines: readonly Inline[], found: Reference[]): void {
  for (const inline of inlines) {
    if (inline.type === 'text') continue;
    inAttributes(inline.attributes, found);
    if (inline.type === 'image' && !isRemote(inline.src)) {
      found.push({ kind: 'media', target: inline.src, span: inline.span });
    }
    if (inline.type === 'link' && !isRemote(inline.href) && !inline.href.startsWith('#')) {
      found.push({ kind: 'link', target: inline.href, span: inline.span });
    }
    if ('children' in inline) inInlines(inline.children, found);
  }
}

function inAttributes({ pairs }: Attributes, found: Reference[]): void {
  for (const pair of pairs) {
    if (pair.value !== null && mediaKeys.includes(pair.key) && isFileName(pair.value)) {
      found.push(...filesIn(pair, pair.value));
    }
  }
}

/** A film may be named twice, for browsers that know one of two kinds: `a.webm, a.mp4`. */
function filesIn({ span }: AttributePair, value: string): Reference[] {
  const films = /\.(?:mp4|webm|ogv|mov|m4v)\s*,/i.test(value);
  return (films ? value.split(',') : [value]).map((target) => ({
    kind: 'media',
    target: target.trim(),
    span,
  }));
}

/** A background may be a colour or a gradient as well: a file has an ending. */
function isFileName(value: string): boolean {
  return !isRemote(value) && /\.[A-Za-z0-9]{2,5}$/.test(value) && !value.includes('(');
}

/** An address with a scheme, or one that takes its page's: nothing of it is on this disk. `C:` and `file:` are paths. */
export function isRemote(target: string): boolean {
  return /^(?:(?!file:)[a-z][a-z0-9+.-]+:|\/\/)/i.test(target.trim());
}
