import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { paperBlocks, screenBlocks, speakerBlocks } from '../model/audience.js';
import type { Edition, Slide } from '../model/workshop.js';
import type { Block } from '../parse/ast.js';
import { walkBlocks } from '../parse/walk.js';
import { renderBlocks } from './blocks.js';
import { cleanerFor, type Drawn } from './cleaner.js';
import type { RenderContext } from './context.js';
import { deckView } from './deck-view.js';
import { onlyStills } from './film.js';
import { allShown, dependsOnOrder, withoutFragments } from './fragments.js';
import { hasFilm, remoteGround } from './ground.js';
import { type HeadingLevels, headingLevels } from './heading-levels.js';
import { renderInlines } from './inlines.js';
import { lostInDrawing } from './lost-in-drawing.js';
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

/** What all slides of an edition share. */
export interface SlideTools {
  readonly edition: Edition;
  readonly templates: Templates;
  readonly context: Omit<RenderContext, 'media' | 'levels' | 'steps' | 'place'>;
  readonly find: FindMedia;
  /** Whether any product shows the speaker's notes; they are half of the words of many decks. */
  readonly notes: boolean;
  /** Loaded only for decks with emoji. */
  readonly emoji: typeof import('./emoji.js') | null;
  /** Loaded only for decks with raw HTML. */
  readonly clean: typeof import('./clean-html.js') | null;
  /** Loaded only for decks whose fragments need it. */
  readonly states: typeof import('./steps.js') | null;
  readonly notice: (one: Diagnostic) => void;
}

/** Renders one slide for everybody: screen, paper and speaker. */
export function renderSlide(slide: Slide, tools: SlideTools): RenderedSlide {
  const { edition, notice } = tools;
  const screen = screenBlocks(slide);
  const heading = slide.heading ? [slide.heading] : [];
  const written = [...heading, ...slide.blocks, ...slide.notes];
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
    html: onScreen.html,
    finalHtml: onlyStills(lastState(onPaper.html, tools)),
    paperHtml: onlyStills(beside.html),
    notesHtml: [spoken.html, ...drawn.map((one) => one.notes)]
      .filter((part) => part.trim() !== '')
      .join('\n'),
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
  tools: SlideTools,
): Drawn {
  const { edition, templates, context } = tools;
  const use = new MediaUse(tools.find);
  const level = titleLevel(slide, edition);
  const drawing = {
    ...context,
    media: use.media,
    levels: levelsOn(slide, blocks, edition),
    steps,
    place: 'slide' as const,
  };
  const cleaning = cleanerFor(slide, blocks, use, tools);
  const media = slide.layout === 'image' ? lonePicture(blocks) : null;
  const body = renderBlocks(media ? blocks.filter((block) => block !== media) : blocks, drawing);
  const section = slide.section === null ? null : edition.sections[slide.section];
  const opensSection = slide.heading?.depth === 1 && section?.number != null;
  const view = {
    number: slide.number === null ? null : String(slide.number),
    layout: slide.layout,
    lang: slide.lang ?? edition.settings.lang,
    titleHtml: slide.heading ? cleaning.clean(renderInlines(slide.heading.children, drawing)) : null,
    titleTag: `h${level}`,
    titleAttributesHtml: titleAttributes(slide),
    bodyHtml: body.trim() === '' ? null : cleaning.clean(body),
    mediaHtml: media ? cleaning.clean(renderBlocks([media], drawing)) : null,
    kicker: opensSection ? `${context.words.part} ${section.number}` : null,
    footText: edition.settings.footer ?? edition.title,
    deck: deckView(edition, use.media, context),
  };
  const inside = templates.layout(slide.layout, view);
  return cleaning.drawn(withEmoji(slideElement(slide, inside, drawing), use, tools));
}

/** The picture that an image slide is about: the first block that is nothing else. */
function lonePicture(blocks: readonly Block[]): Block | null {
  return (
    blocks.find(
      (block) =>
        (block.type === 'paragraph' && block.children.length === 1 && block.children[0]?.type === 'image') ||
        (block.type === 'container' && block.name === 'figure'),
    ) ?? null
  );
}

/** Blocks beside the slide, for paper or the speaker. */
function drawBlocks(
  slide: Slide,
  blocks: readonly Block[],
  place: 'paper' | 'notes',
  tools: SlideTools,
): Drawn {
  if (blocks.length === 0) return { html: '', notes: '', css: [], assets: [], notesAssets: [] };
  const use = new MediaUse(tools.find);
  const levels = levelsOn(slide, blocks, tools.edition);
  const cleaning = cleanerFor(slide, blocks, use, tools);
  const html = renderBlocks(blocks, { ...tools.context, media: use.media, levels, steps: 'last', place });
  // Nobody clicks there.
  return cleaning.drawn(withEmoji(withoutFragments(cleaning.clean(html)), use, tools));
}

function withEmoji(html: string, use: MediaUse, { emoji, edition }: SlideTools): string {
  return emoji ? emoji.drawEmoji(html, edition.settings.lang, use.add) : html;
}

function levelsOn(slide: Slide, blocks: readonly Block[], edition: Edition): HeadingLevels {
  const level = titleLevel(slide, edition);
  return headingLevels(blocks, slide.heading ? level : Math.max(1, level - 1));
}

function hasSteps(blocks: readonly Block[]): boolean {
  return [...walkBlocks(blocks)].some((block) => block.type === 'code' && block.steps.length > 0);
}
