import type { Cue, Placed } from '../../model/teaching.js';
import type { Asset } from '../page.js';
import type { RenderedEdition } from '../rendered-edition.js';
import { lengthOf } from './agenda.js';
import type { Chapter } from './chapters.js';
import { drawPieces, type Piece } from './furniture.js';
import { isOptional } from './pace.js';
import type { PaperLinks } from './paper-links.js';

/** What to know of a chapter before it begins. */
export interface BriefingView {
  /** What participants will be able to do. */
  readonly goals: readonly string[];
  /** What to drop when late, and to add when early. */
  readonly late: readonly BriefingLine[];
  readonly early: readonly BriefingLine[];
  readonly beliefs: readonly { readonly titleHtml: string | null; readonly html: string }[];
}

export interface BriefingLine {
  /** The id of the slide it is about. */
  readonly href: string;
  readonly number: string | null;
  readonly title: string | null;
  readonly minutes: string | null;
  /** Null where it is the slide as a whole. */
  readonly html: string | null;
}

export interface DrawnBriefing {
  /** Null where there is nothing to know. */
  readonly view: BriefingView | null;
  readonly footnotesHtml: string;
  readonly assets: readonly Asset[];
}

/** Gathers what stands all over a chapter and is wanted at its head. */
export function briefingOf(chapter: Chapter, rendered: RenderedEdition, links: PaperLinks): DrawnBriefing {
  const { edition, words } = rendered;
  const { teaching } = edition;
  const ids = new Set(chapter.slides.map(({ slide }) => slide.id));
  const own = <One extends Placed>(all: readonly One[]) => all.filter((one) => ids.has(one.slide));
  const assets: Asset[] = [];
  const footnotes: string[] = [];
  const drawn = (name: string, pieces: readonly Piece[]) => {
    const {
      views,
      footnotesHtml,
      assets: used,
    } = drawPieces(`${chapter.id}-${name}`, pieces, 3, rendered, links);
    assets.push(...used);
    footnotes.push(footnotesHtml);
    return views;
  };
  const cues = (kind: Cue['kind']) => {
    const all = own(teaching.cues).filter((cue) => cue.kind === kind);
    const views = drawn(
      kind,
      all.map((cue) => ({ ...cue, title: null })),
    );
    return all.map(
      (cue, index): BriefingLine => ({
        ...headOf(cue.slide),
        minutes: cue.time === null ? null : lengthOf(cue.time, words),
        html: views[index]?.html ?? null,
      }),
    );
  };
  const headOf = (id: string) => {
    const slide = chapter.slides.find((one) => one.slide.id === id)?.slide;
    const number = slide?.number ?? null;
    return { href: id, number: number === null ? null : String(number), title: slide?.title ?? null };
  };
  const optional = chapter.slides
    .filter(({ slide }) => isOptional(slide))
    .map(
      ({ slide }): BriefingLine => ({
        ...headOf(slide.id),
        minutes: slide.time === 0 ? null : lengthOf(slide.time, words),
        html: null,
      }),
    );
  const order = [...ids];
  const late = [...cues('cut'), ...optional].sort((a, b) => order.indexOf(a.href) - order.indexOf(b.href));
  const view = {
    goals: drawn('goals', own(teaching.objectives)).map((one) => one.html),
    late,
    early: cues('extend'),
    beliefs: drawn(
      'beliefs',
      own(teaching.misconceptions).map((one) => ({ ...one, title: one.belief, blocks: one.truth })),
    ),
  };
  const isEmpty = Object.values(view).every((all) => all.length === 0);
  return { view: isEmpty ? null : view, footnotesHtml: footnotes.join(''), assets };
}
