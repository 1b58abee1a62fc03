import { diagnostic } from '../diagnostics/diagnostic.js';
import type { Span } from '../diagnostics/source.js';
import type { Attributes, Block, Container, ParsedInclude, ParsedSlide } from './ast.js';
import { noAttributes } from './ast.js';
import { hasAttributes, joinAttributes } from './attributes.js';
import type { Item } from './blocks.js';
import { trimSpan } from './cursor.js';
import type { Parsing } from './notice.js';
import { splitAtHeadings } from './split-headings.js';

/** A slide while its items are being collected. */
interface Draft {
  readonly below: boolean;
  readonly start: number;
  blocks: Block[];
  notes: Block[] | null;
  attributes: Attributes;
}

/** Cuts the items of a file into slides: at its dividers, around its includes and, where asked for, at its headings. */
export function slidesFrom(
  written: readonly Item[],
  from: number,
  parsing: Parsing,
): readonly (ParsedSlide | ParsedInclude)[] {
  const { file, text } = parsing.source;
  const items = parsing.grammar.split === 'headings' ? splitAtHeadings(written) : written;
  const parts: (ParsedSlide | ParsedInclude)[] = [];
  const begin = (start: number, below: boolean): Draft => ({
    below,
    start,
    blocks: [],
    notes: null,
    attributes: noAttributes,
  });
  let draft = begin(from, false);
  /** The divider that opened the draft; null at the start of a file and below an include. */
  let opener: Span | null = null;
  let belowInclude = false;
  const finish = (end: number, closer: Span | null): void => {
    const slide = slideFrom(draft, { file, start: draft.start, end }, text);
    if (slide) parts.push({ ...slide, joinsLast: belowInclude && slide.blocks.length === 0 });
    else if (!belowInclude && (opener !== null || closer !== null)) warnOfEmpty(opener, closer, parsing);
  };
  for (const item of items) {
    if (item.kind === 'divider') {
      finish(item.span.start, item.span);
      draft = begin(item.span.end, item.below);
      opener = item.span;
      belowInclude = false;
    } else if (item.kind === 'heading-split') {
      if (isFresh(draft)) continue;
      finish(item.at, null);
      draft = begin(item.at, false);
      opener = null;
      belowInclude = false;
    } else if (item.kind === 'note-mark') draft.notes ??= [];
    else if (item.kind === 'slide-attributes')
      draft.attributes = joinAttributes(draft.attributes, item.attributes);
    else if (draft.notes === null && isInclude(item.block)) {
      noticeUnusable(item.block.attributes, parsing);
      if (draft.blocks.length > 0) finish(item.block.span.start, null);
      parts.push({
        type: 'include',
        path: item.block.argument ?? '',
        below: draft.below,
        attributes: item.block.attributes,
        slide: draft.blocks.length > 0 ? noAttributes : draft.attributes,
        span: item.block.span,
      });
      draft = begin(item.block.span.end, false);
      opener = null;
      belowInclude = true;
    } else (draft.notes ?? draft.blocks).push(item.block);
  }
  finish(text.length, null);
  return parts;
}

/** Nothing stands on the slide so far, and nothing was said of it. */
function isFresh({ blocks, notes, attributes }: Draft): boolean {
  return blocks.length === 0 && notes === null && !hasAttributes(attributes);
}

function isInclude(block: Block): block is Container {
  return block.type === 'container' && block.name === 'include' && block.argument !== null;
}

/** Slides of another file can be left out together; everything else is said of each of them where it stands. */
function noticeUnusable({ pairs }: Attributes, { notice }: Parsing): void {
  for (const { key, span } of pairs) {
    if (['editions', 'tier', 'hidden'].includes(key)) continue;
    notice(
      diagnostic('attribute/unknown', span, `\`${key}\` means nothing on an include.`, {
        hint: 'Its slides can be limited by `editions` or `tier`; all else stands on the slides themselves.',
      }),
    );
  }
}

/** Null where there is nothing to show and nothing was set. */
function slideFrom(draft: Draft, around: Span, text: string): ParsedSlide | null {
  const blocks = withTitleFirst(draft.blocks);
  const first = blocks[0];
  const fromHeading = first?.type === 'heading' ? first.attributes : noAttributes;
  const attributes = joinAttributes(fromHeading, draft.attributes);
  if (isFresh({ ...draft, attributes })) return null;
  const shown =
    first?.type === 'heading' ? [{ ...first, attributes: noAttributes }, ...blocks.slice(1)] : blocks;
  return {
    type: 'slide',
    span: trimSpan(around, text),
    below: draft.below,
    attributes,
    blocks: shown,
    notes: draft.notes ?? [],
    joinsLast: false,
  };
}

/** Stylesheets are not seen, so a heading below them is still the first thing on its slide. */
function withTitleFirst(blocks: readonly Block[]): readonly Block[] {
  const at = blocks.findIndex((block) => !isSheet(block));
  const heading = blocks[at];
  if (at < 1 || heading?.type !== 'heading') return blocks;
  return [heading, ...blocks.slice(0, at), ...blocks.slice(at + 1)];
}

function isSheet(block: Block): boolean {
  if (block.type !== 'html') return false;
  const html = block.html.trim().toLowerCase();
  return /^<style[\s>]/.test(html) && html.indexOf('</style>') === html.length - '</style>'.length;
}

function warnOfEmpty(opener: Span | null, closer: Span | null, { notice, source }: Parsing): void {
  const span = opener ?? closer;
  // A file may end, or start, with a divider out of habit; only then nothing at all stands on its other side.
  notice(
    diagnostic(
      'slide/empty',
      span ?? { file: source.file, start: 0, end: 0 },
      opener
        ? 'Nothing stands on the slide that starts here; it is left out.'
        : 'Nothing stands above this divider; no slide is made of it.',
      {
        hint: `Delete ${opener && closer ? 'one of the two dividers' : 'the divider'}, or give the slide a setting such as \`<!-- slide: layout=statement -->\`.`,
      },
    ),
  );
}
