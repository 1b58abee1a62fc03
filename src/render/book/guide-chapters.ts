import type { RenderedEdition } from '../rendered-edition.js';
import type { RenderedSlide } from '../slide.js';
import type { Chapter } from './chapters.js';

/**
 * Sections as whoever teaches goes through them: with the slides that only open something, and with those that are not
 * on participants' paper, because there is something to say about them too.
 */
export function guideChapters({ edition, slides }: RenderedEdition): readonly Chapter[] {
  const groups: { readonly index: number | null; readonly slides: RenderedSlide[] }[] = [];
  for (const one of slides) {
    const last = groups.at(-1);
    if (last && last.index === one.slide.section) last.slides.push(one);
    else groups.push({ index: one.slide.section, slides: [one] });
  }
  return groups.map(({ index, slides: own }, order) => {
    const section = index === null ? null : (edition.sections[index] ?? null);
    return {
      id: `chapter-${order + 1}`,
      section,
      title: section?.title ?? edition.title,
      number: section?.number ?? null,
      slides: own,
    };
  });
}
