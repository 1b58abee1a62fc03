import type { Token, Tokens } from 'marked';
import { diagnostic } from '../diagnostics/diagnostic.js';
import type { Span } from '../diagnostics/source.js';
import { alertFrom } from './alerts.js';
import type { Attributes, Block, Inline, ListItem } from './ast.js';
import { noAttributes } from './ast.js';
import { hasAttributes, joinAttributes, readAttributes } from './attributes.js';
import { codeFrom } from './code.js';
import { containerFrom } from './containers.js';
import { type Cursor, trimSpan } from './cursor.js';
import { definitionsFrom } from './definitions.js';
import type { DefinitionListToken, FootnoteToken, MathBlockToken, OwnToken } from './extensions/tokens.js';
import { htmlFrom } from './html.js';
import { inlinesFrom } from './inlines.js';
import { warnOfIndentedNote, warnOfLoneAttributes, warnOfLostWords, warnOfSetext } from './likely-slips.js';
import { mathFrom, mathFromFence } from './math.js';
import type { Parsing } from './notice.js';
import { tableFrom } from './tables.js';

/** What stands at the top of a file or in a block, in order: blocks, and marks that are about slides. */
export type Item =
  | { readonly kind: 'block'; readonly block: Block }
  | { readonly kind: 'divider'; readonly below: boolean; readonly span: Span }
  /** A heading that starts a slide comes next. */
  | { readonly kind: 'heading-split'; readonly at: number }
  | { readonly kind: 'note-mark'; readonly span: Span }
  | { readonly kind: 'slide-attributes'; readonly attributes: Attributes; readonly span: Span };

/** Where blocks stand: dividers and notes mean something at the top only, exact places end inside lists and quotes. */
export type Level = 'top' | 'block' | 'nested';

/** Blocks that take the attributes on the line below them. */
const owning: readonly string[] = [
  'list',
  'table',
  'code',
  'quote',
  'container',
  'callout',
  'math-block',
  'definition-list',
];

/** Turns marked's block tokens into items with places. */
export function itemsFrom(tokens: readonly Token[], cursor: Cursor, parsing: Parsing, level: Level): Item[] {
  const items: Item[] = [];
  /** The token before a `{…}` line, where nothing but the end of a line is between. */
  let owner: number | null = null;
  for (const given of tokens) {
    const token = given as Tokens.Generic | OwnToken;
    const whole = cursor.take(token.raw);
    const span = trimSpan(whole, parsing.source.text);
    const ownerBefore = owner;
    owner = null;
    if (token.type === 'space') continue;
    if (token.type === 'def') {
      warnOfLostWords(token as Tokens.Def, span, parsing);
      continue;
    }
    if (token.type === 'attribute-line') {
      const read = readAttributes(token.raw.trim(), span.file, span.start);
      const above = ownerBefore === null ? null : items[ownerBefore];
      if (read && above?.kind === 'block') {
        const joined = joinAttributes(above.block.attributes, read.attributes);
        items[ownerBefore as number] = {
          kind: 'block',
          block: { ...above.block, attributes: joined } as Block,
        };
      } else {
        if (read) warnOfLoneAttributes(read.attributes, span, items.at(-1), parsing);
        items.push(textItem(token.raw.trim(), span));
      }
      continue;
    }
    if (token.type === 'note-mark') {
      warnOfIndentedNote(token.raw, span, items.at(-1), parsing);
      items.push({ kind: 'note-mark', span });
      continue;
    }
    if (token.type === 'hr') {
      const divider = /^ {0,3}(-{3,4})[ \t]*\n*$/.exec(token.raw);
      if (divider && level === 'top' && parsing.grammar.reveal === null) {
        items.push({ kind: 'divider', below: divider[1]?.length === 4, span });
        continue;
      }
      items.push({ kind: 'block', block: { type: 'rule', span, attributes: noAttributes } });
      continue;
    }
    if (token.type === 'html') {
      const { blocks, slide, element } = htmlFrom(token.raw, span, parsing);
      const previous = items.length - 1;
      const above = items[previous];
      if (hasAttributes(element) && above?.kind === 'block') {
        items[previous] = { kind: 'block', block: giveToElement(above.block, element, ownerBefore !== null) };
      }
      if (hasAttributes(element) && above?.kind !== 'block' && level === 'top') {
        // With nothing before it, it is about what everything on the slide stands in.
        items.push({ kind: 'slide-attributes', attributes: element, span });
      }
      if (hasAttributes(slide)) items.push({ kind: 'slide-attributes', attributes: slide, span });
      for (const block of blocks) items.push({ kind: 'block', block });
      continue;
    }
    const { blocks, slide } = blocksFrom(token, span, cursor.inside(whole), cursor.exact, parsing, level);
    if (hasAttributes(slide)) items.push({ kind: 'slide-attributes', attributes: slide, span });
    for (const block of blocks) items.push({ kind: 'block', block });
    const last = blocks.at(-1);
    const touches = !/\n[ \t]*\n$/.test(token.raw);
    if (touches && last && owning.includes(last.type)) owner = items.length - 1;
  }
  return items;
}

/** The blocks among items; what is about slides has no meaning where this is asked. */
export function blocksOf(items: readonly Item[]): Block[] {
  return items.flatMap((item) => (item.kind === 'block' ? [item.block] : []));
}

/** What the comments among items say of their slide: reveal.js's may stand anywhere on it. */
export function slideOf(items: readonly Item[]): Attributes {
  return items.reduce(
    (joined, item) => (item.kind === 'slide-attributes' ? joinAttributes(joined, item.attributes) : joined),
    noAttributes,
  );
}

