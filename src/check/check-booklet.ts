import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import type { Span } from '../diagnostics/source.js';
import type { Edition } from '../model/workshop.js';

/** The most slides on a page of a booklet. */
const most = 3;

/**
 * Says it where an edition asks for more slides on a page of a booklet than could be read.
 *
 * @param place where the settings say how many; null where the command line does
 */
export function checkBooklet({ settings }: Edition, place: Span | null): readonly Diagnostic[] {
  const { booklet, slides } = settings.handout;
  if (!booklet || slides <= most) return [];
  return [
    diagnostic(
      'handout/booklet-slides',
      place,
      `A page of a booklet has room for ${most} slides, not for ${slides}; ${most} are printed.`,
      { hint: 'Ask for 1, 2 or 3 slides, or for a handout that is no booklet.' },
    ),
  ];
}
