import type { Span } from '../diagnostics/source.js';
import type { Block, DefinitionEntry } from './ast.js';
import { noAttributes } from './ast.js';
import { joinAttributes } from './attributes.js';
import { type Blocks, blocksOf, itemsFrom, slideOf } from './blocks.js';
import { type Cursor, trimSpan } from './cursor.js';
import type { DefinitionListToken } from './extensions/tokens.js';
import { inlinesFrom } from './inlines.js';
import type { Parsing } from './notice.js';

/** Terms with their definitions. */
export function definitionsFrom(
  token: DefinitionListToken,
  span: Span,
  cursor: Cursor,
  parsing: Parsing,
): Blocks {
  const { text } = parsing.source;
  let slide = noAttributes;
  const entries = token.entries.map(({ terms, definitions }): DefinitionEntry => {
    return {
      terms: terms.map(({ raw, tokens }) => {
        const whole = cursor.take(raw);
        const words = inlinesFrom(tokens, cursor.inside(whole), parsing);
        slide = joinAttributes(slide, words.slide);
        return { children: words.children, attributes: words.attributes, span: trimSpan(whole, text) };
      }),
      definitions: definitions.map(({ raw, tokens }) => {
        const whole = cursor.take(raw);
        const items = itemsFrom(tokens, cursor.inside(whole), parsing, 'nested');
        slide = joinAttributes(slide, slideOf(items));
        return { children: blocksOf(items), attributes: noAttributes, span: trimSpan(whole, text) };
      }),
    };
  });
  const list: Block = { type: 'definition-list', entries, span, attributes: noAttributes };
  return { blocks: [list], slide };
}