/** Blocks, and what is said of the slide in them. */
export interface Blocks {
  readonly blocks: readonly Block[];
  readonly slide: Attributes;
}

function blocksFrom(
  token: Tokens.Generic | OwnToken,
  span: Span,
  cursor: Cursor,
  exact: boolean,
  parsing: Parsing,
  level: Level,
): Blocks {
  const one = (block: Block, slide: Attributes = noAttributes): Blocks => ({ blocks: [block], slide });
  const plain = { span, attributes: noAttributes };
  switch (token.type) {
    case 'heading': {
      const { depth, tokens, raw } = token as Tokens.Heading;
      if (level === 'top') warnOfSetext(raw, span, parsing);
      const { children, attributes, element, slide } = inlinesFrom(tokens, cursor, parsing);
      return one(
        { type: 'heading', depth, children: wrapped(children, element, span), span, attributes },
        slide,
      );
    }
    case 'paragraph':
    case 'text': {
      const words = token.tokens ?? [];
      const { children, element, slide, ...own } = inlinesFrom(words, cursor, parsing);
      const attributes = joinAttributes(own.attributes, element);
      if (children.length === 0 && !hasAttributes(attributes)) return { blocks: [], slide };
      const type = token.type === 'text' ? 'plain' : 'paragraph';
      return one({ type, children, span, attributes }, slide);
    }
    case 'code': {
      const code = codeFrom(token as Tokens.Code, span, parsing);
      return one(parsing.grammar.math ? mathFromFence(code, parsing) : code);
    }
    case 'definition-list':
      return definitionsFrom(token as DefinitionListToken, span, cursor, parsing);
    case 'footnote': {
      const { label, labelAt, tokens } = token as FootnoteToken;
      const start = span.start - (token.raw.length - token.raw.trimStart().length) + labelAt;
      const labelSpan = { file: span.file, start, end: Math.min(start + label.length + 3, span.end) };
      const items = itemsFrom(tokens, cursor, parsing, 'nested');
      return one({ type: 'footnote', label, labelSpan, children: blocksOf(items), ...plain }, slideOf(items));
    }
    case 'math-block':
      return one(mathFrom(token as MathBlockToken, span, parsing));
    case 'blockquote': {
      const items = itemsFrom(token.tokens ?? [], cursor, parsing, 'nested');
      const children = blocksOf(items);
      return one(alertFrom(children, span) ?? { type: 'quote', children, ...plain }, slideOf(items));
    }
    case 'list':
      return listFrom(token as Tokens.List, span, cursor, parsing);
    case 'table':
      return tableFrom(token as Tokens.Table, span, parsing);
    case 'container':
      return containerFrom(token as Extract<OwnToken, { type: 'container' }>, span, exact, parsing);
    case 'stray-close':
      parsing.notice(
        diagnostic(
          'block/stray-close',
          span,
          'This line closes a block, but none with as many colons is open here.',
          {
            hint: 'Delete the line, or check that the block’s opening has as many colons.',
          },
        ),
      );
      return { blocks: [], slide: noAttributes };
    case 'pause':
      return one({ type: 'pause', ...plain });
    case 'checkbox':
      return { blocks: [], slide: noAttributes };
    default:
      return { blocks: [textBlock(token.raw, span)], slide: noAttributes };
  }
}

/** reveal.js 6: directly below a list the comment is about its last item, after a blank line about the list. */
function giveToElement(block: Block, element: Attributes, touches: boolean): Block {
  if (block.type === 'list' && touches) {
    const last = block.items.at(-1);
    if (last) {
      const item = { ...last, attributes: joinAttributes(last.attributes, element) };
      return { ...block, items: [...block.items.slice(0, -1), item] };
    }
  }
  if (block.type === 'heading') return { ...block, children: wrapped(block.children, element, block.span) };
  return { ...block, attributes: joinAttributes(block.attributes, element) } as Block;
}

/** A heading's own attributes may be its slide's; what a comment says of it is for its words. */
function wrapped(children: readonly Inline[], element: Attributes, span: Span): readonly Inline[] {
  return hasAttributes(element) ? [{ type: 'span', children, span, attributes: element }] : children;
}

function textBlock(text: string, span: Span): Block {
  const children: Inline[] = [{ type: 'text', text, span, attributes: noAttributes }];
  return { type: 'paragraph', children, span, attributes: noAttributes };
}

function textItem(text: string, span: Span): Item {
  return { kind: 'block', block: textBlock(text, span) };
}

function listFrom(token: Tokens.List, span: Span, cursor: Cursor, parsing: Parsing): Blocks {
  let slide = noAttributes;
  const items = token.items.map((item): ListItem => {
    const whole = cursor.take(item.raw);
    const parts = itemsFrom(item.tokens, cursor.inside(whole), parsing, 'nested');
    const inside = blocksOf(parts);
    slide = joinAttributes(slide, slideOf(parts));
    // `{…}` at the end of an item's words is the item's, as on GitHub's task lists the box is.
    const first = inside[0];
    const own =
      first?.type === 'plain' || (first?.type === 'paragraph' && inside.length === 1)
        ? first.attributes
        : noAttributes;
    const children =
      first && hasAttributes(own)
        ? [{ ...first, attributes: noAttributes } as Block, ...inside.slice(1)]
        : inside;
    return {
      checked: item.task ? item.checked === true : null,
      children,
      span: trimSpan(whole, parsing.source.text),
      attributes: own,
    };
  });
  const start = token.ordered && typeof token.start === 'number' ? token.start : null;
  const list: Block = { type: 'list', ordered: token.ordered, start, items, span, attributes: noAttributes };
  return { blocks: [list], slide };
}
