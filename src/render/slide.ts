import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { placeKey } from '../diagnostics/source.js';
import { allBlocks } from '../model/all-blocks.js';
import { paperBlocks, screenBlocks, speakerBlocks } from '../model/audience.js';
import type { Edition, Slide } from '../model/workshop.js';
import type { Block } from '../parse/ast.js';
import { diagramLanguage } from '../parse/diagram-language.js';
import { blocksOf } from '../parse/kinds.js';
import { plainText } from '../parse/plain-text.js';
import type { Theme } from '../theme/theme.js';
import { agendaList, agendaRows } from './agenda-list.js';
import { renderBlocks } from './blocks.js';
import { cleanerFor, type Drawn } from './cleaner.js';
import type { RenderContext } from './context.js';
import { deckView } from './deck-view.js';
import { onlyStills } from './film.js';
import { fitOf } from './fit/fit.js';
import { footnotesOf } from './footnotes.js';
import { allShown, dependsOnOrder, withoutFragments } from './fragments.js';
import { hasFilm, remoteGround } from './ground.js';
import { type HeadingLevels, headingLevels } from './heading-levels.js';
import { renderInlines } from './inlines.js';
import { lostInDrawing } from './lost-in-drawing.js';
import { mathOn, mathOnPaper, type SlideMath, type Typesetter } from './math.js';
import { type FindMedia, MediaUse } from './media-use.js';
import type { Asset } from './page.js';
import { sectionAttributes, slideElement, titleAttributes } from './slide-element.js';
import type { Templates } from './templates.js';

/** A slide as HTML, each part for its own audience. */
export interface RenderedSlide {
  readonly slide: Slide;
  /** What is inside `<div class="slide">`, the element included: for a screen, code in its first step. */
  readonly html: string;
  /** The same in its last state, for paper. */
  readonly finalHtml: string;
  /** What stands on it, without the layout that arranges it: for a page of running text. */
  readonly words: SlideWords;
  /** For participants' paper beside the slide; empty where there is none. */
  readonly paperHtml: string;
  /** For the speaker; empty where there is none. */
  readonly notesHtml: string;
  readonly assets: readonly Asset[];
  readonly paperAssets: readonly Asset[];
  readonly notesAssets: readonly Asset[];
  /** Sheets from `<style>`, not yet scoped. */
  readonly css: readonly string[];
  /** Attributes for reveal.js' section: transitions and the like. */
  readonly sectionAttributes: readonly (readonly [string, string | true | null])[];
}

/** What a slide says, as HTML. */
export interface SlideWords {
  /** `Part 2`, on the slide that opens a section. */
  readonly kicker: string | null;
  readonly titleHtml: string | null;
  /** The level of its title. */
  readonly level: 1 | 2 | 3;
  /** The picture that the slide is about. */
  readonly mediaHtml: string | null;
  readonly bodyHtml: string | null;
}

/** What all slides of an edition share. */
export interface SlideTools {
  readonly edition: Edition;
  readonly theme: Theme;
  readonly templates: Templates;
  readonly context: Omit<
    RenderContext,
    'media' | 'math' | 'footnotes' | 'levels' | 'steps' | 'place' | 'labNumber'
  >;
  readonly find: FindMedia;
  /** Whether any product shows the speaker's notes; they are half of the words of many decks. */
  readonly notes: boolean;
  /** Loaded only for decks with emoji. */
  readonly emoji: typeof import('./emoji.js') | null;
  /** Loaded only for decks with raw HTML. */
  readonly clean: typeof import('./clean-html.js') | null;
  /** Loaded only for decks whose fragments need it. */
  readonly states: typeof import('./steps.js') | null;
  /** Begins the formulas of a slide; null where there are none. */
  readonly typesetter: (() => Typesetter) | null;
  readonly notice: (one: Diagnostic) => void;
}

/** What the parts of one slide share. */
interface OwnTools extends SlideTools {
  readonly math: SlideMath;
}

