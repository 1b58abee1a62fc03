import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import type { OpenPage } from '../print/open-page.js';
import { bookletLayouts, handoutGeometry } from '../render/handout-geometry.js';
import type { RenderedPage } from '../render/page.js';

/** Points. Smaller type is not read on paper, and copiers lose it. */
export const smallestType = 6;

/** Points in a CSS pixel. */
const points = 72 / 96;

const layouts = [9, 6, 4, 3, 2, 1] as const;

/** What a handout says of itself, and the smallest type of each slide in CSS pixels of the slide. */
export interface HandoutType {
  readonly paper: 'a4' | 'letter';
  readonly booklet: boolean;
  readonly perPage: (typeof layouts)[number];
  readonly width: number;
  readonly height: number;
  readonly slides: readonly { readonly id: string; readonly pixels: number }[];
}

/** Notices thumbnails that are too small to read: one message a handout, at the slide with the smallest type. */
export async function measureType(open: OpenPage, page: RenderedPage): Promise<Diagnostic[]> {
  const handout = await open.evaluate(readType);
  const { paper, booklet, perPage } = handout;
  const zoomOf = (slides: (typeof layouts)[number]) =>
    handoutGeometry({ paper, booklet, slides }, handout).zoom;
  const limit = smallestType / points / zoomOf(perPage);
  const small = handout.slides.filter((slide) => slide.pixels < limit);
  const smallest = small.reduce<(typeof small)[number] | null>(
    (least, slide) => (least === null || slide.pixels < least.pixels ? slide : least),
    null,
  );
  if (smallest === null) return [];
  const size = (smallest.pixels * zoomOf(perPage) * points).toFixed(1);
  const others = small.length - 1;
  const also =
    others === 0 ? '' : others === 1 ? ', as on one other slide' : `, as on ${others} other slides`;
  const enough = (booklet ? bookletLayouts : layouts).find(
    (slides) => smallest.pixels * zoomOf(slides) * points >= smallestType,
  );
  const where = booklet ? 'booklet' : 'handout';
  const pages = `${perPage} ${perPage === 1 ? 'slide' : 'slides'} a page`;
  return [
    diagnostic(
      'handout/small-type',
      page.paper?.places.get(smallest.id) ?? null,
      `With ${pages} the smallest type of this slide is ${size} pt in the ${where}${also}; below ${smallestType} pt it cannot be read.`,
      {
        hint:
          enough !== undefined
            ? `\`handout: { slides: ${enough} }\` makes it large enough.`
            : booklet
              ? 'Make the type on the slide larger, or print a handout that is no booklet: its pages are twice as large.'
              : 'Make the type on the slide larger: even alone on a page it is too small.',
      },
    ),
  ];
}

/** In the page. Furniture, such as the slide's footer, is not what people read a handout for; footnotes are small everywhere. */
export function readType(): HandoutType {
  const { classList } = document.body;
  const style = getComputedStyle(document.documentElement);
  const slides = [...document.querySelectorAll('.slide')].map((slide) => {
    let pixels = Number.POSITIVE_INFINITY;
    const walker = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT);
    let last: Element | null = null;
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (parent === null || parent === last || node.textContent?.trim() === '') continue;
      last = parent;
      if (
        parent.closest(
          '.slide-foot, .footnotes, svg, sup, sub, .msupsub, .mfrac, .sizing, .vlist-s, [aria-hidden="true"]',
        ) !== null
      )
        continue;
      pixels = Math.min(pixels, Number.parseFloat(getComputedStyle(parent).fontSize));
    }
    return { id: slide.closest('section[id]')?.id ?? '', pixels };
  });
  return {
    paper: classList.contains('paper-letter') ? 'letter' : 'a4',
    booklet: classList.contains('booklet'),
    perPage: Number(
      [...classList].find((name) => name.startsWith('up-'))?.slice(3) ?? 1,
    ) as HandoutType['perPage'],
    width: Number.parseFloat(style.getPropertyValue('--slide-width')),
    height: Number.parseFloat(style.getPropertyValue('--slide-height')),
    slides: slides.filter((slide) => Number.isFinite(slide.pixels)),
  };
}
