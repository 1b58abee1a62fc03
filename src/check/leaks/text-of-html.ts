import { Parser } from 'htmlparser2';
import { end, type Piece, type PublishedText } from './passage.js';

/** Attributes that say something, or that are made of what an author wrote. */
const speaking = new Set([
  ...[
    'alt',
    'title',
    'content',
    'placeholder',
    'value',
    'label',
    'summary',
    'aria-label',
    'aria-description',
  ],
  ...[
    'id',
    'for',
    'href',
    'src',
    'poster',
    'srcset',
    'cite',
    'download',
    'data-notes',
    'data-src',
    'data-id',
  ],
]);

/** Those of them that name something: no words go on there, nor from there. */
const naming = new Set([
  'id',
  'for',
  'href',
  'src',
  'poster',
  'srcset',
  'cite',
  'download',
  'data-src',
  'data-id',
]);

/**
 * A letter that nobody writes. Words on both sides of it do not stand beside each other: what ends one slide, and what the
 * next is called, are no sentence.
 */
const apart = 'ꙮ';

/** Coordinates: long, and no words. */
const drawn = new Set(['d', 'points', 'transform', 'viewbox']);

/** Elements within a line of words. */
const inline = new Set(
  'a abbr b bdi bdo cite code data del dfn em i img ins kbd label mark q s samp small span strong sub sup time tspan u var wbr'.split(
    ' ',
  ),
);

/** All text of a page or a drawing: words, attributes, comments, and what scripts and rules are made of. */
export function textOfHtml(html: string): PublishedText {
  const words: Piece[] = [];
  const source: Piece[] = [];
  /** Within a `<script>` or a `<style>`: its type. */
  let machine: string | null = null;
  const say = (into: Piece[], text: string, at: number) => into.push({ text, at }, { text: end, at });
  const parser = new Parser({
    onopentag(tag, attributes) {
      const at = parser.startIndex;
      if (!inline.has(tag)) words.push({ text: end, at });
      if (tag === 'script' || tag === 'style') machine = attributes.type ?? '';
      for (const [name, value] of Object.entries(attributes)) {
        if (value === '' || drawn.has(name)) continue;
        const speaks =
          speaking.has(name) && !value.startsWith('assets/') && isForReaders(tag, name, attributes);
        const text = decoded(value);
        say(speaks ? words : source, naming.has(name) ? `${apart} ${text} ${apart}` : text, at);
      }
    },
    onclosetag(tag) {
      if (tag === 'script' || tag === 'style') machine = null;
      if (!inline.has(tag)) words.push({ text: end, at: parser.startIndex });
    },
    ontext(text) {
      const at = parser.startIndex;
      if (machine === null) words.push({ text, at });
      else {
        source.push({ text, at });
        if (machine === 'application/json') for (const one of stringsOf(text)) say(words, one, at);
      }
    },
    oncomment: (text) => say(words, text, parser.startIndex),
    onprocessinginstruction: (_, text) => say(source, text, parser.startIndex),
  });
  parser.end(html);
  return { words, source };
}

/** Heads of pages are full of names of ours. */
function isForReaders(tag: string, name: string, attributes: Readonly<Record<string, string>>): boolean {
  if (tag === 'script' || tag === 'style' || tag === 'link') return false;
  // What an emoji is called comes with it.
  if (tag === 'img' && attributes.class === 'emoji') return false;
  if (tag !== 'meta') return true;
  return name === 'content' && /^(?:description|author|keywords)$/.test(attributes.name ?? '');
}

/** An address is written in codes where its letters are not plain ones. */
function decoded(value: string): string {
  if (!value.includes('%')) return value;
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

/** All strings of a JSON text; none where it is none. */
function stringsOf(json: string): readonly string[] {
  const found: string[] = [];
  const visit = (value: unknown) => {
    if (typeof value === 'string') found.push(value);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(visit);
  };
  try {
    visit(JSON.parse(json));
  } catch {
    return [];
  }
  return found;
}

/** A stylesheet as text; files that are written into it, such as fonts, are no words. */
export function textOfSheet(sheet: string): PublishedText {
  const text = sheet.replace(/base64,[\w+/=]+/g, (data) => ' '.repeat(data.length));
  return { words: [], source: [{ text, at: 0 }] };
}
