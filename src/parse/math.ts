import type { Span } from '../diagnostics/source.js';
import type { Block } from './ast.js';
import { noAttributes } from './ast.js';
import { readAttributes } from './attributes.js';
import type { MathBlockToken } from './extensions/tokens.js';
import type { Parsing } from './notice.js';

/** A formula on lines of its own. */
export function mathFrom(token: MathBlockToken, span: Span, { source }: Parsing): Block {
  // Offsets in a token count the blanks before its dollars, a span does not.
  const origin = span.start - (token.raw.length - token.raw.trimStart().length);
  const exact = source.text.startsWith(token.raw.trimEnd(), origin);
  const { attributesText, attributesAt, tex } = token;
  const read = readAttributes(attributesText, span.file, origin + attributesAt);
  return {
    type: 'math-block',
    tex,
    at: exact ? origin + token.texAt : null,
    span,
    attributes: read?.attributes ?? noAttributes,
  };
}

/** A fence whose language is `math` is a formula, as on GitHub; every other stays what it is. */
export function mathFromFence(block: Block, { source }: Parsing): Block {
  if (block.type !== 'code' || block.language !== 'math' || block.source) return block;
  const { text: tex, span, attributes } = block;
  const newline = source.text.indexOf('\n', span.start);
  const at = newline >= 0 && source.text.startsWith(tex, newline + 1) ? newline + 1 : null;
  return { type: 'math-block', tex, at, span, attributes };
}
