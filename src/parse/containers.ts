import { diagnostic } from '../diagnostics/diagnostic.js';
import { didYouMean } from '../diagnostics/did-you-mean.js';
import type { Span } from '../diagnostics/source.js';
import type { Attributes, Container } from './ast.js';
import { noAttributes } from './ast.js';
import { readAttributes } from './attributes.js';
import { blockNames, isCallout, isOneLine, isPrivate, titledNames } from './block-names.js';
import { type Blocks, blocksOf, type Item, itemsFrom, slideOf } from './blocks.js';
import { Cursor } from './cursor.js';
import type { ContainerToken } from './extensions/tokens.js';
import { limits } from './limits.js';
import type { Parsing } from './notice.js';

/**
 * A `:::` block; everything that can be wrong with one is noticed here.
 *
 * @param exact whether the block stands at the top, so that offsets in its token are offsets in the file
 */
export function containerFrom(token: ContainerToken, span: Span, exact: boolean, parsing: Parsing): Blocks {
  const { file } = span;
  // Offsets in a token count the blanks before its colons, a span does not.
  const origin = span.start - (token.raw.length - token.raw.trimStart().length);
  const opening = { file, start: span.start, end: origin + token.openingLength };
  const bodyStart = Math.min(origin + token.bodyAt, span.end);
  const body = new Cursor(parsing.source, bodyStart, exact ? bodyStart + token.body.length : span.end, exact);
  const attributes = attributesOf(token, { ...span, start: origin }, parsing);
  const { name, named } = nameOf(token, attributes);
  noticeOpening(token, attributes, opening, parsing);
  const items = itemsFrom(token.tokens, body, parsing, 'block');
  for (const item of items) {
    if (item.kind !== 'block' || item.block.type !== 'rule' || parsing.grammar.reveal !== null) continue;
    const { start, end } = item.block.span;
    if (!/^ {0,3}-{3,4}[ \t]*$/.test(parsing.source.text.slice(start, end))) continue;
    parsing.notice(
      diagnostic(
        'block/across-divider',
        item.block.span,
        `This divider stands inside a \`:::\` block, and a block belongs to one slide.`,
        {
          hint: 'Close the block before the divider, or write `***` for a rule.',
          related: [{ message: 'The block is opened here.', span: opening }],
        },
      ),
    );
  }
  if (name === null || !isPrivate(name)) warnOfNotes(items, parsing);
  const plain = { span, attributes: named, children: blocksOf(items) };
  const slide = slideOf(items);
  if (name !== null && isCallout(name)) {
    const title = token.argument ?? titleOf(named);
    return { blocks: [{ type: 'callout', kind: name, title, ...plain }], slide };
  }
  const nameSpan = {
    file,
    start: origin + token.nameAt,
    end: origin + token.nameAt + (token.name?.length ?? 3),
  };
  const container: Container = {
    type: 'container',
    name: name ?? 'div',
    nameSpan,
    argument: token.argument,
    ...plain,
  };
  return { blocks: [titledNames.includes(container.name) ? withTitle(container) : container], slide };
}

/** `title="…"` is the same as words behind the name. */
function withTitle(container: Container): Container {
  const { attributes } = container;
  const title = titleOf(attributes);
  if (title === null) return container;
  const pairs = attributes.pairs.filter((pair) => pair.key !== 'title');
  return { ...container, argument: container.argument ?? title, attributes: { ...attributes, pairs } };
}

function titleOf(attributes: Attributes): string | null {
  return attributes.pairs.find((pair) => pair.key === 'title')?.value ?? null;
}