/** Renders one slide for everybody: screen, paper and speaker. */
export function renderSlide(slide: Slide, shared: SlideTools): RenderedSlide {
  const { edition, notice } = shared;
  const math = mathOn(slide, shared.typesetter, notice);
  const tools = { ...shared, math };
  const screen = screenBlocks(slide);
  const written = allBlocks(slide);
  for (const one of lostInDrawing(written, edition.settings.html === 'safe', tools.clean)) notice(one);
  for (const one of remoteGround(slide)) notice(one);
  const steps = hasSteps(screen) || hasFilm(slide);
  const onScreen = drawSlide(slide, screen, 'first', tools);
  const onPaper = steps ? drawSlide(slide, screen, 'last', tools) : onScreen;
  const beside = drawBlocks(slide, paperBlocks(slide), 'paper', tools);
  const spoken = drawBlocks(slide, tools.notes ? speakerBlocks(slide) : [], 'notes', tools);
  const drawn = [onScreen, beside, spoken];
  return {
    slide,
    html: math.fill(onScreen.html),
    finalHtml: mathOnPaper(math.fill(onlyStills(lastState(onPaper.html, tools)))),
    words: onScreen.words,
    paperHtml: mathOnPaper(math.fill(onlyStills(beside.html))),
    notesHtml: math.fill(
      [spoken.html, ...drawn.map((one) => one.notes)].filter((part) => part.trim() !== '').join('\n'),
    ),
    assets: onScreen.assets,
    paperAssets: beside.assets,
    notesAssets: [...spoken.assets, ...drawn.flatMap((one) => one.notesAssets)],
    // A sheet that stands in notes would be read by everybody in the one that all products share.
    css: [...onScreen.css, ...beside.css],
    sectionAttributes: sectionAttributes(slide),
  };
}

/** Drawn HTML after the last click. The order of its fragments is worked out only where something depends on it. */
function lastState(html: string, { states }: SlideTools): string {
  if (!html.includes('fragment')) return html;
  return states && dependsOnOrder(html) ? (states.slideStates(html).at(-1) ?? html) : allShown(html);
}

/** The level of a slide's title: one h1 for the deck's, then sections, and slides below the section they are in. */
function titleLevel(slide: Slide, { slides, sections }: Edition): 1 | 2 | 3 {
  if (slide === slides.find((one) => one.heading !== null)) return 1;
  const section = slide.section === null ? null : sections[slide.section];
  // The title slide's own section is the whole deck.
  return slide.heading?.depth === 1 || section?.number == null ? 2 : 3;
}

function drawSlide(
  slide: Slide,
  blocks: readonly Block[],
  steps: 'first' | 'last',
  tools: OwnTools,
): Drawn & { readonly words: SlideWords } {
  const { edition, templates, context, math } = tools;
  const use = new MediaUse(tools.find);
  const level = titleLevel(slide, edition);
  const footnotes = footnotesOf(slide, [...(slide.heading ? [slide.heading] : []), ...blocks], 'slide');
  const drawing = {
    ...context,
    math,
    footnotes,
    media: use.media,
    levels: levelsOn(slide, blocks, edition),
    steps,
    place: 'slide' as const,
    labNumber: labNumbers(slide, edition),
  };
  const cleaning = cleanerFor(slide, [...blocks, ...footnotes.blocks], use, tools);
  const media = imageLayouts.includes(slide.layout) ? lonePicture(blocks) : null;
  const title = slide.heading ? renderInlines(slide.heading.children, drawing) : null;
  const lone = media ? renderBlocks([media], drawing) : null;
  const own = renderBlocks(media ? blocks.filter((block) => block !== media) : blocks, drawing);
  const agenda = slide.layout === 'agenda' ? agendaRows(edition, context.words) : [];
  const body =
    own + agendaList(agenda) + footnotes.list((below) => renderBlocks(below, drawing), context.words);
  const section = slide.section === null ? null : edition.sections[slide.section];
  const opensSection = slide.heading?.depth === 1 && section?.number != null;
  const view = {
    number: numberOf(slide, edition),
    layout: slide.layout,
    lang: slide.lang ?? edition.settings.lang,
    titleHtml: title === null ? null : cleaning.clean(title),
    titleTag: `h${level}`,
    titleAttributesHtml: titleAttributes(slide),
    bodyHtml: body.trim() === '' ? null : cleaning.clean(body),
    mediaHtml: lone === null ? null : cleaning.clean(lone),
    mediaFirst: media !== null && media === blocks[0],
    kicker: opensSection ? kickerOf(section, context.words.part) : null,
    footText: edition.settings.footer ?? edition.title,
    footLogo: edition.settings.logo?.slides === 'all',
    deck: deckView(edition, use.media, context),
  };
  const { aspect } = edition.settings;
  const fit = fitOf(slide, blocks, footnotes.blocks, { theme: tools.theme, aspect, agenda });
  const inside = templates.layout(slide.layout, view);
  const drawn = cleaning.drawn(
    withEmoji(
      slideElement(slide, inside, { fit, lang: view.lang, longest: longestOfNumber(slide, blocks) }, drawing),
      use,
      tools,
    ),
  );
  const whole = (html: string | null) => html && math.fill(withEmoji(html, use, tools));
  const { kicker, titleHtml, mediaHtml, bodyHtml } = view;
  return {
    ...drawn,
    words: {
      kicker,
      titleHtml: whole(titleHtml),
      level,
      mediaHtml: whole(mediaHtml),
      bodyHtml: whole(bodyHtml),
    },
  };
}

