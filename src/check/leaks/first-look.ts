import { lettersOf } from './letter-writer.js';
import type { Letters } from './letters.js';

/**
 * What of a page may be words, to be looked through at little cost: what stands between its tags, the tags that have attributes,
 * comments, and the strings in its scripts. What {@link textOfHtml} reads is in one of them in one piece.
 */
export function htmlAtFirst(html: string): readonly Letters[] {
  const text = withoutReferences(html);
  const words = text.replace(tag, '<');
  // Most tags are written hundreds of times.
  const tags = [...new Set(text.match(speakingTag))].join('');
  const apart = [
    ...(words.includes('>') ? (html.match(doubtful) ?? []) : []),
    ...between(html, '<!--', '-->'),
    ...between(html, '<script', '</script').map(withoutEscapes),
  ];
  return [lettersOf(words), lettersOf(tags), ...apart.map((text) => lettersOf(withoutReferences(text)))];
}

/** One that does not end goes on to the end. */
const tag = /<[^>]*>?/g;
const speakingTag = /<\/?(?:[^<>\s/]+[\s/]|\s)[^>]*>?/g;

/** Attributes may hold such a mark: then it cannot be told here where they end. */
const doubtful = /<[^<>]*>[^<>]*>[^<]*/g;

function between(text: string, open: string, close: string): readonly string[] {
  const [, ...parts] = text.split(open);
  return parts.map((part) => part.split(close, 1)[0] ?? '');
}

/** The same for stylesheets; files that are written into them, such as fonts, are no words. */
export function sheetAtFirst(sheet: string): readonly Letters[] {
  return [lettersOf(sheet.includes('base64,') ? sheet.replace(/base64,[\w+/=]+/g, '') : sheet)];
}

const named: Readonly<Record<string, string>> = { apos: "'", shy: '' };

/** References to characters, which are letters themselves: those that pages have, others become blanks, and so do `<` and `>`. */
function withoutReferences(html: string): string {
  const text = html.includes('%') ? html.replace(/(?:%[0-9a-f]{2})+/gi, decoded) : html;
  // These are almost all there are, and it takes a third of the time to do with them what is not asked about.
  const rest = text.replace(/&(?:quot|lt|gt|amp|nbsp);/g, ' ');
  if (!rest.includes('&')) return rest;
  return rest.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{1,31}));/gi, (_, ten, sixteen, name) => {
    if (name !== undefined) return named[name] ?? ' ';
    const point = ten === undefined ? Number.parseInt(sixteen, 16) : Number(ten);
    return point <= 0x10ffff ? withoutMarks(String.fromCodePoint(point)) : ' ';
  });
}

function decoded(codes: string): string {
  try {
    return withoutMarks(decodeURIComponent(codes));
  } catch {
    return codes;
  }
}

function withoutMarks(text: string): string {
  return text.replace(/[<>]/g, ' ');
}

/** Strings in scripts. */
function withoutEscapes(text: string): string {
  return text.replace(/\\(?:u([0-9a-f]{4})|.)/gi, (_, code) =>
    code === undefined ? ' ' : String.fromCharCode(Number.parseInt(code, 16)),
  );
}
