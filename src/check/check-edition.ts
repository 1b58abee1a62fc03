import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { didYouMeanHint } from '../diagnostics/did-you-mean.js';
import { allBlocks } from '../model/all-blocks.js';
import { lineCount, mostLines } from '../model/ruled-lines.js';
import type { Edition, Slide } from '../model/workshop.js';
import {
  type AttributePair,
  type Attributes,
  type Block,
  type Code,
  type Inline,
  type Link,
  noAttributes,
} from '../parse/ast.js';
import { attribute } from '../parse/attributes.js';
import { diagramLanguage } from '../parse/diagram-language.js';
import { have, walkAttributes, withAny } from '../parse/kinds.js';
import { isRemote } from '../parse/references.js';
import { childInlines, walkBlocks, walkInlines } from '../parse/walk.js';
import { checkBlockValues, checkValues } from './check-values.js';
import { blockKeys, cutKeys, elementKeys, filmKeys, passesThrough, slideKeys } from './known-attributes.js';
import { unheededOfReveal } from './reveal-only.js';

/**
 * Everything that can be wrong with an edition and seen without drawing it.
 *
 * @param layouts those that the edition's theme has
 */
export function checkEdition(edition: Edition, layouts: readonly string[]): readonly Diagnostic[] {
  const ids = idsOf(edition);
  return edition.slides.flatMap((slide) => checkSlide(slide, layouts, ids));
}

