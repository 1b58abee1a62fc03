import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import type { OpenPage } from '../print/open-page.js';
import type { RenderedPage } from '../render/page.js';

/** How far what stands beside a slide reaches beyond the page, in millimetres; 0 where it does not. */
interface CutOff {
  /** The slide's id on the page. */
  readonly id: string;
  readonly right: number;
  readonly bottom: number;
}

/** Notices words beside slides that are wider than the page, or longer where they cannot go on over the next one. */
export async function measureCutOff(open: OpenPage, page: RenderedPage): Promise<Diagnostic[]> {
  const found = await open.evaluate(findCutOff);
  return found.map(({ id, right, bottom }) => {
    const amounts = [right > 0 && `${right} mm at the side`, bottom > 0 && `${bottom} mm at the bottom`];
    return diagnostic(
      'handout/cut-off',
      page.paper?.places.get(id) ?? null,
      `What stands beside this slide on paper does not fit: ${amounts.filter(Boolean).join(' and ')} cut off.`,
      {
        hint:
          right > 0
            ? 'Give a table fewer columns, or show it turned.'
            : 'Say less, make two slides of it, or print a handout that is no booklet.',
      },
    );
  });
}

/** In the page: compares what words and pictures take with the room of a page. Only in booklets that ends at the bottom. */
export function findCutOff(): CutOff[] {
  const millimetre = 96 / 25.4;
  // One for all: whatever is taken out of a document later is held against each that was ever made.
  const range = document.createRange();
  const booklet = document.body.classList.contains('booklet');
  const beyond = (amount: number) => (amount > 2 ? Math.ceil(amount / millimetre) : 0);
  return [...document.querySelectorAll<HTMLElement>('.cell-paper')].flatMap((words) => {
    const box = words.getBoundingClientRect();
    range.selectNodeContents(words);
    const rects = [...range.getClientRects()].filter((rect) => rect.width > 0 && rect.height > 0);
    const right = beyond(
      Math.max(
        ...rects.map((rect) => rect.right - box.right),
        ...rects.map((rect) => box.left - rect.left),
        0,
      ),
    );
    const bottom = booklet ? beyond(Math.max(...rects.map((rect) => rect.bottom - box.bottom), 0)) : 0;
    const id = words.closest('section[id]')?.id ?? '';
    return right > 0 || bottom > 0 ? [{ id, right, bottom }] : [];
  });
}
