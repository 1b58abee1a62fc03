import type { Seconds, Settings } from '../config/settings.js';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { didYouMeanHint } from '../diagnostics/did-you-mean.js';
import type { Span } from '../diagnostics/source.js';
import type { Heading, ParsedSlide } from '../parse/ast.js';
import { attribute, hasWord } from '../parse/attributes.js';
import { plainText } from '../parse/plain-text.js';
import { walkAttributes } from '../parse/walk.js';
import { screenBlocks } from './audience.js';
import { cutSlides, editionsIn, isUncounted } from './cut.js';
import { type ExpandedSlide, expandFile } from './expand.js';
import { Ids } from './ids.js';
import { layoutFor } from './layout.js';
import type { Library } from './library.js';
import { formatDuration, slideTime } from './time.js';
import type { Edition, Section, Slide } from './workshop.js';

/** What an edition is made from. */
export interface EditionSource {
  readonly deck: string;
  readonly name: string | null;
  /** Every edition of the deck, whether it is built or not. */
  readonly editions: readonly string[];
  readonly folder: string;
  readonly settings: Settings;
  /** The deck's own file, or its modules in the edition's order, with the time an edition sets for one. */
  readonly files: readonly { readonly file: string; readonly time: Seconds | null }[];
  /** What a title falls back to when nobody wrote one. */
  readonly fallbackTitle: string;
  /** Where settings stand, to point at when the deck as a whole is wrong. */
  readonly place: Span;
  readonly durationPlace: Span | null;
}

/** Makes one edition: files strung together, cut, numbered, timed and put into sections. */
export function makeEdition(
  source: EditionSource,
  library: Library,
  notice: (one: Diagnostic) => void,
): Edition | null {
  const { settings } = source;
  const cut = { edition: source.name, tier: settings.tier };
  const modules = source.files.map(({ file, time }) => {
    const slides = expandFile(file, library, notice);
    for (const one of slides) noticeUnknownEditions(one, source.editions, notice);
    return { time, slides: cutSlides(slides, cut) };
  });
  const expanded = modules.flatMap((module) => module.slides);
  if (expanded.length === 0) {
    const what = source.name === null ? 'This deck' : `The edition \`${source.name}\``;
    notice(
      diagnostic('deck/empty', source.place, `${what} has no slides.`, {
        hint: 'Write one, or check what is `hidden`, `tier=optional` or limited by `editions`.',
      }),
    );
    return null;
  }
  noticeDuplicateIds(expanded, notice);
  const slides = numbered(expanded, settings, notice);
  const sections = sectionsOf(slides);
  const withSections = assignSections(slides);
  const timed = timesOf(withSections, sections, modules);
  noticeBudget(source, timed.sections, timed.total, notice);
  const title = settings.title ?? slides.find((slide) => slide.title !== null)?.title ?? source.fallbackTitle;
  return {
    deck: source.deck,
    name: source.name,
    folder: source.folder,
    settings,
    title,
    sections: timed.sections,
    slides: withSections,
    time: timed.total,
  };
}

/** A slide or block for an edition that there is not would be in none. */
function noticeUnknownEditions(
  { slide, within }: ExpandedSlide,
  editions: readonly string[],
  notice: (one: Diagnostic) => void,
): void {
  const inside = walkAttributes([...slide.blocks, ...slide.notes]);
  for (const attributes of [...within, slide.attributes, ...inside]) {
    const written = attribute(attributes, 'editions');
    for (const name of editionsIn(attributes) ?? []) {
      if (written === null || editions.includes(name)) continue;
      notice(
        diagnostic('slide/unknown-edition', written.span, `The deck has no edition \`${name}\`.`, {
          hint:
            didYouMeanHint(name, editions) ?? 'Editions stand under `editions:` in the settings of the deck.',
        }),
      );
    }
  }
}

function noticeDuplicateIds(slides: readonly ExpandedSlide[], notice: (one: Diagnostic) => void): void {
  const seen = new Map<string, Span>();
  for (const { slide } of slides) {
    const { id } = slide.attributes;
    if (!id) continue;
    const first = seen.get(id.value);
    if (!first) seen.set(id.value, id.span);
    else if (first.file !== id.span.file || first.start !== id.span.start) {
      notice(
        diagnostic('slide/duplicate-id', id.span, `Two slides have the id \`${id.value}\`.`, {
          hint: 'Give one of them another id.',
          related: [{ message: 'The other one is here.', span: first }],
        }),
      );
    }
  }
}

