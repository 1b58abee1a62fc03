import type { Seconds, Settings } from '../config/settings.js';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { didYouMeanHint } from '../diagnostics/did-you-mean.js';
import type { Span } from '../diagnostics/source.js';
import type { Heading, ParsedSlide } from '../parse/ast.js';
import { attribute, hasWord } from '../parse/attributes.js';
import { walkAttributes } from '../parse/kinds.js';
import { plainText } from '../parse/plain-text.js';
import { screenBlocks } from './audience.js';
import { teachingOf } from './collect-teaching.js';
import { cutSlides, editionsIn, isUncounted } from './cut.js';
import { type ExpandedSlide, expandFile } from './expand.js';
import { withHandoutSlides } from './handout-slides.js';
import { Ids } from './ids.js';
import { type LabHeadings, withLabParts } from './lab-parts.js';
import { layoutFor } from './layout.js';
import type { Library } from './library.js';
import { noticeBudget } from './over-budget.js';
import { noticePlan } from './plan-problems.js';
import { plannedTimes } from './planned-times.js';
import { withPlainTitles } from './reveal-titles.js';
import { slideTime, tasksTime } from './time.js';
import { timetableOf } from './timetable.js';
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
  /** Where a setting stands, as `duration` or `breaks.lunch`; null where nobody wrote it. */
  readonly placeOf: (key: string) => Span | null;
  /** What headings call the parts of labs; asked for only where there are some. */
  readonly labHeadings: () => LabHeadings;
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
    const slides = expandFile(file, library, notice).map((one) => ({
      ...one,
      slide: withLabParts(one.slide, source.labHeadings, notice),
    }));
    for (const one of slides) noticeUnknownEditions(one, source.editions, notice);
    const shown = cutSlides(slides, cut);
    return { time, slides: settings.dialect === 'reveal' ? withPlainTitles(shown) : shown };
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
  const slides = assignSections(planned(numbered(expanded, settings, notice), modules));
  const sections = withTimes(sectionsOf(slides), slides);
  const teaching = teachingOf(slides, notice);
  const edition = {
    deck: source.deck,
    name: source.name,
    folder: source.folder,
    settings: withHandoutSlides(settings, slides),
    title: settings.title ?? slides.find((slide) => slide.title !== null)?.title ?? source.fallbackTitle,
    sections,
    slides,
    teaching,
    timetable: timetableOf({ settings, sections, slides, teaching }),
    time: slides.reduce((total, slide) => total + slide.time, 0),
  };
  noticeBudget(edition, source, notice);
  noticePlan(edition, source, notice);
  return edition;
}

/** A slide or block for an edition that there is not would be in none. */
function noticeUnknownEditions(
  { slide, footnotes, within }: ExpandedSlide,
  editions: readonly string[],
  notice: (one: Diagnostic) => void,
): void {
  const below = footnotes.flatMap((one) => one.children);
  const inside = walkAttributes([...slide.blocks, ...slide.notes, ...below]);
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
  const ids = new Ids(expanded.flatMap(writtenIds));
  let count = 0;
  return expanded.map(({ slide, footnotes, lang }, index): Slide => {
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
      footnotes,
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
function writtenIds({ slide, footnotes }: ExpandedSlide): readonly string[] {
  const below = footnotes.flatMap((one) => one.children);
  const all = [slide.attributes, ...walkAttributes([...slide.blocks, ...slide.notes, ...below])];
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

/** Slides with the times they are planned for: where an edition plans a time for a module, its slides share that. */
function planned(slides: readonly Slide[], modules: readonly Module[]): readonly Slide[] {
  let at = 0;
  return modules.flatMap((module) => {
    const own = slides.slice(at, at + module.slides.length);
    at += module.slides.length;
    if (module.time === null) return own;
    const written = own.map(({ time, blocks }) => ({ time, tasks: tasksTime(blocks) }));
    const times = plannedTimes(written, module.time);
    return own.map((slide, index) => ({ ...slide, time: times[index] ?? slide.time }));
  });
}

function withTimes(sections: readonly Section[], slides: readonly Slide[]): readonly Section[] {
  const sums = sections.map(() => 0);
  for (const { section, time } of slides) if (section !== null) sums[section] = (sums[section] ?? 0) + time;
  return sections.map((section, index) => ({ ...section, time: sums[index] ?? 0 }));
}
