import type { Token, Tokens } from 'marked';
import type { Span } from '../diagnostics/source.js';
import type { Attributes, Inline } from './ast.js';
import { noAttributes } from './ast.js';
import { joinAttributes, readAttributes } from './attributes.js';
import { readComment } from './comments.js';
import type { Cursor } from './cursor.js';
import { decoded, unescaped } from './decoded.js';
import type { MathToken, NoteReferenceToken, OwnToken } from './extensions/tokens.js';
import { noticeUnclosed } from './html.js';
import type { Parsing } from './notice.js';
import { plainText } from './plain-text.js';
import { withShortcodes } from './shortcodes.js';

/** Words and what stands at their end for the block they are in. */
export interface Inlines {
  readonly children: readonly Inline[];
  /** `{…}` at the end of the words: meant for the block. */
  readonly attributes: Attributes;
  /** What a `.element` comment says of the block. */
  readonly element: Attributes;
  /** `<!-- slide: … -->` among the words. */
  readonly slide: Attributes;
}

/**
 * Turns marked's inline tokens into inlines with places.
 *
 * @param within inside a link or an emphasis: there `{…}` at the end is text, since no block ends there
 */
export function inlinesFrom(
  tokens: readonly Token[],
  cursor: Cursor,
  parsing: Parsing,
  within = false,
): Inlines {
  const children: Inline[] = [];
  let attributes = noAttributes;
  let element = noAttributes;
  let slide = noAttributes;
  tokens.forEach((given, index) => {
    const token = given as Tokens.Generic | OwnToken;
    const span = cursor.take(token.raw);
    if (token.type === 'inline-attributes') {
      const read = readAttributes(token.raw, span.file, span.start)?.attributes ?? noAttributes;
      const before = children.at(-1);
      if (before && takesAttributes(before)) {
        children[children.length - 1] = { ...before, attributes: joinAttributes(before.attributes, read) };
      } else if (!within && isLast(tokens, index) && !isArgument(before, read)) {
        trimEnd(children);
        attributes = joinAttributes(attributes, read);
      } else pushText(children, token.raw, span);
      return;
    }
    // Words in which a comment begins that does not end among them: what it was to hide would be shown.
    if (token.type === 'text' && token.raw.includes('<!--')) {
      const start = parsing.source.text.indexOf('<!--', span.start);
      noticeUnclosed({ file: span.file, start, end: start + 4 }, parsing);
    }
    if (token.type === 'html' && token.raw.startsWith('<!--')) {
      const comment = readComment(token.raw, span, parsing);
      if (comment?.about === 'slide') slide = joinAttributes(slide, comment.attributes);
      if (comment?.about === 'element') {
        const owner = ownerOf(children, isLast(tokens, index), parsing);
        const given = owner === null ? undefined : children[owner];
        if (owner !== null && given) {
          children[owner] = {
            ...given,
            attributes: joinAttributes(given.attributes, comment.attributes),
          };
        } else element = joinAttributes(element, comment.attributes);
      }
      return;
    }
    if (token.type === 'bracketed' && isCommand(children.at(-1))) {
      pushText(children, token.raw, span);
      return;
    }
    const inner = (words: readonly Token[]): readonly Inline[] => {
      const inside = inlinesFrom(words, cursor.inside(span), parsing, true);
      slide = joinAttributes(slide, inside.slide);
      attributes = joinAttributes(attributes, inside.attributes);
      element = joinAttributes(element, inside.element);
      return inside.children;
    };
    const inline = inlineFrom(token, span, inner, parsing);
    if (inline?.type === 'text') {
      const named = token.type === 'text' ? parsing.emojiNamed : null;
      pushText(children, named ? withShortcodes(inline.text, named) : inline.text, inline.span);
    } else if (inline) children.push(inline);
  });
  // What a comment leaves behind at the end is no word.
  if (!within && tokens.at(-1)?.raw.startsWith('<!--')) trimEnd(children);
  return { children, attributes, element, slide };
}

/** A line of words ends with its last letter: blank space before a line end is none of them. */
function withoutLineEndBlanks(text: string): string {
  return /[ \t]\n/.test(text) ? text.replace(/(?<![ \t])[ \t]+\n/g, '\n') : text;
}

/**
 * Which inline `<!-- .element: … -->` is about, null for the block. In reveal.js the nearest element before it, though
 * words lie between; in our own dialect at the end of a block the block.
 */
function ownerOf(children: readonly Inline[], last: boolean, { grammar }: Parsing): number | null {
  if (grammar.reveal !== null) {
    const nearest = children.findLastIndex((one) => takesAttributes(one));
    return nearest < 0 ? null : nearest;
  }
  const before = children.at(-1);
  return before && takesAttributes(before) && !last ? children.length - 1 : null;
}

