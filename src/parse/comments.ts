import type { Span } from '../diagnostics/source.js';
import type { Attributes } from './ast.js';
import { readBareAttributes } from './attributes.js';

/** A comment that says something about the slide, or about the element before it. All others are dropped. */
export interface SpeakingComment {
  readonly about: 'slide' | 'element';
  readonly attributes: Attributes;
}

/**
 * Reads `<!-- slide: layout=quote time=1m -->` and reveal.js's `<!-- .slide: … -->` and `<!-- .element: … -->`.
 * Null for a comment that is only a comment.
 */
export function readComment(comment: string, span: Span): SpeakingComment | null {
  const match = /^<!--\s*(slide|\.slide|\.element)\s*:/.exec(comment);
  if (!match) return null;
  const words = comment.slice(match[0].length).replace(/-->\s*$/, '');
  const attributes = readBareAttributes(words.trimEnd(), span.file, span.start + match[0].length);
  if (!attributes) return null;
  const about = match[1] === '.element' ? 'element' : 'slide';
  return { about, attributes: fromReveal(attributes) };
}

/** `class="a b"` and `id="x"`, as HTML writes them, are `.a .b` and `#x`. */
function fromReveal(attributes: Attributes): Attributes {
  const classes = attributes.pairs.find((pair) => pair.key === 'class')?.value?.split(/\s+/) ?? [];
  const id = attributes.pairs.find((pair) => pair.key === 'id');
  return {
    id: attributes.id ?? (id?.value ? { value: id.value, span: id.span } : null),
    classes: [...attributes.classes, ...classes.filter((name) => name !== '')],
    pairs: attributes.pairs.filter((pair) => pair.key !== 'class' && pair.key !== 'id'),
  };
}
