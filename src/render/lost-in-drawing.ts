import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { didYouMeanHint } from '../diagnostics/did-you-mean.js';
import type { Block, Html, InlineHtml } from '../parse/ast.js';
import { diagramLanguage, diagramNames } from '../parse/diagram-language.js';
import { withAny } from '../parse/kinds.js';
import { isRemote } from '../parse/references.js';
import { childInlines, walkBlocks, walkInlines } from '../parse/walk.js';
import { isLanguage, languageNames } from './highlight.js';
import { notFetched } from './not-fetched.js';

type Cleaner = typeof import('./clean-html.js');

/**
 * What only rendering can tell: languages without colours, HTML that is left out, pictures from elsewhere and without words.
 *
 * @param safe whether raw HTML is not trusted
 * @param clean there for decks with raw HTML
 */
export function lostInDrawing(
  blocks: readonly Block[],
  safe: boolean,
  clean: Cleaner | null,
): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const block of walkBlocks(withAny(blocks, 'code', 'html', 'inline-html', 'image'))) {
    if (
      block.type === 'code' &&
      block.language !== null &&
      !isLanguage(block.language) &&
      diagramLanguage(block) === null
    ) {
      const { file, start } = block.span;
      found.push(
        diagnostic(
          'code/unknown-language',
          { file, start, end: start + 3 + block.language.length },
          `The language \`${block.language}\` is not known; the code stays without colours.`,
          {
            hint:
              didYouMeanHint(block.language, [...languageNames, ...diagramNames]) ??
              'For plain text write `text`.',
          },
        ),
      );
    }
    if (clean && block.type === 'html') found.push(...lostHtml(block, clean, safe));
    for (const inline of walkInlines(childInlines(block))) {
      if (clean && inline.type === 'inline-html') found.push(...lostHtml(inline, clean, safe));
      if (inline.type === 'image' && isRemote(inline.src) && !/^data:image\//i.test(inline.src)) {
        found.push(notFetched(inline.src, inline.span));
      }
    }
  }
  return found;
}

/** What raw HTML names and does not get. */
function lostHtml(node: Html | InlineHtml, clean: Cleaner, safe: boolean): readonly Diagnostic[] {
  return [
    ...(safe ? clean.droppedHtml(node) : []),
    ...clean.picturesWithoutWords(node),
    ...clean.remoteHtml(node),
    ...clean.lostStyles(node),
  ];
}
