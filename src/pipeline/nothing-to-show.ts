import type { Product } from '../config/settings.js';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import type { Span } from '../diagnostics/source.js';
import type { Edition } from '../model/workshop.js';
import type { RenderedPage } from '../render/page.js';
import type { Session } from './session.js';

/** Why there is nothing to make a product of, and what would be something. */
const reasons: Partial<Record<Product, { readonly reason: string; readonly hint: string }>> = {
  slides: { reason: 'no slide is to be printed', hint: 'Take `print=no` from a slide.' },
  handout: { reason: 'no slide is to be printed', hint: 'Take `print=no` from a slide.' },
  workbook: {
    reason: 'its slides have titles and nothing else',
    hint: 'Write something below them, or `::: paper` for what is to be on paper only.',
  },
  labs: { reason: 'there is no lab in it', hint: 'Write `::: lab` on a slide.' },
  agenda: {
    reason: 'no slide says how long it takes',
    hint: 'Write `time=5m` on slides, or `slide-time: 2m` for all that have none.',
  },
  guide: {
    reason: 'there are no notes, and nothing of a workshop',
    hint: 'Write `Note:` on a slide, `::: objectives`, an exercise or a lab.',
  },
  solutions: {
    reason: 'nothing in it has a solution',
    hint: 'Write `::: solution` in an exercise, or `### Solution` in a lab.',
  },
};

/** Says which exercises are left out of the solutions that somebody asks for by name; where there are none at all, that is said. */
export function withoutSolution(
  { settings, teaching }: Edition,
  made: readonly RenderedPage[],
): readonly Diagnostic[] {
  if (settings.products === null || !made.some((page) => page.product === 'solutions')) return [];
  const unsolved = teaching.exercises.filter(({ solutions }) => solutions.length === 0);
  return unsolved.map(({ number, span }) => {
    const place = { ...span, end: span.start + 3 };
    const message = `Exercise ${number} has no solution, and \`solutions\` are asked for.`;
    return diagnostic('deck/no-solution', place, message, {
      hint: 'Write `::: solution` in it, if only what a good answer holds.',
    });
  });
}

/** Says it where somebody asks for a product by name, and nothing is there to make it of. */
export function nothingToShow(
  edition: Edition,
  wanted: ReadonlySet<Product>,
  made: readonly RenderedPage[],
  { options, decks, range }: Session,
): readonly Diagnostic[] {
  const { name, settings } = edition;
  if (settings.products === null) return [];
  // A range without slides has been noticed as such.
  const missing = [...wanted].filter(
    (product) =>
      !made.some((page) => page.product === product) &&
      (range === null || (product !== 'slides' && product !== 'handout')),
  );
  const written = decks.find((deck) => deck.name === edition.deck)?.written.places;
  const place: Span | null =
    options.products === undefined
      ? (written?.get(`editions.${name}.products`) ?? written?.get('products') ?? null)
      : null;
  const what = name === null ? `The deck \`${edition.deck}\`` : `The edition \`${name}\``;
  return missing.flatMap((product) => {
    const why = reasons[product];
    if (!why) return [];
    const message = `${what} has nothing to show as \`${product}\`: ${why.reason}.`;
    return [diagnostic('deck/nothing-to-show', place, message, { hint: why.hint })];
  });
}
