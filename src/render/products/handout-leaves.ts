import type { Section } from '../../model/workshop.js';
import type { Words } from '../../theme/words.js';
import { slidesPerPage } from '../handout-geometry.js';
import { bookletLength } from '../imposition.js';
import type { RenderedEdition } from '../rendered-edition.js';
import { oneLine } from '../running-head.js';
import type { RenderedSlide } from '../slide.js';

/** A page of the handout, before anybody knows on which side of which sheet it stands. */
export type Leaf =
  | { readonly kind: 'cover' | 'back' | 'blank' }
  | { readonly kind: 'contents'; readonly entries: readonly ContentsEntry[] }
  | SlidesLeaf;

export interface SlidesLeaf {
  readonly kind: 'slides';
  readonly slides: readonly RenderedSlide[];
  /** Of its first slide; null before the first section. */
  readonly section: number | null;
  /** Whether it is the first page of its section. */
  readonly opens: boolean;
}

/** A line of the contents. */
export interface ContentsEntry {
  readonly kicker: string;
  readonly title: string;
  /** The id of the slide it leads to. */
  readonly href: string;
  /** The page it stands on, from 1; another one where words beside slides run on. */
  readonly page: number;
}

/** Lines of contents that there is room for on a page. */
const contentsLines = { flat: 30, booklet: 20 };

/** Slides of one section that follow each other. */
interface Run {
  readonly section: number | null;
  readonly slides: readonly RenderedSlide[];
}

/**
 * Divides slides over pages: cover and contents where they are asked for, then the slides. A booklet is filled up with
 * blank pages to a multiple of four, and its last page is its back.
 *
 * @param back whether there is something to say on the back of a booklet
 * @param fixed whether each page is one on paper: only then is it known before printing which are right-hand ones
 */
export function leavesOf(
  slides: readonly RenderedSlide[],
  rendered: RenderedEdition,
  { back, fixed }: { readonly back: boolean; readonly fixed: boolean },
): Leaf[] {
  const { edition, words } = rendered;
  const { handout, sides } = edition.settings;
  const { booklet, cover } = handout;
  const runs = runsOf(slides);
  const parts = cover ? partsOf(runs, edition.sections, words) : [];
  const room = booklet ? contentsLines.booklet : contentsLines.flat;
  const front = (cover ? 1 : 0) + Math.ceil(parts.length / room);
  const perPage = slidesPerPage(handout);
  const recto = handout.sections === 'right' && (booklet || sides === 'two') && fixed;
  const pages: (SlidesLeaf | { kind: 'blank' })[] = [];
  for (const run of handout.sections === 'flow' ? [{ section: null, slides }] : runs) {
    // Odd pages are right-hand ones, and here they are counted from 0.
    const left = (front + pages.length) % 2 === 1;
    if (recto && left) pages.push({ kind: 'blank' });
    for (const own of chunk(run.slides, perPage)) {
      const section = own[0]?.slide.section ?? null;
      const before = pages.findLast((one) => one.kind === 'slides');
      pages.push({ kind: 'slides', slides: own, section, opens: before?.section !== section });
    }
  }
  const entries = parts.map((part) => ({
    ...part,
    page:
      1 +
      front +
      pages.findIndex(
        (one) => one.kind === 'slides' && one.slides.some(({ slide }) => slide.id === part.href),
      ),
  }));
  const leaves: Leaf[] = [
    ...(cover ? [{ kind: 'cover' } as const] : []),
    ...chunk(entries, room).map((own) => ({ kind: 'contents', entries: own }) as const),
    ...pages,
  ];
  if (!booklet) return leaves;
  const last: Leaf[] = cover && back ? [{ kind: 'back' }] : [];
  const blanks = bookletLength(leaves.length + last.length) - leaves.length - last.length;
  return [...leaves, ...Array.from({ length: blanks }, () => ({ kind: 'blank' }) as const), ...last];
}

/** What stands at the head of a section's pages. The section that the title slide opens has the deck's own name, which stands there already. */
export function runningHead(section: Section | undefined, part: string): string | null {
  return section?.number == null ? null : oneLine(`${part} ${section.number} · ${section.title}`, 50);
}

function runsOf(slides: readonly RenderedSlide[]): readonly Run[] {
  const runs: { section: number | null; slides: RenderedSlide[] }[] = [];
  for (const one of slides) {
    const last = runs.at(-1);
    if (last && last.section === one.slide.section) last.slides.push(one);
    else runs.push({ section: one.slide.section, slides: [one] });
  }
  return runs;
}

function partsOf(runs: readonly Run[], sections: readonly Section[], { part }: Words) {
  return runs.flatMap(({ section, slides }) => {
    const { number = null, title = '' } = (section === null ? null : sections[section]) ?? {};
    const href = slides[0]?.slide.id;
    return number === null || href === undefined
      ? []
      : [{ kicker: `${part} ${number}`, title: oneLine(title, 60), href }];
  });
}

function chunk<T>(all: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
    all.slice(index * size, (index + 1) * size),
  );
}