/** `7`, or `7 / 40` where the deck wants to say how many there are; null for slides without one. */
function numberOf({ number }: Slide, { settings, slides }: Edition): string | null {
  if (number === null || settings.slideNumber === false) return null;
  if (settings.slideNumber === 'c') return String(number);
  return `${number} / ${slides.filter((one) => one.number !== null).length}`;
}

/** `Part 2`, unless the author says so. */
function kickerOf({ number, title }: { number: number | null; title: string }, part: string): string | null {
  const kicker = `${part} ${number}`;
  return title.toLowerCase().startsWith(kicker.toLowerCase()) ? null : kicker;
}

/** Letters of the longest word that is shown as a big number. */
function longestOfNumber({ layout }: Slide, [first]: readonly Block[]): number | null {
  if (layout !== 'big-number' || first?.type !== 'paragraph') return null;
  return Math.max(
    ...plainText(first.children)
      .split(/\s+/)
      .map((word) => word.length),
  );
}

/** Layouts that are made around a picture. */
const imageLayouts: readonly string[] = ['image', 'image-full', 'image-beside'];

/** The picture that an image slide is about: the first block that is nothing else. */
function lonePicture(blocks: readonly Block[]): Block | null {
  return (
    blocks.find(
      (block) =>
        (block.type === 'paragraph' && block.children.length === 1 && block.children[0]?.type === 'image') ||
        (block.type === 'container' && block.name === 'figure') ||
        (block.type === 'code' && diagramLanguage(block) !== null),
    ) ?? null
  );
}

/** Blocks beside the slide, for paper or the speaker. */
function drawBlocks(
  slide: Slide,
  blocks: readonly Block[],
  place: 'paper' | 'notes',
  tools: OwnTools,
): Drawn {
  if (blocks.length === 0) return { html: '', notes: '', css: [], assets: [], notesAssets: [] };
  const use = new MediaUse(tools.find);
  const levels = levelsOn(slide, blocks, tools.edition);
  const footnotes = footnotesOf(slide, blocks, place);
  const cleaning = cleanerFor(slide, [...blocks, ...footnotes.blocks], use, tools);
  const { context, math } = tools;
  const drawing = {
    ...context,
    math,
    footnotes,
    media: use.media,
    levels,
    steps: 'last' as const,
    place,
    labNumber: labNumbers(slide, tools.edition),
  };
  const below = (some: readonly Block[]) => renderBlocks(some, drawing);
  const html = renderBlocks(blocks, drawing) + footnotes.list(below, context.words);
  // Nobody clicks there.
  return cleaning.drawn(withEmoji(withoutFragments(cleaning.clean(html)), use, tools));
}

export function withEmoji(html: string, use: MediaUse, { emoji, edition }: SlideTools): string {
  return emoji ? emoji.drawEmoji(html, edition.settings.lang, use.add) : html;
}

export function labNumbers({ id }: Slide, { teaching }: Edition): RenderContext['labNumber'] {
  return ({ span }) =>
    teaching.labs.find((lab) => lab.slide === id && placeKey(lab.span) === placeKey(span))?.number ?? null;
}

function levelsOn(slide: Slide, blocks: readonly Block[], edition: Edition): HeadingLevels {
  const level = titleLevel(slide, edition);
  return headingLevels(blocks, slide.heading ? level : Math.max(1, level - 1));
}

function hasSteps(blocks: readonly Block[]): boolean {
  return blocksOf(blocks, 'code').some(({ steps }) => steps.length > 0);
}
