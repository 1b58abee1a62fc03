import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import type { Span } from '../../src/diagnostics/source.js';
import type { Attributes, Block, Inline, ParsedFile, ParsedSlide } from '../../src/parse/ast.js';
import { type Grammar, ownGrammar } from '../../src/parse/grammar.js';
import { parseFile } from '../../src/parse/parse-file.js';
import { told } from './told.js';
import { source } from './written.js';

/** A parsed text with what tests ask of it. */
export interface Parsed {
  readonly file: ParsedFile;
  readonly slides: readonly ParsedSlide[];
  /** The only slide; a failure where there are others. */
  readonly slide: ParsedSlide;
  readonly blocks: readonly Block[];
  readonly notes: readonly Block[];
  readonly diagnostics: readonly Diagnostic[];
  /** Diagnostics as codes with the author's words. */
  readonly said: readonly string[];
  /** The source text under something. */
  readonly under: (node: { readonly span: Span }) => string;
  /** Line and column of something, from 1. */
  readonly at: (node: { readonly span: Span }) => string;
}

/** Parses a text as `talk.md`, whose Markdown starts at `from`, in our own language but for what `grammar` says. */
export function parse(text: string, from = 0, grammar: Partial<Grammar> = {}, time?: number): Parsed {
  const { value, diagnostics } = parseFile(
    source('talk.md', text),
    from,
    { ...ownGrammar, ...grammar },
    time,
  );
  const slides = value.parts.filter((part) => part.type === 'slide');
  const only = () => {
    const [slide, ...more] = slides;
    if (!slide || more.length > 0) throw new Error(`There are ${slides.length} slides.`);
    return slide;
  };
  const under = ({ span }: { readonly span: Span }) => {
    if (span.start < from || span.end < span.start || span.end > text.length) {
      throw new Error(`A span lies outside of its file: ${span.start} to ${span.end}.`);
    }
    return text.slice(span.start, span.end);
  };
  return {
    file: value,
    slides,
    get slide() {
      return only();
    },
    get blocks() {
      return only().blocks;
    },
    get notes() {
      return only().notes;
    },
    diagnostics,
    said: told(diagnostics, new Map([['talk.md', text]])),
    under,
    at: ({ span }) => {
      const before = text.slice(0, span.start).split('\n');
      return `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
    },
  };
}

/**
 * Blocks as short lines: what they are, their attributes and their words, with what is inside them indented. Enough
 * to see a structure at a glance.
 */
export function outline(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => {
    const line = `${nameOf(block)}${attributesOf(block.attributes)}`;
    const inner = (children: readonly Block[]) => outline(children).map((one) => `  ${one}`);
    switch (block.type) {
      case 'heading':
      case 'paragraph':
      case 'plain':
        return [`${line}: ${words(block.children)}`];
      case 'code':
      case 'html':
        return [`${line}: ${JSON.stringify(block.type === 'code' ? block.text : block.html)}`];
      case 'list':
        return [
          line,
          ...block.items.flatMap((item) => [
            `  item${attributesOf(item.attributes)}`,
            ...inner(item.children).map((one) => `  ${one}`),
          ]),
        ];
      case 'table':
        return [
          line,
          ...[block.head, ...block.rows].map(
            (row) =>
              `  ${row.map((cell) => `${words(cell.children)}${attributesOf(cell.attributes)}`).join(' | ')}`,
          ),
        ];
      case 'definition-list':
        return [
          line,
          ...block.entries.flatMap(({ terms, definitions }) => [
            ...terms.map((term) => `  term${attributesOf(term.attributes)}: ${words(term.children)}`),
            ...definitions.flatMap((one) => ['  is', ...inner(one.children).map((inside) => `  ${inside}`)]),
          ]),
        ];
      case 'math-block':
        return [`${line}: ${JSON.stringify(block.tex)}`];
      case 'quote':
      case 'callout':
      case 'container':
        return [line, ...inner(block.children)];
      default:
        return [line];
    }
  });
}

function nameOf(block: Block): string {
  if (block.type === 'heading') return `h${block.depth}`;
  if (block.type === 'callout') return `${block.kind}!${block.title === null ? '' : ` (${block.title})`}`;
  if (block.type === 'container')
    return `:::${block.name}${block.argument === null ? '' : ` ${block.argument}`}`;
  return block.type;
}

/** Attributes as an author would write them; nothing for none. */
export function attributesOf({ id, classes, pairs }: Attributes): string {
  const all = [
    ...(id ? [`#${id.value}`] : []),
    ...classes.map((name) => `.${name}`),
    ...pairs.map(({ key, value }) => (value === null ? key : `${key}=${value}`)),
  ];
  return all.length === 0 ? '' : ` {${all.join(' ')}}`;
}

/** Inlines as text, with what is more than text in brackets. */
export function words(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      const attributes = attributesOf(inline.attributes);
      switch (inline.type) {
        case 'text':
          return inline.text;
        case 'codespan':
          return `[code ${inline.text}${attributes}]`;
        case 'break':
          return '[br]';
        case 'inline-html':
          return `[html ${inline.html}]`;
        case 'math':
          return `[${inline.display ? 'display ' : ''}math ${inline.tex}${attributes}]`;
        case 'note-reference':
          return `[^${inline.label}]`;
        case 'image':
          return `[image ${inline.src}${attributes}]`;
        case 'link':
          return `[link ${inline.href}${attributes} ${words(inline.children)}]`;
        default:
          return `[${inline.type}${attributes} ${words(inline.children)}]`;
      }
    })
    .join('');
}
