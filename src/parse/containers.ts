import { diagnostic } from '../diagnostics/diagnostic.js';
import { didYouMean } from '../diagnostics/did-you-mean.js';
import type { Span } from '../diagnostics/source.js';
import type { Attributes, Block } from './ast.js';
import { noAttributes } from './ast.js';
import { readAttributes } from './attributes.js';
import { blockNames, isCallout, isOneLine } from './block-names.js';
import { blocksOf, itemsFrom } from './blocks.js';
import { Cursor } from './cursor.js';
import type { ContainerToken } from './extensions/tokens.js';
import { limits } from './limits.js';
import type { Parsing } from './notice.js';

/** A `:::` block; everything that can be wrong with one is noticed here. */
export function containerFrom(token: ContainerToken, span: Span, parsing: Parsing): Block {
  const { file } = span;
  const opening = { file, start: span.start, end: span.start + token.openingLength };
  noticeOpening(token, opening, parsing);
  const body = new Cursor(
    parsing.source,
    span.start + token.bodyAt,
    span.start + token.bodyAt + token.body.length,
  );
  const items = itemsFrom(token.tokens, body, parsing, 'block');
  for (const item of items) {
    if (item.kind !== 'block' || item.block.type !== 'rule') continue;
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
  warnOfNotes(token, body, parsing);
  const attributes = attributesOf(token, span, parsing);
  const { name, named } = nameOf(token, attributes);
  const plain = { span, attributes: named, children: blocksOf(items) };
  if (name !== null && isCallout(name)) {
    return { type: 'callout', kind: name, title: token.argument ?? titleOf(named), ...plain };
  }
  const nameSpan = {
    file,
    start: span.start + token.nameAt,
    end: span.start + token.nameAt + (token.name?.length ?? 3),
  };
  return { type: 'container', name: name ?? 'div', nameSpan, argument: token.argument, ...plain };
}

function titleOf(attributes: Attributes): string | null {
  return attributes.pairs.find((pair) => pair.key === 'title')?.value ?? null;
}

function noticeOpening(token: ContainerToken, opening: Span, { notice }: Parsing): void {
  const { name } = token;
  if (token.tooDeep) {
    notice(
      diagnostic('text/too-deep', opening, `Blocks are nested more than ${limits.nesting} deep here.`, {
        hint: 'Flatten them: nothing that deep can be read on a slide.',
      }),
    );
  }
  if (name !== null && !blockNames.includes(name)) {
    const near = didYouMean(name, blockNames);
    notice(
      diagnostic('block/unknown', opening, `There is no block \`${name}\`.`, {
        hint: near
          ? `Did you mean \`${near}\`?`
          : `For a box with a class of your own write \`::: {.${name}}\`.`,
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
  if (name !== null && isOneLine(name) && token.argument === null) {
    notice(
      diagnostic('block/needs-argument', opening, `The block \`${name}\` lacks what it is about.`, {
        hint:
          { include: '`::: include part.md`', lines: '`::: lines 6`' }[name] ??
          '`::: qr https://example.org`',
      }),
    );
  }
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
  const index = attributes.classes.findIndex((name) => blockNames.includes(name));
  if (index < 0) return { name: null, named: attributes };
  const classes = attributes.classes.filter((_, at) => at !== index);
  return { name: attributes.classes[index] ?? null, named: { ...attributes, classes } };
}

/** `Note:` in a block stays on the slide, for all to read: the author should know. */
function warnOfNotes(token: ContainerToken, body: Cursor, { notice, source }: Parsing): void {
  const mark = /^[ \t]*notes?:/gim;
  for (const inner of token.tokens) {
    if (inner.type !== 'paragraph') continue;
    mark.lastIndex = 0;
    const match = mark.exec(inner.raw);
    if (!match) continue;
    const start = source.text.indexOf(match[0], body.at - token.body.length);
    if (start < 0) continue;
    notice(
      diagnostic(
        'notes/inside-block',
        { file: source.file, start, end: start + match[0].length },
        '`Note:` inside a block is part of the slide, not a speaker note.',
        {
          hint: 'Move it below the block, or write `::: notes`.',
        },
      ),
    );
  }
}