function numbered(
  expanded: readonly ExpandedSlide[],
  settings: Settings,
  notice: (one: Diagnostic) => void,
): readonly Slide[] {
  const ids = new Ids(expanded.flatMap(({ slide }) => writtenIds(slide)));
  let count = 0;
  return expanded.map(({ slide, lang }, index): Slide => {
    const { attributes } = slide;
    const heading = headingOf(slide);
    const title = heading ? plainText(heading.children).trim().replace(/\s+/g, ' ') : null;
    const blocks = heading ? slide.blocks.slice(1) : slide.blocks;
    const made: Slide = {
      id: attributes.id ? ids.claim(attributes.id.value) : ids.make(title),
      number: isUncounted(attributes) ? null : ++count,
      title: title === '' ? null : title,
      section: null,
      below: slide.below && index > 0,
      layout: 'content',
      attributes,
      lang: attribute(attributes, 'lang')?.value ?? lang,
      heading,
      blocks,
      notes: slide.notes,
      time: slideTime(attributes, slide.blocks, settings.slideTime, notice),
      print: attribute(attributes, 'print') === null || hasWord(attributes, 'print'),
      printSteps: hasWord(attributes, 'print-steps'),
      span: slide.span,
    };
    const layout = attribute(attributes, 'layout')?.value;
    return {
      ...made,
      layout: layout ?? layoutFor({ isFirst: index === 0, heading, blocks: screenBlocks(made) }),
    };
  });
}

/** Every id that somebody wrote on a slide: its own, and those of blocks and words on it. */
function writtenIds(slide: ParsedSlide): readonly string[] {
  const all = [slide.attributes, ...walkAttributes([...slide.blocks, ...slide.notes])];
  return all.flatMap(({ id }) => id?.value ?? []);
}

/** The heading a slide opens with; one further down is content. */
function headingOf(slide: ParsedSlide): Heading | null {
  const first = slide.blocks[0];
  return first?.type === 'heading' ? first : null;
}

function opensSection(slide: Slide): boolean {
  return slide.heading?.depth === 1;
}

function sectionsOf(slides: readonly Slide[]): readonly Section[] {
  let count = 0;
  return slides.filter(opensSection).map((slide) => ({
    number: slide.layout === 'title' ? null : ++count,
    title: slide.title ?? '',
    id: slide.id,
    time: 0,
  }));
}

function assignSections(slides: readonly Slide[]): readonly Slide[] {
  let section = -1;
  return slides.map((slide) => {
    if (opensSection(slide)) section++;
    return { ...slide, section: section < 0 ? null : section };
  });
}

interface Module {
  readonly time: Seconds | null;
  readonly slides: readonly ExpandedSlide[];
}

/** Sums of sections and of all; where an edition sets a module's time, that counts instead of its slides'. */
function timesOf(
  slides: readonly Slide[],
  sections: readonly Section[],
  modules: readonly Module[],
): { readonly sections: readonly Section[]; readonly total: Seconds } {
  const sums = sections.map(() => 0);
  let total = 0;
  let at = 0;
  for (const module of modules) {
    const own = slides.slice(at, at + module.slides.length);
    at += module.slides.length;
    const written = own.reduce((sum, slide) => sum + slide.time, 0);
    total += module.time ?? written;
    for (const slide of own) {
      if (slide.section !== null) sums[slide.section] = (sums[slide.section] ?? 0) + slide.time;
    }
    const first = own.find((slide) => slide.section !== null)?.section;
    if (module.time !== null && first !== undefined && first !== null) {
      sums[first] = (sums[first] ?? 0) + module.time - written;
    }
  }
  return { sections: sections.map((section, index) => ({ ...section, time: sums[index] ?? 0 })), total };
}

function noticeBudget(
  source: EditionSource,
  sections: readonly Section[],
  total: Seconds,
  notice: (one: Diagnostic) => void,
): void {
  const { duration } = source.settings;
  if (duration === null || total <= duration) return;
  const longest = [...sections].sort((a, b) => b.time - a.time)[0];
  const where = longest
    ? ` The longest section is \`${longest.title}\` with ${formatDuration(longest.time)}.`
    : '';
  notice(
    diagnostic(
      'time/over-budget',
      source.durationPlace ?? source.place,
      `The slides take ${formatDuration(total)}, ${formatDuration(total - duration)} more than the ${formatDuration(duration)} there are.${where}`,
      {
        hint: 'Shorten that section, mark slides `tier=optional`, or raise `duration`.',
      },
    ),
  );
}