function noticeOpening(
  token: ContainerToken,
  attributes: Attributes,
  opening: Span,
  { notice }: Parsing,
): void {
  const { name } = token;
  if (token.tooDeep) {
    notice(
      diagnostic('text/too-deep', opening, `Blocks are nested more than ${limits.nesting} deep here.`, {
        hint: 'Flatten them: nothing that deep can be read on a slide.',
      }),
    );
  }
  const called = name ?? token.argument;
  if (called !== null && !blockNames.includes(called)) {
    const near = didYouMean(called, blockNames);
    const box = /^[\w-]+$/.test(called) ? called : 'my-class';
    notice(
      diagnostic('block/unknown', opening, `There is no block \`${called}\`.`, {
        hint: near
          ? `Did you mean \`${near}\`?`
          : `For a box with a class of your own write \`::: {.${box}}\`.`,
      }),
    );
  }
  if (!token.closed) {
    const colons = /:{3,}/.exec(token.raw)?.[0] ?? ':::';
    notice(
      diagnostic(
        'block/unclosed',
        opening,
        `This \`${name ?? ':::'}\` block is not closed before its slide ends.`,
        {
          hint: `Close it with a line \`${colons}\`.`,
        },
      ),
    );
  }
  if (token.argument !== null && name !== null && !takesWords(name)) {
    notice(
      diagnostic(
        'block/unused-words',
        opening,
        `\`${token.argument}\` stands behind the opening of a block, and nothing is made of it.`,
        {
          hint: 'Write it inside the block; attributes stand in braces, as in `{time=10m}`.',
        },
      ),
    );
  }
  const needsWords = name !== null && (isOneLine(name) || (name === 'term' && titleOf(attributes) === null));
  if (needsWords && token.argument === null) {
    notice(
      diagnostic('block/needs-argument', opening, `The block \`${name}\` lacks what it is about.`, {
        hint:
          { include: '`::: include part.md`', lines: '`::: lines 6`', term: '`::: term Pod`' }[name] ??
          '`::: qr https://example.org`',
      }),
    );
  }
}

/** Blocks that make something of the words behind their name. */
function takesWords(name: string): boolean {
  return isOneLine(name) || isCallout(name) || titledNames.includes(name);
}

function attributesOf(token: ContainerToken, span: Span, { notice }: Parsing): Attributes {
  if (token.attributesText === '') return noAttributes;
  const start = span.start + token.attributesAt;
  const read = readAttributes(token.attributesText, span.file, start);
  const rest = read ? token.attributesText.slice(read.length) : '';
  if (read && /^\s*:*\s*$/.test(rest)) return read.attributes;
  const end = start + token.attributesText.length;
  notice(
    diagnostic(
      'block/bad-attributes',
      { file: span.file, start, end },
      `\`${token.attributesText}\` cannot be read as attributes.`,
      {
        hint: 'Attributes look like `{.class #id key=value key="two words"}`.',
      },
    ),
  );
  return read?.attributes ?? noAttributes;
}

/** `::: {.notes}` is `::: notes`; `::: {.anything-else}` is a plain box. */
function nameOf(token: ContainerToken, attributes: Attributes): { name: string | null; named: Attributes } {
  if (token.name !== null) return { name: token.name, named: attributes };
  // With several names among the classes, one that keeps the block from the public goes first.
  const named = attributes.classes.findIndex((name) => blockNames.includes(name));
  const hidden = attributes.classes.findIndex(isPrivate);
  const index = hidden < 0 ? named : hidden;
  if (index < 0) return { name: null, named: attributes };
  const classes = attributes.classes.filter((_, at) => at !== index);
  return { name: attributes.classes[index] ?? null, named: { ...attributes, classes } };
}

/** `Note:` in a block stays on the slide, for all to read: the author should know. */
function warnOfNotes(items: readonly Item[], { notice, source }: Parsing): void {
  for (const item of items) {
    if (item.kind !== 'block') continue;
    const { type, span } = item.block;
    if (!['paragraph', 'list', 'quote', 'html'].includes(type)) continue;
    const match = /^[ \t]*(notes?:)/im.exec(source.text.slice(span.start, span.end));
    if (!match) continue;
    const end = span.start + match.index + match[0].length;
    notice(
      diagnostic(
        'notes/inside-block',
        { file: source.file, start: end - (match[1]?.length ?? 0), end },
        '`Note:` inside a block is part of the slide, not a speaker note.',
        {
          hint: 'Move it below the block, or write `::: notes`.',
        },
      ),
    );
  }
}
