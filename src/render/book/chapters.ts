import { documentBlocks } from '../../model/document-blocks.js';
import { groundOf } from '../../model/ground.js';
import type { Section } from '../../model/workshop.js';
import type { Block } from '../../parse/ast.js';
import { walkBlocks } from '../../parse/walk.js';
import type { Words } from '../../theme/words.js';
import type { DrawnFlow } from '../flow.js';
import type { Asset } from '../page.js';
import type { RenderedEdition } from '../rendered-edition.js';
import type { RenderedSlide } from '../slide.js';
import { lengthOf } from './agenda.js';
import { pictureOf } from './picture-of.js';

/** The slides of a section that go on paper, and what they are called together. */
export interface Chapter {
  readonly id: string;
  /** Null for slides before the first section. */
  readonly section: Section | null;
  readonly title: string;
  /** Counted from 1; null for the slides of the title slide. */
  readonly number: number | null;
  readonly slides: readonly RenderedSlide[];
}

/** Sections as chapters, in order. One whose slides have nothing for paper but their titles is none. */
export function chaptersOf({ edition, slides }: RenderedEdition): readonly Chapter[] {
  const chapters: { index: number | null; slides: RenderedSlide[] }[] = [];
  for (const one of slides) {
    if (!one.slide.print) continue;
    const last = chapters.at(-1);
    if (last && last.index === one.slide.section) last.slides.push(one);
    else chapters.push({ index: one.slide.section, slides: [one] });
  }
  return chapters.flatMap(({ index, slides: own }, order) => {
    const section = index === null ? null : (edition.sections[index] ?? null);
    const lone = own.every(({ slide }) => isOnlyTitle(slide.blocks.length, slide.layout));
    if (lone && section?.number == null) return [];
    return [
      {
        id: `chapter-${order + 1}`,
        section,
        title: section?.title ?? edition.title,
        number: section?.number ?? null,
        slides: own,
      },
    ];
  });
}

function isOnlyTitle(blocks: number, layout: string): boolean {
  return blocks === 0 || layout === 'title';
}

/** What a chapter is called at its head, in the contents and at the heads of its pages. */
export interface ChapterHead {
  readonly id: string;
  readonly pageName: string;
  /** "Part 3". */
  readonly kicker: string | null;
  readonly title: string;
  readonly head: string;
  readonly minutes: string | null;
}

export function chapterHead({ id, number, title, slides }: Chapter, words: Words): ChapterHead {
  const kicker = number === null ? null : `${words.part} ${number}`;
  const time = slides.reduce((total, { slide }) => total + slide.time, 0);
  const head = kicker === null ? title : `${kicker} · ${title}`;
  return { id, pageName: id, kicker, title, head, minutes: lengthOf(time, words) || null };
}

/** A slide in a document. */
export interface PartView {
  readonly id: string;
  readonly titleHtml: string | null;
  readonly bodyHtml: string | null;
  /** The slide as a picture, where its words cannot tell what it shows. */
  readonly thumbHtml: string | null;
}

export interface DrawnChapter {
  readonly parts: readonly PartView[];
  readonly footnotesHtml: string;
  readonly assets: readonly Asset[];
}

/** Draws a chapter's slides as running text. The slide that opens the section gives its words to the chapter's head. */
export function drawChapter(chapter: Chapter, rendered: RenderedEdition): DrawnChapter {
  const shown = chapter.slides.filter(({ slide }) => slide.layout !== 'title' && slide.layout !== 'end');
  const pictures = shown.map(({ slide }) => isPicture(documentBlocks(slide, 'participant'), slide));
  const flow = {
    id: chapter.id,
    above: 3,
    parts: shown.map(({ slide }, index) => ({
      slide,
      blocks: pictures[index] ? beside(slide) : documentBlocks(slide, 'participant'),
    })),
  };
  const drawn: DrawnFlow = rendered.drawFlow(flow);
  const parts = shown.map((one, index): PartView => {
    const { titleHtml, html } = drawn.parts[index] ?? { titleHtml: null, html: '' };
    const { slide } = one;
    // Its title is the chapter's.
    const opens = slide.heading?.depth === 1;
    return {
      id: slide.id,
      titleHtml: opens ? null : titleHtml,
      bodyHtml: html.trim() === '' ? null : html,
      thumbHtml: pictures[index] ? pictureOf(one) : null,
    };
  });
  const assets = [...drawn.assets, ...shown.flatMap((one, index) => (pictures[index] ? one.assets : []))];
  return { parts, footnotesHtml: drawn.footnotesHtml, assets };
}

/** Whether a slide says what it says by how it looks: HTML of the author's own, layers, a picture behind it. */
function isPicture(blocks: readonly Block[], slide: RenderedSlide['slide']): boolean {
  const ground = groundOf(slide.attributes);
  if (ground !== null && (ground.picture !== null || ground.films.length > 0)) return true;
  return walkBlocks(blocks).some(
    (block) => block.type === 'html' || (block.type === 'container' && block.name === 'stack'),
  );
}

/** What is written for paper only stands below the picture of a slide. */
function beside(slide: RenderedSlide['slide']): readonly Block[] {
  const paper = walkBlocks(slide.blocks).filter(
    (block) => block.type === 'container' && (block.name === 'paper' || block.name === 'lines'),
  );
  return documentBlocks({ ...slide, blocks: paper }, 'participant');
}
