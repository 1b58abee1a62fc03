import { speakerBlocks } from '../../model/audience.js';
import { documentBlocks } from '../../model/document-blocks.js';
import type { Edition, Slide } from '../../model/workshop.js';
import type { Block, Container } from '../../parse/ast.js';
import { isPrivate } from '../../parse/block-names.js';
import { childBlocks } from '../../parse/walk.js';
import { onlyStills } from '../film.js';
import { mathOnPaper } from '../math.js';
import type { Asset } from '../page.js';
import type { RenderedEdition } from '../rendered-edition.js';
import type { RenderedSlide } from '../slide.js';
import type { Chapter } from './chapters.js';
import { isLong, withoutSolutions } from './notes-column.js';
import { clockAt, exactLength, isOptional, type Pause, pausesOf } from './pace.js';
import type { PaperLinks } from './paper-links.js';
import { pictureOf } from './picture-of.js';

/** A slide beside what is said to it. */
export interface RowView {
  readonly id: string;
  /** The slide's number in the deck. */
  readonly number: string | null;
  readonly title: string | null;
  /** "09:20"; null without a timetable. */
  readonly clock: string | null;
  readonly minutes: string | null;
  readonly optional: boolean;
  /** Null where the slide is not to be on paper. */
  readonly thumbHtml: string | null;
  readonly notesHtml: string | null;
  /** The notes may go on over the page. */
  readonly long: boolean;
  /** What participants have on paper, and the solutions. */
  readonly bodyHtml: string | null;
  /** Breaks that come after it. */
  readonly pauses: readonly Pause[];
}

export interface DrawnRows {
  readonly rows: readonly RowView[];
  readonly footnotesHtml: string;
  readonly assets: readonly Asset[];
}

/** Draws the slides of a chapter for whoever teaches it. */
export function drawRows(chapter: Chapter, rendered: RenderedEdition, links: PaperLinks): DrawnRows {
  const { edition, words } = rendered;
  const pauses = pausesOf(rendered);
  const parts = chapter.slides.map(({ slide }) => ({
    slide: { ...slide, heading: null },
    blocks: belowSlide(slide),
  }));
  const drawn = rendered.drawFlow({ id: chapter.id, above: 3, parts });
  const rows = chapter.slides.map((one, index): RowView => {
    const { slide } = one;
    const notes = links.spelled(notesOf(one));
    const body = links.spelled(drawn.parts[index]?.html ?? '');
    return {
      id: slide.id,
      number: slide.number === null ? null : String(slide.number),
      title: slide.title,
      clock: clockAt(slide.id, edition),
      minutes: slide.time === 0 ? null : exactLength(slide.time, words),
      optional: isOptional(slide),
      thumbHtml: slide.print ? pictureOf(one) : null,
      notesHtml: notes === '' ? null : notes,
      long: isLong(notes),
      bodyHtml: body.trim() === '' ? null : body,
      pauses: pauses.get(slide.id) ?? [],
    };
  });
  const assets = [...drawn.assets, ...chapter.slides.flatMap((one) => [...one.assets, ...one.notesAssets])];
  return { rows, footnotesHtml: links.spelled(drawn.footnotesHtml), assets };
}

/** Whether there is anything that only whoever teaches needs to know. */
export function hasGuidance({ teaching }: Edition, slides: readonly RenderedSlide[]): boolean {
  const { objectives, exercises, labs, questions, misconceptions, checklists } = teaching;
  const furniture = [objectives, exercises, labs, questions, misconceptions, checklists];
  return furniture.some((all) => all.length > 0) || slides.some((one) => one.notesHtml.trim() !== '');
}

/** What is too small to read on the thumbnail, or not on the slide at all. */
const below = ['paper', 'exercise', 'lab', 'question', 'hint', 'solution', 'keypoints'];

/** What participants have of a slide on paper and cannot be read off its picture, solutions at their places. */
function belowSlide(slide: Slide): readonly Block[] {
  return outermost(slide.blocks).flatMap((block) =>
    documentBlocks({ ...slide, blocks: [block] }, 'facilitator'),
  );
}

function outermost(blocks: readonly Block[]): readonly Container[] {
  return blocks.flatMap((block): readonly Container[] => {
    if (block.type !== 'container') return outermost(childBlocks(block));
    if (below.includes(block.name)) return [block];
    return isPrivate(block.name) || block.name === 'slides' ? [] : outermost(block.children);
  });
}

/** The speaker's notes. The speaker view has the solutions among them; here they stand below. */
function notesOf({ slide, notesHtml }: RenderedSlide): string {
  const shown = new Set(outermost(slide.blocks).flatMap(solutionsIn));
  const alone = speakerBlocks(slide).filter(isSolution);
  return mathOnPaper(
    onlyStills(
      withoutSolutions(
        notesHtml,
        alone.map((one) => shown.has(one)),
      ),
    ),
  ).trim();
}

function solutionsIn(block: Block): readonly Container[] {
  return isSolution(block) ? [block] : childBlocks(block).flatMap(solutionsIn);
}

function isSolution(block: Block): block is Container {
  return block.type === 'container' && block.name === 'solution';
}
