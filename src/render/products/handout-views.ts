import type { Words } from '../../theme/words.js';
import { mathOnPaper } from '../math.js';
import type { RenderedEdition } from '../rendered-edition.js';
import type { RenderedSlide } from '../slide.js';
import { type ContentsEntry, type Leaf, runningHead } from './handout-leaves.js';

/** A slide on a page of the handout. */
export interface CellView {
  /** The deck's own number. */
  readonly number: string;
  readonly id: string;
  readonly title: string;
  readonly slideHtml: string;
  /** What stands beside the slide; null: lines to write on. */
  readonly paperHtml: string | null;
  readonly lines: number;
}

/** A page of the handout for its template. Exactly one of `cells`, `entries`, `cover`, `back` and `blank` is there. */
export interface LeafView {
  /** From 1. */
  readonly number: number;
  /** Of CSS: pages of the same name have the same running heads. */
  readonly pageName: string;
  /** What stands at its head besides the title. */
  readonly section: string | null;
  /** Where a section opens that may have to start on a right-hand page, an id for it. */
  readonly chapter: string | null;
  readonly cells: readonly CellView[] | null;
  readonly entries: readonly ContentsEntry[] | null;
  readonly cover: boolean;
  readonly back: boolean;
  readonly blank: boolean;
}

/** @param lines that there is room for with a slide */
export function leafView(leaf: Leaf, index: number, lines: number, rendered: RenderedEdition): LeafView {
  const { edition, words } = rendered;
  const { handout } = edition.settings;
  const view: LeafView = {
    number: index + 1,
    pageName: leaf.kind === 'contents' ? 'front' : leaf.kind,
    section: null,
    chapter: null,
    cells: null,
    entries: leaf.kind === 'contents' ? leaf.entries : null,
    cover: leaf.kind === 'cover',
    back: leaf.kind === 'back',
    blank: leaf.kind === 'blank',
  };
  if (leaf.kind !== 'slides') return view;
  const { section, slides, opens } = leaf;
  return {
    ...view,
    pageName: section === null ? 'front' : `section${section + 1}`,
    section: section === null ? null : runningHead(edition.sections[section], words.part),
    chapter: opens && handout.sections === 'right' ? `section-${index + 1}` : null,
    cells: slides.map((one) => cellView(one, lines, rendered, words)),
  };
}

function cellView(one: RenderedSlide, lines: number, rendered: RenderedEdition, words: Words): CellView {
  const { slide, finalHtml } = one;
  return {
    number: slide.number === null ? '' : String(slide.number),
    id: slide.id,
    title: slide.title ?? `${words.slide} ${slide.number ?? ''}`.trim(),
    slideHtml: finalHtml,
    paperHtml: wordsBeside(one, rendered) || null,
    lines,
  };
}

/**
 * What stands below a slide that has a page of its own: the words for paper and, when asked for, the speaker's. With
 * more slides a page there is no room for any.
 */
export function wordsBeside({ paperHtml, notesHtml }: RenderedSlide, { edition }: RenderedEdition): string {
  const { notes, slides } = edition.settings.handout;
  if (slides > 1) return '';
  return notes ? `${paperHtml}${mathOnPaper(notesHtml)}` : paperHtml;
}

/** The files that these words need. */
export function assetsBeside({ paperAssets, notesAssets }: RenderedSlide, { edition }: RenderedEdition) {
  return edition.settings.handout.notes ? [...paperAssets, ...notesAssets] : paperAssets;
}