/** Every id that a link may lead to: slides and whatever on them has one. */
function idsOf(edition: Edition): ReadonlySet<string> {
  const ids = new Set(edition.slides.map((slide) => slide.id));
  for (const slide of edition.slides) {
    for (const { id } of walkAttributes(slide.blocks)) if (id) ids.add(id.value);
    for (const html of rawHtml(slide)) {
      for (const [, id] of html.matchAll(/\bid\s*=\s*["']?([^\s"'>]+)/gi)) ids.add(id ?? '');
    }
  }
  return ids;
}

function rawHtml(slide: Slide): readonly string[] {
  if (!have(slide.blocks, 'html', 'inline-html')) return [];
  return [...walkBlocks(slide.blocks)].flatMap((block) => [
    ...(block.type === 'html' ? [block.html] : []),
    ...[...walkInlines(childInlines(block))].flatMap((one) => (one.type === 'inline-html' ? [one.html] : [])),
  ]);
}

function checkSlide(slide: Slide, layouts: readonly string[], ids: ReadonlySet<string>): Diagnostic[] {
  const found: Diagnostic[] = [];
  const layout = attribute(slide.attributes, 'layout');
  if (layout && !layouts.includes(layout.value ?? '')) {
    const list = layouts.map((name) => `\`${name}\``).join(', ');
    found.push(
      diagnostic('slide/unknown-layout', layout.span, `There is no layout \`${layout.value ?? ''}\`.`, {
        hint: didYouMeanHint(layout.value ?? '', layouts) ?? `The layouts: ${list}.`,
      }),
    );
  }
  found.push(...unknownKeys(slide.attributes, slideKeys), ...checkValues(slide.attributes));
  found.push(...unheededOfReveal(slide.attributes));
  if (slide.heading) checkInlines(slide.heading.children, ids, found);
  const said = withAny(allBlocks({ ...slide, heading: null }), ...checked);
  for (const block of walkBlocks(said)) {
    found.push(...checkBlock(block), ...checkLines(block), ...checkDiagram(block));
    checkInlines(childInlines(block), ids, found);
  }
  return found;
}

/** All that anything may be wrong with here: most of what is on slides is neither. */
const checked = ['attributes', 'code', 'container', 'link'] as const;

function checkBlock(block: Block): Diagnostic[] {
  const name = nameOf(block);
  const inside =
    block.type === 'list'
      ? block.items.flatMap((item) => unknownKeys(item.attributes, [...cutKeys, ...elementKeys]))
      : block.type === 'table'
        ? [block.head, ...block.rows].flat().flatMap((cell) => unknownKeys(cell.attributes, elementKeys))
        : [];
  if (block.type === 'code') inside.push(...stepsBeyond(block));
  if (block.attributes.pairs.length === 0) return inside;
  const known = [...cutKeys, ...elementKeys, ...(blockKeys[name] ?? [])];
  return [...unknownKeys(block.attributes, known), ...checkBlockValues(name, block.attributes), ...inside];
}

/** A step that names lines which are not there would dim all of them. */
function stepsBeyond({ steps, text, span }: Code): Diagnostic[] {
  if (steps.length === 0) return [];
  const count = text === '' ? Number.POSITIVE_INFINITY : text.split('\n').length;
  const beyond = steps.flatMap((step) => (step === 'all' ? [] : step)).find((line) => line > count);
  if (beyond === undefined) return [];
  return [
    diagnostic(
      'code/bad-steps',
      { ...span, end: span.start + 3 },
      `A step names line ${beyond}, and the code has ${count} ${count === 1 ? 'line' : 'lines'}.`,
      { hint: 'Steps count the lines that are shown, from 1, whatever number stands before them.' },
    ),
  ];
}

/** Room to write has a size: `::: lines 6`, `::: question {lines=4}`. */
function checkLines(block: Block): Diagnostic[] {
  if (block.type !== 'container') return [];
  const pair = block.name === 'question' ? attribute(block.attributes, 'lines') : null;
  const written = block.name === 'lines' ? block.argument : pair && (pair.value ?? '');
  if (written === null || lineCount(written) !== null) return [];
  return [
    diagnostic(
      'lines/bad-number',
      pair?.span ?? block.span,
      `\`${written}\` is no number of lines from 1 to ${mostLines}.`,
      { hint: 'Room to write is `::: lines 6` or `::: question {lines=4}`.' },
    ),
  ];
}

/** A diagram is a picture: what is said of lines of code says nothing of it. */
function checkDiagram(block: Block): Diagnostic[] {
  if (block.type !== 'code' || diagramLanguage(block) === null) return [];
  if (block.steps.length === 0 && !block.numbered && !block.diff) return [];
  const { file, start } = block.span;
  return [
    diagnostic(
      'attribute/unknown',
      { file, start, end: start + 3 + (block.language?.length ?? 0) },
      'A diagram has no lines to step through, to number or to compare.',
      { hint: 'Take that away, or write `text` as the language to show the source.' },
    ),
  ];
}

/** What a block goes by in the table of attributes. */
function nameOf(block: Block): string {
  if (block.type === 'container') return block.name;
  return block.type === 'code' && diagramLanguage(block) !== null ? 'diagram' : block.type;
}

function checkInlines(inlines: readonly Inline[], ids: ReadonlySet<string>, found: Diagnostic[]): void {
  for (const inline of inlines) {
    if (inline.attributes !== noAttributes) found.push(...unknownKeys(inline.attributes, keysOf(inline)));
    if (inline.type === 'link') found.push(...checkLink(inline, ids));
    if ('children' in inline) checkInlines(inline.children, ids, found);
  }
}

function keysOf(inline: Inline): readonly string[] {
  const film =
    inline.type === 'image' && /\.(?:mp4|webm|ogv|mov|m4v|mp3|m4a|og[ga]|wav|flac|opus)$/i.test(inline.src);
  return film ? [...elementKeys, ...filmKeys] : elementKeys;
}

function unknownKeys(attributes: Attributes, known: readonly string[]): Diagnostic[] {
  if (attributes.pairs.length === 0) return [];
  return attributes.pairs.flatMap(({ key, value, span }, index) => {
    if (key === 'step' && !/^[1-9]\d{0,3}$/.test(value ?? '')) {
      return [
        diagnostic('step/bad-number', span, `\`${value ?? ''}\` is no step.`, {
          hint: 'Steps are counted from 1: `step=2`.',
        }),
      ];
    }
    if (known.includes(key) || passesThrough(key)) return [];
    return [
      diagnostic('attribute/unknown', span, `Nothing here knows \`${key}\`.`, {
        hint:
          tornApart(key, value, attributes.pairs[index - 1]) ??
          didYouMeanHint(key, known) ??
          `For a value of your own write \`data-${key.toLowerCase()}\`, for a class \`.${key}\`.`,
      }),
    ];
  });
}

/** `time=5 m`: a unit that belongs to the number before it. */
function tornApart(key: string, value: string | null, before: AttributePair | undefined): string | null {
  if (value !== null || !/^(?:s|m|h|min|px)$/.test(key) || !/^\d+$/.test(before?.value ?? '')) return null;
  return `A number and its unit are written together: \`${before?.key}=${before?.value}${key}\`.`;
}

function checkLink(link: Link, ids: ReadonlySet<string>): Diagnostic[] {
  const { href, span } = link;
  if (href.startsWith('#')) {
    const id = decoded(href.slice(1).replace(/^\//, ''));
    if (id === '' || ids.has(id)) return [];
    return [
      diagnostic('link/no-target', span, `No slide has the id \`${id}\`.`, { hint: didYouMeanHint(id, ids) }),
    ];
  }
  if (!isRemote(href) || /^(?:https?|mailto|tel|sms|geo):|^\/\//i.test(href)) return [];
  return [
    diagnostic('link/unsafe', span, `The link to \`${href.slice(0, 60)}\` is left out.`, {
      hint: 'Link to a web page, a mail address, a slide or a file beside the deck.',
    }),
  ];
}

/** A percent sign that begins no code is itself. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
