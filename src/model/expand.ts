import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { didYouMeanHint } from '../diagnostics/did-you-mean.js';
import type { Span } from '../diagnostics/source.js';
import type { Attributes, Block, Code, Container, ParsedInclude, ParsedSlide } from '../parse/ast.js';
import { noAttributes } from '../parse/ast.js';
import { hasAttributes, joinAttributes } from '../parse/attributes.js';
import { have } from '../parse/kinds.js';
import { mapBlocks } from '../parse/walk.js';
import { isHidden } from './cut.js';
import { footnoteFinder, footnotesFor, type SlideFootnote } from './footnotes.js';
import { type Library, referenceKey } from './library.js';
import { partOf } from './regions.js';

/** A slide with the files it refers to filled in, and the language of the file it came from. */
export interface ExpandedSlide {
  readonly slide: ParsedSlide;
  /** What its footnotes say. */
  readonly footnotes: readonly SlideFootnote[];
  readonly lang: string | null;
  /** What the includes that brought it say of all their slides, outermost first. */
  readonly within: readonly Attributes[];
}

/** Strings the slides of a file together: its own, and those of files it includes. */
export function expandFile(
  file: string,
  library: Library,
  notice: (one: Diagnostic) => void,
): ExpandedSlide[] {
  const find = footnoteFinder(library);
  return expand(file, [], null, []);

  function expand(
    name: string,
    way: readonly Span[],
    lang: string | null,
    within: readonly Attributes[],
  ): ExpandedSlide[] {
    const parsed = library.parsed.get(name);
    const language = library.languages.get(name) ?? lang;
    const found: ExpandedSlide[] = [];
    for (const part of parsed?.parts ?? []) {
      if (part.type === 'include') found.push(...bring(part, way, language, within));
      else {
        const slide = filled(part, way);
        const footnotes = footnotesFor([...slide.blocks, ...slide.notes], find, (blocks) =>
          fill(blocks, way),
        );
        if (!part.joinsLast) found.push({ slide, footnotes, lang: language, within });
        else found.push(...found.splice(-1).map((last) => joined(last, slide, footnotes)));
      }
    }
    return found;
  }

  function bring(
    part: ParsedInclude,
    way: readonly Span[],
    lang: string | null,
    within: readonly Attributes[],
  ): ExpandedSlide[] {
    const target = library.located.get(referenceKey(part.span.file, part.path));
    if (target === undefined || isCircle(target, part.span, way)) return [];
    // Who hides or limits the slide that an include begins means all of it.
    const around = [...within, part.attributes, part.slide];
    const [first, ...rest] = expand(target, [...way, part.span], lang, around);
    if (!first) return [];
    const { slide } = first;
    // What stands below before the include stands below after it.
    const below = part.below || slide.below;
    return [
      { ...first, slide: { ...slide, below, attributes: joinAttributes(slide.attributes, part.slide) } },
      ...rest,
    ];
  }

  function filled(slide: ParsedSlide, way: readonly Span[]): ParsedSlide {
    return { ...slide, blocks: fill(slide.blocks, way), notes: fill(slide.notes, way) };
  }

  function fill(blocks: readonly Block[], way: readonly Span[]): readonly Block[] {
    if (!have(blocks, 'code', 'container')) return blocks;
    return mapBlocks(blocks, (block) => {
      if (block.type === 'code' && block.source) return [withText(block)];
      if (block.type === 'container' && block.name === 'include') return included(block, way);
      return null;
    });
  }

  function included(block: Container, way: readonly Span[]): readonly Block[] {
    const target = library.located.get(referenceKey(block.span.file, block.argument ?? ''));
    if (target === undefined || isCircle(target, block.span, way)) return [];
    const parts = library.parsed.get(target)?.parts ?? [];
    const [only, ...more] = parts;
    if (more.length > 0 || only?.type === 'include') {
      notice(
        diagnostic(
          'include/slides-in-block',
          block.span,
          `\`${block.argument}\` has several slides, and inside a block only content can be included.`,
          {
            hint: 'Include it outside of all blocks, or take its dividers out.',
          },
        ),
      );
      return [];
    }
    const content = only ? fill(contentOf(only), [...way, block.span]) : [];
    return hasAttributes(block.attributes) ? [boxOf('div', block.attributes, content, block.span)] : content;
  }

  /** An include leads back to a file that is being included: the places of the includes are the way there. */
  function isCircle(target: string, span: Span, way: readonly Span[]): boolean {
    const files = [...way.map((place) => place.file), span.file];
    if (!files.includes(target)) return false;
    notice(
      diagnostic(
        'include/circular',
        span,
        `This includes \`${target}\`, which includes this file again: ${[...files.slice(files.indexOf(target)), target].join(' → ')}.`,
        {
          hint: 'Take one of these includes out.',
        },
      ),
    );
    return true;
  }

  function withText(code: Code): Code {
    const source = code.source;
    const target = source && library.located.get(referenceKey(source.span.file, source.path));
    const text = target && library.texts.get(target);
    if (!source || text === undefined || text === null || target === null) return code;
    const part = partOf(text, source.part);
    // Lines of a file have the numbers they have in it, unless the author gives others.
    if (part.kind === 'found') return { ...code, text: part.text, from: code.from ?? part.from };
    if (part.kind === 'no-region') {
      const region = source.part && 'region' in source.part ? source.part.region : '';
      const listed = part.regions.map((name) => `\`${name}\``).join(', ');
      notice(
        diagnostic('code/no-region', source.span, `\`${source.path}\` has no region \`${region}\`.`, {
          hint:
            didYouMeanHint(region, part.regions) ??
            (listed === ''
              ? 'It has no regions: mark one with `#region name` and `#endregion` in comments.'
              : `Its regions: ${listed}.`),
        }),
      );
    } else {
      notice(
        diagnostic(
          'code/no-lines',
          source.span,
          `\`${source.path}\` has only ${part.count} ${part.count === 1 ? 'line' : 'lines'}.`,
          {
            hint: 'Name lines that are there, from low to high: `#L10-20`.',
          },
        ),
      );
    }
    return code;
  }
}

/** A slide with the notes that stand below the include which brought it, and what a comment there says of it. */
function joined(
  { slide, footnotes, ...last }: ExpandedSlide,
  below: ParsedSlide,
  more: readonly SlideFootnote[],
): ExpandedSlide {
  const attributes = joinAttributes(slide.attributes, below.attributes);
  return {
    ...last,
    slide: { ...slide, attributes, notes: [...slide.notes, ...below.notes] },
    footnotes: [...footnotes, ...more],
  };
}

/**
 * What a slide is when it is included inside a block: its blocks, its notes in a box, and around them what was said
 * of the slide, so that what is not for everybody stays so.
 */
function contentOf({ blocks, notes, attributes, span }: ParsedSlide): readonly Block[] {
  if (isHidden(attributes)) return [];
  const all = notes.length === 0 ? blocks : [...blocks, boxOf('notes', noAttributes, notes, span)];
  return hasAttributes(attributes) ? [boxOf('div', attributes, all, span)] : all;
}

function boxOf(name: string, attributes: Attributes, children: readonly Block[], span: Span): Container {
  return { type: 'container', name, nameSpan: span, argument: null, children, span, attributes };
}
