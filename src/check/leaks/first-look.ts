import { LetterWriter, lettersOf } from './letter-writer.js';
import type { Letters } from './letters.js';
import { usualAt, withoutReferences, withoutUsual, withUsualReferences } from './references.js';

/**
 * What of a page may be words, to be looked through at little cost: what stands between its tags, the tags that have attributes,
 * comments, and the strings in its scripts. What {@link textOfHtml} reads is in one of them in one piece.
 */
export function htmlAtFirst(html: string): readonly Letters[] {
  const text = withUsualReferences(html);
  const words = text.replace(tag, '<');
  const apart = [
    ...(words.includes('>') ? (text.match(doubtful) ?? []) : []).map(withoutUsual),
    // The mark before it opens every tag: it takes a while to look for.
    ...between(html, '!--', '-->').map(withoutReferences),
    ...between(html, '<script', '</script').map(withoutEscapes).map(withoutReferences),
  ];
  return [lettersBetweenTags(words), lettersOf(tagsOf(text)), ...apart.map(lettersOf)];
}

/** One that does not end goes on to the end. */
const tag = /<[^>]*>?/g;
const speakingTag = /<\/?(?:[^<>\s/]+[\s/]|\s)[^>]*>?/g;
const maybeSpeakingTag = /<\/?(?:[^<>\s/&]+[\s/&]|[\s&])[^>]*>?/g;

/** Attributes may hold such a mark: then it cannot be told here where they end. */
const doubtful = /<[^<>]*>[^<>]*>[^<]*/g;

/** The tags that have attributes, each once: most are written hundreds of times. */
function tagsOf(text: string): string {
  const all = [...new Set(text.match(maybeSpeakingTag))].join('');
  return all.includes('&') ? [...new Set(withoutUsual(all).match(speakingTag))].join('') : all;
}

/** Of a text whose references are the usual ones: they are gone past, since a text without them would be put together first. */
function lettersBetweenTags(text: string): Letters {
  const writer = new LetterWriter(text.length);
  for (let at = 0; at < text.length; ) {
    const found = text.indexOf('&', at);
    const end = found < 0 ? text.length : found;
    writer.read(text, at, end);
    if (found < 0) break;
    const [written, meant] = usualAt(text, end) ?? ['&', ' '];
    writer.read(meant);
    at = end + written.length;
  }
  return writer.letters;
}

function between(text: string, open: string, close: string): readonly string[] {
  const [, ...parts] = text.split(open);
  return parts.map((part) => part.split(close, 1)[0] ?? '');
}

/** The same for stylesheets; files that are written into them, such as fonts, are no words. */
export function sheetAtFirst(sheet: string): readonly Letters[] {
  return [lettersOf(sheet.includes('base64,') ? sheet.replace(/base64,[\w+/=]+/g, '') : sheet)];
}

/** Strings in scripts. */
function withoutEscapes(text: string): string {
  return text.replace(/\\(?:u([0-9a-f]{4})|.)/gi, (_, code) =>
    code === undefined ? ' ' : String.fromCharCode(Number.parseInt(code, 16)),
  );
}
