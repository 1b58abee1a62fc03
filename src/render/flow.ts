import type { SlideFootnote } from '../model/footnotes.js';
import type { Slide } from '../model/workshop.js';
import type { Block } from '../parse/ast.js';
import { renderBlocks } from './blocks.js';
import { cleanerFor } from './cleaner.js';
import { onlyStills } from './film.js';
import { footnotesOf } from './footnotes.js';
import { withoutFragments } from './fragments.js';
import { headingLevels } from './heading-levels.js';
import { renderInlines } from './inlines.js';
import { mathOn, mathOnPaper } from './math.js';
import { MediaUse } from './media-use.js';
import type { Asset } from './page.js';
import { labNumbers, type SlideTools, withEmoji } from './slide.js';

/** Blocks of one slide that stand in a document. */
export interface FlowPart {
  readonly slide: Slide;
  readonly blocks: readonly Block[];
}

/** What shares the footnotes at its end: a chapter, or one sheet. */
export interface Flow {
  /** Makes the ids of footnotes its own. */
  readonly id: string;
  /** The level of the heading that the parts' blocks stand below. */
  readonly above: number;
  readonly parts: readonly FlowPart[];
}

export interface DrawnFlow {
  /** One for each part, in order. */
  readonly parts: readonly { readonly titleHtml: string | null; readonly html: string }[];
  /** Empty where there are none. */
  readonly footnotesHtml: string;
  readonly assets: readonly Asset[];
}

/** Draws blocks of slides as running text for paper. */
export type DrawFlow = (flow: Flow) => DrawnFlow;

/** What was wrong has been said when the slides were drawn. */
const said = () => {};

export function flowWith(tools: SlideTools): DrawFlow {
  return (flow) => draw(flow, { ...tools, notice: said });
}

function draw({ id, above, parts }: Flow, tools: SlideTools): DrawnFlow {
  const use = new MediaUse(tools.find);
  const { context } = tools;
  const all = parts.flatMap(({ slide, blocks }) => (slide.heading ? [slide.heading, ...blocks] : blocks));
  const footnotes = footnotesOf({ id, footnotes: footnotesIn(parts) }, all, 'paper');
  const drawing = (slide: Slide, blocks: readonly Block[]) => {
    const math = mathOn(slide, tools.typesetter, tools.notice);
    const own = {
      ...context,
      math,
      footnotes,
      media: use.media,
      levels: headingLevels(blocks, above),
      steps: 'last' as const,
      place: 'paper' as const,
      labNumber: labNumbers(slide, tools.edition),
    };
    const cleaning = cleanerFor(slide, [...blocks, ...footnotes.blocks], use, tools);
    const finished = (html: string) =>
      mathOnPaper(math.fill(onlyStills(withEmoji(withoutFragments(cleaning.clean(html)), use, tools))));
    return { own, finished };
  };
  const drawn = parts.map(({ slide, blocks }) => {
    const { own, finished } = drawing(slide, blocks);
    const title = slide.heading ? renderInlines(slide.heading.children, own) : null;
    return {
      titleHtml: title === null ? null : finished(title),
      html: finished(renderBlocks(blocks, own)),
    };
  });
  const [first] = parts;
  let footnotesHtml = '';
  if (first && footnotes.blocks.length > 0) {
    const { own, finished } = drawing(first.slide, footnotes.blocks);
    footnotesHtml = finished(footnotes.list((below) => renderBlocks(below, own), context.words));
  }
  return { parts: drawn, footnotesHtml, assets: use.assets };
}

function footnotesIn(parts: readonly FlowPart[]): readonly SlideFootnote[] {
  return parts.flatMap(({ slide }) => slide.footnotes);
}