/** What stands bare in the braces of a title: `Title{hidden}` is no slip to publish a slide for. */
const knownWords = new Set(['hidden', 'uncounted', 'print-steps', 'auto-animate']);

/**
 * Whether braces name nothing, and hang on the word before them, as those of TeX do (`\frac{a}{b}`), or have none
 * before them. They are text.
 */
function isArgument(before: Inline | undefined, { id, classes, pairs }: Attributes): boolean {
  if (before && (before.type !== 'text' || /\s$/.test(before.text))) return false;
  const names = pairs.some(({ key, value }) => value !== null || knownWords.has(key));
  return id === null && classes.length === 0 && !names;
}

/** Whether the words end in a command of TeX, whose brackets are no words with attributes: `\sqrt[3]{x}`. */
function isCommand(before: Inline | undefined): boolean {
  return before?.type === 'text' && /\\[A-Za-z]+$/.test(before.text);
}

/** Only blank words and comments follow. */
function isLast(tokens: readonly Token[], index: number): boolean {
  return tokens
    .slice(index + 1)
    .every(
      (token) =>
        token.raw.trim() === '' || token.raw.startsWith('<!--') || token.type === 'inline-attributes',
    );
}

function takesAttributes(inline: Inline): boolean {
  return inline.type !== 'text' && inline.type !== 'break' && inline.type !== 'inline-html';
}

function pushText(children: Inline[], text: string, span: Span): void {
  const before = children.at(-1);
  if (before?.type === 'text') {
    children[children.length - 1] = {
      ...before,
      text: before.text + text,
      span: { ...before.span, end: span.end },
    };
  } else children.push({ type: 'text', text, span, attributes: noAttributes });
}

/** Takes blank space before `{…}` away, and an empty text with it. */
function trimEnd(children: Inline[]): void {
  const last = children.at(-1);
  if (last?.type !== 'text') return;
  const text = last.text.trimEnd();
  if (text === '') children.pop();
  else children[children.length - 1] = { ...last, text };
}

/** In what is raised or lowered a space is written `\\ `, and does not break, as in Pandoc. */
function unescapedSpaces(children: readonly Inline[]): readonly Inline[] {
  return children.map((child) =>
    child.type === 'text' ? { ...child, text: child.text.replaceAll('\\ ', '\u00a0') } : child,
  );
}

function inlineFrom(
  token: Tokens.Generic | OwnToken,
  span: Span,
  inner: (words: readonly Token[]) => readonly Inline[],
  { source }: Parsing,
): Inline | null {
  const plain = { span, attributes: noAttributes };
  switch (token.type) {
    case 'escape':
      return { type: 'text', text: (token as Tokens.Escape).text, ...plain };
    case 'text':
      // Between the tags of an inline `<pre>` or `<script>` the words are HTML.
      if (token.escaped === true) return { type: 'inline-html', html: token.raw, ...plain };
      return { type: 'text', text: decoded(withoutLineEndBlanks(token.raw)), ...plain };
    case 'em':
    case 'strong':
    case 'del':
      return { type: token.type, children: inner(token.tokens ?? []), ...plain };
    case 'mark':
      return { type: 'mark', children: inner(token.tokens ?? []), ...plain };
    case 'sup':
    case 'sub':
      return { type: token.type, children: unescapedSpaces(inner(token.tokens ?? [])), ...plain };
    case 'note-reference':
      return { type: 'note-reference', label: (token as NoteReferenceToken).label, ...plain };
    case 'inline-note':
      return { type: 'inline-note', children: inner(token.tokens ?? []), ...plain };
    case 'math': {
      const { raw, tex, texAt, display } = token as MathToken;
      const at = source.text.startsWith(raw, span.start) ? span.start + texAt : null;
      return { type: 'math', tex, display, at, ...plain };
    }
    case 'bracketed':
      return { type: 'span', children: inner(token.tokens ?? []), ...plain };
    case 'codespan':
      return { type: 'codespan', text: (token as Tokens.Codespan).text, ...plain };
    case 'link': {
      const { href, title, tokens, autolink } = token as Tokens.Link;
      const literal = autolink === true;
      return {
        type: 'link',
        href: literal ? href : unescaped(href),
        title: title ? unescaped(title) : null,
        children: literal ? [{ type: 'text', text: token.text as string, ...plain }] : inner(tokens),
        ...plain,
      };
    }
    case 'image': {
      const { href, title, tokens, text } = token as Tokens.Image;
      const alt = tokens ? plainText(inner(tokens)) : text;
      return {
        type: 'image',
        src: unescaped(href),
        alt,
        title: title ? unescaped(title) : null,
        ...plain,
      };
    }
    case 'br':
      return { type: 'break', ...plain };
    case 'html':
      return { type: 'inline-html', html: token.raw, ...plain };
    case 'checkbox':
      return null;
    default:
      return { type: 'text', text: token.raw, ...plain };
  }
}
