import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import type { OpenPage } from '../print/open-page.js';
import type { RenderedPage } from '../render/page.js';

/** Pixels on a slide of 720 lines. Smaller words on a diagram are not read from the back of a room. */
export const smallestDiagramType = 16;

/** The smallest words of the diagrams of a slide, in pixels of a slide of 720 lines. */
export interface DiagramType {
  readonly id: string;
  readonly pixels: number;
}

/** Notices diagrams that hold so much that their words become too small, each slide with such a one once. */
export async function measureDiagrams(open: OpenPage, page: RenderedPage): Promise<Diagnostic[]> {
  const measured = await open.evaluate(readDiagrams);
  return measured
    .filter(({ pixels }) => pixels < smallestDiagramType - 0.05)
    .map(({ id, pixels }) =>
      diagnostic(
        'diagram/small-type',
        page.paper?.places.get(id) ?? null,
        `The smallest words of a diagram on this slide are ${pixels.toFixed(0)} px high; below ${smallestDiagramType} px nobody reads them from the back of a room.`,
        {
          hint: 'Show less of it, lay it out in the other direction (`LR`, `TD`), or give it the slide alone.',
        },
      ),
    );
}

/** In the page. Words keep their proportion to the drawing, which is as large as there is room. */
export function readDiagrams(): DiagramType[] {
  const root = getComputedStyle(document.documentElement);
  const size = (name: string) => Number.parseFloat(root.getPropertyValue(name));
  const lines = Math.min(size('--slide-width'), size('--slide-height')) / 720;
  return [...document.querySelectorAll('.slide')].flatMap((slide) => {
    const words = [...slide.querySelectorAll<SVGTextElement>('figure.diagram svg text')];
    const sizes = words.map((one) => {
      const matrix = one.getScreenCTM();
      const smallest = [one, ...one.querySelectorAll('tspan')].map((part) =>
        Number.parseFloat(getComputedStyle(part).fontSize),
      );
      return matrix
        ? (Math.min(...smallest) * Math.hypot(matrix.a, matrix.b)) / lines
        : Number.POSITIVE_INFINITY;
    });
    const id = slide.closest('section[id]')?.id ?? '';
    return sizes.length === 0 ? [] : [{ id, pixels: Math.min(...sizes) }];
  });
}
