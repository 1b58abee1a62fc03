import { diagnostic } from '../diagnostics/diagnostic.js';
import type { Span } from '../diagnostics/source.js';
import type { AttributePair, Attributes } from './ast.js';
import { noAttributes } from './ast.js';
import { hasAttributes, readBareAttributes } from './attributes.js';
import type { Parsing } from './notice.js';

/** A comment that says something about the slide, or about the element before it. All others are dropped. */
export interface SpeakingComment {
  readonly about: 'slide' | 'element';
  readonly attributes: Attributes;
}

/**
 * Reads `<!-- slide: layout=quote time=1m -->` and reveal.js's `<!-- .slide: … -->` and `<!-- .element: … -->`, whose
 * colon reveal.js does not insist on. Null for a comment that is only a comment.
 */
export function readComment(comment: string, span: Span, parsing: Parsing): SpeakingComment | null {
  const match = /^<!--\s*(?:(slide|\.slide)\s*:|(\.element)(?=[\s:])\s*:?)/.exec(comment);
  if (!match) return null;
  const words = comment
    .slice(match[0].length)
    .replace(/-->\s*$/, '')
    .trimEnd();
  if (words.trim() === '') return null;
  const start = span.start + match[0].length;
  const strict = readBareAttributes(words, span.file, start);
  // `slide:` alone may begin a sentence.
  if (strict === null && match[1] === 'slide') return null;
  const attributes = strict ?? piecesOf(words, { ...span, start }, parsing);
  if (!hasAttributes(attributes)) return null;
  return { about: match[2] === undefined ? 'slide' : 'element', attributes: fromReveal(attributes) };
}

/** Attributes as reveal.js finds them: `key="value"` and bare `data-key`, whatever stands between. */
function piecesOf(words: string, { file, start }: Span, { notice }: Parsing): Attributes {
  const pairs: AttributePair[] = [];
  const spanOf = (from: number, to: number) => ({ file, start: start + from, end: start + to });
  const say = (from: number, to: number) => {
    const between = words.slice(from, to);
    if (/^[\s,;]*$/.test(between)) return;
    const at = from + between.length - between.trimStart().length;
    notice(
      diagnostic(
        'comment/unread',
        spanOf(at, from + between.trimEnd().length),
        `\`${between.trim()}\` in this comment cannot be read as attributes.`,
        { hint: 'Attributes look like `<!-- .slide: class="dark" data-transition="fade" -->`.' },
      ),
    );
  };
  let at = 0;
  for (const match of words.matchAll(/([^\s"'=,;]+)="([^"]*)"|(data-[\w-]+)(?=[\s,;]|$)/g)) {
    say(at, match.index);
    at = match.index + match[0].length;
    pairs.push({ key: match[1] ?? match[3] ?? '', value: match[2] ?? null, span: spanOf(match.index, at) });
  }
  say(at, words.length);
  return { ...noAttributes, pairs };
}

/** `class="a b"` and `id="x"`, as HTML writes them, are `.a .b` and `#x`; what has a name here goes by that name. */
function fromReveal(attributes: Attributes): Attributes {
  const classes = attributes.pairs.find((pair) => pair.key === 'class')?.value?.split(/\s+/) ?? [];
  const id = attributes.pairs.find((pair) => pair.key === 'id');
  return {
    id: attributes.id ?? (id?.value ? { value: id.value, span: id.span } : null),
    classes: [...attributes.classes, ...classes.filter((name) => name !== '')],
    pairs: attributes.pairs
      .filter((pair) => pair.key !== 'class' && pair.key !== 'id')
      .map((pair) => ours(pair)),
  };
}

function ours(pair: AttributePair): AttributePair {
  const { key, value } = pair;
  return key === 'data-timing' && /^\d+$/.test(value ?? '')
    ? { ...pair, key: 'time', value: `${value}s` }
    : pair;
}
